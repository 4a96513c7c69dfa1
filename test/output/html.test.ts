/** Tables as a web page: nothing that is said becomes markup, and a reader of the screen knows what a number is about. */
import { expect, test } from 'vitest';
import type { Table } from '../../src/model.ts';
import { html } from '../../src/output/html.ts';
import { isOwnOutput } from '../../src/output/own-output.ts';

const OPTIONS = { width: 60, colorLevel: 0 as const, numbers: false, excel: false };

const TABLE: Table = {
  name: 'sample',
  title: 'Matrix <b>',
  display: 'circles',
  columns: [
    { key: 'code', title: 'Code', kind: 'text' },
    { key: 'code_id', kind: 'text' },
    { key: 'one', title: 'One & only', kind: 'integer', document: { name: 'one', group: 'North' } },
    { key: 'sum', title: 'Sum', kind: 'integer' },
  ],
  rows: [
    { kind: 'body', depth: 0, color: '#b3261e', cells: ['A', 'a', 4, 4] },
    { kind: 'body', depth: 1, color: '#b3261e', cells: ['A \\ <script>alert(1)</script>', 'b', 0, 0] },
    { kind: 'total', cells: ['Sum', '', 4, 4] },
  ],
  notes: ['A "note" & more.'],
};

test('rows and columns have headings, codes their colour and place, counts their shade', () => {
  const page = html.write(TABLE, OPTIONS);
  expect(page.slice(page.indexOf('<thead>'), page.indexOf('</main>'))).toBe(`<thead>
<tr class="groups"><td colspan="1"></td><th colspan="1" scope="colgroup">North</th><td colspan="1"></td></tr>
<tr><th scope="col"><span>Code</span></th><th scope="col" class="n"><span>One &#38; only</span></th><th scope="col" class="n"><span>Sum</span></th></tr>
</thead>
<tbody>
<tr><th scope="row" class="coded" style="--code:#b3261e" dir="auto"><span class="name" style="margin-left:0em" title="A">A</span></th><td class="n" style="--shade:45%">4</td><td class="n">4</td></tr>
<tr><th scope="row" class="coded" style="--code:#b3261e" dir="auto"><span class="name" style="margin-left:1.2em" title="A \\ &#60;script&#62;alert(1)&#60;/script&#62;">&#60;script&#62;alert(1)&#60;/script&#62;</span></th><td class="n zero">0</td><td class="n zero">0</td></tr>
<tr class="total"><th scope="row" dir="auto">Sum</th><td class="n">4</td><td class="n">4</td></tr>
</tbody>
</table>
</div>
<ul class="notes">
<li>A &#34;note&#34; &#38; more.</li>
</ul>
`);
});

test('nothing is fetched and nothing is run', () => {
  const page = html.write(TABLE, OPTIONS);
  expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
  expect(page).not.toMatch(/<script|<link|<img|url\(|@import|https?:/);
});

test('the program knows its own pages', () => {
  expect(isOwnOutput(new TextEncoder().encode(html.write(TABLE, OPTIONS)))).toBe(true);
});
