import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { Failure } from '../units/failure.ts';
import { writeFailure } from './write-failure.ts';
import { writeFileAtomically } from './write-file.ts';

/**
 * Which generated files are ours to replace. One small file a partner, `.cam/written/<partner-id>.json` in the territory: shards of a
 * batch that run at once never share one, and what was generated for a customer lies in a folder that holds nothing else. Losing it is
 * safe: every file that differs from the new one then counts as edited by hand and stays. What is generated elsewhere from a territory in
 * which nothing can be written is remembered beside it.
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
  await rememberWherePossible(path, hashOf(content), manifest);
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
  for (const place of placesOf(path, manifest)) {
    const ours = (await readWritten(place))[keyOf(path, place)] ?? [];
    if (ours.includes(standing)) return 'write';
  }
  return 'edited-by-hand';
}

/** Where a file may be remembered: in the territory, then beside the file where that lies elsewhere. */
function placesOf(path: string, manifest: Manifest): readonly [Manifest, ...Manifest[]] {
  return isElsewhere(path, manifest) ? [manifest, { ...manifest, root: dirname(resolve(path)) }] : [manifest];
}

/** Hashes we wrote, by path: the newest first, and the one before it. */
type Written = Readonly<Record<string, readonly string[]>>;

/** Beside the file only where the territory takes nothing: a folder for a customer should hold nothing else. */
async function rememberWherePossible(path: string, hash: string, manifest: Manifest): Promise<void> {
  const [inTerritory, beside] = placesOf(path, manifest);
  try {
    await remember(path, hash, inTerritory);
  } catch (error) {
    if (!beside || !(error instanceof Failure)) throw error;
    await remember(path, hash, beside);
  }
}

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
function keyOf(path: string, manifest: Manifest): string {
  return isElsewhere(path, manifest)
    ? resolve(path)
    : relative(resolve(manifest.root), resolve(path)).split(sep).join('/');
}

function isElsewhere(path: string, { root }: Manifest): boolean {
  const inside = relative(resolve(root), resolve(path));
  return inside.startsWith('..') || isAbsolute(inside);
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
