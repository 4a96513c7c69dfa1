/** What must hold for any bytes, for all formats but those in `readers-slow.property.test.ts`. */
import { formats } from '../../../src/transcript/formats/index.ts';
import { describeReaders } from './reader-properties.ts';

describeReaders(formats.filter(({ name }) => !['pdf', 'xlsx'].includes(name)));
