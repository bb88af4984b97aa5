import { randomBytes } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { Failure } from '../units/failure.ts';
import { writeFailure } from './write-failure.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** A lock file is created and filled in one call; one that is still unreadable after this long was left by a killed process. */
const UNREADABLE_AFTER = 10_000;

interface Holder {
  readonly pid: number;
  readonly host: string;
  /** Milliseconds since 1970. */
  readonly since: number;
  readonly token: string;
}

/** What is said when a lock is held: its words name the other process ("process 812") and the time it has held it ("2 hours"). */
export interface LockWords {
  readonly busy: (holder: string, time: string) => string;
  /** Where nothing is known of the holder. */
  readonly unknown: string;
  readonly remedy: string;
}

const TERRITORY: LockWords = {
  busy: (holder, time) => `Another cam command (${holder}) has been writing to this territory for ${time}.`,
  unknown: 'Another cam command is writing to this territory.',
  remedy: 'Wait until it is done. If no cam is running any more, delete .cam/lock in the territory.',
};

/**
 * Runs `action` while no other command writes to the territory. Commands that only read need no lock.
 * A lock whose process is gone, or that is older than a day, is taken over.
 * @throws Failure naming the other process when one is at work, or when the folder cannot be written.
 */
export async function withWorkspaceLock<T>(root: string, action: () => Promise<T>): Promise<T> {
  return withLock({ path: join(root, '.cam', 'lock'), words: TERRITORY }, action);
}

/**
 * Runs `action` while no other process holds the lock at `path`, whose folder is created.
 * A lock whose process is gone, or that is older than a day, is taken over.
 * @throws Failure (data) in the lock's own words when it is held, or when the folder cannot be written
 */
export async function withLock<T>(
  { path: lock, words }: { readonly path: string; readonly words: LockWords },
  action: () => Promise<T>,
): Promise<T> {
  const holder: Holder = {
    pid: process.pid,
    host: hostname(),
    since: Date.now(),
    token: randomBytes(8).toString('hex'),
  };
  try {
    await mkdir(dirname(lock), { recursive: true });
    if (!(await create(lock, holder)) && !(await takeOver(lock, holder))) throw busy(await readHolder(lock), words);
  } catch (error) {
    throw writeFailure(error, lock);
  }
  const release = (): void => releaseLock(lock, holder);
  // A program that is ended from outside, by Ctrl-C or a closed window, leaves no lock either.
  process.once('exit', release);
  try {
    return await action();
  } finally {
    process.off('exit', release);
    release();
  }
}

/** At once, so that it can be done while the program ends. Somebody may have taken the lock over meanwhile: theirs stays. */
function releaseLock(path: string, { token }: Holder): void {
  try {
    if (holderIn(readFileSync(path, 'utf8'))?.token === token) rmSync(path, { force: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

/** True when the lock is ours now; false when somebody holds one. */
async function create(path: string, holder: Holder): Promise<boolean> {
  try {
    await writeFile(path, `${JSON.stringify(holder)}\n`, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Replaces a lock nobody holds any more. Two processes that find the same old lock must not both remove it, the second would remove the
 * first one's new lock: so this is done under a lock of its own, and the old one is judged again under it. False when somebody holds it.
 */
async function takeOver(lock: string, holder: Holder): Promise<boolean> {
  const guard = `${lock}.takeover`;
  if (!(await create(guard, holder))) {
    if (!(await isAbandoned(guard))) return false;
    await rm(guard, { force: true });
    if (!(await create(guard, holder))) return false;
  }
  try {
    if (await isAbandoned(lock)) await rm(lock, { force: true });
    return await create(lock, holder);
  } finally {
    await rm(guard, { force: true });
  }
}

async function isAbandoned(path: string): Promise<boolean> {
  const holder = await readHolder(path);
  if (!holder) return (await ageOf(path)) > UNREADABLE_AFTER;
  if (Date.now() - holder.since > DAY) return true;
  // A process number says nothing about another computer that shares the folder.
  return holder.host === hostname() && !isRunning(holder.pid);
}

async function readHolder(path: string): Promise<Holder | undefined> {
  return holderIn(await readFile(path, 'utf8').catch(() => ''));
}

function holderIn(text: string): Holder | undefined {
  try {
    const holder = JSON.parse(text) as Partial<Holder> | null;
    const complete = holder && Number.isInteger(holder.pid) && Number.isFinite(holder.since) && holder.host;
    return complete ? (holder as Holder) : undefined;
  } catch {
    return undefined;
  }
}

/** Milliseconds; 0 for a file that is gone meanwhile, which nobody needs to take over. */
async function ageOf(path: string): Promise<number> {
  const known = await stat(path).catch(() => undefined);
  return known ? Date.now() - known.mtimeMs : 0;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs under another user.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function busy(holder: Holder | undefined, { busy, unknown, remedy }: LockWords): Failure {
  if (!holder) return new Failure('data', unknown, remedy);
  const place = holder.host === hostname() ? '' : ` on ${holder.host}`;
  return new Failure('data', busy(`process ${holder.pid}${place}`, duration(Date.now() - holder.since)), remedy);
}

function duration(milliseconds: number): string {
  const minutes = Math.floor(milliseconds / MINUTE);
  if (minutes < 1) return 'less than a minute';
  if (minutes < 60) return minutes === 1 ? '1 minute' : `${minutes} minutes`;
  const hours = Math.floor(minutes / 60);
  return hours === 1 ? '1 hour' : `${hours} hours`;
}
