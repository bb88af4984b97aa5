import { MARKETING_PLAN_FILE } from '../../artifacts/marketing-plan/workbook/plan-words.ts';
import type { WorkbookSheets } from '../../input/tabular/read-sheets.ts';
import { WRITTEN_SHEET } from '../../render/xlsx/calculation/written-numbers.ts';
import { Failure } from '../../units/failure.ts';
import { CAMPAIGN_NUMBERS } from '../tables/marketing/campaign-number-table.ts';
import { CAMPAIGNS } from '../tables/marketing/campaign-table.ts';
import { MARKETING_PLANS } from '../tables/marketing/marketing-plan-table.ts';
import type { Table } from '../tables/table.ts';
import { campaignRows, costRows, planRows, type LaidRow } from './marketing-workbook-rows.ts';
import type { WorkbookContent } from './plan-workbook.ts';
import { readRows } from './read-rows.ts';
import type { PlacedWords, SheetTable } from './sheet-tables.ts';
import { writtenInputs, type WrittenInput } from './written-inputs.ts';

/** Whether a workbook is a live one of columns: that of a marketing plan is one of them. */
export function mayBeMarketingWorkbook(sheets: readonly { readonly name: string }[]): boolean {
  return sheets.some(({ name }) => name === WRITTEN_SHEET);
}

/**
 * What was typed into the live workbook of a marketing plan, as rows of its tables with what the plan said when it was written: so it is
 * compared, shown and written like any other. Undefined for a live workbook that is of no plan.
 * @throws Failure when a sheet it needs is gone, or it was written by another version
 */
export function contentOfMarketingWorkbook(read: WorkbookSheets): WorkbookContent | undefined {
  const { file } = read;
  const { file: names, inputs } = writtenInputs(read);
  const [kind, partner, quarter, state] = names;
  if (kind === undefined) return undefined;
  if (kind !== MARKETING_PLAN_FILE || !inputs || partner === undefined || quarter === undefined) {
    throw new Failure(
      'data',
      `${file} is the workbook of a marketing plan, but a sheet of it is missing or from another version of cam.`,
      'Write it again with cam plan marketing, and type the numbers into that one.',
    );
  }
  const laid = [
    { table: MARKETING_PLANS, rows: planRows(inputs, quarter) },
    { table: CAMPAIGNS, rows: campaignRows(inputs, quarter) },
    { table: CAMPAIGN_NUMBERS, rows: costRows(inputs, quarter) },
  ].filter(({ rows }) => rows.length > 0);
  return {
    file,
    tables: laid.map(({ table, rows }) => sheetOf(table, rows, { file, partner })),
    notes: [...inputs.flatMap(lostNote), ...(state === 'proposal' ? [proposalNote(file, partner)] : [])],
    baseline: {
      territory: '',
      asOf: '',
      tables: laid.map(({ table, rows }) => ({
        id: table.id,
        columns: table.columns.map(({ name }) => name),
        rows: rows.flatMap(({ before }) => (before ? [{ partner, values: before }] : [])),
      })),
      partners: [partner],
    },
  };
}

function sheetOf(
  table: Table,
  laid: readonly LaidRow[],
  { file, partner }: { readonly file: string; readonly partner: string },
): SheetTable {
  const names = [...new Set(laid.flatMap(({ cells }) => [...cells.keys()]))];
  const columns = new Map(['partner', ...names].map((name, index) => [name, index]));
  const rows = laid.map(({ cells }, index) => ({
    line: index + 1,
    cells: [partner, ...names.map((name) => cells.get(name) ?? '')],
  }));
  return {
    table,
    file,
    sheet: table.title,
    columns,
    rows: readRows({ table, sheet: table.title, columns, rows }),
    placeOf: (line, column) => {
      const { places } = laid[line - 1]!;
      return places.get(column ?? '') ?? [...places.values()][0] ?? file;
    },
  };
}

/** What was typed where no file has room for it. */
function lostNote({ path, isChanged, where }: WrittenInput): readonly PlacedWords[] {
  if (path !== undefined || !isChanged) return [];
  return [{ where, message: "the plan's file has no place for this number: it counts in this workbook only" }];
}

function proposalNote(where: string, partner: string): PlacedWords {
  return {
    where,
    message: `it was written from a proposal; without a plan that it changes, save one: cam plan marketing ${partner}`,
  };
}
