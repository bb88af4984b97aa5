import { areaOf, type Area } from './cell-reference.ts';
import type { PackageParts } from './package-parts.ts';
import type { XmlTag } from './xml-tag.ts';

/** A range that somebody formatted as a table in Excel. */
export interface ExcelTable {
  /** With its header and its line of totals. */
  readonly area: Area;
  /** The names of its columns from left to right. */
  readonly columns: readonly string[];
  /** How many of its last lines hold totals, whatever their label says: 0 or 1. */
  readonly totalLines: number;
  /** Columns from the table's first whose total is no sum but an average, a count or the like. */
  readonly notSummed: readonly number[];
}

/** Where the pivot tables of a sheet stand: sums of rows that are somewhere else. */
export async function readPivots(parts: PackageParts, sheet: string): Promise<Area[]> {
  const areas: Area[] = [];
  await eachPart(parts, sheet, 'pivotTable', (name, tag) => {
    const area = name === 'location' ? areaOf(tag.attribute('ref') ?? '') : undefined;
    if (area) areas.push(area);
  });
  return areas;
}

/** The ranges of a sheet that are formatted as tables. */
export async function readExcelTables(parts: PackageParts, sheet: string): Promise<ExcelTable[]> {
  const tables: ExcelTable[] = [];
  let [columns, notSummed]: [string[], number[]] = [[], []];
  await eachPart(parts, sheet, 'table', (name, tag) => {
    if (name === 'table') {
      [columns, notSummed] = [[], []];
      const area = areaOf(tag.attribute('ref') ?? '');
      if (area) tables.push({ area, columns, notSummed, totalLines: Number(tag.attribute('totalsRowCount')) || 0 });
    } else if (name === 'tableColumn') {
      const total = tag.attribute('totalsRowFunction') ?? 'none';
      if (!['none', 'sum', 'custom'].includes(total)) notSummed.push(columns.length);
      columns.push(tag.attribute('name') ?? '');
    }
  });
  return tables;
}

async function eachPart(
  parts: PackageParts,
  sheet: string,
  wanted: string,
  open: (name: string, tag: XmlTag) => void,
): Promise<void> {
  for (const { type, path } of await parts.relationshipsOf(sheet)) {
    if (type === wanted && parts.has(path)) await parts.scan(path, { open, close() {}, text() {} });
  }
}
