import type { Area } from './cell-reference.ts';
import type { PackageParts, Relationship } from './package-parts.ts';
import { readSharedStrings } from './shared-strings.ts';
import { readExcelTables, readPivots, type ExcelTable } from './sheet-areas.ts';
import { SheetListener, type CellMeanings, type SheetRow } from './sheet-rows.ts';
import { readCellFormats } from './styles.ts';

/** A sheet as the workbook lists it; nothing of it has been read yet. */
export interface SheetEntry {
  readonly name: string;
  readonly visibility: 'visible' | 'hidden' | 'very hidden';
  /** A sheet of cells, a sheet that is one chart or a dialog, or one whose part the file has lost. */
  readonly kind: 'cells' | 'chart' | 'missing';
  /** Path of its part. */
  readonly path: string;
}

/** The cells of a sheet. */
export interface Sheet {
  readonly rows: readonly SheetRow[];
  readonly merged: readonly Area[];
  /** Lines of hidden rows. */
  readonly hidden: readonly number[];
  /** Where pivot tables stand: sums of rows that are somewhere else. */
  readonly pivots: readonly Area[];
  /** Ranges formatted as tables. */
  readonly tables: readonly ExcelTable[];
}

/** A workbook that has been opened. */
export interface Workbook {
  readonly sheets: readonly SheetEntry[];
  /** Rows live in a data model (Power Pivot), which no sheet shows. */
  readonly hasDataModel: boolean;
  readonly hasPivots: boolean;
  /**
   * Reads a sheet.
   * @param mostRows reading stops soon after that many filled rows
   * @throws ZipError when the sheet or what it refers to is damaged
   */
  readSheet(sheet: SheetEntry, mostRows?: number): Promise<Sheet>;
}

/**
 * Opens an .xlsx or .xlsm file of any origin. It is read here, and not by the library that writes workbooks, because that one stops at
 * comments other programs write and at prefixed names, takes a renamed file for an empty workbook, and needs 600 MB for 100,000 rows.
 * @throws ZipError when the bytes are no package that may be opened; undefined when the package holds no workbook
 */
export async function openWorkbook(parts: PackageParts): Promise<Workbook | undefined> {
  const main = (await parts.relationshipsOf('')).find(({ type }) => type === 'officeDocument');
  const path = main?.path ?? 'xl/workbook.xml';
  if (!parts.has(path)) return undefined;
  const relationships = await parts.relationshipsOf(path);
  const list = await readSheetList(parts, path, relationships);
  if (!list.isWorkbook) return undefined;
  const pathOf = (type: string): string | undefined => relationships.find((one) => one.type === type)?.path;
  let meanings: Promise<CellMeanings> | undefined;
  const readMeanings = async (): Promise<CellMeanings> => ({
    strings: await readSharedStrings(parts, pathOf('sharedStrings')),
    formats: await readCellFormats(parts, pathOf('styles')),
    from1904: list.from1904,
  });
  return {
    sheets: list.sheets,
    hasDataModel: parts.paths().some((one) => /(^|\/)model\/item\.data$/i.test(one)),
    hasPivots: relationships.some(({ type }) => type === 'pivotCacheDefinition'),
    readSheet: async (sheet, mostRows = Infinity) => {
      if (sheet.kind !== 'cells') return { rows: [], merged: [], hidden: [], pivots: [], tables: [] };
      meanings ??= readMeanings();
      const listener = new SheetListener(await meanings);
      await parts.scan(sheet.path, listener, () => listener.rows.length > mostRows);
      const { merged, hidden } = listener;
      const [pivots, tables] = [await readPivots(parts, sheet.path), await readExcelTables(parts, sheet.path)];
      return { rows: listener.sortedRows(), merged, hidden, pivots, tables };
    },
  };
}

interface SheetList {
  readonly isWorkbook: boolean;
  readonly sheets: readonly SheetEntry[];
  readonly from1904: boolean;
}

async function readSheetList(
  parts: PackageParts,
  path: string,
  relationships: readonly Relationship[],
): Promise<SheetList> {
  const byId = new Map(relationships.map((one) => [one.id, one]));
  const sheets: SheetEntry[] = [];
  let [from1904, isWorkbook] = [false, false];
  await parts.scan(path, {
    open(name, tag) {
      if (name === 'workbook') isWorkbook = true;
      else if (name === 'workbookPr') from1904 = ['1', 'true'].includes(tag.attribute('date1904') ?? '');
      else if (name === 'sheet') {
        const part = byId.get(tag.attribute('id') ?? '');
        sheets.push({
          name: tag.attribute('name') ?? `Sheet ${sheets.length + 1}`,
          visibility: VISIBILITY[tag.attribute('state') ?? ''] ?? 'visible',
          kind: part === undefined || !parts.has(part.path) ? 'missing' : part.type === 'worksheet' ? 'cells' : 'chart',
          path: part?.path ?? '',
        });
      }
    },
    close() {},
    text() {},
  });
  return { isWorkbook, sheets, from1904 };
}

const VISIBILITY: Readonly<Record<string, SheetEntry['visibility']>> = {
  hidden: 'hidden',
  veryHidden: 'very hidden',
};
