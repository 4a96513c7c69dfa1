/** Signals are left alone as long as there is nothing to do before the end. */
import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { Interrupts, type Signalled } from '../src/interrupts.ts';

class Program extends EventEmitter implements Signalled {
  readonly exits: number[] = [];
  exit(code: number): void {
    this.exits.push(code);
  }
}

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
])('%s does what is to be done, the latest first, and ends with %i', (signal, code) => {
  const program = new Program();
  const interrupts = new Interrupts(program);
  const done: string[] = [];
  interrupts.add(() => void done.push('first'));
  interrupts.add(() => void done.push('second'));
  program.emit(signal, signal);
  expect([program.exits, done]).toEqual([[code], ['second', 'first']]);
});

test('an act may say how the program ends', () => {
  const program = new Program();
  new Interrupts(program).add(() => 0);
  program.emit('SIGINT', 'SIGINT');
  expect(program.exits).toEqual([0]);
});

test('when the last act is taken back, nobody listens', () => {
  const program = new Program();
  const interrupts = new Interrupts(program);
  const forget = [interrupts.add(() => undefined), interrupts.add(() => undefined)];
  expect(program.listenerCount('SIGINT')).toBe(1);
  for (const each of forget) each();
  expect(program.listenerCount('SIGINT')).toBe(0);
});
