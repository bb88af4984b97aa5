import type { Commitment } from '../../../schema/commitments.ts';
import { formatFiscalQuarter, parseFiscalQuarter } from '../../../units/fiscal-quarter.ts';
import { editYaml, type YamlEdit } from '../../../output/edit-yaml.ts';
import { textOf } from '../sound-partner.ts';
import { NOTHING, type MergePart, type Merging } from './merge-plan.ts';
import { rawList, rawMapping } from './raw-yaml.ts';

const FILE = 'commitments.yaml';
const LONGEST_ID = 80;

/** The commitments of both in one ledger. An id that is taken becomes the old partner's id and the old number, so that it can be found. */
export async function mergeLedger({ root, from, into }: Merging): Promise<MergePart> {
  const path = `${into.folder}/${FILE}`;
  const [ours, theirs] = await Promise.all([textOf(root, path), textOf(root, `${from.folder}/${FILE}`)]);
  const incoming = from.reading.commitments;
  if (theirs === undefined || !incoming) return NOTHING;
  const count = incoming.commitments.length;
  if (ours === undefined) {
    return { ...NOTHING, files: [{ path, content: theirs }], taken: [{ what: 'commitments', count }] };
  }
  const known = into.reading.commitments?.commitments ?? [];
  const ids = newIds(incoming.commitments, known, from.id);
  const entries = rawList(rawMapping(theirs, path), 'commitments');
  const added = incoming.commitments.flatMap((commitment, index) => {
    const id = ids.get(commitment.id);
    return id === undefined ? [] : [renumbered(entries[index], id, ids)];
  });
  const edits: YamlEdit[] = added.map((value, index) => ({ path: ['commitments', known.length + index], value }));
  const text = editYaml(ours, [
    ...edits,
    ...noneMadeEdits({ ours, theirs, path }, [...known, ...incoming.commitments]),
  ]);
  return {
    ...NOTHING,
    files: text === ours ? [] : [{ path, content: text }],
    taken: [{ what: 'commitments', count: added.length }],
  };
}

/** The id each commitment gets; one that stands in the other ledger word for word gets none. */
function newIds(
  incoming: readonly Commitment[],
  known: readonly Commitment[],
  partnerId: string,
): ReadonlyMap<string, string> {
  const byId = new Map(known.map((commitment) => [commitment.id, commitment]));
  const taken = new Set([...byId.keys(), ...incoming.map(({ id }) => id)]);
  const ids = new Map<string, string>();
  for (const commitment of incoming) {
    const { id } = commitment;
    const renamed = byId.get(prefixed(partnerId, id));
    if (saysTheSame(byId.get(id), commitment) || saysTheSame(renamed, commitment)) continue;
    let free = id;
    for (let number = 1; free === id ? byId.has(id) : taken.has(free); number += 1) {
      free = number === 1 ? prefixed(partnerId, id) : `${prefixed(partnerId, id).slice(0, LONGEST_ID - 4)}-${number}`;
    }
    taken.add(free);
    ids.set(id, free);
  }
  return ids;
}

function prefixed(partnerId: string, id: string): string {
  return `${partnerId}-${id}`.slice(-LONGEST_ID).replace(/^-+/, '');
}

function saysTheSame(known: Commitment | undefined, other: Commitment): boolean {
  const { id: _, ...rest } = other;
  if (!known) return false;
  const { id: __, ...knownRest } = known;
  return JSON.stringify(knownRest) === JSON.stringify(rest);
}

function renumbered(entry: unknown, id: string, ids: ReadonlyMap<string, string>): unknown {
  const written = entry as Readonly<Record<string, unknown>>;
  const continued = written['carried_from'];
  return {
    ...written,
    id,
    ...(typeof continued === 'string' && { carried_from: ids.get(continued) ?? continued }),
  };
}

/** Quarters in which no commitment was made by either. */
function noneMadeEdits(
  { ours, theirs, path }: { readonly ours: string; readonly theirs: string; readonly path: string },
  all: readonly Commitment[],
): YamlEdit[] {
  const made = new Set(all.flatMap(({ made }) => (made ? formatFiscalQuarter(made) : [])));
  const quarterOf = (written: unknown): string => {
    const quarter = parseFiscalQuarter(String(written));
    return quarter ? formatFiscalQuarter(quarter) : String(written);
  };
  const present = rawList(rawMapping(ours, path), 'none_made').map(quarterOf);
  const both = [...present, ...rawList(rawMapping(theirs, path), 'none_made').map(quarterOf)];
  const wanted = [...new Set(both)].filter((quarter) => !made.has(quarter));
  if (JSON.stringify(wanted) === JSON.stringify(present)) return [];
  return [{ path: ['none_made'], value: wanted.length === 0 ? undefined : wanted }];
}
