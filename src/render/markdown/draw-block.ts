import type { Block, Numbered, Panel } from '../../document/block.ts';
import { formatSentence, formatValue, type FormatOptions } from '../../units/format.ts';
import { drawChart } from './draw-chart.ts';
import { drawKeyFigures, drawTable, statusText } from './draw-table.ts';
import { scoresTable } from '../../document/scores-table.ts';
import { escapeLine, escapeMarkdown } from './escape-markdown.ts';

/** A block without its heading. */
export function drawBlock(block: Block, format: FormatOptions): string {
  switch (block.kind) {
    case 'paragraph':
      return escapeLine(formatSentence(block.text, format));
    case 'bullets':
      return block.items.map((item) => `- ${escapeLine(formatSentence(item, format))}`).join('\n');
    case 'key-figures':
      return drawKeyFigures(block, format);
    case 'numbered':
      return drawNumbered(block, format);
    case 'panel':
      return drawPanel(block, format);
    case 'scores':
      return drawTable(scoresTable(block), format);
    case 'status':
      return [
        statusText(block.status),
        ...(block.note ? [escapeMarkdown(formatSentence(block.note, format))] : []),
      ].join(': ');
    case 'table':
      return drawTable(block, format);
    case 'timeline':
      return block.points
        .map(({ date, label, done }) => {
          const day = escapeMarkdown(formatValue(date, format));
          return `- **${day}** ${escapeMarkdown(formatSentence(label, format))}${done ? '' : ' (ahead)'}`;
        })
        .join('\n');
    default:
      return drawChart(block, format);
  }
}

function drawNumbered({ items }: Numbered, format: FormatOptions): string {
  const points = items.map(({ lead, detail, owner }, index) => {
    const lines = [detail, owner].flatMap((line) => (line ? [`   ${escapeLine(formatSentence(line, format))}`] : []));
    return [`${index + 1}. **${escapeMarkdown(formatSentence(lead, format))}**`, ...lines].join('  \n');
  });
  return points.join('\n');
}

function drawPanel({ items }: Panel, format: FormatOptions): string {
  const points = items.map(({ lead, detail }) => {
    const words = escapeMarkdown(formatSentence(lead, format));
    return detail ? `- **${words}**  \n  ${escapeLine(formatSentence(detail, format))}` : `- ${escapeLine(words)}`;
  });
  return points.join('\n');
}
