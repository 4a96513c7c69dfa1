/** Yoshikoder dictionaries (XML). */
import { beginningOf, type CodebookFormat } from './format.ts';
import { readCategoryXml, writeCategoryXml } from './category-xml.ts';

export const yoshikoder = {
  name: 'yoshikoder',
  title: 'a Yoshikoder dictionary',
  extensions: ['.ykd'],
  recognizes: (bytes) => beginningOf(bytes).includes('<dictionary'),
  read: readCategoryXml,
  write: writeCategoryXml,
} satisfies CodebookFormat;
