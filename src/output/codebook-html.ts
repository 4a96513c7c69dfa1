/** A codebook as one HTML page, for the screen and for paper: nothing is fetched, and nothing in it is run. */
import type { Codebook } from '../model.ts';
import { type CodeSection, listSections, type TermSection } from './codebook-sections.ts';
import { escapeHtml } from './escape-html.ts';
import { writeHtmlPage } from './html-page.ts';

/** A list of the codes, then a heading a code; `summary` stands below the title. */
export function writeCodebookHtml(codebook: Codebook, summary: string): string {
  const sections = listSections(codebook);
  const title = codebook.title ?? codebook.name;
  const about = [codebook.name, codebook.version, summary].flatMap((text) => (text ? escapeHtml(text) : []));
  const body = `<h1>${escapeHtml(title)}</h1>
<p class="about">${about.join(' · ')}</p>
<nav aria-label="Codes"><ul>
${sections.map(writeLink).join('\n')}
</ul></nav>
<main>
${sections.map(writeSection).join('\n')}
</main>`;
  return writeHtmlPage({ title, style: STYLE, body });
}

function writeLink({ code, depth, number }: CodeSection): string {
  const link = `<a href="#${escapeHtml(code.id)}">${number} ${escapeHtml(code.name)}</a>`;
  return `<li style="margin-left:${Math.min(depth, 8) * 1.4}em">${chip(code.color)}${link}</li>`;
}

function writeSection({ code, path, depth, number, texts, examples, terms }: CodeSection): string {
  const level = Math.min(depth + 2, 6);
  const where = depth > 0 ? `${escapeHtml(path)} · ` : '';
  const parts = [
    `<h${level}>${chip(code.color)}${number} ${escapeHtml(code.name)}</h${level}>`,
    `<p class="about">${where}<code>${escapeHtml(code.id)}</code></p>`,
    ...texts.map(({ title, text }) => `<p class="text"><b>${title}.</b> ${escapeHtml(text)}</p>`),
    ...examples.map(({ title, texts: all }) => {
      return `<p class="list">${title}</p>\n<ul>${all.map((text) => `<li>${escapeHtml(text)}</li>`).join('')}</ul>`;
    }),
    ...terms.map(writeTerms),
  ];
  return `<section id="${escapeHtml(code.id)}">\n${parts.join('\n')}\n</section>`;
}

function writeTerms({ title, kinds }: TermSection): string {
  const rows = kinds.map(({ kind, terms }) => {
    const all = terms.map(({ source, details }) => {
      return `<li>${escapeHtml(source)}${details && ` <small>(${escapeHtml(details)})</small>`}</li>`;
    });
    return `<tr><th scope="row">${escapeHtml(kind)}</th><td><ul class="terms">${all.join(' ')}</ul></td></tr>`;
  });
  return `<p class="list">${escapeHtml(title)}</p>\n<table>${rows.join('')}</table>`;
}

function chip(color: string | undefined): string {
  return color ? `<span class="chip" style="background:${escapeHtml(color)}" title="${escapeHtml(color)}"></span>` : '';
}

const STYLE = `
body { font: 16px/1.5 system-ui, sans-serif; color: #1c1c1c; background: #fff; max-width: 46em; margin: 2em auto; padding: 0 1em; overflow-wrap: anywhere }
h1 { line-height: 1.2 } h2 { margin-top: 2em; border-bottom: 1px solid #ccc } h2, h3, h4, h5, h6 { margin-bottom: 0; line-height: 1.3 }
.about { color: #595959; margin: 0 0 .6em; font-size: .875em } .text { white-space: pre-line; margin: .4em 0 }
.list { font-weight: bold; margin: .6em 0 .2em } ul { margin: 0; padding-left: 1.3em } nav ul { list-style: none; padding: 0 }
.chip { display: inline-block; width: .8em; height: .8em; margin-right: .5em; border-radius: 2px; border: 1px solid #0003; print-color-adjust: exact; -webkit-print-color-adjust: exact }
table { border-collapse: collapse; width: 100% } th { text-align: left; vertical-align: top; font-weight: normal; color: #595959; padding: .1em 1em .1em 0; width: 5em; white-space: nowrap } td { padding: .1em 0 }
.terms { list-style: none; padding: 0 } .terms li { display: inline-block; margin: 0 .3em .3em 0; padding: 0 .45em; border: 1px solid #ccc; border-radius: 3px; font-size: .9em } small { color: #595959 }
a { color: inherit } @media print { body { font-size: 10.5pt; margin: 0; max-width: none } h2, h3, h4, h5, h6, .list, .about { break-after: avoid } li, tr, .text { break-inside: avoid } a { text-decoration: none } }
`;
