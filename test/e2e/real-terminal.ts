import { spawnSync } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { CAM } from './cam.ts';
import { PATIENCE, tmux } from './tmux.ts';

/** A terminal in which cam asks and a test answers. */
export interface RealTerminal {
  type(...keys: string[]): void;
  /** All keys in one write, as from a fast hand or a slow line. */
  typeAtOnce(...keys: string[]): void;
  /** The screen once it shows these words and stands still. @throws Error when they do not come */
  screenWith(words: string): Promise<string>;
  /** Ends cam from outside, as `kill -9` does. */
  kill(signal: 'SIGKILL' | 'SIGTERM'): void;
  /** Closes the window under cam. */
  close(): void;
  resize(columns: number, rows: number): void;
}

// A session of its own for each test: a new one must not meet a server on its way out.
let sessions = 0;

/** Starts `cam` with these words in a terminal; the screen says `ended with CODE` behind its last line. */
export function openTerminal(
  command: string,
  { folder, columns, rows }: { readonly folder: string; readonly columns: number; readonly rows: number },
): RealTerminal {
  sessions += 1;
  const session = `cam-${sessions}`;
  const shell = `node '${CAM}' ${command}; echo ended with $?; sleep 600`;
  const words = ['env', '-u', 'CI', 'LC_ALL=C.UTF-8', 'sh', '-c', shell];
  tmux('new-session', '-d', '-s', session, '-x', `${columns}`, '-y', `${rows}`, '-c', folder, ...words);
  return {
    kill: (signal) => process.kill(camIn(session), signal),
    close: () => tmux('kill-session', '-t', session),
    resize: (columns, rows) => tmux('resize-window', '-t', session, '-x', `${columns}`, '-y', `${rows}`),
    typeAtOnce: (...keys) => tmux('send-keys', '-t', session, ...keys),
    type: (...keys) => keys.forEach((key) => tmux('send-keys', '-t', session, key)),
    screenWith: (expected) => screenWith(session, expected),
  };
}

async function screenWith(session: string, expected: string): Promise<string> {
  const until = performance.now() + PATIENCE;
  let before: string | undefined;
  for (;;) {
    const screen = tmux('capture-pane', '-p', '-J', '-t', session);
    // Seen twice: a screen may be looked at while it is half drawn.
    if (screen === before && screen.includes(expected)) return screen;
    if (performance.now() > until) throw new Error(`"${expected}" did not come: ${screen}`);
    before = screen;
    await pause(50);
  }
}

/** The process of cam: the one that the terminal's shell has started. */
function camIn(session: string): number {
  const shell = tmux('list-panes', '-t', session, '-F', '#{pane_pid}').trim();
  return Number(spawnSync('pgrep', ['-P', shell], { encoding: 'utf8' }).stdout.trim());
}
