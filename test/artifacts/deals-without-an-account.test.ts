import { describe, expect, it } from 'vitest';
import { blocksInOrder } from '../../src/document/page-order.ts';
import type { Document } from '../../src/document/document.ts';
import { formatValue } from '../../src/units/format.ts';
import { open } from '../domain/given.ts';
import { givenInput } from './given-input.ts';
import { pagesFrom } from './sample-pages.ts';

const { deck, page } = pagesFrom(
  givenInput({
    deals: [
      open('2026-05-04', 90_000, { account: 'Silverbeck Textiles', product: 'Guard' }),
      open('2026-05-11', 80_000, { account: undefined, name: undefined, product: 'Edge' }),
      open('2026-05-18', 70_000, { account: undefined, name: 'Renewal for the harbour', product: 'Core' }),
      // More than the pipeline page shows, so that the review has its appendix of deals.
      ...Array.from({ length: 7 }, (_, index) => open('2026-06-01', 1_000, { account: `Osierbank ${index}` })),
    ],
  }),
  'partner',
);

/** The names that stand first in the rows of a table of deals, and what stands behind them. */
function namesIn(document: Document, id: string): string[][] {
  const tables = document.sections.flatMap(blocksInOrder).filter((block) => block.kind === 'table');
  const words = ({ cells }: (typeof tables)[number]['rows'][number], key: string) =>
    cells[key] ? formatValue(cells[key].value, { locale: 'en-GB' }) : '';
  return tables.find((table) => table.id === id)!.rows.map((row) => [words(row, 'account'), words(row, 'deal')]);
}

describe('a deal without an account', () => {
  it.each([
    ['in the appendix of the review', deck, 'deals'],
    ['on the scorecard', page, 'top-deals'],
  ])('stands %s by its own name, or says that no account is named: it never reads like the one above', (_, of, id) => {
    const names = namesIn(of, id);
    expect(names.slice(0, 3).map(([account]) => account)).toEqual([
      'Silverbeck Textiles',
      'no account named',
      'Renewal for the harbour',
    ]);
    expect(names[1]![1]).toBe('Edge');
  });
});
