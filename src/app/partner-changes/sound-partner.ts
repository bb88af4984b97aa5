import { join } from 'node:path';
import { loadPartner, type PartnerReading } from '../../input/load-partner.ts';
import { PARTNERS_FOLDER, partnerFolders } from '../../input/partner-folders.ts';
import type { Problem } from '../../input/problem.ts';
import { readText } from '../../input/read-text.ts';
import type { Partner } from '../../schema/partner.ts';
import { Failure } from '../../units/failure.ts';
import { knownPartner } from '../partners/known-partner.ts';

/** A partner whose own files have no error, so that they can be changed without losing what could not be read. */
export interface SoundPartner {
  readonly id: string;
  /** Relative to the territory. */
  readonly folder: string;
  readonly partner: Partner;
  readonly reading: PartnerReading;
}

const MOST_BYTES = 300_000_000;

/**
 * Reads one partner that is to be changed. What its files say of others (tier, parent, a deal that another partner has too) is not
 * judged here.
 * @throws Failure (usage) with the nearest id when there is no such partner, (data) when one of its files has an error
 */
export async function soundPartner(root: string, typed: string): Promise<SoundPartner> {
  const { ids } = await partnerFolders(root);
  const id = knownPartner(typed, ids);
  const reading = await loadPartner(root, id);
  const problem = reading?.problems.find(({ severity }) => severity === 'error');
  if (problem) throw new Failure('data', `${wordsOf(problem)}.`, seeProblems(id));
  const partner = reading?.partner?.value;
  if (!reading || !partner) throw new Failure('data', `The folder of ${id} is empty.`, seeProblems(id));
  return { id, folder: `${PARTNERS_FOLDER}/${id}`, partner, reading };
}

/**
 * The text of a file of the territory, or undefined when it is not there.
 * @throws Failure (data) when it cannot be read
 */
export async function textOf(root: string, file: string): Promise<string | undefined> {
  const { text, problem } = await readText({ path: join(root, file), file, maximumBytes: MOST_BYTES });
  if (problem) throw new Failure('data', `${wordsOf(problem)}.`, problem.remedy);
  return text;
}

/** `partners/acme/partner.yaml:3: type: is required`. */
export function wordsOf({ file, line, path, message }: Problem): string {
  return [line === undefined ? file : `${file}:${line}`, path, message].filter((part) => part !== undefined).join(': ');
}

function seeProblems(id: string): string {
  return `cam check partners/${id} shows every problem.`;
}
