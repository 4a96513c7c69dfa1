/** A command of commander whose options are made only when it runs or is explained. */
import { Command, type Option } from 'commander';

/** Thirty commands have four hundred options, and a run needs those of one. */
export class LateCommand extends Command {
  /** Undefined once they are made. */
  #late: (() => void)[] | undefined = [];

  override createCommand(name?: string): LateCommand {
    return new LateCommand(name);
  }

  override option(...given: unknown[]): this {
    const make = super.option as (...given: unknown[]) => this;
    this.#late?.push(() => make.apply(this, given));
    return this.#late ? this : make.apply(this, given);
  }

  override addOption(option: Option): this {
    this.#late?.push(() => super.addOption(option));
    return this.#late ? this : super.addOption(option);
  }

  override parseOptions(args: string[]): ReturnType<Command['parseOptions']> {
    this.#makeOptions();
    return super.parseOptions(args);
  }

  override helpInformation(context?: Parameters<Command['helpInformation']>[0]): string {
    this.#makeOptions();
    return super.helpInformation(context);
  }

  #makeOptions(): void {
    const late = this.#late ?? [];
    this.#late = undefined;
    for (const make of late) make();
  }
}
