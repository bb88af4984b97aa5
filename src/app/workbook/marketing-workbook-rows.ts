import type { Cell } from '../../input/tabular/table-of-text.ts';
import { cellText } from '../tables/cell-values.ts';
import { columnAt } from '../tables/column-at.ts';
import { CAMPAIGN_COLUMNS } from '../tables/marketing/campaign-columns.ts';
import type { CellValue, ColumnKind, TableRow } from '../tables/table.ts';
import { readSheetCell } from './cell-of-sheet.ts';
import { plainNumber, type WrittenInput } from './written-inputs.ts';

/** A row of a table made from cells that stand anywhere in a live workbook. */
export interface LaidRow {
  /** By column, as a sheet of the table would hold them. */
  readonly cells: ReadonlyMap<string, Cell>;
  /** Where the cells of the columns stand in the workbook. */
  readonly places: ReadonlyMap<string, string>;
  /** What the plan said when the workbook was written; undefined for a row that was none. */
  readonly before: TableRow['values'] | undefined;
}

type Placed = WrittenInput & { readonly path: readonly (string | number)[] };

/** A value of a campaign in the plan's terms: as it is now, as it was, and whether the plan itself said it. */
interface FoundValue {
  readonly name: string;
  readonly now: Cell;
  readonly was: CellValue | undefined;
  readonly isSaid: boolean;
  readonly isChanged: boolean;
  readonly where: string;
}

/** What a margin was typed beside: a plan that says only the revenue would make the margin follow it. */
const STAYS_BESIDE: Readonly<Record<string, string>> = { margin_per_deal: 'revenue_per_deal' };

/** The revenue to be reached, as the row of the plan. */
export function planRows(inputs: readonly WrittenInput[], quarter: string): readonly LaidRow[] {
  const target = placed(inputs).find(({ path: [id, key] }) => id === '' && key === 'target_revenue');
  return target ? [rowOf({ quarter }, [foundValue('target_revenue', 'amount', target)])] : [];
}

/** The campaigns, each with the values that a cell of the workbook holds. */
export function campaignRows(inputs: readonly WrittenInput[], quarter: string): readonly LaidRow[] {
  return [...byCampaign(inputs)].map(([id, own]) => {
    const columns = grouped(own, ({ path }) => columnAt(CAMPAIGN_COLUMNS, path.slice(1)));
    const found = [...columns].flatMap(([name, cells]): FoundValue[] => {
      const column = CAMPAIGN_COLUMNS.find((candidate) => candidate.name === name);
      if (!column) return [];
      return [
        column.kind === 'numbers' ? foundList(column.name, cells) : foundValue(column.name, column.kind, cells[0]!),
      ];
    });
    const changed = new Set(found.flatMap(({ name, isChanged }) => (isChanged ? [name] : [])));
    const values = found.map((value) =>
      changed.has(STAYS_BESIDE[value.name] ?? '') ? { ...value, isChanged: true } : value,
    );
    return rowOf({ quarter, id }, values);
  });
}

/** The cost lines: those of the plan, and where somebody typed over a tactic's own, all that now hold for the campaign. */
export function costRows(inputs: readonly WrittenInput[], quarter: string): readonly LaidRow[] {
  return [...byCampaign(inputs)].flatMap(([campaign, own]) => {
    const lines = own.filter(({ path }) => path[1] === 'cost_lines');
    const isPlans = lines.some(({ isSaid }) => isSaid);
    const isTyped = lines.some(({ isChanged }) => isChanged);
    return lines.flatMap((line) => {
      const takes = line.isSaid || line.isChanged || (!isPlans && isTyped && plainNumber(line.was) !== 0);
      if (!takes) return [];
      const value = foundValue('value', 'amount', line);
      const key = { quarter, campaign, kind: 'cost', name: String(line.path[2]) };
      return [rowOf(key, [{ ...value, isChanged: value.isChanged || !line.isSaid }], line.isSaid)];
    });
  });
}

function placed(inputs: readonly WrittenInput[]): readonly Placed[] {
  return inputs.filter((input): input is Placed => input.path !== undefined);
}

function byCampaign(inputs: readonly WrittenInput[]): ReadonlyMap<string, readonly Placed[]> {
  return grouped(
    placed(inputs).filter(({ path: [id] }) => id !== ''),
    ({ path: [id] }) => String(id),
  );
}

function rowOf(key: Readonly<Record<string, string>>, values: readonly FoundValue[], stood = true): LaidRow {
  const said = values.flatMap(({ name, was, isSaid }) => (isSaid && was !== undefined ? [[name, was] as const] : []));
  return {
    cells: new Map<string, Cell>([
      ...Object.entries(key),
      // What nobody typed over is what the plan said: what a tactic says in its place does not come into the plan.
      ...values.map(({ name, now, was, isSaid, isChanged }) => {
        const cell = isChanged ? now : isSaid && was !== undefined ? was : '';
        return [name, typeof cell === 'boolean' ? cellText(cell) : cell] as const;
      }),
    ]),
    places: new Map(values.map(({ name, where }) => [name, where])),
    before: stood ? { ...key, ...Object.fromEntries(said) } : undefined,
  };
}

function foundValue(name: string, kind: ColumnKind, input: Placed): FoundValue {
  const { isSaid, isChanged, where } = input;
  const was = readSheetCell(inPlan(input.was, kind), kind).value;
  return { name, now: inPlan(input.now, kind), was, isSaid, isChanged, where };
}

/** Rates and days stand in one list: who types one of them says all. */
function foundList(name: string, inputs: readonly Placed[]): FoundValue {
  const kind = name.endsWith('_percent') ? 'percent' : 'number';
  const joined = (pick: (input: Placed) => Cell) => inputs.map((input) => String(inPlan(pick(input), kind))).join('; ');
  const typed = inputs.find(({ isChanged }) => isChanged);
  return {
    name,
    now: joined(({ now }) => now),
    was: readSheetCell(
      joined(({ was }) => was),
      'numbers',
    ).value,
    isSaid: inputs[0]!.isSaid,
    isChanged: typed !== undefined,
    where: (typed ?? inputs[0]!).where,
  };
}

/** A number as the plan writes it: shares in percent, without the noise of turning them. Days and words stay as they are. */
function inPlan(cell: Cell, kind: ColumnKind): Cell {
  const number = kind === 'percent' || kind === 'number' || kind === 'amount' ? plainNumber(cell) : undefined;
  if (number === undefined) return cell;
  return Number((kind === 'percent' ? number * 100 : number).toPrecision(12));
}

function grouped<Key>(inputs: readonly Placed[], keyOf: (input: Placed) => Key): ReadonlyMap<Key, readonly Placed[]> {
  const groups = new Map<Key, Placed[]>();
  for (const input of inputs) groups.set(keyOf(input), [...(groups.get(keyOf(input)) ?? []), input]);
  return groups;
}
