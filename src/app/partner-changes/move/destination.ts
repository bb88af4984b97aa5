import { realpath, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { dealKey } from '../../../domain/deal-credit.ts';
import { CONFIG_FILE } from '../../../input/find-territory.ts';
import { loadTerritory } from '../../../input/load-territory.ts';
import type { Territory } from '../../../schema/territory.ts';
import { Failure } from '../../../units/failure.ts';
import { unusable } from '../../territory/open-territory.ts';
import { wordsOf, type SoundPartner } from '../sound-partner.ts';

/**
 * The territory a partner moves to, whole and sound.
 * @param typed the folder as it was typed in `currentFolder`
 * @throws Failure when it is no territory, the one the partner is in, has problems, or has the partner or one of its deals already
 */
export async function destinationFor(
  subject: SoundPartner,
  { typed, currentFolder, root }: { readonly typed: string; readonly currentFolder: string; readonly root: string },
): Promise<Territory> {
  const folder = resolve(currentFolder, typed);
  await refuseUnfit(folder, { typed, root });
  const { territory, problems, partnerIds } = await loadTerritory(folder);
  if (!territory) throw unusable(problems);
  const problem = problems.find(({ severity }) => severity === 'error');
  if (problem) {
    const remedy = `Mend it there first: cam check --workspace ${typed}`;
    throw new Failure('data', `${typed} has problems, ${wordsOf(problem)}.`, remedy);
  }
  if (partnerIds.includes(subject.id)) {
    const remedy = `See whether it is the same one: cam partner show ${subject.id} --workspace ${typed}`;
    throw new Failure('data', `${typed} has a partner ${subject.id} already.`, remedy);
  }
  refuseKnownDeals(subject, territory, typed);
  return territory;
}

async function refuseUnfit(
  folder: string,
  { typed, root }: { readonly typed: string; readonly root: string },
): Promise<void> {
  const there = await stat(folder).catch(() => undefined);
  if (!there)
    throw new Failure('usage', `There is no folder ${typed}.`, 'Name the folder of the other territory: --to DIR');
  if (!there.isDirectory()) throw new Failure('usage', `${typed} is a file, not the folder of a territory.`);
  const config = await stat(resolve(folder, CONFIG_FILE)).catch(() => undefined);
  if (!config)
    throw new Failure('usage', `There is no territory in ${typed}: it holds no cam.yaml.`, 'Make one with: cam init');
  const [here, other] = await Promise.all([realpath(root), realpath(folder)]);
  if (here === other) throw new Failure('usage', `${typed} is the territory the partner is in.`);
}

/** A deal stands once in a territory: its amount would be counted twice. */
function refuseKnownDeals({ reading }: SoundPartner, { partners }: Territory, typed: string): void {
  const holders = new Map(
    partners.flatMap(({ id, deals }) => (deals?.rows ?? []).map((deal) => [dealKey(deal), id] as const)),
  );
  const shared = (reading.tables.deals?.value?.rows ?? []).map(dealKey).filter((key) => holders.has(key));
  const [first] = shared;
  if (first === undefined) return;
  const others = shared.length > 1 ? ` and ${shared.length - 1} more` : '';
  const remedy = 'Delete the rows on one side; a deal belongs to one partner.';
  throw new Failure('data', `${typed} has the deal ${first} already, with ${holders.get(first)!}${others}.`, remedy);
}
