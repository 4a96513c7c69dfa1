/** Colours as other programs write them. */

/** `#rrggbb`, from `#RGB`, `#RRGGBB`, `#RRGGBBAA`, `RRGGBB` and `rgb(1, 2, 3)`; undefined for anything else. */
export function readColor(written: string): string | undefined {
  const text = written.slice(0, 40).trim().toLowerCase();
  const hex = /^#?([\da-f]{6})(?:[\da-f]{2})?$/.exec(text)?.[1];
  if (hex !== undefined) return `#${hex}`;
  const short = /^#([\da-f])([\da-f])([\da-f])$/.exec(text);
  if (short)
    return `#${short
      .slice(1)
      .map((digit) => digit + digit)
      .join('')}`;
  const parts = /^rgba?\( ?(\d{1,3})[ ,]+(\d{1,3})[ ,]+(\d{1,3})/.exec(text)?.slice(1).map(Number);
  if (!parts?.every((part) => part < 256)) return undefined;
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
