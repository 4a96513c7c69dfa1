/** Opens the study that parts make together: the documents that shards coded, one by one, and those that waited for the others. */
import { type CodeNode, listCodes } from '../../codebook/code-tree.ts';
import type { Io } from '../../io.ts';
import type { Message } from '../../model.ts';
import type { Settings } from '../../settings.ts';
import { createMessage, unpackMessage } from '../../text/messages.ts';
import { normalizeName } from '../../transcript/normalize-name.ts';
import type { LabelCounts } from '../../transcript/speakers.ts';
import { SourceCoder } from '../code-sources.ts';
import type { CodedStudy, StudyDocument } from '../open-study.ts';
import { unpackSource } from '../packed-source.ts';
import { reportCopies, reportUnknownNames } from '../report-document.ts';
import { UsageError } from '../usage-error.ts';
import { gatherParts } from './compare-parts.ts';
import { addLabels } from './known-labels.ts';
import { unpackCoded } from './pack-coded.ts';
import { type PackedCodebook, type PartLine, unpackFailure, type WaitingLine } from './part-format.ts';
import { openPart, type Part, readPartLines } from './read-part.ts';
import { isPart, isShardFile } from './shard.ts';

export interface GatheredParts {
  /** In the order of the shards, all of one study. */
  parts: Part[];
}

/** Parts and folders of parts; only messages when they cannot be merged. Throws a usage error where there is no part. */
export function findParts(paths: readonly string[], io: Io): GatheredParts | { messages: Message[] } {
  const opened: Part[] = [];
  const messages: Message[] = [];
  for (const path of listParts(paths, io)) {
    const part = openPart(path, io);
    if ('header' in part) {
      // The same long list many times over would fill the memory.
      const files = opened[0]?.header.files;
      if (files && JSON.stringify(files) === JSON.stringify(part.header.files)) part.header.files = files;
      opened.push(part);
    } else messages.push(createMessage(part.reason, { rule: 'no-part', severity: 'error', path, hint: part.hint }));
  }
  const gathered = gatherParts(opened);
  // What cannot be read is no more than missing, and told already.
  if (messages.length > 0) return { messages: [...messages, ...gathered.messages.filter((each) => each.file)] };
  return gathered.messages.length > 0 ? { messages: gathered.messages } : { parts: gathered.parts };
}

function listParts(paths: readonly string[], io: Io): string[] {
  const found = paths.flatMap((path) => {
    const kind = io.kindOf(path);
    if (kind === undefined) throw new UsageError(`No such file or folder: ${path}`);
    // Somebody who writes `parts/*` means the parts among what lies there.
    if (kind !== 'folder') return isShardFile(nameOf(path)) && !isPart(nameOf(path)) ? [] : [path];
    const names = io.listFolder(path).map(({ name }) => name);
    return names
      .filter(isPart)
      .sort()
      .map((name) => `${path.replace(/[/\\]+$/, '')}/${name}`);
  });
  if (found.length === 0)
    throw new UsageError(
      `No parts in ${paths.join(', ')}`,
      'expected files such as part-1-of-4.jsonl from --shard 1/4',
    );
  return found;
}

const nameOf = (path: string): string => path.split(/[/\\]/).at(-1) ?? path;

/** What the shards were asked, with what is asked of merging. */
export function mergeSettings({ parts: [first] }: GatheredParts, own: Settings): Settings {
  return { ...own, ...first?.header.settings };
}

/** The study as it would be read and coded at once. */
export function openParts({ parts }: GatheredParts, settings: Settings, io: Io): CodedStudy {
  const headers = parts.map(({ header }) => header);
  const [first] = headers;
  if (!first) throw new UsageError('No parts');
  const labels: LabelCounts = new Map();
  for (const header of headers) addLabels(labels, header.labels);
  const { book } = first.codebook;
  const study: UncodedStudy = {
    codebook: book,
    loaded: unpackCodebook(first.codebook),
    inputs: new Set(parts.map(({ path }) => io.truePath(path))),
    tables: first.variables,
    fileCount: first.files.length,
    messages: first.before.map(unpackMessage),
    failed: [...first.failedFolders, ...headers.flatMap(({ failed }) => failed)].map(unpackFailure),
  };
  return { ...study, documents: new MergedDocuments(parts, study, { labels, settings, io }).list() };
}

function unpackCodebook({ path, sha256, origin, book, bases }: PackedCodebook): CodedStudy['loaded'] {
  const located = bases.map((base) => ({ ...base, location: '' }));
  return { codebook: book, isText: true, path, location: '', sha256, origin, bases: located, messages: [] };
}

interface Merging {
  labels: LabelCounts;
  settings: Settings;
  io: Io;
}

type UncodedStudy = Omit<CodedStudy, 'documents'>;

class MergedDocuments {
  #parts: readonly Part[];
  #study: UncodedStudy;
  #merging: Merging;
  #nodes: readonly CodeNode[];
  /** What coding told, in the order of the documents. */
  #told: Message[] = [];
  #coder: SourceCoder;
  #sha256: ReadonlyMap<number, string>;

  constructor(parts: readonly Part[], study: UncodedStudy, merging: Merging) {
    this.#parts = parts;
    this.#study = study;
    this.#merging = merging;
    this.#nodes = listCodes(study.codebook);
    const { codebook, failed } = study;
    const { labels, settings } = merging;
    this.#coder = new SourceCoder({ codebook, labels, settings, messages: this.#told, failed });
    this.#sha256 = new Map(parts.flatMap(({ header }) => header.read));
  }

  async *list(): AsyncGenerator<StudyDocument> {
    const names = new Set<string>();
    for (const part of this.#parts)
      for (const line of readPartLines(part, this.#merging.io)) {
        const document = this.#open(line);
        if (!document) continue;
        for (const { speaker } of document.speakers) names.add(normalizeName(speaker ?? ''));
        yield document;
      }
    this.#tell(names);
  }

  #open(line: PartLine): StudyDocument | undefined {
    const { file, sha256 } = this.#placeOf(line);
    if ('source' in line) return this.#code(line);
    this.#told.push(...line.told.map(unpackMessage));
    if ('coded' in line) return unpackCoded(line, this.#nodes, { file, sha256 });
    this.#study.failed.push(unpackFailure(line.refused));
    return undefined;
  }

  #code(line: WaitingLine): StudyDocument | undefined {
    const source = unpackSource(line.source);
    if (!source) return undefined;
    const { frontMatter, document, readingTold } = line;
    const told = readingTold.map(unpackMessage);
    const load = () => Promise.resolve(source);
    return this.#coder.code({ ...this.#placeOf(line), document, frontMatter, load, told }, source);
  }

  #placeOf({ index }: PartLine) {
    const file = this.#parts[0]?.header.files[index];
    if (!file) throw new UsageError(`Unexpected file ${index} of ${this.#study.fileCount}, expected whole parts`);
    return { file, sha256: this.#sha256.get(index) ?? '' };
  }

  /** In the order in which one run tells it. */
  #tell(names: ReadonlySet<string>): void {
    const headers = this.#parts.map(({ header }) => header);
    const [first] = headers;
    const files = first?.files ?? [];
    const { interviewers, respondents } = this.#merging.settings;
    const read = [...this.#sha256].flatMap(([index, sha256]) => {
      const file = files[index];
      return file ? [{ file, sha256 }] : [];
    });
    this.#study.messages.push(
      ...headers.flatMap(({ reading }) => reading.map(unpackMessage)),
      ...reportCopies(read),
      ...(first?.tables ?? []).map(unpackMessage),
      ...headers.flatMap(({ conflicts }) => conflicts.map(unpackMessage)),
      ...this.#told,
      ...reportUnknownNames([...interviewers, ...respondents], names),
    );
  }
}
