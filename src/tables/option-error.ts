/** What was asked of a table does not fit the study; it shows only when all documents have passed by. */
export class OptionError extends Error {
  readonly hint: string | undefined;

  constructor(reason: string, hint?: string) {
    super(reason);
    this.name = 'OptionError';
    this.hint = hint;
  }
}
