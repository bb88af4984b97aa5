import { spawnSync } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { CAM } from './cam.ts';

const hasTmux = spawnSync('tmux', ['-V']).status === 0;
const SOCKET = `cam-asks-${process.pid}`;

/** Tests that need tmux are left out without it, and say so; a machine that runs every test for us has it. */
export const withoutTerminal = !hasTmux && process.env['CI'] !== 'true';

/** A terminal in which cam asks and a test answers. */
export interface RealTerminal {
  type(...keys: string[]): void;
  /** All keys in one write, as from a fast hand or a slow line. */
  typeAtOnce(...keys: string[]): void;
  /** The screen once it shows these words. @throws Error when they do not come within half a minute */
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
  const shell = `node ${CAM} ${command}; echo ended with $?; sleep 60`;
  const words = ['env', '-u', 'CI', 'LC_ALL=C.UTF-8', 'sh', '-c', shell];
  tmux('new-session', '-d', '-s', session, '-x', `${columns}`, '-y', `${rows}`, '-c', folder, ...words);
  return {
    kill: (signal) => process.kill(camIn(session), signal),
    close: () => tmux('kill-session', '-t', session),
    resize: (columns, rows) => tmux('resize-window', '-t', session, '-x', `${columns}`, '-y', `${rows}`),
    typeAtOnce: (...keys) => tmux('send-keys', '-t', session, ...keys),
    type: (...keys) => keys.forEach((key) => tmux('send-keys', '-t', session, key)),
    screenWith: async (expected) => {
      for (let waited = 0; waited < 300; waited++) {
        const screen = tmux('capture-pane', '-p', '-J', '-t', session);
        if (screen.includes(expected)) return screen;
        await pause(100);
      }
      throw new Error(`"${expected}" did not come: ${tmux('capture-pane', '-p', '-t', session)}`);
    },
  };
}

/** The process of cam: the one that the terminal's shell has started. */
function camIn(session: string): number {
  const shell = tmux('list-panes', '-t', session, '-F', '#{pane_pid}').trim();
  return Number(spawnSync('pgrep', ['-P', shell], { encoding: 'utf8' }).stdout.trim());
}

/** Ends every terminal that this file's tests opened. */
export function closeTerminals(): void {
  tmux('kill-server');
}

function tmux(...argv: string[]): string {
  return spawnSync('tmux', ['-L', SOCKET, '-f', '/dev/null', ...argv], { encoding: 'utf8' }).stdout;
}
