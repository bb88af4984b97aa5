import type { DataBook, TextSheet } from '../../render/xlsx/data-book.ts';
import type { Territory } from '../../schema/territory.ts';
import { formatDate } from '../../units/format.ts';
import type { PlainDate } from '../../units/plain-date.ts';
import { baselineCells, BASELINE_SHEET } from '../workbook/baseline.ts';
import { makeBaseline } from '../workbook/make-baseline.ts';
import { dropDowns } from './drop-downs.ts';
import type { ExportedTable } from './exported-table.ts';
import { blankFront, exportFront } from './front-sheet.ts';
import { workbookSheet } from './workbook-sheets.ts';

/** What a workbook is made of. */
export interface BookContent {
  readonly territory: Territory;
  readonly asOf: PlainDate;
  readonly tables: readonly ExportedTable[];
  /** Id of the partner, when the workbook holds only one. */
  readonly partner?: string;
  /** True when every table of every partner is in it. */
  readonly isWhole: boolean;
  /** The file's own name. */
  readonly fileName: string;
}

/** The workbook of a territory, which remembers what it held so that an import knows what was changed. */
export async function territoryBook(content: BookContent): Promise<DataBook> {
  const { territory, asOf, tables, partner, isWhole, fileName } = content;
  const name = territory.partners.find(({ id }) => id === partner)?.partner.name;
  const baseline = await makeBaseline({
    territory,
    name: territory.config.vendor.name,
    asOf,
    tables,
    ...(partner !== undefined && { partners: [partner] }),
    whole: isWhole,
  });
  return {
    ...bookOf(content, [{ title: BASELINE_SHEET, rows: baselineCells(baseline) }]),
    footer: footerOf(content, name),
    front: exportFront({
      config: territory.config,
      asOf,
      tables,
      fileName,
      ...(name !== undefined && { partner: name }),
    }),
  };
}

/** An empty workbook with the same sheets, to start from: nothing in it is remembered, all that is filled in is new. */
export function blankBook(content: Omit<BookContent, 'partner' | 'isWhole'>): DataBook {
  return { ...bookOf(content, []), footer: 'An empty workbook to start from', front: blankFront(content) };
}

/** Printed pages leave the workbook that says whose it is, so each says for itself that no partner may see it. */
function footerOf({ territory, asOf }: BookContent, partner = 'all partners'): string {
  const { vendor, locale } = territory.config;
  return `${vendor.name}: ${partner}, ${formatDate(asOf, locale)}. Internal, not for the partner.`;
}

function bookOf(
  { territory, asOf, tables }: Pick<BookContent, 'territory' | 'asOf' | 'tables'>,
  hidden: readonly TextSheet[],
): Omit<DataBook, 'front' | 'footer'> {
  const { vendor, locale } = territory.config;
  const choices = dropDowns(territory, new Set(tables.map(({ table }) => table)));
  return {
    properties: { title: `${vendor.name}: partner tables`.replace(/^: p/, 'P'), company: vendor.name, locale, asOf },
    sheets: tables.map((table) => workbookSheet(table, choices)),
    hidden,
  };
}
