import { describe, expect, it } from 'vitest';
import { drawGrid, type GridColumn } from '../../../src/render/terminal/grid.ts';
import { Pen, run } from '../../../src/render/terminal/pen.ts';

const COLUMNS: readonly GridColumn[] = [
  { label: 'Campaign', align: 'left', cut: 'name' },
  { label: 'Spend', align: 'right', cut: 'fixed' },
  { label: 'Verdict', align: 'left', cut: 'fixed' },
  { label: 'Why', align: 'left', cut: 'text', wraps: true },
];
const ROWS = [
  ['Webinar', '$5,400', 'keep', 'average order due 17 Apr'],
  ['All', '$5,400'],
].map((cells) => cells.map((text) => [run(text)]));

function drawn(width: number): string[] {
  const pen = new Pen({ width, colour: false, unicode: true });
  return drawGrid(COLUMNS, ROWS, pen).map((line) => pen.paint(line));
}

describe('a table on a screen', () => {
  it('keeps words beside their row, over several lines where they need them', () => {
    expect(drawn(60)).toEqual([
      'Campaign   Spend  Verdict  Why',
      'Webinar   $5,400  keep     average order due 17 Apr',
      'All       $5,400',
    ]);
    expect(drawn(42)).toEqual([
      'Campaign   Spend  Verdict  Why',
      'Webinar   $5,400  keep     average order',
      '                           due 17 Apr',
      'All       $5,400',
    ]);
  });

  it('puts words that find no room beside their row under it', () => {
    expect(drawn(30)).toEqual([
      'Campaign   Spend  Verdict',
      'Webinar   $5,400  keep',
      '  average order due 17 Apr',
      'All       $5,400',
    ]);
  });
});
