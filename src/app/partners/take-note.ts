import { join } from 'node:path';
import { loadTerritory } from '../../input/load-territory.ts';
import { withWorkspaceLock } from '../../output/lock.ts';
import { writeFileAtomically } from '../../output/write-file.ts';
import { ACTIVITY_KINDS, type Activity } from '../../schema/activity.ts';
import { singleLine } from '../../units/clean-text.ts';
import { Failure } from '../../units/failure.ts';
import type { Locale } from '../../units/format.ts';
import type { PlainDate } from '../../units/plain-date.ts';
import { knownPartner } from './known-partner.ts';
import { unusable } from '../territory/open-territory.ts';
import { planTableChanges } from '../tables/plan-changes.ts';
import { tableById } from '../tables/registry.ts';

/** A contact with a partner or a remark, as it was typed. */
export interface TypedNote {
  readonly partnerId: string;
  readonly text: string;
  readonly kind?: string;
  readonly with?: string;
  /** The day of the contact; otherwise the territory's as-of day, or today. */
  readonly date?: PlainDate;
  readonly today: PlainDate;
}

/** The note as it was written. */
export interface TakenNote {
  readonly partner: { readonly id: string; readonly name: string };
  readonly entry: Activity;
  /** Relative to the territory. */
  readonly path: string;
  /** Of the territory. */
  readonly locale: Locale;
}

/** The source of what is typed here, beside what a CRM exports. */
const SOURCE = 'note';
const LONGEST = 2000;

/**
 * Adds a contact or a remark to the partner's `activities.csv`, every other line as it was.
 * @throws Failure (usage) for an unknown partner, an empty or overlong text, a kind that is none; (data) when the partner's files
 *   cannot be used
 */
export async function takeNote(
  root: string,
  typed: TypedNote,
  { dryRun }: { readonly dryRun: boolean },
): Promise<TakenNote> {
  const run = () => addNote(root, typed, dryRun);
  return dryRun ? run() : withWorkspaceLock(root, run);
}

async function addNote(root: string, typed: TypedNote, dryRun: boolean): Promise<TakenNote> {
  const { territory, problems, partnerIds } = await loadTerritory(root);
  if (!territory) throw unusable(problems);
  const id = knownPartner(typed.partnerId, partnerIds);
  const files = territory.partners.find((partner) => partner.id === id);
  if (!files) throw new Failure('data', `The files of ${id} cannot be used.`, 'See every problem with: cam check');
  const rows = files.activities?.rows ?? [];
  const entry = entryOf(typed, { day: typed.date ?? territory.config.as_of ?? typed.today, rows });
  const { source, id: key, date, kind, subject, with: people } = entry;
  const values = {
    source,
    id: key,
    date,
    kind: kind!,
    subject: subject!,
    ...(people !== undefined && { with: people }),
  };
  const table = tableById('activities');
  const planned = await planTableChanges(territory, [{ table, changes: [{ kind: 'add', partner: id, values }] }]);
  if (!dryRun) for (const { path, content } of planned) await writeFileAtomically(join(root, path), content);
  return { partner: { id, name: files.partner.name }, entry, path: planned[0]!.path, locale: territory.config.locale };
}

function entryOf(
  { text, kind = 'note', with: people }: TypedNote,
  { day, rows }: { readonly day: PlainDate; readonly rows: readonly Activity[] },
): Activity {
  const subject = singleLine(text);
  if (subject === '')
    throw new Failure('usage', 'The note is empty.', 'Write it in quotes: cam note ID "Called about the renewal"');
  if (subject.length > LONGEST)
    throw new Failure('usage', `A note holds ${LONGEST} characters; this one has ${subject.length}.`);
  const known = ACTIVITY_KINDS.find((one) => one === kind.trim().toLowerCase());
  if (!known) throw new Failure('usage', `"${kind}" is no kind of contact.`, `Kinds: ${ACTIVITY_KINDS.join('  ')}`);
  const names = singleLine(people ?? '');
  return {
    source: SOURCE,
    id: nextId(rows),
    date: day,
    kind: known,
    subject,
    ...(names !== '' && { with: names }),
  };
}

/** `note-12` after `note-11`; ids of lines that were taken out are not given again while a later one stands. */
function nextId(rows: readonly Activity[]): string {
  const numbers = rows.flatMap(({ source, id }) =>
    source === SOURCE ? Number(/^note-(\d+)$/.exec(id)?.[1] ?? 0) : [],
  );
  return `note-${Math.max(0, ...numbers) + 1}`;
}
