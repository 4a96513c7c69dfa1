/** The paragraph styles of our Word documents, by the names under which Word knows its own, so that its navigation pane lists the headings. */

export const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

export const DEEPEST_HEADING = 9;

export type StyleId = 'Title' | 'Subtitle' | 'Normal' | 'Quote' | 'Caption' | 'Footer' | `Heading${number}`;

/** The part `word/styles.xml`; `language` is that of text which has no other, such as `en-GB`. */
export function writeStyles(language: string): string {
  const headings = Array.from({ length: DEEPEST_HEADING }, (_, at) => writeHeading(at + 1));
  return `<w:styles xmlns:w="${WORD}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Calibri" w:cs="Arial"/><w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="${language}" w:eastAsia="en-US" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>${[
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
    writeStyle('Title', 'Title', '<w:spacing w:after="240"/>', '<w:b/><w:sz w:val="40"/><w:szCs w:val="40"/>'),
    writeStyle('Subtitle', 'Subtitle', '<w:spacing w:after="160"/>', QUIET),
    ...headings,
    writeStyle(
      'Quote',
      'Quote',
      `<w:keepNext/>${QUOTE_LINE}<w:spacing w:before="120" w:after="20"/><w:ind w:left="340"/>`,
    ),
    writeStyle('Caption', 'caption', '<w:spacing w:after="160"/><w:ind w:left="340"/>', QUIET),
    writeStyle('Footer', 'footer', '<w:jc w:val="right"/>', QUIET),
  ].join('')}</w:styles>`;
}

const QUOTE_LINE = '<w:pBdr><w:left w:val="single" w:sz="12" w:space="8" w:color="BFBFBF"/></w:pBdr>';
const QUIET = '<w:color w:val="595959"/><w:sz w:val="18"/><w:szCs w:val="18"/>';

function writeStyle(id: StyleId, name: string, paragraph: string, run = ''): string {
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>${paragraph}</w:pPr>${run === '' ? '' : `<w:rPr>${run}</w:rPr>`}</w:style>`;
}

function writeHeading(level: number): string {
  const size = Math.max(22, 34 - level * 4);
  return writeStyle(
    `Heading${level}`,
    `heading ${level}`,
    `<w:keepNext/><w:keepLines/><w:spacing w:before="${Math.max(160, 400 - level * 80)}" w:after="80"/><w:outlineLvl w:val="${level - 1}"/>`,
    `<w:b/><w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`,
  );
}
