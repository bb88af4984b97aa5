import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { cp, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';

/** Folder of the repository, with a separator at its end. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
export const CAM = join(ROOT, 'bin', 'cam.js');

/** What the program said and how it ended. */
export interface Answer {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Run {
  /** Folder the command is typed in. */
  readonly in: string;
  /** Number of the user as whom it runs; otherwise the one who runs the tests. */
  readonly user?: number;
  /** Added to the environment. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs the built program as a person would type it, without a terminal, and waits for it to end. */
export function cam(argv: readonly string[], { in: folder, env = {}, user }: Run): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CAM, ...argv], {
      cwd: folder,
      env: plainEnvironment(env),
      ...(user !== undefined && { uid: user, gid: user }),
    });
    const [out, err]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out: text(out), err: text(err) }));
    child.stdin.end();
  });
}

/** The environment of the test without what would change an answer: our own settings, language and kind of terminal, colour. */
export function plainEnvironment(added: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(CAM_|LC_|(LANG|TERM|CI|NO_COLOR|FORCE_COLOR|COLUMNS)$)/.test(name),
  );
  // Newer Nodes keep compiled code in the temporary folder: a test that looks into it finds only what cam leaves there.
  return { ...Object.fromEntries(kept), NODE_DISABLE_COMPILE_CACHE: '1', ...added };
}

/** The one JSON object on stdout; fails when there is anything else. */
export function envelope({ out }: Answer): Envelope {
  return JSON.parse(out) as Envelope;
}

export interface Envelope {
  readonly schemaVersion: number;
  readonly command: string | null;
  // Each command has its own data; a test looks at what it needs.
  readonly data: never;
  readonly files: readonly { readonly path: string; readonly kind: string; readonly partner?: string }[];
  readonly warnings: readonly { readonly where: string; readonly message: string }[];
  readonly failed: readonly { readonly partner: string; readonly message: string }[];
  readonly error?: { readonly message: string; readonly remedy: string | null; readonly exitCode: number };
}

const folders: string[] = [];
// A program that a test has ended may still be tidying up in its folder.
const goAway = { recursive: true, force: true, maxRetries: 20, retryDelay: 50 } as const;
afterAll(() => Promise.all(folders.map((folder) => rm(folder, goAway))));

/** An empty folder that disappears with the test file that asked for it. */
export async function newFolder(): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'cam-e2e-')));
  folders.push(folder);
  return folder;
}

let sample: Promise<string> | undefined;

/** The sample territory as `cam init demo --sample` makes it, in a folder of its own. */
export async function sampleTerritory(): Promise<string> {
  // Made once a test file and copied from then on: starting a program costs more than copying its files.
  sample ??= makeSample();
  const folder = join(await newFolder(), 'demo');
  await cp(await sample, folder, { recursive: true });
  return folder;
}

async function makeSample(): Promise<string> {
  const folder = await newFolder();
  const { code, err } = await cam(['init', 'demo', '--sample'], { in: folder });
  if (code !== 0) throw new Error(`the sample could not be made: ${err}`);
  return join(folder, 'demo');
}

/** Every file below a folder, by its path with forward slashes: a hash of its bytes. */
export function filesIn(folder: string): Record<string, string> {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [relative(folder, path).split(sep).join('/'), hashOf(path)] as const);
  return Object.fromEntries(found.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Does the work of every item, at most so many at once; results in the order of the items. */
export async function each<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
  atOnce = 2,
): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < items.length) {
      const index = next++;
      results[index] = await work(items[index]!);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return results;
}

function hashOf(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

function text(chunks: readonly Buffer[]): string {
  return Buffer.concat(chunks).toString('utf8');
}
