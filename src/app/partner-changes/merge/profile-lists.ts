import type { YamlEdit } from '../../../output/edit-yaml.ts';
import type { Partner } from '../../../schema/partner.ts';
import { formatFiscalQuarter } from '../../../units/fiscal-quarter.ts';
import { nameKey } from '../../import/match-partners.ts';
import type { InBoth, Merging, ProfilePart } from './merge-plan.ts';
import { rawList, type RawMapping } from './raw-yaml.ts';

const FILE = 'partner.yaml';

/** Industries of both. */
export function mergeVerticals({ from, into }: Merging): ProfilePart {
  const known = new Set(into.partner.verticals.map(nameKey));
  const added = from.partner.verticals.filter((vertical) => !known.has(nameKey(vertical)));
  return {
    edits: appended('verticals', into.partner.verticals, added),
    taken: { what: 'verticals', count: added.length },
    both: [],
  };
}

/** People: one with the same name and no other address is one person, whose blanks are filled. */
export function mergeContacts({ from, into }: Merging, raw: RawMapping): ProfilePart {
  const entries = rawList(raw, 'contacts');
  const edits: YamlEdit[] = [];
  const added: unknown[] = [];
  const both: InBoth[] = [];
  from.partner.contacts.forEach((contact, index) => {
    const at = into.partner.contacts.findIndex((known) => isSamePerson(known, contact));
    const known = into.partner.contacts[at];
    if (!known) return void added.push(entries[index]);
    edits.push(...blanksFilled(known, contact, at));
    if (contact.role !== undefined && known.role !== undefined && contact.role !== known.role) {
      both.push({ file: FILE, what: `role of ${known.name}`, kept: known.role, left: contact.role });
    }
  });
  edits.push(...appended('contacts', into.partner.contacts, added));
  return { edits, taken: { what: 'contacts', count: added.length }, both };
}

/** Certificates: the same one of the same person counts once. */
export function mergeCertifications({ from, into }: Merging, raw: RawMapping): ProfilePart {
  const known = into.partner.certifications ?? [];
  const isSame = (a: Certification, b: Certification): boolean =>
    a.role === b.role &&
    [a.holder, a.name ?? '', a.level ?? ''].every(
      (text, index) => nameKey(text) === nameKey([b.holder, b.name ?? '', b.level ?? ''][index]!),
    );
  const split = splitBy(from.partner.certifications ?? [], rawList(raw, 'certifications'), (entry) =>
    known.find((other) => isSame(other, entry)),
  );
  const unknown = [
    ...(from.partner.certifications === undefined && known.length > 0 ? [from.id] : []),
    ...(into.partner.certifications === undefined && split.added.length > 0 ? [into.id] : []),
  ];
  const startsEmpty = into.partner.certifications === undefined && from.partner.certifications?.length === 0;
  return {
    edits: startsEmpty ? [] : appended('certifications', known, split.added),
    taken: { what: 'certifications', count: split.added.length },
    both: split.same.map(({ kept, left }) => ({
      file: FILE,
      what: `certificate of ${kept.holder}`,
      kept: untilWords(kept.expires),
      ...(kept.expires !== left.expires && { left: untilWords(left.expires) }),
    })),
    warnings: unknown.map((id) => ({
      where: `${into.folder}/${FILE}`,
      message: `the certificates of ${id} were not known: there may be more than are counted now`,
    })),
  };
}

/** Onboarding and program tasks: one id is one task. */
export function mergeTasks({ from, into }: Merging, raw: RawMapping): ProfilePart {
  const known = into.partner.tasks ?? [];
  const split = splitBy(from.partner.tasks ?? [], rawList(raw, 'tasks'), ({ id }) =>
    known.find((other) => other.id === id),
  );
  return {
    edits: appended('tasks', known, split.added),
    taken: { what: 'tasks', count: split.added.length },
    both: split.same.map(({ kept, left }) => ({
      file: FILE,
      what: `task ${kept.id}`,
      kept: doneWords(kept.done),
      ...(kept.done !== left.done && { left: doneWords(left.done) }),
    })),
  };
}

/** Meetings: those held stay all; of one quarter only one review is still planned. */
export function mergeMeetings({ from, into }: Merging, raw: RawMapping): ProfilePart {
  const known = into.partner.meetings;
  const split = splitBy(from.partner.meetings, rawList(raw, 'meetings'), (entry) =>
    known.find((other) => isSameMeeting(other, entry)),
  );
  return {
    edits: appended('meetings', known, split.added),
    taken: { what: 'meetings', count: split.added.length },
    both: split.same.map(({ kept, left }) => ({
      file: FILE,
      what: kept.quarter ? `${kept.kind} of ${formatFiscalQuarter(kept.quarter)}` : kept.kind,
      kept: dayWords(kept),
      ...(dayWords(kept) !== dayWords(left) && { left: dayWords(left) }),
    })),
  };
}

type Contact = Partner['contacts'][number];
type Certification = NonNullable<Partner['certifications']>[number];
type Meeting = Partner['meetings'][number];

function appended(key: string, present: readonly unknown[], added: readonly unknown[]): YamlEdit[] {
  return added.map((value, index) => ({ path: [key, present.length + index], value }));
}

/** Entries that are new, as they were written, and those that the other list has. */
function splitBy<T>(
  entries: readonly T[],
  raw: readonly unknown[],
  counterpart: (entry: T) => T | undefined,
): { readonly added: readonly unknown[]; readonly same: readonly { readonly kept: T; readonly left: T }[] } {
  const added: unknown[] = [];
  const same: { kept: T; left: T }[] = [];
  entries.forEach((entry, index) => {
    const kept = counterpart(entry);
    if (kept === undefined) added.push(raw[index]);
    else same.push({ kept, left: entry });
  });
  return { added, same };
}

function isSamePerson(a: Contact, b: Contact): boolean {
  const agree = (key: 'email' | 'phone'): boolean =>
    a[key] === undefined || b[key] === undefined || a[key].trim().toLowerCase() === b[key].trim().toLowerCase();
  return nameKey(a.name) === nameKey(b.name) && agree('email') && agree('phone');
}

function blanksFilled(known: Contact, other: Contact, at: number): YamlEdit[] {
  const texts = (['role', 'email', 'phone'] as const).filter(
    (key) => known[key] === undefined && other[key] !== undefined,
  );
  const marks = (['champion', 'qbr'] as const).filter((key) => !known[key] && other[key]);
  return [...texts, ...marks].map((key) => ({ path: ['contacts', at, key], value: other[key] }));
}

function isSameMeeting(a: Meeting, b: Meeting): boolean {
  const quarterOf = ({ quarter }: Meeting): string => (quarter ? formatFiscalQuarter(quarter) : '');
  if (a.kind !== b.kind || quarterOf(a) !== quarterOf(b)) return false;
  const sameDay = a.date === b.date && a.planned_week === b.planned_week;
  return sameDay || (a.kind === 'qbr' && a.quarter !== undefined && !b.held);
}

function untilWords(expires: string | undefined): string {
  return expires === undefined ? 'does not expire' : `valid until ${expires}`;
}

function doneWords(done: string | undefined): string {
  return done === undefined ? 'not done' : `done on ${done}`;
}

function dayWords({ date, planned_week, held }: Meeting): string {
  return `${held ? 'held' : 'planned'} ${date ?? `in the week of ${planned_week}`}`;
}
