/** Word documents: paragraphs in the styles of Word, with the language of each for the spell checker, and numbered pages. */
import { escapeXml } from '../../containers/escape-xml.ts';
import { type OfficePart, RELATIONS, writeOfficePackage } from './office-package.ts';
import { type StyleId, WORD, writeStyles } from './word-styles.ts';

export interface Paragraph {
  style: StyleId;
  /** Lines are broken where it has line ends. */
  text: string;
  /** BCP 47 code. */
  language?: string | undefined;
  /** `#rrggbb`, of a thick line at the left. */
  color?: string | undefined;
}

/** The bytes of the document, on A4, piece by piece. */
export function writeWordDocument(title: string, paragraphs: Iterable<Paragraph>): Generator<Uint8Array> {
  const type = (name: string) => `wordprocessingml.${name}+xml`;
  const parts: [OfficePart, ...OfficePart[]] = [
    {
      name: 'word/document.xml',
      type: type('document.main'),
      xml: writeBody(paragraphs),
      relations: [
        { kind: 'styles', target: 'styles.xml' },
        { kind: 'footer', target: 'footer1.xml' },
      ],
    },
    { name: 'word/styles.xml', type: type('styles'), xml: writeStyles(regionOf('en')) },
    { name: 'word/footer1.xml', type: type('footer'), xml: writeFooter(title) },
  ];
  return writeOfficePackage({ title, names: parts, parts });
}

function* writeBody(paragraphs: Iterable<Paragraph>): Generator<string> {
  const page =
    '<w:sectPr><w:footerReference w:type="default" r:id="rId2"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1304" w:right="1304" w:bottom="1304" w:left="1304" w:header="680" w:footer="680" w:gutter="0"/></w:sectPr>';
  yield `<w:document xmlns:w="${WORD}" xmlns:r="${RELATIONS}"><w:body>`;
  for (const paragraph of paragraphs) yield writeParagraph(paragraph);
  yield `${page}</w:body></w:document>`;
}

/** A paragraph whose first letter is of a script from right to left is set from right to left, and is in no language that we know. */
function writeParagraph({ style, text, language, color }: Paragraph): string {
  const isRightToLeft = /^[^\p{L}]*[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u.test(text);
  const properties = [
    `<w:pStyle w:val="${style}"/>`,
    color
      ? `<w:pBdr><w:left w:val="single" w:sz="36" w:space="6" w:color="${color.slice(1).toUpperCase()}"/></w:pBdr>`
      : '',
    isRightToLeft ? '<w:bidi/>' : '',
  ];
  const spelling = language && !isRightToLeft ? `<w:lang w:val="${escapeXml(regionOf(language))}"/>` : '';
  const run = isRightToLeft ? '<w:rtl/>' : spelling;
  const runProperties = run === '' ? '' : `<w:rPr>${run}</w:rPr>`;
  return `<w:p><w:pPr>${properties.join('')}</w:pPr><w:r>${runProperties}${writeText(text)}</w:r></w:p>`;
}

function writeText(text: string): string {
  const pieces = text.split(/(\r\n?|\n|\t)/);
  return pieces
    .map((piece, at) => {
      if (at % 2 === 1) return piece === '\t' ? '<w:tab/>' : '<w:br/>';
      return piece === '' ? '' : `<w:t xml:space="preserve">${escapeXml(piece)}</w:t>`;
    })
    .join('');
}

function writeFooter(title: string): string {
  const field = (name: string) => `<w:fldSimple w:instr=" ${name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>`;
  const text = (content: string) => `<w:r><w:t xml:space="preserve">${escapeXml(content)}</w:t></w:r>`;
  const parts = [text(`${title.replace(/\s+/g, ' ')} · `), field('PAGE'), text(' / '), field('NUMPAGES')];
  return `<w:ftr xmlns:w="${WORD}"><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>${parts.join('')}</w:p></w:ftr>`;
}

/** Word wants a country too. */
function regionOf(language: string): string {
  return REGIONS[language] ?? language;
}

const REGIONS: Record<string, string> = { nl: 'nl-NL', en: 'en-GB', de: 'de-DE', fr: 'fr-FR', es: 'es-ES' };
