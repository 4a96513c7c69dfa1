/** The bound for Markdown: parses each whole file of a folder with remark-parse and does nothing else. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const processor = unified().use(remarkParse);
const folder = process.argv[2] ?? '.';
for (const name of readdirSync(folder)) processor.parse(readFileSync(join(folder, name), 'utf8'));
