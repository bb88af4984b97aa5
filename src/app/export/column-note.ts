import type { TableColumn } from '../tables/table.ts';

/** What every column of these words means: they are the schemas' own. */
const PRIVATE = /^Never printed in a partner edition/;
const MOST_CHOICES = 12;

/** True for a column that no partner may see. */
export function isPrivateColumn({ note = '' }: TableColumn): boolean {
  return PRIVATE.test(note);
}

/** The note on a column's header: what it means, what it may hold, what holds where it is empty. */
export function columnNote(column: TableColumn): string {
  const { note, kind, choices = [], fallback } = column;
  const sentences = [
    note === undefined ? undefined : sentence(isPrivateColumn(column) ? `Private. ${note}` : note),
    choices.length > 0 && choices.length <= MOST_CHOICES ? `One of: ${choices.join(', ')}.` : undefined,
    kind === 'list' || kind === 'numbers' ? 'Several are set apart by semicolons.' : undefined,
    kind === 'month' ? 'A month, written 2026-02.' : undefined,
    kind === 'period' && !/FY\d\d|2026/.test(note ?? '') ? 'A period, for example FY26 or FY26-Q3.' : undefined,
    fallback === undefined ? undefined : `Empty means: ${printed(fallback)}.`,
    column.computed === true ? 'Changes here are passed over.' : undefined,
  ];
  return sentences.filter((words) => words !== undefined).join('\n');
}

function sentence(words: string): string {
  return /[.!?]$/.test(words) ? words : `${words}.`;
}

function printed(value: string | number | boolean): string {
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
}
