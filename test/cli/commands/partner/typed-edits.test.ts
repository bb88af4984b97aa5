import { describe, expect, it } from 'vitest';
import { pairsIn, typedEdits } from '../../../../src/cli/commands/partner/typed-edits.ts';

describe('pairs', () => {
  it.each([
    ['tier=gold', { tier: 'gold' }],
    ['tier=gold, coverage = light', { tier: 'gold', coverage: 'light' }],
    ['tier=gold,', { tier: 'gold' }],
    ['parent=', { parent: '' }],
    ['holder=Ruiz, Ana, role=technical', { holder: 'Ruiz, Ana', role: 'technical' }],
    ['annual=1,900,000', { annual: '1,900,000' }],
    ['notes=profit = sales, costs', { notes: 'profit = sales, costs' }],
    ['short name=Blue', { 'short name': 'Blue' }],
    ['Ana Ruiz', {}],
    ['', {}],
    ['=gold', {}],
  ])('%s', (typed, expected) => {
    expect(Object.fromEntries(pairsIn(typed).map(({ key, value }) => [key, value]))).toEqual(expected);
  });
});

describe('a flag said once or again means the same', () => {
  it.each([
    [['contact', 'name=Bo', 'meeting', 'kind=qbr', 'date=2026-03-01']],
    [['contact', 'name=Bo', 'meeting', 'kind=qbr, date=2026-03-01']],
  ])('%j', (add) => {
    expect(typedEdits({ add })).toEqual([
      { kind: 'add', what: 'contact', pairs: [{ key: 'name', value: 'Bo' }] },
      {
        kind: 'add',
        what: 'meeting',
        pairs: [
          { key: 'kind', value: 'qbr' },
          { key: 'date', value: '2026-03-01' },
        ],
      },
    ]);
  });

  it('entries without values are told apart by the word of the next kind', () => {
    expect(typedEdits({ remove: ['contact', 'Ana Ruiz', 'contact', 'Bo', 'certification', 'Bo', 'sales'] })).toEqual([
      { kind: 'remove', what: 'contact', which: ['Ana Ruiz'] },
      { kind: 'remove', what: 'contact', which: ['Bo'] },
      { kind: 'remove', what: 'certification', which: ['Bo', 'sales'] },
    ]);
  });

  it('an entry may be called like a kind', () => {
    expect(typedEdits({ change: ['task', 'contact', 'due=2026-04-01'] })).toMatchObject([
      { kind: 'change', what: 'task', which: ['contact'] },
    ]);
  });
});
