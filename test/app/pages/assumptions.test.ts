import { describe, expect, it } from 'vitest';
import { readAssumptions } from '../../../src/app/pages/assumptions.ts';
import { loadTemplate } from '../../../src/input/load-template.ts';
import { tiersSchema } from '../../../src/schema/tiers.ts';

const { value: tiers } = await loadTemplate('tiers', tiersSchema, '/nowhere');

describe('--assume', () => {
  it('takes metrics by their names and short names, yes and no too', () => {
    const read = readAssumptions('bookings=600000, technical_certs=3,csat_score=82.5,business_plan_agreed=yes', tiers!);
    expect([...read]).toEqual([
      ['bookings', 600000],
      ['technical_certs', 3],
      ['csat_score', 82.5],
      ['business_plan_agreed', 1],
    ]);
  });

  it.each([
    ['', '--assume: "" is no pair.'],
    ['bookings', '--assume: "bookings" is no pair.'],
    ['bookings=1=2', '--assume: "bookings=1=2" is no pair.'],
    ['bookngs=1', '--assume: the program has no metric "bookngs".'],
    ['bookings=600k', '--assume: "600k" is no number for bookings.'],
    ['bookings=-1', '--assume: "-1" is no number for bookings.'],
  ])('%j is refused: %s', (typed, words) => {
    expect(() => readAssumptions(typed, tiers!)).toThrow(words);
  });
});
