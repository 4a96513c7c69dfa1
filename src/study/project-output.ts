/** A study as a project for MAXQDA, ATLAS.ti, NVivo and QualCoder, which is written while the study is gone through. */
import { countOf, Losses } from '../codebook/formats/losses.ts';
import { maxqdaNames, qualcoderNames } from '../codebook/formats/reader-limits.ts';
import type { ProjectOptions, ProjectWriter } from '../exchange/qdpx/project-writer.ts';
import type { Codebook, CodedDocument, Message } from '../model.ts';
import type { Gatherer } from '../tables/analysis.ts';
import { createMessage } from '../text/messages.ts';

export interface ProjectRequest extends ProjectOptions {
  /** Every code gets a name of its own. */
  uniqueNames?: boolean;
}

/** Takes documents as tables do. */
export class ProjectOutput implements Gatherer {
  #codebook: Codebook;
  #writer: ProjectWriter;
  #request: ProjectRequest;
  #documents = 0;
  #codings = 0;

  /** Gives what begins the file once the codebook is there. What writes it is loaded when it is needed. */
  static async load(
    sink: (bytes: Uint8Array) => void,
    request: ProjectRequest = {},
  ): Promise<(codebook: Codebook) => ProjectOutput> {
    const [{ ProjectWriter }, { makeNamesUnique }] = await Promise.all([
      import('../exchange/qdpx/project-writer.ts'),
      import('../exchange/qdpx/unique-names.ts'),
    ]);
    return (given) => {
      const codebook = request.uniqueNames ? makeNamesUnique(given) : given;
      return new ProjectOutput(codebook, new ProjectWriter(codebook, sink, request), request);
    };
  }

  private constructor(codebook: Codebook, writer: ProjectWriter, request: ProjectRequest) {
    this.#codebook = codebook;
    this.#writer = writer;
    this.#request = request;
  }

  add(document: CodedDocument): void {
    this.#writer.add(document);
    this.#documents++;
    this.#codings += document.codings.length;
  }

  finish(): void {
    this.#writer.finish();
  }

  /** `2 documents, 14 codings`. */
  describe(): string {
    return `${countOf(this.#documents, 'document')}, ${countOf(this.#codings, 'coding')}`;
  }

  /** Documents for which there was no more room. */
  reportLeftOut(): Message[] {
    const { leftOut } = this.#writer;
    if (leftOut === 0) return [];
    const reason = `Left ${countOf(leftOut, 'document')} out of the project, for which it has no more room`;
    const hint = 'export the study in parts, by its folders';
    return [createMessage(reason, { rule: 'project-full', severity: 'warning', hint })];
  }

  /** Where programs that open the project will stumble; `path` is that of the codebook. */
  warn(path: string): Message[] {
    const losses = new Losses();
    for (const { find, loss } of [maxqdaNames, qualcoderNames])
      for (const code of find(this.#codebook)) losses.add(loss, code.position, code.name);
    const messages = [...this.reportLeftOut(), ...losses.report(path)];
    const [first] = this.#writer.astral;
    if (first !== undefined && !this.#request.replaceAstral) {
      const count = this.#writer.astral.length;
      const reason = `NVivo may show the coded passages of ${countOf(count, 'document')} with emoji or rare characters beside their place, ${count === 1 ? '' : 'the first is '}\`${first}\``;
      const hint = 'it counts such characters as two: for NVivo, replace them with --astral replace';
      messages.push(createMessage(reason, { rule: 'astral-characters', severity: 'warning', hint }));
    }
    return messages;
  }
}
