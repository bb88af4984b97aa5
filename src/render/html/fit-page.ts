import type { Block, Table } from '../../document/block.ts';
import type { Document } from '../../document/document.ts';
import { pageOrder } from '../../document/page-order.ts';
import { forOneSheet, inFull, inShort } from '../../document/short-forms.ts';
import { columnsOf, drawSection } from './draw-section.ts';
import { drawColumn } from './draw-column.ts';
import { stack, type Drawn, type Sheet } from './drawn.ts';
import { columnWidths, PAGE_HEIGHT, ROW, SECTION_GAP } from './geometry.ts';
import { drawFooter, drawFootnotes, drawHeader, drawStrip } from './page-frame.ts';

/** A table keeps at least so many rows, or it says nothing. */
const FEWEST_ROWS = 3;
/** Pixels of the 15 mm that stay free: a page that needs no more than them still prints on one sheet. */
const RESERVE = 57;
/** Rows of a table on a page that runs on: with its heading they fill a sheet. */
const MOST_ROWS_RUNNING_ON = 44;
/** How far an estimated height may be off. */
const NEARLY = 0.8;

/** The page on one sheet; sections that were asked for beside it have a sheet each behind it. */
export function fitPage(document: Document): string {
  const first = { ...document, sections: document.sections.filter(({ ownSheet }) => !ownSheet) };
  const others = document.sections.filter(({ ownSheet }) => ownSheet);
  return [
    fitSheet(first),
    ...others.map((section) => `<div class="sheet">\n${fitSheet({ ...document, sections: [section] })}\n</div>`),
  ].join('\n');
}

/**
 * One sheet: with words over two lines where there is room for all of it so, otherwise with rows of one line. Where its long tables would
 * cost rows of those that are cut last, they stand in their short form. What needs further sheets all the same has room enough there:
 * giving up rows would gain it nothing.
 */
function fitSheet(given: Document): string {
  const document = forOneSheet(given);
  const roomy = hasWrappingWords(document) ? drawRoomy(document) : undefined;
  if (roomy && roomy.height <= PAGE_HEIGHT) return roomy.html;
  const full = cutToSheet(inFull(document));
  if (full.isSound) return full.html;
  const short = inShort(document);
  const cut = short === undefined ? full : cutToSheet(short);
  return cut.runsOn ? drawRunningOn(document).html : cut.html;
}

function hasWrappingWords({ sections }: Document): boolean {
  return sections.some((section) =>
    columnsOf(section)
      .flat()
      .some((block) => block.kind === 'table' && block.columns.some(({ wraps }) => wraps)),
  );
}

function drawRoomy(document: Document): Drawn {
  return drawPage(inFull(document), { format: document.format, limits: new Map(), drawn: new Map(), wraps: true });
}

/** The page over as many sheets as it takes; a table longer than one of them still says how much it leaves out. */
function drawRunningOn(document: Document): Drawn {
  const full = inFull(document);
  const tables = full.sections.flatMap(columnsOf).flatMap((blocks) => blocks.filter((block) => block.kind === 'table'));
  const limits = new Map(
    tables.filter(({ isWhole }) => !isWhole).map((table) => [table, MOST_ROWS_RUNNING_ON] as const),
  );
  return drawPage(full, { format: document.format, limits, drawn: new Map(), wraps: true });
}

/**
 * The page with as many rows as one sheet holds. While it is too high, the longest table of a tallest column gives up rows; where
 * that would not make it lower, the page runs on to further sheets.
 */
function cutToSheet(document: Document): {
  readonly html: string;
  readonly isSound: boolean;
  /** It is too high, and no table has more to give. */
  readonly runsOn: boolean;
} {
  const limits = new Map<Table, number>();
  const sheet: Sheet = { format: document.format, limits, drawn: new Map(), wraps: false };
  for (;;) {
    const page = drawPage(document, sheet);
    const excess = page.height - PAGE_HEIGHT;
    const cut = excess > 0 ? firstCut(document, sheet) : undefined;
    if (!cut) {
      const isSound = excess <= 0 && ![...limits.keys()].some((table) => table.cutLast);
      return { html: page.html, isSound, runsOn: excess > RESERVE };
    }
    const rows = Math.ceil(Math.min(excess, cut.lead) / ROW) + (limits.has(cut.table) ? 0 : 1);
    limits.set(cut.table, Math.max(FEWEST_ROWS, shownRowCount(cut.table, limits) - Math.max(1, rows)));
  }
}

function drawPage(document: Document, sheet: Sheet): Drawn {
  const { opening, parts, closing } = pageOrder(document);
  return stack(
    [
      drawHeader(document, opening),
      ...parts.flatMap(({ section, strip }) => [
        drawSection(section, sheet),
        ...(strip ? [withGapBelow(drawStrip(strip, sheet))] : []),
      ]),
      ...(closing ? [drawStrip(closing, sheet)] : []),
      drawFootnotes(document),
      drawFooter(document),
    ],
    0,
  );
}

/** The gap itself is the style sheet's. */
function withGapBelow({ html, height }: Drawn): Drawn {
  return { html, height: height + SECTION_GAP };
}

/** A table that has rows to give, and by how much its column is higher than the next one of its section. */
interface Cut {
  readonly table: Table;
  readonly lead: number;
}

/** Tables that are cut last, and columns that are only nearly the tallest, come last. */
function firstCut(document: Document, sheet: Sheet): Cut | undefined {
  for (const cutLast of [false, true]) {
    const cut = rowsToCut(document, sheet, { cutLast });
    if (cut) return cut;
  }
  return rowsToCut(document, sheet, { cutLast: false, isLast: true });
}

/**
 * The longest table whose rows make the page higher; a section gets lower only when each of its tallest columns can. Heights of
 * wrapped text are estimates: as a last resort a column that is nearly the tallest gives up rows too.
 */
function rowsToCut(
  { sections }: Document,
  sheet: Sheet,
  { cutLast, isLast = false }: { readonly cutLast: boolean; readonly isLast?: boolean },
): Cut | undefined {
  const cuts = sections.flatMap((section): Cut[] => {
    const columns = columnsOf(section).filter((blocks) => blocks.length > 0);
    const widths = columnWidths(section.layout, columns.length);
    const heights = columns.map(
      (blocks, index) => drawColumn(blocks, sheet, { width: widths[index]!, name: ' ' }).height,
    );
    const tallest = Math.max(0, ...heights);
    const lower = heights.filter((height) => height < tallest);
    // What cannot give up a row keeps the section as high as it is.
    if (columns.some((blocks, index) => heights[index]! >= tallest && !blocks.some(({ kind }) => kind === 'table')))
      return [];
    const high = columns.filter((_, index) => heights[index]! > tallest * (isLast ? NEARLY : 1) - 1);
    const longest = high.flatMap((blocks) => longestTable(blocks, sheet.limits, cutLast) ?? []);
    const lead = high.length > 1 ? ROW : tallest - Math.max(-Infinity, ...lower);
    return isLast || longest.length === high.length ? longest.map((table) => ({ table, lead })) : [];
  });
  return cuts.sort((a, b) => shownRowCount(b.table, sheet.limits) - shownRowCount(a.table, sheet.limits))[0];
}

/** The line that says what was left out takes the room of a row: leaving out a single one gains nothing. */
function longestTable(
  blocks: readonly Block[],
  limits: ReadonlyMap<Table, number>,
  cutLast: boolean,
): Table | undefined {
  return blocks
    .filter((block): block is Table => block.kind === 'table' && !block.isWhole)
    .filter((table) => cutLast || table.cutLast !== true)
    .filter((table) => shownRowCount(table, limits) > FEWEST_ROWS + (limits.has(table) ? 0 : 1))
    .sort((a, b) => shownRowCount(b, limits) - shownRowCount(a, limits))[0];
}

function shownRowCount(table: Table, limits: ReadonlyMap<Table, number>): number {
  return Math.min(table.rows.length, table.most ?? Infinity, limits.get(table) ?? Infinity);
}
