import { describe, expect, it } from 'vitest';
import { tableStyles, TABLE_STYLE } from '../../../../src/render/pptx/xml/table-style.ts';
import { tableXml, type TableCell, type TableGrid } from '../../../../src/render/pptx/xml/table-xml.ts';

const FRAME = { id: 5, name: 'pipeline.main.deals', box: { x: 1, y: 2, w: 3, h: 0.7 } };
const MARGIN = { left: 0, right: 0.07, top: 0.04, bottom: 0.04 };

const cell = (text: string, more: Partial<TableCell> = {}): TableCell => ({
  runs: text ? [{ text, size: 12, colour: 'tx1' }] : [],
  align: 'left',
  margin: MARGIN,
  ...more,
});
const grid = (...rows: (readonly TableCell[])[]): TableGrid => ({
  columnWidths: [2, 1],
  rows: rows.map((cells) => ({ height: 0.35, cells })),
  description: 'Table, 1 of 1 rows: Deal, Amount.',
});

describe('a table on a slide', () => {
  const xml = tableXml(
    FRAME,
    grid([cell('Deal'), cell('Amount')], [cell('R&D'), cell('$9', { align: 'right' })]),
    'en-GB',
  );

  it('leaves its rules and the look of its header to the style of the deck, so that an added row looks like the others', () => {
    expect(xml).toContain(
      `<a:tblPr firstRow="1" bandRow="1"><a:tableStyleId>${TABLE_STYLE}</a:tableStyleId></a:tblPr>`,
    );
    expect(xml).not.toMatch(/<a:ln[LRTB]\b/);
    expect(tableStyles()).toContain(`styleId="${TABLE_STYLE}"`);
    expect(tableStyles()).not.toMatch(/band\dH/);
  });

  it('has the rows, columns and margins it was given', () => {
    expect(xml.match(/<a:gridCol w="\d+"\/>/g)).toEqual(['<a:gridCol w="1828800"/>', '<a:gridCol w="914400"/>']);
    expect(xml.match(/<a:tr h="320040">/g)).toHaveLength(2);
    expect(xml.match(/<a:tcPr marL="0" marR="64008" marT="36576" marB="36576" anchor="ctr"\/>/g)).toHaveLength(4);
  });

  it('sets words as they are, numbers to the right', () => {
    expect(xml).toContain('<a:t>R&amp;D</a:t>');
    expect(xml.match(/algn="r"/g)).toHaveLength(1);
  });

  it('is described to a screen reader', () => {
    expect(xml).toContain('name="pipeline.main.deals" descr="Table, 1 of 1 rows: Deal, Amount."');
  });

  it('keeps the type size in an empty cell, or its row would grow to fit the default', () => {
    expect(tableXml(FRAME, grid([cell(''), cell('')]), 'en-GB')).toMatch(/<a:endParaRPr lang="en-GB" sz="1200"\/>/);
  });
});
