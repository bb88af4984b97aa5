import { nearest } from '../../input/nearest.ts';
import type { Commitment } from '../../schema/commitments.ts';
import { singleLine } from '../../units/clean-text.ts';
import { Failure } from '../../units/failure.ts';
import type { PlainDate } from '../../units/plain-date.ts';
import { whileLocked, type ChangeSetting } from '../partner-changes/change-setting.ts';
import type { RowChange } from '../tables/table.ts';
import { openLedger, writeLedger, type PartnerLedger } from './partner-ledger.ts';

/** How something open is closed. */
export type Closing = 'done' | 'partly' | 'missed' | 'dropped';

/** One change of what is open with a partner; `typed` is an id or a part of one. */
export type ActionChange =
  | { readonly kind: Closing; readonly typed: string; readonly on?: PlainDate; readonly note?: string }
  | { readonly kind: 'move'; readonly typed: string; readonly due: PlainDate }
  | {
      readonly kind: 'add';
      readonly what: string;
      readonly side: 'partner' | 'vendor' | 'both';
      readonly owner: string;
      readonly due: PlainDate;
    };

export interface ChangeActionsRequest extends ChangeSetting {
  readonly partnerId: string;
}

/** What changed, or with `dryRun` would. */
export interface ChangedActions {
  readonly partner: { readonly id: string; readonly name: string };
  readonly changes: readonly { readonly id: string; readonly what: string; readonly words: string }[];
  /** Relative to the territory. */
  readonly files: readonly string[];
}

/**
 * Closes, moves or adds what is open with a partner: entries of the ledger, and tasks that are done. All changes are made, or none.
 * @throws Failure (usage) for an unknown partner, an id that names nothing open or several, an empty text
 */
export async function changeActions(
  request: ChangeActionsRequest,
  changes: readonly ActionChange[],
): Promise<ChangedActions> {
  return whileLocked(request, async () => {
    const ledger = await openLedger(request);
    const taken = new Set(ledger.entries.map(({ id }) => id));
    const planned = changes.map((change) =>
      change.kind === 'add' ? added(change, ledger, taken) : changed(change, ledger),
    );
    const of = (table: PlannedChange['table']) =>
      planned.filter((one) => one.table === table).map(({ change }) => change);
    const { files } = await writeLedger(ledger, of('ledger'), { dryRun: request.dryRun, tasks: of('tasks') });
    return {
      partner: { id: ledger.files.id, name: ledger.files.partner.name },
      changes: planned.map(({ id, what, words }) => ({ id, what, words })),
      files,
    };
  });
}

interface PlannedChange {
  readonly table: 'ledger' | 'tasks';
  readonly id: string;
  readonly what: string;
  readonly words: string;
  readonly change: RowChange;
}

function changed(change: Exclude<ActionChange, { kind: 'add' }>, ledger: PartnerLedger): PlannedChange {
  const { entries, files, day } = ledger;
  const found = findOpen(change.typed, ledger);
  const partner = files.id;
  if (found.table === 'tasks') {
    const index = files.partner.tasks!.findIndex(({ id }) => id === found.id);
    const about = { table: 'tasks', id: found.id, what: found.what } as const;
    if (change.kind === 'move')
      return {
        ...about,
        words: `due ${change.due}`,
        change: { kind: 'set', partner, index, values: { due: change.due } },
      };
    if (change.kind !== 'done')
      throw new Failure(
        'usage',
        `${found.id} is a task: it is done or not.`,
        'A task that falls away is taken out of partner.yaml.',
      );
    const done = notAhead(change.on ?? day, day);
    return { ...about, words: `done ${done}`, change: { kind: 'set', partner, index, values: { done } } };
  }
  const index = entries.findIndex(({ id }) => id === found.id);
  const entry = entries[index]!;
  const { words, values } = change.kind === 'move' ? movedTo(change.due) : closedAs(change, entry, day);
  return { table: 'ledger', id: entry.id, what: entry.what, words, change: { kind: 'set', partner, index, values } };
}

function movedTo(due: PlainDate) {
  return { words: `due ${due}`, values: { due } };
}

/** Done by its day is kept; done later is partly, as the review grades it. */
function closedAs({ kind, on, note }: Extract<ActionChange, { kind: Closing }>, { due }: Commitment, day: PlainDate) {
  const closed = notAhead(on ?? day, day);
  const result = kind === 'done' ? (closed <= due ? 'kept' : 'partly') : kind;
  const words = kind === 'done' ? (result === 'kept' ? 'kept' : `done late, counted as partly`) : kind;
  return { words, values: { result, closed, ...(note !== undefined && { what_happened: noteText(note) }) } };
}

function notAhead(on: PlainDate, day: PlainDate): PlainDate {
  if (on <= day) return on;
  throw new Failure('usage', `--on: ${on} is still to come on ${day}.`, 'Say --as-of for a later day.');
}

function noteText(note: string): string {
  const text = singleLine(note);
  if (text === '' || text.length > 500) throw new Failure('usage', 'A note has 1 to 500 characters.');
  return text;
}

function added(
  { what: typed, side, owner, due }: Extract<ActionChange, { kind: 'add' }>,
  { files, day, territory }: PartnerLedger,
  taken: Set<string>,
): PlannedChange {
  const what = singleLine(typed);
  if (what === '' || what.length > 500)
    throw new Failure(
      'usage',
      'An action has 1 to 500 characters.',
      'cam actions ID --add "Send the price list" --by 2026-03-31',
    );
  const id = nextId(taken, day);
  taken.add(id);
  const values = {
    id,
    side: side === 'vendor' ? 'vendor' : 'partner',
    ...(side === 'both' && { jointly: true }),
    what,
    owner,
    due,
    agreed: day,
    ...(side !== 'partner' && { agreed_by: territory.config.cam.name }),
  };
  return { table: 'ledger', id, what, words: `due ${due}`, change: { kind: 'add', partner: files.id, values } };
}

/** `A-2026-02-28-2` for the second action of a day. */
function nextId(taken: ReadonlySet<string>, day: PlainDate): string {
  let number = 1;
  while (taken.has(`A-${day}-${number}`)) number += 1;
  return `A-${day}-${number}`;
}

interface FoundLine {
  readonly table: PlannedChange['table'];
  readonly id: string;
  readonly what: string;
}

/** Something open by its id, or by a part of its id that only one has. */
function findOpen(typed: string, { entries, files }: PartnerLedger): FoundLine {
  const open: FoundLine[] = [
    ...entries
      .filter(({ result }) => result === 'open')
      .map(({ id, what }) => ({ table: 'ledger' as const, id, what })),
    ...(files.partner.tasks ?? [])
      .filter(({ done }) => done === undefined)
      .map(({ id, title }) => ({ table: 'tasks' as const, id, what: title })),
  ];
  const wanted = typed.trim().toLowerCase();
  const exact = open.filter(({ id }) => id.toLowerCase() === wanted);
  const found = exact.length > 0 ? exact : open.filter(({ id }) => wanted !== '' && id.toLowerCase().includes(wanted));
  if (found.length === 1) return found[0]!;
  if (found.length > 1) {
    const ids = found.map(({ id }) => id).join(', ');
    throw new Failure('usage', `"${typed}" is a part of several ids.`, `Which one: ${ids}?`);
  }
  const closed = entries.find(({ id }) => id.toLowerCase() === wanted);
  if (closed)
    throw new Failure('usage', `${closed.id} is closed already: ${closed.result}.`, 'Its line is in commitments.yaml.');
  const near = nearest(
    typed,
    open.map(({ id }) => id),
  );
  const remedy = near ? `Did you mean ${near}?` : `cam actions ${files.id} shows what is open.`;
  throw new Failure('usage', `Nothing open has the id "${typed}".`, remedy);
}
