import { expect, test } from 'vitest';
import type { Row, Table } from '../../src/document/block.ts';
import type { Document } from '../../src/document/document.ts';
import { knownOnly } from '../../src/document/known-only.ts';
import { sparseScorecard } from '../render/fixtures/sparse-scorecard.ts';
import { richScorecard } from '../render/fixtures/rich-scorecard.ts';

test('a partner page leaves out what is not known: figures, and rows and columns that hold nothing else', () => {
  const printed = JSON.stringify(knownOnly(sparseScorecard).sections);
  expect(printed).not.toContain('missing');
  expect(printed).not.toContain('Plan');
  expect(printed).toContain('Oakbridge Dental');
});

test('what does not apply stays: only the unknown leaves', () => {
  expect(knownOnly(richScorecard)).toEqual(richScorecard);
});

test('one unknown cell among known ones becomes an empty cell, and its status stays', () => {
  const unknown = { kind: 'missing', reason: 'no close date' } as const;
  const [first, second] = sparseScorecard.sections;
  if (second?.layout !== 'main-side' || second.main[0]?.kind !== 'table') throw new Error('The fixture has changed.');
  const rows: readonly Row[] = [
    { cells: { account: { value: unknown }, amount: { value: { kind: 'count', count: 1 } as const } } },
    {
      cells: {
        account: { value: unknown },
        status: { value: unknown, status: { meaning: 'bad', word: 'overdue' } as const },
      },
    },
  ];
  const document: Document = {
    ...sparseScorecard,
    sections: [first!, { ...second, main: [{ ...second.main[0], rows }], side: [] }],
  };
  const table = knownOnly(document).sections[1];
  expect(table).toMatchObject({
    main: [
      {
        rows: [
          { cells: { amount: { value: { kind: 'count', count: 1 } } } },
          { cells: { status: { value: { kind: 'none' }, status: { word: 'overdue' } } } },
        ],
      },
    ],
  });
});

test('a deal of which only the name is known stays in the list: it is counted above it', () => {
  const unknown = { kind: 'missing', reason: 'no amount' } as const;
  const name = { value: { kind: 'text', text: 'Kan-code' } } as const;
  const deal: Row = { cells: { account: name, amount: { value: unknown } } };
  const [first, second] = sparseScorecard.sections;
  if (second?.layout !== 'main-side') throw new Error('The fixture has changed.');
  const rowsOf = (cut: 'name' | 'text'): readonly Row[] => {
    const columns: Table['columns'] = [
      { key: 'account', label: 'Account', align: 'left', weight: 2, cut },
      { key: 'amount', label: 'Amount', align: 'right', weight: 1, cut: 'fixed' },
    ];
    const deals: Table = { kind: 'table', id: 'deals', columns, rows: [deal] };
    const sections = [first!, { ...second, main: [deals], side: [] }];
    const shown = knownOnly({ ...sparseScorecard, sections }).sections[1];
    return shown?.layout === 'main-side' && shown.main[0]?.kind === 'table' ? shown.main[0].rows : [];
  };
  expect(rowsOf('name')).toEqual([{ cells: { account: name } }]);
  expect(rowsOf('text')).toEqual([]);
});
