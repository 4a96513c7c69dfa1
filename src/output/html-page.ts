/** A web page of its own: nothing is fetched, nothing in it is run, and the program knows it as its own. */
import { escapeHtml } from './escape-html.ts';
import { OWN_MARK } from './own-output.ts';

export interface HtmlPage {
  title: string;
  /** CSS. */
  style: string;
  /** HTML below `body`. */
  body: string;
}

/** The whole text of the file. */
export function writeHtmlPage({ title, style, body }: HtmlPage): string {
  return `<!doctype html>
${OWN_MARK}
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
${body}
</body>
</html>
`;
}
