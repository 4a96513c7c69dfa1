/** How this run writes its tables. */
import type { Io } from '../io.ts';
import type { WriteOptions } from '../output/table-format.ts';
import type { Settings } from '../settings.ts';

export function writeOptions(settings: Settings, io: Io): WriteOptions {
  const { numbers, excel, color } = settings;
  return { width: io.width, colorLevel: color ? io.colorLevel : 0, numbers, excel };
}
