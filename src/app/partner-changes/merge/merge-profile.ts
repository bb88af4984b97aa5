import { editYaml, type YamlEdit } from '../../../output/edit-yaml.ts';
import type { Territory } from '../../../schema/territory.ts';
import { textOf } from '../sound-partner.ts';
import { addedNames, nameEdits, namesTaken, namesThatLeadElsewhere } from './merge-names.ts';
import { mergeNotes } from './merge-notes.ts';
import type { InBoth, MergePart, Merging } from './merge-plan.ts';
import { mergeCertifications, mergeContacts, mergeMeetings, mergeTasks, mergeVerticals } from './profile-lists.ts';
import { mergeTargets } from './profile-targets.ts';
import { rawMapping, type RawMapping } from './raw-yaml.ts';

const FILE = 'partner.yaml';

/** The profile of the partner that stays, with what the other one's adds to it. Comments and order of its file stay. */
export async function mergeProfile(
  merging: Merging,
  { territory, on }: { readonly territory: Territory; readonly on: string },
): Promise<MergePart> {
  const { root, from, into } = merging;
  const path = `${into.folder}/${FILE}`;
  const text = (await textOf(root, path))!;
  const theirs = (await textOf(root, `${from.folder}/${FILE}`))!;
  const raw = rawMapping(theirs, `${from.folder}/${FILE}`);
  const names = addedNames(merging);
  const lists = [
    mergeTargets(merging, raw),
    mergeVerticals(merging),
    mergeContacts(merging, raw),
    mergeCertifications(merging, raw),
    mergeTasks(merging, raw),
    mergeMeetings(merging, raw),
    mergeNotes(merging, on),
  ];
  const facts = singleFacts(merging, raw, territory);
  const edits = [...nameEdits(names, merging), ...facts.edits, ...lists.flatMap((part) => part.edits)];
  const edited = editYaml(text, edits);
  return {
    files: edited === text ? [] : [{ path, content: edited }],
    taken: [...namesTaken(names), ...lists.map(({ taken }) => taken)],
    both: [...facts.both, ...lists.flatMap(({ both }) => both)],
    warnings: [...namesThatLeadElsewhere(names, merging, territory), ...lists.flatMap(({ warnings = [] }) => warnings)],
  };
}

/** Facts of which a partner has one: taken over where the partner that stays has none. */
const FILLED = ['life_stage', 'tier', 'agreement_signed'] as const;
/** Facts that each partner has: they stay, and are named where they differ. */
const KEPT = ['type', 'coverage_tier', 'currency'] as const;

function singleFacts(
  { from, into, currencies }: Merging,
  raw: RawMapping,
  { partners }: Territory,
): { readonly edits: readonly YamlEdit[]; readonly both: readonly InBoth[] } {
  const differing = (key: (typeof FILLED)[number] | (typeof KEPT)[number]): InBoth[] => {
    const [kept, left] =
      key === 'currency' ? [currencies.into, currencies.from] : [into.partner[key], from.partner[key]];
    return left === undefined || kept === left ? [] : [{ file: FILE, what: key, kept: kept ?? 'none', left }];
  };
  const lacking = FILLED.filter((key) => into.partner[key] === undefined && from.partner[key] !== undefined);
  const parent = parentAfter({ from, into }, partners);
  return {
    edits: [
      ...lacking.map((key): YamlEdit => ({ path: [key], value: raw[key] })),
      ...(parent === into.partner.parent ? [] : [{ path: ['parent'], value: parent }]),
    ],
    both: [...KEPT, ...FILLED.filter((key) => !lacking.includes(key))].flatMap(differing),
  };
}

/** A partner that stood below the one that goes takes its place; otherwise its own parent stays, or the other's is taken. */
function parentAfter(
  { from, into }: Pick<Merging, 'from' | 'into'>,
  partners: Territory['partners'],
): string | undefined {
  const parents = new Map(partners.map(({ id, partner }) => [id, partner.parent] as const));
  parents.set(from.id, from.partner.parent);
  parents.set(into.id, into.partner.parent);
  const above = (id: string): string[] => {
    const line: string[] = [];
    for (let at = parents.get(id); at !== undefined && !line.includes(at); at = parents.get(at)) line.push(at);
    return line;
  };
  const isBelow = above(into.id).includes(from.id);
  const candidate = isBelow ? from.partner.parent : (into.partner.parent ?? from.partner.parent);
  // Whoever stands below the partner that stays cannot be its parent as well.
  return candidate === into.id || (candidate !== undefined && above(candidate).includes(into.id))
    ? undefined
    : candidate;
}
