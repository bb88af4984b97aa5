import { describe, expect, it } from 'vitest';
import { dealsAt } from '../../src/domain/deals-at.ts';
import { dealsBySize } from '../../src/domain/deals-by-size.ts';
import { day, givenConfig, open } from './given.ts';

describe('deals by size', () => {
  it('come largest first; equal ones by their id, those without an amount last', () => {
    const deals = [
      open('2026-04-10', undefined, { id: 'u' }),
      open('2026-04-10', 5, { id: 'b' }),
      open('2026-04-10', 0, { id: 'z' }),
      open('2026-04-10', 5, { id: 'a' }),
      open('2026-04-10', 9, { id: 'c' }),
    ];
    const standing = dealsAt(deals, { on: day('2026-02-28'), currency: 'USD', config: givenConfig() });
    expect(dealsBySize(standing).map(({ deal }) => deal.id)).toEqual(['c', 'a', 'b', 'z', 'u']);
  });
});
