/** What a lint rule is: a pure function to findings; it does not know its own severity in a run. */
import type { Code, Codebook, CodedDocument, Position } from '../model.ts';
import type { YamlFile } from '../text/yaml.ts';
import type { CodebookUse } from './codebook-use.ts';
import type { CompiledTerm } from './compiled-terms.ts';
import type { Suppression } from './suppressions.ts';

export type Severity = 'error' | 'warning';

export interface Finding {
  position: Position;
  /** "Unexpected X, expected Y". */
  reason: string;
  hint?: string;
  /** Id of the code that it is about; part of what a baseline knows a finding by. */
  code?: string;
  /** What `--fix` does about it, where that is safe. */
  fix?: Fix;
}

/** A change of the lines of a codebook that changes no coding. */
export interface Fix {
  /** 1-based. */
  line: number;
  /** 1-based; where what is changed begins in the line. */
  column: number;
  /** What stands there. The line is left alone when it does not. */
  from: string;
  /** What comes in its place; the whole line goes when left out. */
  to?: string;
  /** What was done, in the past tense. */
  done: string;
}

export interface RuleDescription {
  id: string;
  severity: Severity;
  /** One line: what is found. */
  summary: string;
  /** Why it matters. */
  why: string;
  /** Codes of a book that is fine, and of one that has exactly this finding. Both are tests. */
  good: string;
  bad: string;
  /** A threshold that the configuration can change. */
  limit?: { value: number; about: string };
}

export interface RuleContext {
  /** The threshold of the rule in this run; 0 for a rule that has none. */
  limit: number;
  /** The file as written, and those of the books that it extends. */
  files: readonly YamlFile[];
  /** Place of a key's value in the entry of a code, or of the code where the key is not. */
  placeOf(code: Code, key: string): Position;
  /** Such as `on line 12`, with the file where it is another one than that of the finding. */
  pointTo(place: Position, from: Position): string;
  /** The terms of a code, in the order of the file. */
  termsOf(code: Code): readonly CompiledTerm[];
  /** Those of them that are words which follow each other, and the items of others that are. */
  wordTermsOf(code: Code): readonly CompiledTerm[];
  /** A sentence coded as if a respondent had said it. */
  codeExample(text: string): CodedDocument;
}

/** A rule on the codebook alone. */
export interface CodebookRule extends RuleDescription {
  check(codebook: Codebook, context: RuleContext): Finding[];
}

/** A rule on what the codebook finds in transcripts. */
export interface UseRule extends RuleDescription {
  /** The interview that goes with the samples. */
  transcript: string;
  checkUse(use: CodebookUse, context: RuleContext): Finding[];
}

/** A rule on the comments that suppress the others; it cannot be suppressed itself. */
export interface SuppressionRule extends RuleDescription {
  /** `ruleIds` are those of all rules, for the hint on a misspelled one. */
  checkSuppressions(suppressions: readonly Suppression[], ruleIds: readonly string[]): Finding[];
}

export type Rule = CodebookRule | UseRule | SuppressionRule;

/** What the configuration says of a rule. */
export interface RuleSetting {
  severity?: Severity | 'off';
  limit?: number;
}

/** By rule id; what is not there is as the rule has it. */
export type RuleSettings = ReadonlyMap<string, RuleSetting>;
