import type { Table } from '../../../document/block.ts';
import type { Document, Section } from '../../../document/document.ts';
import { blockHeading } from '../../../document/block-heading.ts';
import { blocksInOrder, pageOrder, type Strip } from '../../../document/page-order.ts';
import { footnotesIn } from '../../../document/footnotes.ts';
import { unknownReasons, valuesOf } from '../../../document/unknown-reasons.ts';
import { cutText } from '../../../units/cut-text.ts';
import { formatSentence } from '../../../units/format.ts';
import type { Sheet } from '../sheet.ts';
import { sheetRange } from '../sheet-names.ts';
import { placedChart } from './chart-sheet.ts';
import { MOST_FIGURE_COLUMNS } from './key-figures-table.ts';
import { FIRST_COLUMN, framedSheet, HEADER_ROW, placeAcross, placeFootnotes } from './page-frame.ts';
import { placeTable } from './place-table.ts';
import { type PlannedSheet, SUMMARY } from './planned-sheets.ts';
import { cellName, SheetDraft } from './sheet-draft.ts';
import { summaryTable } from './summary-table.ts';
import type { SheetSetting } from './table-sheet.ts';
import { textRoom } from './text-room.ts';
import { textLines } from './text-lines.ts';
import type { PageMoney } from './value-cell.ts';

/** A narrow column sets apart what stands on the right: the list of sheets and the first chart. */
const LAST_FIGURE_COLUMN = FIRST_COLUMN + MOST_FIGURE_COLUMNS - 1;
const ASIDE_COLUMN = LAST_FIGURE_COLUMN + 2;
const LAST_COLUMN = ASIDE_COLUMN + 1;
const ASIDE_WIDTHS = { gap: 3, name: 20, words: 44 } as const;
const CHART_ROWS = 16;
const MOST_PRINTED_ROWS = 60;

/** The first sheet: the sentence of the page, its key figures, what each section says with its small tables, and where the rest is. */
export function summarySheet(sheets: readonly PlannedSheet[], setting: SheetSetting): Sheet {
  const { document, money } = setting;
  const draft = new SheetDraft();
  const { opening, parts, closing } = pageOrder(document);
  draft.widen(ASIDE_COLUMN - 1, ASIDE_WIDTHS.gap);
  draft.widen(ASIDE_COLUMN, ASIDE_WIDTHS.name);
  draft.widen(LAST_COLUMN, ASIDE_WIDTHS.words);
  let row = HEADER_ROW;
  for (const { section, strip } of parts) {
    const isOpening = section === opening;
    row = placeSection(draft, section, { row, isOpening, setting });
    if (strip) row = placeStrip(draft, strip, row, document);
  }
  if (closing) row = placeStrip(draft, closing, row, document);
  const footnotes = footnotesIn(document, document.sections);
  placeFootnotes(draft, { row, footnotes, lastColumn: LAST_FIGURE_COLUMN, format: document.format });
  const afterList = placeList(draft, sheets);
  const headline = opening && opening.layout !== 'cover' ? formatSentence(opening.headline, document.format) : '';
  const title = headline === '' ? document.subject.name : headline;
  const frame = { name: SUMMARY, title, document, currency: money.currency, lastColumn: LAST_COLUMN, isWide: true };
  const sheet = framedSheet(draft, frame);
  // A long page keeps letters that can be read and runs on.
  const fit = draft.lastRow > MOST_PRINTED_ROWS ? 'columns' : 'all';
  return { ...sheet, print: { ...sheet.print, fit }, charts: firstChart(sheets, afterList, document) };
}

interface SectionPlace {
  readonly row: number;
  readonly isOpening: boolean;
  readonly setting: SheetSetting;
}

/** Returns the row after the section and a gap. */
function placeSection(draft: SheetDraft, section: Section, { row, isOpening, setting }: SectionPlace): number {
  const { document, money } = setting;
  const { format } = document;
  let next = row;
  if (!isOpening && section.layout !== 'cover') next = placeHeading(draft, section, next, document);
  for (const block of blocksInOrder(section)) {
    const table = summaryTable(block, document);
    const { heading } = table ? blockHeading(table, format) : {};
    const lines = table ? [] : textLines(block, format);
    if (heading !== undefined) next = placeLine(draft, heading, 'strong', next);
    if (table) next = placeFigures(draft, table, { row: next, money });
    for (const { text, font } of lines) next = placeLine(draft, text, font, next);
    if (lines.length > 0) next += 1;
  }
  return next;
}

/** A table with the reasons for what it does not know; returns the row after it and a gap. */
function placeFigures(
  draft: SheetDraft,
  table: Table,
  { row, money }: { readonly row: number; readonly money: PageMoney },
): number {
  const { lastRow } = placeTable(draft, table, { row, column: FIRST_COLUMN, money });
  const unknown = unknownReasons(valuesOf(table.rows));
  if (unknown !== undefined) placeLine(draft, unknown, 'soft', lastRow + 1);
  return lastRow + (unknown === undefined ? 2 : 3);
}

/** The name of a section and its sentence, where that says more than the page's first one; nothing above nothing. */
function placeHeading(draft: SheetDraft, section: Section, row: number, document: Document): number {
  const { format, sections } = document;
  const [headline, first] = [section, sections[0]!].map((each) => formatSentence(each.headline, format));
  const isEmpty = blocksInOrder(section).every(
    (block) => summaryTable(block, document) === undefined && textLines(block, format).length === 0,
  );
  if (headline === first && isEmpty) return row;
  placeAcross(draft, { row, text: section.kicker.name, font: 'section', lastColumn: LAST_FIGURE_COLUMN });
  return headline === first ? row + 1 : placeLine(draft, headline!, 'body', row + 1) + 1;
}

function placeStrip(draft: SheetDraft, { why, next }: Strip, row: number, { format }: Document): number {
  let after = placeLine(draft, `Why it matters: ${formatSentence(why, format)}`, 'body', row);
  if (next) after = placeLine(draft, `Next: ${formatSentence(next, format)}`, 'body', after);
  return after + 1;
}

function placeLine(draft: SheetDraft, text: string, font: 'body' | 'soft' | 'strong', row: number): number {
  placeAcross(draft, { row, text, font, lastColumn: LAST_FIGURE_COLUMN });
  return row + 1;
}

/** The list of the other sheets, each leading to its own; returns the row after it. */
function placeList(draft: SheetDraft, sheets: readonly PlannedSheet[]): number {
  if (sheets.length === 0) return HEADER_ROW;
  const header = { font: 'heading', border: 'below', format: '@' } as const;
  draft.put(HEADER_ROW, ASIDE_COLUMN, { value: 'In this workbook', style: header });
  draft.put(HEADER_ROW, LAST_COLUMN, { style: header });
  for (const [index, { name, holds }] of sheets.entries()) {
    const row = HEADER_ROW + 1 + index;
    draft.put(row, ASIDE_COLUMN, { value: name, style: { font: 'link', border: 'hair', format: '@' } });
    draft.put(row, LAST_COLUMN, {
      value: cutText(holds, ASIDE_WIDTHS.words, textRoom),
      style: { font: 'soft', border: 'hair', format: '@' },
    });
    draft.links.push({ cell: cellName(ASIDE_COLUMN, row), target: sheetRange(name, 'A1'), words: name });
  }
  return HEADER_ROW + sheets.length + 1;
}

function firstChart(sheets: readonly PlannedSheet[], row: number, { format }: Document): NonNullable<Sheet['charts']> {
  const first = sheets.find(({ content }) => 'grid' in content);
  if (!first || !('grid' in first.content)) return [];
  const { grid } = first.content;
  const from = { column: ASIDE_COLUMN, row };
  const to = { column: LAST_COLUMN + 1, row: row + CHART_ROWS };
  return [placedChart(grid, grid.charts[0]!, { sheet: first.name, format, isNarrow: true, from, to })];
}
