import { basename, extname } from 'node:path';
import { cellText } from '../../input/tabular/cell-text.ts';
import { openPackage } from '../../input/tabular/open-package.ts';
import { readBytes } from '../../input/tabular/read-bytes.ts';
import { readCsv } from '../../input/tabular/read-csv.ts';
import { readSheets, type WorkbookSheets } from '../../input/tabular/read-sheets.ts';
import { isZip } from '../../input/tabular/read-table.ts';
import { Failure } from '../../units/failure.ts';
import { BASELINE_SHEET, readBaseline, type Baseline } from './baseline.ts';
import { contentOfMarketingWorkbook, mayBeMarketingWorkbook } from './marketing-workbook-content.ts';
import type { WorkbookContent } from './plan-workbook.ts';
import { contentOfPlanWorkbook, isPlanWorkbook } from './plan-workbook-content.ts';
import { csvAsTable, type PlacedWords, type SheetTable, sheetTables } from './sheet-tables.ts';
import { sharingValues } from './untouched-sheet.ts';

/**
 * What a file holds when it is one of ours: a workbook that remembers the territory it was written from, the live workbook of a plan, or a
 * CSV file of one of our tables. Undefined for any other file: then nothing but its names was read.
 * @throws Failure when the file cannot be read, or was written by a later version
 */
export async function contentOfOurs(path: string): Promise<WorkbookContent | undefined> {
  if (/^\.(csv|tsv|txt)$/i.test(extname(path))) return csvContent(path);
  if (!/^\.xls[xm]$/i.test(extname(path))) return undefined;
  const file = basename(path);
  const bytes = await readBytes(path, file);
  if (!isZip(bytes)) return undefined;
  const opened = await openPackage(bytes, file);
  if (opened.kind !== 'workbook') return undefined;
  const { sheets } = opened.workbook;
  if (isPlanWorkbook(sheets)) return contentOfPlanWorkbook(await readSheets(path));
  if (mayBeMarketingWorkbook(sheets)) return contentOfMarketingWorkbook(await readSheets(path));
  return sheets.some(({ name }) => name === BASELINE_SHEET) ? contentOfWorkbook(await readSheets(path)) : undefined;
}

/**
 * What any workbook holds whose sheets are named as ours.
 * @throws Failure when none is, or when it was written by a later version
 */
export async function contentOfAnyWorkbook(path: string): Promise<WorkbookContent> {
  const read = await readSheets(path);
  const content = contentOfWorkbook(read);
  if (content.tables.length > 0) return content;
  const names = read.sheets.map(({ name }) => `"${name}"`).slice(0, 5);
  throw new Failure(
    'data',
    `${read.file} is no workbook of ours: ${names.length === 1 ? 'its sheet is' : 'its sheets are'} ${names.join(', ')}.`,
    'To start from a workbook, fill in the one of: cam export --blank start.xlsx. To bring in an export of a CRM: cam import FILE.',
  );
}

function contentOfWorkbook(read: WorkbookSheets): WorkbookContent {
  const { tables, notes } = sheetTables(read);
  const baseline = baselineIn(read);
  const { file } = read;
  if (baseline === undefined) return { file, tables, notes };
  if (baseline === 'damaged') {
    const message =
      'the hidden sheet that remembers what it held is damaged: every cell that differs counts as your change';
    return { file, tables, notes: [{ where: file, message }, ...notes] };
  }
  const unnamed = tables.flatMap((sheet) => withoutNames(sheet));
  const readable = tables.filter((sheet) => withoutNames(sheet).length === 0);
  return {
    file,
    tables: readable.map((table) => sharingValues(table, baseline)),
    notes: [...notes, ...unnamed],
    baseline,
  };
}

/** Without the columns that name its rows nobody can tell which row is which: what is wrong with such a sheet. */
function withoutNames({ table, file, sheet = '', columns }: SheetTable): readonly PlacedWords[] {
  const naming = [...(table.storage.of === 'partner' ? ['partner'] : []), ...table.key];
  const gone = naming.filter((name) => !columns.has(name));
  if (gone.length === 0) return [];
  const message = `without ${gone.join(' and ')} nobody can tell which row is which, so the sheet was not read`;
  return [{ where: `${file} ${sheet}`, message }];
}

function baselineIn({ file, sheets }: WorkbookSheets): Baseline | 'damaged' | undefined {
  const sheet = sheets.find(({ name }) => name === BASELINE_SHEET);
  const reading = sheet && readBaseline(sheet.rows.map(({ cells }) => cells.map(cellText)));
  if (reading?.kind === 'later') {
    throw new Failure('data', `${file} was written by a later version of cam.`, 'Bring it back with that version.');
  }
  if (sheet === undefined) return undefined;
  return reading?.kind === 'baseline' ? reading.baseline : 'damaged';
}

async function csvContent(path: string): Promise<WorkbookContent | undefined> {
  const file = basename(path);
  const bytes = await readBytes(path, file);
  // The headers tell; whatever is no text of ours is for others to refuse.
  const first = new TextDecoder()
    .decode(bytes.subarray(0, 2000))
    .replace(/^\ufeff/, '')
    .split(/\r?\n/, 1)[0]!;
  if (!/^"?(partner|id|name|from|setting)"?[,;\t]/.test(first)) return undefined;
  const [header, ...rows] = readCsv(bytes, file);
  const table = header && csvAsTable({ file, headers: header.cells.map((cell) => cellText(cell).trim()), rows });
  if (!table) return undefined;
  const message =
    'a CSV file does not remember what it held: cells that are empty take nothing out, rows that are missing stay';
  return { file, tables: [table], notes: [{ where: file, message }] };
}
