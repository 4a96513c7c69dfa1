/** Copies of short texts that outlive the long text they were cut from. */

/**
 * The same text with characters of its own. What is sliced from a text refers to it in V8 and keeps the whole of it in memory,
 * so that a name kept of every interview would keep every interview.
 */
export function copyText(text: string): string {
  return text.length < SHORTEST_SLICE ? text : (JSON.parse(JSON.stringify(text)) as string);
}

/** Likewise all texts in plain data. */
export function copyTexts<Data>(data: Data): Data {
  return JSON.parse(JSON.stringify(data)) as Data;
}

/** Shorter ones are copied by V8 itself (SlicedString::kMinLength). */
const SHORTEST_SLICE = 13;
