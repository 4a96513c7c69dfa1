/** Lists that an analysis keeps: the beginning in memory, what goes beyond it in a file without a name. */
import type { Io } from '../io.ts';
import type { ScratchFile } from '../scratch-file.ts';
import type { CreateList, KeptList } from '../tables/kept-list.ts';
import { UsageError } from './usage-error.ts';

/** Of each list: their texts may hold the whole transcripts from which they were cut. */
const MOST_IN_MEMORY = 300;
const BUFFERED_BYTES = 2 ** 20;
/** Read at once where items are asked for one after the other. */
const AHEAD_BYTES = 2 ** 18;

/** Runs a piece of work whose lists are of no use behind it; of each so many items are in memory. */
export async function withLists<Result>(
  io: Pick<Io, 'openScratch'>,
  work: (createList: CreateList) => Promise<Result>,
  room = MOST_IN_MEMORY,
): Promise<Result> {
  const lists: { close(): void }[] = [];
  const createList: CreateList = <Item>() => {
    const list = new ScratchList<Item>(() => io.openScratch(), room);
    lists.push(list);
    return list;
  };
  try {
    return await work(createList);
  } finally {
    for (const list of lists) list.close();
  }
}

class ScratchList<Item> implements KeptList<Item> {
  #open: () => ScratchFile;
  #file: ScratchFile | undefined;
  #room: number;
  #first: Item[] = [];
  /** Where the items behind the first ones begin, in bytes. */
  #starts: number[] = [];
  #end = 0;
  #written = 0;
  #pending: Buffer[] = [];
  #ahead: { start: number; bytes: Buffer } = { start: 0, bytes: Buffer.alloc(0) };

  constructor(open: () => ScratchFile, room: number) {
    this.#open = open;
    this.#room = room;
  }

  get length(): number {
    return this.#first.length + this.#starts.length;
  }

  add(item: Item): void {
    if (this.#first.length < this.#room) {
      this.#first.push(item);
      return;
    }
    const bytes = Buffer.from(JSON.stringify(item));
    this.#pending.push(bytes);
    this.#starts.push(this.#end);
    this.#end += bytes.length;
    if (this.#end - this.#written >= BUFFERED_BYTES) this.#flush();
  }

  at(index: number): Item {
    if (index < this.#first.length) return this.#first[index] as Item;
    this.#flush();
    const at = index - this.#first.length;
    const start = this.#starts[at] ?? this.#end;
    return JSON.parse(this.#read(start, this.#starts[at + 1] ?? this.#end)) as Item;
  }

  *[Symbol.iterator](): Generator<Item> {
    for (let index = 0; index < this.length; index++) yield this.at(index);
  }

  close(): void {
    this.#file?.close();
    this.#file = undefined;
  }

  #read(start: number, end: number): string {
    let { start: from, bytes } = this.#ahead;
    const until = from + bytes.length;
    if (start < from || end > until) {
      const isNext = start >= from && start <= until;
      const length = Math.max(end - start, isNext ? Math.min(AHEAD_BYTES, this.#written - start) : 0);
      bytes = this.#try((file) => file.read(start, length));
      from = start;
      this.#ahead = { start, bytes };
    }
    return bytes.toString('utf8', start - from, end - from);
  }

  #flush(): void {
    if (this.#pending.length === 0) return;
    const bytes = Buffer.concat(this.#pending);
    this.#pending = [];
    this.#try((file) => file.append(bytes));
    this.#written = this.#end;
  }

  #try<Result>(work: (file: ScratchFile) => Result): Result {
    try {
      this.#file ??= this.#open();
      return work(this.#file);
    } catch (error) {
      const hint = 'name a folder with more room in the variable TMPDIR of the environment';
      throw new UsageError(
        `Cannot keep what is coded in a temporary file: ${(error as Error).message.split(',')[0]}`,
        hint,
      );
    }
  }
}
