import { describe, expect, test } from 'vitest';
import type { Table } from '../../../src/document/block.ts';
import { drawTable } from '../../../src/render/html/draw-table.ts';
import { count, text } from '../../../src/units/value.ts';

const LONG = 'Calls for end customers of resellers that are new, first round';
const campaigns: Table = {
  kind: 'table',
  id: 'campaigns',
  columns: [
    { key: 'name', label: 'Campaign', align: 'left', weight: 2, cut: 'name', wraps: true },
    { key: 'won', label: 'Won', align: 'right', weight: 1, cut: 'fixed' },
  ],
  rows: [LONG, `${LONG.slice(0, -11)}second round`].map((name) => ({
    cells: { name: { value: text(name) }, won: { value: count(3) } },
  })),
};

const deals: Table = {
  kind: 'table',
  id: 'deals',
  columns: [
    { key: 'account', label: 'Account', align: 'left', weight: 2, cut: 'name', tone: 'strong' },
    { key: 'deal', label: 'Deal', align: 'left', weight: 2, cut: 'text', tone: 'soft' },
    { key: 'flag', label: 'Flag', align: 'left', weight: 1, cut: 'fixed' },
  ],
  rows: [
    {
      cells: {
        account: { value: text('Association of Independent Grocers') },
        deal: { value: text('Cloud, first year for every branch') },
        flag: { value: text('no next step in the file') },
      },
    },
  ],
};

function drawn(table: Table, width: number, wraps: boolean): string {
  return drawTable(table, { format: { locale: 'en-GB' }, limits: new Map(), drawn: new Map(), wraps }, width).html;
}

describe('the words of a table on a page', () => {
  test('a long name takes a second line where the sheet has room for it', () => {
    expect(drawn(campaigns, 260, true)).toContain(`<span class="two">${LONG}</span>`);
    expect(drawn(campaigns, 260, false)).not.toContain(`>${LONG}<`);
  });

  test('names too long for two lines stay apart, as they do on one', () => {
    const shown = [...drawn(campaigns, 190, true).matchAll(/<span class="two"[^>]*>([^<]*)</g)].map(
      ([, words]) => words,
    );
    expect(shown).toHaveLength(2);
    for (const [index, words] of shown.entries()) expect(words).toMatch(index === 0 ? /…irst round$/ : /…cond round$/);
  });

  test('words of second rank are there in a readable part or not at all', () => {
    expect(drawn(deals, 520, false)).toMatch(/>Deal<[^]*>Cloud, first year/);
    const narrow = drawn(deals, 360, false);
    expect(narrow).not.toContain('Deal');
    expect(narrow).toContain('>Association of Independent Grocers<');
  });
});
