/** Tells which cell styles of a workbook show a number as a date or time, and writes such a number as one. */
import { scanXml } from './xml.ts';

export interface SheetStyles {
  /** Whether days are counted from 1904, as on old Macs. */
  from1904: boolean;
  /** For each cell style what of a date it shows; nothing for other styles. */
  dates: (DateStyle | undefined)[];
}

export interface DateStyle {
  day: boolean;
  time: boolean;
  seconds: boolean;
}

/** Built-in formats of ECMA-376, part 1, 18.8.30; those for other languages are dates as well. */
const BUILT_IN: Record<number, string> = {
  18: 'h:mm',
  19: 'h:mm:ss',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'd-m-y h:mm',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
};
const isBuiltInDay = (id: number): boolean =>
  (id >= 14 && id <= 17) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

/** By the index of the cell style. */
export function readDateStyles(part: Uint8Array): (DateStyle | undefined)[] {
  const formats = new Map<number, string>();
  const dates: (DateStyle | undefined)[] = [];
  let inCellStyles = false;
  scanXml(part, 'xl/styles.xml', {
    open({ name, attributes }) {
      const tag = name.slice(name.indexOf(':') + 1);
      const id = Number(attributes.numFmtId ?? 0);
      if (tag === 'numFmt') formats.set(id, attributes.formatCode ?? '');
      else if (tag === 'cellXfs') inCellStyles = true;
      else if (tag === 'xf' && inCellStyles)
        dates.push(
          isBuiltInDay(id)
            ? { day: true, time: false, seconds: false }
            : parseFormat(formats.get(id) ?? BUILT_IN[id] ?? ''),
        );
    },
    close(name) {
      if (name.endsWith('cellXfs')) inCellStyles = false;
    },
    text() {},
  });
  return dates;
}

/** Literal text and colours say nothing; `m` is a month unless hours or seconds are shown. */
function parseFormat(code: string): DateStyle | undefined {
  const letters = code
    .slice(0, LONGEST_FORMAT)
    .toLowerCase()
    .replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/g, '')
    .replace(/general/g, '');
  const style = { day: /[yd]/.test(letters), time: /[hs]/.test(letters), seconds: /s/.test(letters) };
  if (!style.day && !style.time) return /m/.test(letters) ? { day: true, time: false, seconds: false } : undefined;
  return style;
}

const LONGEST_FORMAT = 200;
const DAY = 86_400;

/** A number of days as `2024-03-05`, `2024-03-05 14:30`, or `0:12:30` where only a time is shown. */
export function formatDate(days: number, style: DateStyle, from1904: boolean): string {
  const seconds = Math.round(days * DAY);
  const rest = ((seconds % DAY) + DAY) % DAY;
  if (!style.day) return formatClock(seconds, style.seconds);
  const whole = Math.floor(seconds / DAY);
  // Excel counts a 29 February 1900 that never was.
  const since1970 = whole + (from1904 ? -24_107 : whole < 60 ? -25_568 : -25_569);
  const date = new Date(since1970 * DAY * 1000);
  if (Number.isNaN(date.getTime())) return String(days);
  const day = date.toISOString().slice(0, 10);
  return style.time && rest > 0 ? `${day} ${formatClock(rest, rest % 60 > 0)}` : day;
}

function formatClock(seconds: number, withSeconds: boolean): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const clock = `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}`;
  return withSeconds ? `${clock}:${two(seconds % 60)}` : clock;
}
