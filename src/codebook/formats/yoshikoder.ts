/** Yoshikoder dictionaries (XML). */

import { readCategoryXml, writeCategoryXml } from './category-xml.ts';
import { beginningOf, type CodebookFormat } from './format.ts';

export const yoshikoder = {
  name: 'yoshikoder',
  title: 'a Yoshikoder dictionary',
  extensions: ['.ykd'],
  recognizes: (bytes) => beginningOf(bytes).includes('<dictionary'),
  read: readCategoryXml,
  write: writeCategoryXml,
} satisfies CodebookFormat;
