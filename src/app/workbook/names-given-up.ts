import type { Territory } from '../../schema/territory.ts';
import type { PlainDate } from '../../units/plain-date.ts';
import { formerName } from '../partner-changes/former-name.ts';
import { FORMER_NAMES, PARTNERS } from '../tables/partner-tables.ts';
import type { RowChange, TableChanges } from '../tables/table.ts';
import type { WorkbookChange } from './workbook-changes.ts';

/** Rows of the table of former names, and how they are shown. */
export interface NamesGivenUp {
  readonly rowChanges: readonly RowChange[];
  readonly changes: readonly WorkbookChange[];
}

/**
 * A name that the sheet of partners changes stays as a former name, as a rename leaves it: the next export may say it still. Nothing is
 * added where the partner, or the workbook itself, has it among the former names already.
 */
export function namesGivenUp(
  { partners }: Territory,
  {
    accepted,
    shown,
    day,
  }: { readonly accepted: readonly TableChanges[]; readonly shown: readonly WorkbookChange[]; readonly day: PlainDate },
): NamesGivenUp {
  const changesOf = (table: TableChanges['table']) => accepted.find((wanted) => wanted.table === table)?.changes ?? [];
  const listed = new Set(
    changesOf(FORMER_NAMES).flatMap((change) =>
      change.kind === 'remove' ? [] : [placeOf(change.partner, change.values['name'])],
    ),
  );
  const given = changesOf(PARTNERS).flatMap((change) => {
    const subject = partners.find(({ id }) => id === change.partner);
    if (change.kind !== 'set' || !subject || !('name' in change.values)) return [];
    const { id, partner } = subject;
    const isKept = partner.former_names.some(({ name }) => name === partner.name);
    return isKept || listed.has(placeOf(id, partner.name)) ? [] : [{ id, former: formerName(partner, day) }];
  });
  return {
    rowChanges: given.map(({ id, former }) => ({ kind: 'add', partner: id, values: { ...former } })),
    changes: given.map(({ id, former }) => ({
      kind: 'add',
      sheet: FORMER_NAMES.title,
      where: shown.find((change) => isNewName(change, id))?.where ?? PARTNERS.title,
      partner: id,
      row: former.name,
      cells: Object.keys(former).length,
    })),
  };
}

function isNewName(change: WorkbookChange, id: string): boolean {
  return change.kind === 'set' && change.sheet === PARTNERS.title && change.partner === id && change.column === 'name';
}

function placeOf(partner: string | undefined, name: unknown): string {
  return JSON.stringify([partner, name]);
}
