/** An error of use: told in one line without a stack, exit 2. */
export class UsageError extends Error {
  readonly hint: string | undefined;

  constructor(reason: string, hint?: string) {
    super(reason);
    this.name = 'UsageError';
    this.hint = hint;
  }
}
