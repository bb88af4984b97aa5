import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { writeFailure } from './write-failure.ts';
import { writeFileAtomically } from './write-file.ts';

/**
 * Which generated files are ours to replace. One small file a partner, `.cam/written/<partner-id>.json` in the territory: shards of a
 * batch that run at once never share one, and what was generated for a customer lies in a folder that holds nothing else. Losing it is
 * safe: every file that differs from the new one then counts as edited by hand and stays.
 */
export interface Manifest {
  /** Folder of the territory. */
  readonly root: string;
  /** Left out for files about the whole territory. */
  readonly partnerId?: string;
}

/** `write`: new or ours; `unchanged`: the same bytes stand there; `edited-by-hand`: somebody else's bytes stand there, they stay. */
export type WriteDecision = 'write' | 'unchanged' | 'edited-by-hand';

/** How a generated file is written. */
export interface OverwriteOptions {
  /** Replaces a file edited by hand, too. */
  readonly force?: boolean;
  /** Decides and writes nothing. */
  readonly dryRun?: boolean;
}

/**
 * Writes a generated file unless it was edited by hand, and remembers it. What is about to be written is remembered first, beside what
 * stands there: a process killed between the two leaves a file that is still known as ours.
 * @throws Failure when the place cannot be read or written.
 */
export async function writeGenerated(
  path: string,
  content: string | Uint8Array,
  manifest: Manifest,
  { force = false, dryRun = false }: OverwriteOptions = {},
): Promise<WriteDecision> {
  const decision = await decideWrite(path, content, manifest, force);
  if (decision === 'edited-by-hand' || dryRun) return decision;
  await remember(path, hashOf(content), manifest);
  if (decision === 'write') await writeFileAtomically(path, content);
  return decision;
}

/** Whether a generated file may be written; touches nothing. */
async function decideWrite(
  path: string,
  content: string | Uint8Array,
  manifest: Manifest,
  force: boolean,
): Promise<WriteDecision> {
  const standing = await hashOfFile(path);
  if (standing === undefined) return 'write';
  if (standing === hashOf(content)) return 'unchanged';
  if (force) return 'write';
  const ours = (await readWritten(manifest))[keyOf(path, manifest)] ?? [];
  return ours.includes(standing) ? 'write' : 'edited-by-hand';
}

/** Hashes we wrote, by path: the newest first, and the one before it. */
type Written = Readonly<Record<string, readonly string[]>>;

async function remember(path: string, hash: string, manifest: Manifest): Promise<void> {
  // Read again each time: another command may have added its own files since.
  const written = await readWritten(manifest);
  const key = keyOf(path, manifest);
  const known = written[key] ?? [];
  if (known[0] === hash) return;
  const hashes = [hash, ...known.filter((other) => other !== hash)].slice(0, 2);
  const sorted = Object.entries({ ...written, [key]: hashes }).sort(([a], [b]) => (a < b ? -1 : 1));
  const text = JSON.stringify({ version: 1, written: Object.fromEntries(sorted) }, undefined, 2);
  await writeFileAtomically(manifestFile(manifest), `${text}\n`, { durable: false });
}

/** A manifest that is absent, torn or not ours reads as empty: then nothing is overwritten. */
async function readWritten(manifest: Manifest): Promise<Written> {
  const text = await readFile(manifestFile(manifest), 'utf8').catch(() => '{}');
  const entries = Object.entries(writtenIn(text)).filter(([, hashes]) => Array.isArray(hashes));
  return Object.fromEntries(entries) as Written;
}

function writtenIn(text: string): object {
  try {
    const parsed: unknown = JSON.parse(text);
    const written = typeof parsed === 'object' && parsed && 'written' in parsed ? parsed.written : undefined;
    return typeof written === 'object' && written ? written : {};
  } catch {
    return {};
  }
}

function manifestFile({ root, partnerId }: Manifest): string {
  // No partner's id starts with an underscore.
  return join(root, '.cam', 'written', `${partnerId ?? '_territory'}.json`);
}

/** Relative inside the territory, so that a territory may be moved; absolute for a folder elsewhere. */
function keyOf(path: string, { root }: Manifest): string {
  const inside = relative(resolve(root), resolve(path));
  return inside.startsWith('..') || isAbsolute(inside) ? resolve(path) : inside.split(sep).join('/');
}

async function hashOfFile(path: string): Promise<string | undefined> {
  try {
    return hashOf(await readFile(path));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw writeFailure(error, path);
  }
}

function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
