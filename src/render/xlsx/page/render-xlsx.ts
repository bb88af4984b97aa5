import type { Document } from '../../../document/document.ts';
import { knownOnly } from '../../../document/known-only.ts';
import { blocksInOrder } from '../../../document/page-order.ts';
import type { Value } from '../../../units/value.ts';
import { modelSheets } from '../model/model-workbook.ts';
import type { Workbook } from '../sheet.ts';
import { writeWorkbook } from '../write-workbook.ts';
import { chartSheet } from './chart-sheet.ts';
import { plannedSheets } from './planned-sheets.ts';
import { scoresSheet } from './scores-sheet.ts';
import { summarySheet } from './summary-sheet.ts';
import { type SheetSetting, tableSheet } from './table-sheet.ts';

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
    ...(document.model ? modelSheets(document, document.model) : pageSheets(document)),
  });
}

function pageSheets(document: Document): Pick<Workbook, 'sheets'> {
  const setting: SheetSetting = {
    document,
    money: { locale: document.format.locale, currency: mainCurrency(document) },
  };
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
