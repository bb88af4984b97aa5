import { decodeKeys, type Pressed } from './decode-keys.ts';

/** Keys in the order they were pressed, however they arrive; none is lost while something else is being done. */
export interface KeyQueue {
  /** The keys that wait, as soon as there are any; an empty list when the screen should be drawn anew. */
  next(): Promise<readonly Pressed[]>;
  /** Gives back keys that were not used: they come first next time. */
  putBack(keys: readonly Pressed[]): void;
  /** Something other than a key happened: the window changed its size. */
  wake(): void;
  close(): void;
}

/** The part of a terminal's input that is needed; `process.stdin` is one. */
export interface TerminalInput {
  setEncoding(encoding: 'utf8'): unknown;
  on(event: 'data', listener: (sent: string) => void): unknown;
  on(event: 'end' | 'close', listener: () => void): unknown;
  off(event: 'data', listener: (sent: string) => void): unknown;
  off(event: 'end' | 'close', listener: () => void): unknown;
  resume(): unknown;
  pause(): unknown;
}

/** The Esc key and the beginning of an arrow key are the same character: what follows within this time belongs to it. */
const ESCAPE_MILLISECONDS = 50;

/** Collects the keys of a terminal. */
export function keyQueue(input: TerminalInput): KeyQueue {
  let waiting: Pressed[] = [];
  let unfinished = '';
  let timer: NodeJS.Timeout | undefined;
  let wanted: (() => void) | undefined;
  const wake = (): void => {
    wanted?.();
    wanted = undefined;
  };
  const take = (sent: string, final: boolean): void => {
    const { keys, rest } = decodeKeys(unfinished + sent, { final });
    unfinished = rest;
    waiting.push(...keys);
    if (keys.length > 0) wake();
  };
  const onData = (sent: string): void => {
    clearTimeout(timer);
    take(sent, false);
    if (unfinished !== '') timer = setTimeout(() => take('', true), ESCAPE_MILLISECONDS);
  };
  // The terminal was closed: nobody can press anything any more.
  const onEnd = (): void => {
    waiting.push('interrupt');
    wake();
  };
  input.setEncoding('utf8');
  input.on('data', onData);
  input.on('end', onEnd);
  input.resume();
  return {
    wake,
    async next() {
      if (waiting.length === 0) await new Promise<void>((resolve) => (wanted = resolve));
      const keys = waiting;
      waiting = [];
      return keys;
    },
    putBack(keys) {
      waiting = [...keys, ...waiting];
    },
    close() {
      clearTimeout(timer);
      input.off('data', onData);
      input.off('end', onEnd);
      input.pause();
    },
  };
}
