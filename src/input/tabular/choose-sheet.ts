import type { Sheet, SheetEntry, Workbook } from '../../ooxml/workbook/open-workbook.ts';
import { Failure } from '../../units/failure.ts';
import { firstFew } from '../../units/first-few.ts';
import { SeveralSheets } from './several-sheets.ts';
import { tableInSheet } from './table-in-sheet.ts';

/** A few rows show whether a sheet holds a table at all. */
const ROWS_LOOKED_AT = 60;
const MOST_NAMES = 12;

/**
 * The sheet a person means: the one they named, in any case, or the only visible one that holds a table.
 * @throws Failure, `usage` when they have to name one of several, `data` when there is none
 */
export async function chooseSheet(
  workbook: Workbook,
  file: string,
  stated: string | undefined,
): Promise<{ readonly entry: SheetEntry; readonly sheet: Sheet }> {
  const entry = stated === undefined ? await onlyTable(workbook, file) : namedSheet(workbook, file, stated);
  return { entry, sheet: await workbook.readSheet(entry) };
}

function namedSheet({ sheets }: Workbook, file: string, stated: string): SheetEntry {
  const named = sheets.find(({ name }) => name === stated) ?? sheets.find(({ name }) => keyOf(name) === keyOf(stated));
  if (!named) {
    throw new Failure('usage', `${file} has no sheet "${stated}".`, `Its sheets: ${listed(sheets)}.`);
  }
  if (named.kind === 'cells') return named;
  const why = named.kind === 'chart' ? 'holds a chart and no cells' : 'is lost: the file lists it and does not hold it';
  throw new Failure('data', `${file}: sheet "${named.name}" ${why}.`, `Its sheets: ${listed(sheets)}.`);
}

async function onlyTable(workbook: Workbook, file: string): Promise<SheetEntry> {
  const visible = workbook.sheets.filter(({ kind, visibility }) => kind === 'cells' && visibility === 'visible');
  if (visible.length === 1) return visible[0]!;
  const withTable: SheetEntry[] = [];
  for (const entry of visible) {
    const found = tableInSheet(await workbook.readSheet(entry, ROWS_LOOKED_AT));
    if (found && found.headers.length > 1 && found.rows.length > 0) withTable.push(entry);
  }
  if (withTable.length === 1) return withTable[0]!;
  if (withTable.length > 1) {
    throw new SeveralSheets(
      `${file} holds a table on each of several sheets: ${listed(withTable)}.`,
      `Nothing was imported. Say which one: --sheet ${inShell(withTable[0]!.name)}`,
      withTable.map(({ name }) => name),
    );
  }
  throw noTable(workbook, file);
}

/** Why a workbook has nothing to read, as far as it can be told. */
export function noTable({ sheets, hasDataModel, hasPivots }: Workbook, file: string): Failure {
  const nothing = 'Nothing was imported.';
  if (hasDataModel) {
    return new Failure(
      'data',
      `${file} keeps its rows in a data model (Power Pivot), and its sheets hold no table.`,
      `${nothing} Export the rows from the system they come from, or load the query to a sheet and save.`,
    );
  }
  if (hasPivots) {
    return new Failure(
      'data',
      `${file} holds pivot tables only, and not the rows they sum up.`,
      `${nothing} Double-click the pivot's grand total in Excel to get the rows on a sheet, and save.`,
    );
  }
  const lost = sheets.filter(({ kind }) => kind === 'missing');
  if (lost.length > 0) {
    return new Failure(
      'data',
      `${file} is damaged: it lists sheets it does not hold: ${listed(lost)}.`,
      `${nothing} Export it again.`,
    );
  }
  const hidden = sheets.filter(({ visibility, kind }) => visibility !== 'visible' && kind === 'cells');
  if (hidden.length > 0) {
    return new Failure(
      'data',
      `${file} holds no table on a visible sheet.`,
      `${nothing} Hidden sheets are read when you name them with --sheet: ${listed(hidden)}.`,
    );
  }
  return new Failure('data', `${file} holds no table.`, `${nothing} Export the rows as CSV or .xlsx.`);
}

function listed(sheets: readonly SheetEntry[]): string {
  const named = sheets.map(({ name, visibility }) => {
    return visibility === 'visible' ? `"${name}"` : `"${name}" (${visibility})`;
  });
  return firstFew(named, MOST_NAMES);
}

function inShell(name: string): string {
  return /^[\w.-]+$/.test(name) ? name : `"${name.replaceAll('"', '\\"')}"`;
}

function keyOf(name: string): string {
  return name.trim().toLowerCase();
}
