import type { Line, Pen, Style } from './pen.ts';
import { blanks, run } from './pen.ts';

const LEAST_WIDTH = 10;
const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Breaks a text at its spaces into lines of at most `width` columns; no-break spaces hold, a word too long is broken anywhere. */
export function wrap(text: string, width: number, pen: Pen): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((word) => pieces(word, width, pen))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (pen.measure(longer) <= width) {
      line = longer;
    } else {
      if (line !== '') lines.push(line);
      line = word;
    }
  }
  return line === '' ? lines : [...lines, line];
}

/** A text under a label: the label on the first line, all lines of the text below each other. */
export function labelled(label: Line, text: string, pen: Pen, style: Style = 'plain'): Line[] {
  const indent = label.reduce((sum, { text }) => sum + pen.measure(text), 0);
  if (indent > pen.width - LEAST_WIDTH) {
    const above = wrap(label.map(({ text }) => text).join(''), pen.width, pen);
    return [...above.map((line) => [run(line, label[0]!.style)]), ...labelled([], text, pen, style)];
  }
  const lines = wrap(run(text).text, pen.width - indent, pen);
  return lines.map((line, index) => [...(index === 0 ? label : [blanks(indent)]), { text: line, style }]);
}

function pieces(word: string, width: number, pen: Pen): string[] {
  if (pen.measure(word) <= width) return [word];
  const parts: string[] = [''];
  for (const { segment } of GRAPHEMES.segment(word)) {
    if (pen.measure(parts.at(-1)! + segment) > width) parts.push('');
    parts[parts.length - 1] += segment;
  }
  return parts;
}
