import type { Block, Numbered, Panel, Timeline } from '../../document/block.ts';
import { formatSentence, formatValue, type FormatOptions } from '../../units/format.ts';
import type { Sentence } from '../../units/sentence.ts';
import { drawChart } from './draw-chart.ts';
import { drawKeyFigures } from './draw-key-figures.ts';
import { drawTable } from './draw-table.ts';
import { drawScores } from './draw-scores.ts';
import { drawGrid } from './grid.ts';
import { blanks, run, statusRun, type Line, type Pen } from './pen.ts';
import { labelled } from './wrap.ts';

/** The lines of a block without its heading. */
export function drawBlock(block: Block, format: FormatOptions, pen: Pen): Line[] {
  switch (block.kind) {
    case 'paragraph':
      return labelled([], formatSentence(block.text, format), pen);
    case 'bullets':
      return block.items.flatMap((item) => bullet(item, format, pen));
    case 'key-figures':
      return block.figures.length === 0 ? [] : drawKeyFigures(block, format, pen);
    case 'numbered':
      return drawNumbered(block, format, pen);
    case 'panel':
      return drawPanel(block, format, pen);
    case 'scores':
      return drawScores(block, format, pen);
    case 'status':
      return drawStatus(block, format, pen);
    case 'table':
      return drawTable(block, format, pen);
    case 'timeline':
      return drawTimeline(block, format, pen);
    default:
      return drawChart(block, format, pen);
  }
}

function bullet(item: Sentence, format: FormatOptions, pen: Pen): Line[] {
  return labelled([{ text: '• ', style: 'dim' }], formatSentence(item, format), pen);
}

function drawNumbered({ items }: Numbered, format: FormatOptions, pen: Pen): Line[] {
  const width = String(items.length).length + 2;
  return items.flatMap(({ lead, detail, owner }, index) => [
    ...labelled([{ text: String(index + 1).padEnd(width), style: 'bar' }], formatSentence(lead, format), pen, 'bold'),
    ...[detail, owner].flatMap((line) =>
      line ? labelled([blanks(width)], formatSentence(line, format), pen, 'dim') : [],
    ),
  ]);
}

function drawPanel({ items }: Panel, format: FormatOptions, pen: Pen): Line[] {
  return items.flatMap(({ lead, detail }) => [
    ...bullet(lead, format, pen),
    ...(detail ? labelled([blanks(2)], formatSentence(detail, format), pen, 'dim') : []),
  ]);
}

function drawStatus(block: Extract<Block, { kind: 'status' }>, format: FormatOptions, pen: Pen): Line[] {
  const label = statusRun(block.status);
  return block.note ? labelled([label, blanks(2)], formatSentence(block.note, format), pen) : [[label]];
}

function drawTimeline({ points }: Timeline, format: FormatOptions, pen: Pen): Line[] {
  const rows = points.map(({ date, label, done }) => [
    [run(formatValue(date, format), done ? 'bold' : 'plain')],
    [run(formatSentence(label, format))],
    [run(done ? 'done' : 'ahead', 'dim')],
  ]);
  return drawGrid(
    [
      { label: '', align: 'right', cut: 'fixed' },
      { label: '', align: 'left', cut: 'text' },
      { label: '', align: 'left', cut: 'fixed' },
    ],
    rows,
    pen,
  );
}
