/** x. */
import type { Io } from '../io.ts';
export async function importProject(_path: string, _flags: object, _io: Io): Promise<2> {
  return 2;
}
