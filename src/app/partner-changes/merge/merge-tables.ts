import { PARTNER_TABLES, type PartnerTableName } from '../../../input/partner-tables.ts';
import { csvText } from '../../../output/csv-text.ts';
import type { ChangeWarning } from '../change-setting.ts';
import { textOf } from '../sound-partner.ts';
import { factsThatNoLongerCount, sameCurrencyFacts } from './merge-facts.ts';
import { joined, NOTHING, type InBoth, type MergePart, type Merging } from './merge-plan.ts';
import { cellsOf, differences, mergeRows, rawRows, type MergedRows, type RawRow, type RawRows } from './merge-rows.ts';
import { withPartnerReplaced } from './other-partners.ts';

const TABLES = Object.keys(PARTNER_TABLES) as readonly PartnerTableName[];
/** Cells with money in the currency that stands beside them. */
const MONEY = ['amount', 'annual_value', 'value'] as const;
const NO_ROWS: RawRows = { columns: [], rows: [] };

/** The CSV files of both partners, the deals first: they are what must never be without a partner. */
export async function mergeTables(merging: Merging): Promise<MergePart> {
  const parts: MergePart[] = [];
  for (const name of TABLES) parts.push(await mergeTable(name, merging));
  return joined(parts);
}

async function mergeTable(name: PartnerTableName, merging: Merging): Promise<MergePart> {
  const { root, from, into } = merging;
  const file = `${name}.csv`;
  const [theirs, ours] = await Promise.all([
    textOf(root, `${from.folder}/${file}`),
    textOf(root, `${into.folder}/${file}`),
  ]);
  const own = ours === undefined ? NO_ROWS : ownRows(rawRows(ours), merging);
  const incoming = theirs === undefined ? NO_ROWS : incomingRows(name, rawRows(theirs), merging);
  const left = name === 'facts' ? sameCurrencyFacts(incoming, merging) : { rows: incoming, apart: [] };
  const merged = mergeRows(own, left.rows, PARTNER_TABLES[name].identity);
  const text = csvText(cellsOf(merged));
  if (merged.added.length === 0 && (ours === undefined || csvText(cellsOf(rawRows(ours))) === text)) {
    return { ...NOTHING, both: [...bothOf(file, merged), ...left.apart] };
  }
  return {
    files: [{ path: `${into.folder}/${file}`, content: text }],
    taken: [{ what: name, count: merged.added.length }],
    both: [...bothOf(file, merged), ...left.apart],
    warnings: [
      ...columnWarnings(file, merged, { hadRows: own.rows.length > 0, merging }),
      ...(name === 'facts' || name === 'deals' ? factsThatNoLongerCount(name, merging) : []),
    ],
  };
}

/** Deals of the partner that stays no longer name the other one as a further partner: it is the same now. */
function ownRows(table: RawRows, { from, into }: Merging): RawRows {
  return {
    ...table,
    rows: table.rows.map((row) => withPartnerReplaced(row, { id: from.id, by: into.id, holder: into.id })),
  };
}

/** Rows as they read with their new partner: amounts without a currency were in the currency of the old one. */
function incomingRows(name: PartnerTableName, table: RawRows, { from, into, currencies }: Merging): RawRows {
  const rows = table.rows.map((row) => withPartnerReplaced(row, { id: from.id, by: into.id, holder: into.id }));
  const needsCurrency = (row: RawRow): boolean =>
    (row['currency'] ?? '').trim() === '' && MONEY.some((column) => (row[column] ?? '').trim() !== '');
  if (name === 'facts' || currencies.from === currencies.into || !rows.some(needsCurrency)) return { ...table, rows };
  const columns = table.columns.includes('currency') ? table.columns : [...table.columns, 'currency'];
  return { columns, rows: rows.map((row) => (needsCurrency(row) ? { ...row, currency: currencies.from } : row)) };
}

/** Two facts may say the same by chance, so that keeping one leaves something out: they are named with their value. */
function bothOf(file: string, { both }: MergedRows): InBoth[] {
  return both.map((shared) => {
    const { key: what, left } = shared;
    const differing = differences(shared);
    if (differing) return { file, what, ...differing };
    const value = left['metric'] === undefined ? undefined : `value ${left['value']}`;
    return { file, what, kept: value ?? 'the same', ...(value && { left: value }) };
  });
}

/** A column that is absent was not loaded, an empty cell says that nothing is there: joining the two has to say which became which. */
function columnWarnings(
  file: string,
  { newColumns, lackingColumns, added }: MergedRows,
  { hadRows, merging: { from, into } }: { readonly hadRows: boolean; readonly merging: Merging },
): ChangeWarning[] {
  if (!hadRows || added.length === 0) return [];
  const say = (columns: readonly string[], id: string): ChangeWarning[] => {
    const known = columns.filter((column) => column !== 'currency');
    if (known.length === 0) return [];
    const message = `${known.join(', ')} ${known.length === 1 ? 'was' : 'were'} not loaded for ${id} and now ${known.length === 1 ? 'reads' : 'read'} as empty there`;
    return [{ where: `${into.folder}/${file}`, message }];
  };
  return [...say(newColumns, into.id), ...say(lackingColumns, from.id)];
}
