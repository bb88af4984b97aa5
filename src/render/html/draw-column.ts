import type { Block } from '../../document/block.ts';
import { blockHeading } from '../../document/block-heading.ts';
import type { LineChart } from '../../document/chart.ts';
import { numberScale } from '../../document/number-scale.ts';
import { formatAmount, formatSentence } from '../../units/format.ts';
import { drawBars } from './bar-rows.ts';
import { chartTwin } from './chart-twin.ts';
import { drawClusters } from './cluster-chart.ts';
import { drawColumnChart } from './column-chart.ts';
import { drawChip, drawKeyFigures } from './draw-key-figures.ts';
import { drawScores } from './draw-scores.ts';
import { drawTable } from './draw-table.ts';
import { drawBullets, drawNumbered, drawPanel, drawParagraph, drawTimeline } from './draw-words.ts';
import { drawPeriods } from './period-rows.ts';
import { stack, type Drawn, type Sheet } from './drawn.ts';
import { escapeHtml } from './escape-html.ts';
import { BLOCK_GAP, CHIP, HEADING_LINE, LINE } from './geometry.ts';
import { drawLineChart } from './line-chart.ts';
import { labelMargin } from './line-labels.ts';
import { cutToLines, lineCount, textWidth } from './text-width.ts';

/** A column of blocks under each other. `name` is the section's, which stands before the first block's own heading. */
export function drawColumn(
  blocks: readonly Block[],
  sheet: Sheet,
  { width, name }: { width: number; name?: string },
): Drawn {
  const drawn = blocks.map((block, index) => {
    const heading = drawHeading(block, sheet, index === 0 ? name : undefined, sharedAxis(blocks, index));
    const body = drawOnce(blocks, index, sheet, width);
    return { html: `<div class="block">${heading.html}${body.html}</div>`, height: heading.height + body.height };
  });
  return stack(drawn, BLOCK_GAP);
}

/** What a block looks like depends on its column, its width and, for a table, on the rows it may show. */
function drawOnce(blocks: readonly Block[], index: number, sheet: Sheet, width: number): Drawn {
  const block = blocks[index]!;
  const limit = block.kind === 'table' ? sheet.limits.get(block) : undefined;
  const before = sheet.drawn.get(block);
  if (before?.width === width && before.limit === limit) return before.piece;
  const piece = drawBlock(blocks, index, sheet, width);
  sheet.drawn.set(block, { width, limit, piece });
  return piece;
}

function drawBlock(blocks: readonly Block[], index: number, sheet: Sheet, width: number): Drawn {
  const block = blocks[index]!;
  const { format } = sheet;
  switch (block.kind) {
    case 'paragraph':
      return drawParagraph(block.text, format, { width, grey: blocks[index - 1]?.kind === 'table' });
    case 'bullets':
      return drawBullets(block, format, width);
    case 'key-figures':
      return drawKeyFigures(block, sheet, width);
    case 'numbered':
      return drawNumbered(block, format, width);
    case 'panel':
      return drawPanel(block, format, width);
    case 'scores':
      return drawScores(block, sheet, width);
    case 'status':
      return drawStatus(block, sheet, width);
    case 'table':
      return drawTable(block, sheet, width);
    case 'timeline':
      return drawTimeline(block, format, width);
    case 'clusters':
      return drawClusters(block, format, width);
    case 'bars':
      return drawBars(block, format, width);
    case 'columns':
      if (block.density === 'few') return drawPeriods(block, format, width);
      return withTwin(block, drawColumnChart(block, { format, width, margin: marginOf(blocks, sheet, width) }), sheet);
    case 'lines': {
      const margin = marginOf(blocks, sheet, width);
      const labelled = !blocks.some((_, other) => sharedAxis(blocks, other));
      return withTwin(block, drawLineChart(block, { format, width, margin, labelled }), sheet);
    }
  }
}

function withTwin(chart: Parameters<typeof chartTwin>[0], { html, height }: Drawn, { format }: Sheet): Drawn {
  return { html: html + chartTwin(chart, format), height };
}

/** True for months that stand right under running totals of the same months: both share one axis and one heading. */
function sharedAxis(blocks: readonly Block[], index: number): boolean {
  const [above, block] = [blocks[index - 1], blocks[index]];
  if (above?.kind !== 'lines' || block?.kind !== 'columns' || block.density !== 'many') return false;
  return above.categories.join('\n') === block.categories.map(({ label }) => label).join('\n');
}

/** Room at the right of the charts of a column for the names of lines and marks: one for all, so that their months align. */
function marginOf(blocks: readonly Block[], { format }: Sheet, width: number): number {
  const lines = blocks.filter((block): block is LineChart => block.kind === 'lines');
  const needed = lines.map((chart) => labelMargin(chart, (value) => formatAmount(value, chart.currency, format)));
  const names = blocks.flatMap((block) => {
    if (block.kind !== 'columns' || block.density === 'few') return [];
    const { unit } = numberScale(
      [block.bars, ...block.marks].flatMap(({ values }) => values),
      block.currency,
    );
    return [unit, block.bars.label, ...block.marks.map(({ label }) => label)].map((name) => textWidth(name, 11) + 10);
  });
  return Math.min(width * 0.3, Math.max(0, ...needed, ...names));
}

/** The section's name in bold, the block's own heading behind it in grey; hidden where the chart above says it already. */
function drawHeading(block: Block, { format }: Sheet, name: string | undefined, isShared: boolean): Drawn {
  const { heading, aside } = block.kind === 'panel' ? {} : blockHeading(block, format);
  if (isShared) return { html: `<h3 class="sr">${escapeHtml(heading ?? '')}</h3>`, height: 0 };
  const bold = name ?? heading;
  if (bold === undefined) return { html: '', height: 0 };
  const grey = [name !== undefined && heading !== name ? heading : undefined, aside].filter(
    (part) => part !== undefined,
  );
  const tag = name === undefined ? 'h3' : 'h2';
  const behind = grey.length > 0 ? ` <span>${escapeHtml(grey.join(' · '))}</span>` : '';
  return { html: `<${tag}>${escapeHtml(bold)}${behind}</${tag}>`, height: HEADING_LINE };
}

function drawStatus({ status, note }: Extract<Block, { kind: 'status' }>, { format }: Sheet, width: number): Drawn {
  const words = note ? cutToLines(formatSentence(note, format), width, { lines: 3 }) : '';
  return {
    html: `<div>${drawChip(status)}${words ? `<p class="note">${escapeHtml(words)}</p>` : ''}</div>`,
    height: CHIP + 2 + (words ? 3 + lineCount(words, width) * LINE : 0),
  };
}
