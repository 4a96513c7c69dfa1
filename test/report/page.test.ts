/** The report in a browser: from a number to its quotes to the transcript, selection, colours, keyboard, and no way out. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HOSTILE_NAME, makeReport } from './report-study.ts';

const CHROMIUM = '/usr/bin/chromium';
const hasBrowser = existsSync(CHROMIUM);
const VIEWS = [
  'matrix',
  'matrix?row=load&column=anna',
  'frequencies',
  'relations',
  'crosstab',
  'quotes',
  'documents',
  'method',
];
const TRANSCRIPT = `document?name=${encodeURIComponent(HOSTILE_NAME)}`;
/** Together they have every kind of part. */
const DIFFERENT_VIEWS = ['matrix?row=load&column=anna', 'frequencies', TRANSCRIPT];

describe.skipIf(!hasBrowser)(`the report in a browser${hasBrowser ? '' : ` (skipped: no ${CHROMIUM})`}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'code-transcripts-report-'));
  const address = `file://${join(folder, 'report.html')}`;
  /** Errors on the console, and requests for anything but the page. */
  const bad: string[] = [];
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    writeFileSync(join(folder, 'report.html'), await makeReport());
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
    page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(10_000);
    page.on('pageerror', (error) => bad.push(error.message));
    page.on('console', (message) => bad.push(message.text()));
    page.on('request', (request) => request.url().startsWith('file:') || bad.push(request.url()));
    await page.goto(address);
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Waits until what was asked for is drawn. */
  const settle = () => page.evaluate('new Promise((done) => requestAnimationFrame(() => setTimeout(done, 20)))');
  /** Follows a link within the page. */
  const go = async (path: string) => {
    await page.goto(`${address}#/${path}`);
    await settle();
  };
  const texts = async (selector: string) => {
    await settle();
    return page.locator(selector).allInnerTexts();
  };
  const cells = async (row: number) =>
    (await texts(`[data-cell^="${row},"]:not(.sum)`)).map((text) => text.replace(/\s/g, '')).join(' ');
  const hash = async () => decodeURIComponent(new URL(page.url()).hash);

  test('shows the numbers of the tables', async () => {
    await go('matrix?show=numbers');
    expect(await texts('tbody th .name')).toEqual([
      'Load',
      '(directly)',
      'Time',
      'Money',
      'Rest </script>',
      'Coded segments',
      'Segments with a code',
    ]);
    expect([await cells(0), await cells(2), await cells(4), await cells(5), await cells(6)]).toEqual([
      '2 2 0',
      '1 1 0',
      '0 1 1',
      '2 3 1',
      '2 2 1',
    ]);
    await go('matrix?show=numbers&value=row-percent');
    expect(await cells(0)).toBe('50.0 50.0 0');
    await go('crosstab?by=role');
    expect([await texts('thead .name'), await cells(0)]).toEqual([['driver', 'nurse', 'Sum'], '2 2']);
  });

  test('leads from a cell to its quotes, to the transcript, and back', async () => {
    await go('matrix');
    await page.locator('[data-cell="0,0"]').click();
    expect(await texts('.panel blockquote')).toEqual(['It is heavy work.', 'Always a hurry, long hours.']);
    expect(await texts('.panel .origin')).toEqual(['north \\ anna : 2 - 2 · R', 'north \\ anna : 4 - 4 · R']);
    await page.locator('.panel figcaption a').nth(1).click();
    await page.locator('.paragraph.wanted').waitFor();
    expect(await texts('h1')).toEqual(['anna']);
    expect(await texts('.wanted p, .wanted li')).toEqual(['R: Always a hurry, long hours.', 'Time']);
    await page.locator('.wanted mark').first().hover();
    expect(await texts('[role=tooltip]')).toEqual(['Load \\ Time: term “hurry”']);
    await page.goBack();
    expect(await texts('.panel h2')).toEqual(['Load · anna']);
    await page.locator('[data-cell="0,3"]').click();
    expect([await texts('.panel h2'), (await texts('.panel blockquote')).length]).toEqual([['Load · all columns'], 4]);
    await page.locator('thead a', { hasText: 'ben' }).click();
    expect(await texts('h1')).toEqual(['ben']);
  });

  test('leads from two codes to the quotes with both, and from the codeline to a paragraph', async () => {
    await go('relations');
    expect([await cells(0), await cells(4)]).toEqual(['— — — — 1', '1 0 1 0 —']);
    await page.locator('[data-cell="4,0"]').click();
    expect(await texts('.panel h2')).toEqual(['Rest </script> with Load']);
    expect(await texts('.panel blockquote')).toEqual(['I hurry home and sleep.']);
    await go('relations?within=document&row=load&column=rest');
    expect(await texts('.panel blockquote')).toEqual(['I hurry home and sleep.', 'The wages are low.']);
    await go('relations?within=paragraphs&distance=2&row=money&column=time');
    expect(await texts('.panel blockquote')).toEqual(['I hurry home and sleep.', 'The wages are low.']);
    await go('document?name=ben');
    const titles = await page.locator('.codeline rect title').allTextContents();
    expect(titles).toEqual([
      'Load: paragraph 2',
      'Load: paragraph 4',
      'Time: paragraph 2',
      'Money: paragraph 4',
      'Rest </script>: paragraph 2',
    ]);
  });

  test('counts what is selected, and says so', async () => {
    await go('matrix?show=numbers');
    await page.getByLabel('Segments with the text').fill('WÁGES');
    await page.locator('.limits p').waitFor();
    expect(await cells(0)).toBe('0 1 0');
    expect(await texts('.limits p')).toEqual([
      'Only segments with the text "WÁGES". 1 segment in 3 documents. Show everything',
    ]);
    await page.getByText('Show everything').click();
    await page.locator('.check', { hasText: 'Rest </script>' }).locator('input').check();
    expect(await texts('tbody th .name')).toEqual(['Rest </script>', 'Coded segments', 'Segments with a code']);
    await page.locator('summary', { hasText: 'role' }).click();
    await page.locator('.check', { hasText: 'driver' }).locator('input').check();
    expect(await cells(0)).toBe('1');
    expect(await hash()).toBe('#/matrix?code=rest&var=role=driver&show=numbers');
    await page.goBack();
    expect(await cells(0)).toBe('0 1 1');
  });

  test('works with the keyboard alone', async () => {
    await go('matrix');
    await page.locator('[data-cell="0,0"]').focus();
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight', 'Enter']) await page.keyboard.press(key);
    await page.locator('#panel-title:focus').waitFor();
    expect(await texts('.panel h2')).toEqual(['Load \\ Time · ben']);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('.panel').waitFor({ state: 'detached' });
    expect(await page.evaluate('document.activeElement.dataset.cell')).toBe('2,1');
  });

  test('shows what looks like markup as text', async () => {
    await go(TRANSCRIPT);
    const text = (await texts('.transcript p')).join('\n');
    for (const part of [
      '</script><img src=x onerror="document.title=1"> <!-- <script> ]]>',
      '😀 مرحبا \u0024{1} \\u003c',
    ])
      expect(text).toContain(part);
    expect(await texts('h1')).toEqual([HOSTILE_NAME]);
    expect(await page.title()).toBe(`${HOSTILE_NAME} – Work & <i>rest</i>`);
    expect(await page.locator('img, main script, i').count()).toBe(0);
  });

  test('saves its pictures', async () => {
    await go('frequencies');
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByText('Save the picture').click()]);
    expect(download.suggestedFilename()).toBe('code-frequencies-coded-segments.svg');
    const svg = readFileSync(await download.path(), 'utf8');
    expect(svg).toMatch(/^<svg [^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"[\s\S]*>Rest &lt;\/script&gt;<\/text>/);
  });

  /** What axe finds of these views that would keep somebody out. */
  const check = async (views: readonly string[], rules?: string[]) => {
    await page.evaluate(axe.source);
    const options = JSON.stringify({ resultTypes: ['violations'], ...(rules ? { runOnly: rules } : {}) });
    const findings: string[] = [];
    for (const view of views) {
      await go(view);
      const found = (await page.evaluate(`axe.run(${options}).then(({ violations }) => violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => id + ': ' + nodes[0].html + ' ' + nodes[0].any.map(({ message }) => message)))`)) as string[];
      findings.push(...found.map((finding) => `${view}: ${finding}`));
    }
    return findings;
  };
  const paper = () => page.evaluate('getComputedStyle(document.body).backgroundColor');

  test('can be used by everybody', async () => {
    expect(await check([...DIFFERENT_VIEWS, 'relations', 'method'])).toEqual([]);
  });

  test('can be read in the dark, as the system or the reader wants it', async () => {
    expect(await paper()).toBe('rgb(255, 255, 255)');
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await check(DIFFERENT_VIEWS, ['color-contrast'])).toEqual([]);
    const dark = await paper();
    expect(dark).not.toBe('rgb(255, 255, 255)');
    await page.getByRole('button', { name: 'Light' }).click();
    expect(await paper()).toBe('rgb(255, 255, 255)');
    await page.emulateMedia({ colorScheme: 'light' });
    await page.getByRole('button', { name: 'Dark' }).click();
    expect(await paper()).toBe(dark);
    await page.getByRole('button', { name: 'System' }).click();
  });

  test('fits a phone', async () => {
    await page.setViewportSize({ width: 380, height: 700 });
    for (const view of [...VIEWS, TRANSCRIPT]) {
      await go(view);
      expect([view, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([view, 380]);
    }
  });

  test('asked for nothing and complained of nothing', () => expect(bad).toEqual([]));
});
