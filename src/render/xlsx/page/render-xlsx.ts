import type { Document } from '../../../document/document.ts';
import { blockHeading } from '../../../document/block-heading.ts';
import type { Calculation } from '../../../document/calculation/calculation.ts';
import { knownOnly } from '../../../document/known-only.ts';
import { blocksInOrder } from '../../../document/page-order.ts';
import type { Value } from '../../../units/value.ts';
import { calculationSheets } from '../calculation/calculation-workbook.ts';
import { modelSheets } from '../model/model-workbook.ts';
import { sheetNames } from '../sheet-names.ts';
import type { Workbook } from '../sheet.ts';
import { writeWorkbook } from '../write-workbook.ts';
import { chartSheet } from './chart-sheet.ts';
import { plannedSheets, sheetTitle } from './planned-sheets.ts';
import { scoresSheet } from './scores-sheet.ts';
import { summarySheet } from './summary-sheet.ts';
import { type SheetSetting, tableSheet } from './table-sheet.ts';

const FORM = 'Form';

/**
 * A document as an Excel workbook: a summary, a sheet for each larger table with every row and the whole value behind every number,
 * and native charts that draw the numbers of their sheets. Sums and differences are live; calculating them changes nothing. A forecast is
 * written as the live workbook of its model instead.
 * @returns the bytes of the .xlsx file.
 */
export function renderXlsx(given: Document): Buffer {
  const document = given.edition === 'partner' ? knownOnly(given) : given;
  const { title, subject, period, vendor, language, dates } = document;
  return writeWorkbook({
    properties: {
      title: `${title}, ${subject.name}, ${period.name}`,
      company: vendor,
      language,
      modified: dates.pipeline,
    },
    ...(document.accent && { accent: document.accent }),
    ...sheetsOf(document),
  });
}

function sheetsOf(document: Document): Pick<Workbook, 'sheets' | 'names'> {
  if (document.model) return modelSheets(document, document.model);
  return document.calculation ? liveSheets(document, document.calculation) : pageSheets(document);
}

/** A calculation, and the tables of its page that it does not hold itself. */
function liveSheets(document: Document, calculation: Calculation): Pick<Workbook, 'sheets' | 'names'> {
  const { currency, tables: wanted = [] } = calculation;
  const setting: SheetSetting = { document, money: { locale: document.format.locale, currency } };
  const tables = document.sections
    .flatMap(blocksInOrder)
    .filter((block) => block.kind === 'table')
    .filter(({ id }) => wanted.includes(id));
  const names = sheetNames(tables.map(({ id }) => sheetTitle(id)));
  const sheets = tables.map((table, index) => ({
    sheet: tableSheet(table, names[index]!, setting),
    holds: blockHeading(table, document.format).heading ?? sheetTitle(table.id),
  }));
  return calculationSheets(document, calculation, sheets);
}

function pageSheets(document: Document): Pick<Workbook, 'sheets'> {
  const setting: SheetSetting = {
    document,
    money: { locale: document.format.locale, currency: mainCurrency(document) },
  };
  if (document.form) {
    const { frozen: _, filter: __, ...sheet } = tableSheet(document.form, FORM, setting);
    return { sheets: [{ ...sheet, print: { ...sheet.print, landscape: false, fit: 'all' } }] };
  }
  const planned = plannedSheets(document);
  return {
    sheets: [
      summarySheet(planned, setting),
      ...planned.map(({ name, content }) => {
        if ('table' in content) return tableSheet(content.table, name, setting);
        if ('scores' in content) return scoresSheet(content.scores, name, setting);
        return chartSheet(content.grid, name, setting);
      }),
    ],
  };
}

/** The currency in which most amounts of the page are; it is named once on every sheet. */
function mainCurrency({ sections }: Document): string | undefined {
  const uses = new Map<string, number>();
  const count = (value: Value | undefined): void => {
    if (value?.kind === 'amount') uses.set(value.currency, (uses.get(value.currency) ?? 0) + 1);
  };
  for (const block of sections.flatMap(blocksInOrder)) {
    if (block.kind === 'key-figures')
      block.figures.forEach(({ value, against }) => [value, against?.plan].forEach(count));
    if (block.kind === 'table')
      block.rows.forEach(({ cells }) => Object.values(cells).forEach(({ value }) => count(value)));
    if ('currency' in block) uses.set(block.currency, (uses.get(block.currency) ?? 0) + 1);
  }
  return [...uses].sort((a, b) => b[1] - a[1])[0]?.[0];
}
