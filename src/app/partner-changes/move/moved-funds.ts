import { editYaml } from '../../../output/edit-yaml.ts';
import type { Territory } from '../../../schema/territory.ts';
import { rawList, rawMapping } from '../merge/raw-yaml.ts';
import { textOf } from '../sound-partner.ts';

/** `funds.yaml` of both territories after the money of a partner has gone with it; undefined when it has none. */
export interface MovedFunds {
  readonly here: string;
  readonly there: string;
  readonly lines: number;
}

const FILE = 'funds.yaml';
const LONGEST_ID = 80;

/** Moves the lines of a partner. A line without a currency was in the partner's, which the moved partner states itself. */
export async function movedFunds(id: string, here: Territory, there: Territory): Promise<MovedFunds | undefined> {
  const indexes = (here.funds ?? []).flatMap(({ partner }, index) => (partner === id ? [index] : []));
  if (indexes.length === 0) return undefined;
  const text = (await textOf(here.root, FILE))!;
  const theirs = (await textOf(there.root, FILE)) ?? '';
  const entries = rawList(rawMapping(text, FILE), 'funds');
  const taken = new Set((there.funds ?? []).map((fund) => fund.id));
  const start = there.funds?.length ?? 0;
  const added = indexes.map((index, position) => {
    const entry = entries[index] as Readonly<Record<string, unknown>>;
    const free = freeId(String(entry['id']), id, taken);
    taken.add(free);
    return { path: ['funds', start + position], value: { ...entry, id: free } };
  });
  const removed = indexes.toReversed().map((index) => ({ path: ['funds', index], value: undefined }));
  return { here: editYaml(text, removed), there: editYaml(theirs, added), lines: indexes.length };
}

function freeId(id: string, partner: string, taken: ReadonlySet<string>): string {
  if (!taken.has(id)) return id;
  for (let number = 1; ; number += 1) {
    const end = number === 1 ? '' : `-${number}`;
    const candidate = `${`${partner}-${id}`.slice(0, LONGEST_ID - end.length)}${end}`;
    if (!taken.has(candidate)) return candidate;
  }
}
