/** What must hold for any bytes, for the formats whose readers are slow. */
import { formats } from '../../../src/transcript/formats/index.ts';
import { describeReaders } from './reader-properties.ts';

describeReaders(formats.filter(({ name }) => ['pdf', 'xlsx'].includes(name)));
