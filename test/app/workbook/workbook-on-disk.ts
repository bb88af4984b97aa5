import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, expect } from 'vitest';
import { chosenTables } from '../../../src/app/export/chosen-tables.ts';
import { exportTerritory } from '../../../src/app/export/export-territory.ts';
import { DEFAULT_ANSWERS } from '../../../src/app/territory/new-territory-file.ts';
import { openTerritory } from '../../../src/app/territory/open-territory.ts';
import { importWorkbook, type WorkbookReport } from '../../../src/app/workbook/import-workbook.ts';
import { territoryOfWorkbook, type WorkbookTerritory } from '../../../src/app/workbook/territory-of-workbook.ts';
import { contentOfAnyWorkbook, contentOfOurs } from '../../../src/app/workbook/workbook-content.ts';
import { parsePlainDate } from '../../../src/units/plain-date.ts';

const SAMPLE = join(import.meta.dirname, '..', '..', '..', 'samples', 'territory');
const AS_OF = parsePlainDate('2026-02-28')!;

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

/** A folder that is gone after the tests. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cam-workbook-'));
  folders.push(folder);
  return folder;
}

/** A copy of the sample territory. */
export async function sampleCopy(): Promise<string> {
  const root = join(await temporaryFolder(), 'territory');
  await cp(SAMPLE, root, { recursive: true });
  return root;
}

/** A territory of the files given by path; with the program of the sample unless one is given. */
export async function territoryOf(files: Readonly<Record<string, string>>): Promise<string> {
  const root = await temporaryFolder();
  const all = { 'cam.yaml': await readFile(join(SAMPLE, 'cam.yaml'), 'utf8'), ...files };
  for (const [path, text] of Object.entries(all)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  return root;
}

/** A managed service provider and a reseller of whom nothing else is known. */
export const BLUEFJORD_AND_NORD = {
  'partners/bluefjord/partner.yaml': 'name: Bluefjord\ntype: msp\n',
  'partners/nord/partner.yaml': 'name: Nord IT\ntype: var\n',
};

/** The other two cases of a business plan in which one seller is employed. */
export const SCENARIOS = `scenarios:
  conservative:
    multipliers: { deals: 0.7, deal_size: 0.9, ramp_months: 1.5, services_attach: 0.7, recurring_attach: 0.8, churn: 1.5, margins: 0.9, mdf_funded_share: 0.5 }
    numbers: { staff.seller.fte: 0.5 }
  stretch:
    multipliers: { deals: 1.3, deal_size: 1.1, ramp_months: 0.8, services_attach: 1.2, recurring_attach: 1.2, churn: 0.8, margins: 1, mdf_funded_share: 1 }
`;

/** Exports a territory; the target is a workbook, a folder or a CSV file by its name. */
export async function exportTo(
  root: string,
  path: string,
  { kind, partner }: { readonly kind?: string; readonly partner?: string } = {},
): Promise<string> {
  const target = path.endsWith('.xlsx') ? 'workbook' : path.endsWith('.csv') ? 'csv-file' : 'csv-folder';
  await exportTerritory(await openTerritory(root), {
    tables: chosenTables(kind),
    ...(partner !== undefined && { partner }),
    target: { kind: target, path },
    asOf: AS_OF,
    force: true,
    dryRun: false,
  });
  return path;
}

/** A workbook of a territory, beside it and not in it. */
export async function workbookOf(root: string, options?: Parameters<typeof exportTo>[2]): Promise<string> {
  return exportTo(root, join(await temporaryFolder(), 'book.xlsx'), options);
}

/** A territory made again of the sheets of its workbook, without what the workbook remembers. */
export async function territoryOfSheetsAlone(root: string): Promise<WorkbookTerritory> {
  const { baseline: _, ...content } = (await contentOfOurs(await workbookOf(root)))!;
  const made = await territoryOfWorkbook(content, DEFAULT_ANSWERS, () => undefined);
  folders.push(made.root);
  return made;
}

/** Changes a workbook as a person would, with a program that is not ours. */
export async function editBook(path: string, edit: (book: ExcelJS.Workbook) => void): Promise<void> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  edit(book);
  await book.xlsx.writeFile(path);
}

/** The cell of a sheet in the column of a header and the row where another column says something. */
export function cellAt(
  sheet: ExcelJS.Worksheet,
  header: string,
  where: Readonly<Record<string, unknown>>,
): ExcelJS.Cell {
  return rowWhere(sheet, where).getCell(columnOf(sheet, header));
}

export function rowWhere(sheet: ExcelJS.Worksheet, where: Readonly<Record<string, unknown>>): ExcelJS.Row {
  for (let line = 2; line <= sheet.rowCount; line += 1) {
    const row = sheet.getRow(line);
    if (Object.entries(where).every(([header, value]) => row.getCell(columnOf(sheet, header)).value === value))
      return row;
  }
  throw new Error(`No row of ${sheet.name} is ${JSON.stringify(where)}.`);
}

export function columnOf(sheet: ExcelJS.Worksheet, header: string): number {
  const values = sheet.getRow(1).values as readonly unknown[];
  const column = values.findIndex((value) => value === header);
  if (column < 0) throw new Error(`${sheet.name} has no column ${header}, but ${values.join(', ')}.`);
  return column;
}

/** Adds a row by its headers. */
export function addRow(sheet: ExcelJS.Worksheet, cells: Readonly<Record<string, ExcelJS.CellValue>>): void {
  const row = sheet.getRow(sheet.actualRowCount + 1);
  for (const [header, value] of Object.entries(cells)) row.getCell(columnOf(sheet, header)).value = value;
}

export interface BringBackOptions {
  readonly dryRun?: boolean;
  readonly force?: boolean;
  readonly remove?: boolean;
  readonly any?: boolean;
}

/** Brings a file of ours back into a territory. */
export async function bringBack(root: string, path: string, options: BringBackOptions = {}): Promise<WorkbookReport> {
  const content = options.any ? await contentOfAnyWorkbook(path) : await contentOfOurs(path);
  if (!content) throw new Error(`${path} is none of ours.`);
  const { dryRun = false, force = false, remove = false } = options;
  const result = await importWorkbook({ root, content, dryRun, force, remove, today: AS_OF });
  if (result.kind === 'problems') throw new Error(JSON.stringify(result.problems));
  return result.report;
}

/** Brings files back in which nobody changed anything: nothing is to change in the territory, not a byte. */
export async function expectNoByteChanged(root: string, paths: readonly string[]): Promise<void> {
  const before = await hashesOf(root);
  for (const path of paths) {
    expect(await bringBack(root, path), path).toMatchObject({ changes: [], written: [], rejected: [], kept: [] });
  }
  expect(await hashesOf(root)).toEqual(before);
}

/** The hash of every file of a folder by path, what the tool keeps for itself left out. */
export async function hashesOf(root: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter((path) => !path.startsWith('.cam'))
    .sort();
  const hashes = await Promise.all(
    paths.map(async (path) => [
      path,
      createHash('sha256')
        .update(await readFile(join(root, path)))
        .digest('hex'),
    ]),
  );
  return Object.fromEntries(hashes) as Record<string, string>;
}
