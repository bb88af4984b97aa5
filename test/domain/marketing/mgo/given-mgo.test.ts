import { describe, expect, it } from 'vitest';
import { givenMgo } from '../../../../src/domain/marketing/mgo/given-mgo.ts';
import type { MgoName } from '../../../../src/schema/mgo.ts';

const FILE = {
  partners: 350,
  campaigns: 4,
  contacts: 1_500,
  response_rate_percent: 2,
  mgo_rate_percent: 30,
  close_rate_percent: 8,
  average_deal: 9_921,
  revenue: 10_000_000,
  solve: 'close_rate',
} as const;

const tried = (numbers: Partial<Record<MgoName, number>>) => new Map(Object.entries(numbers) as [MgoName, number][]);
const namesGiven = (...request: Parameters<typeof givenMgo>) => [...givenMgo(...request).numbers.keys()].sort();

describe('what a worksheet starts from', () => {
  it('is the file without the number it asks for', () => {
    const { numbers } = givenMgo(FILE, { tried: new Map() });
    expect(numbers.get('response_rate')).toBe(0.02);
    expect(numbers.has('close_rate')).toBe(false);
    expect(numbers.size).toBe(7);
  });

  it('is the file without what somebody asks for instead', () => {
    expect(namesGiven(FILE, { tried: new Map(), solve: 'contacts' })).not.toContain('contacts');
    expect(namesGiven(FILE, { tried: new Map(), solve: 'contacts' })).toContain('close_rate');
  });

  it('takes numbers that are tried out, and works out the revenue where one of them was the unknown', () => {
    const given = givenMgo(FILE, { tried: tried({ close_rate: 0.1 }) });
    expect(given.numbers.get('close_rate')).toBe(0.1);
    expect(given.numbers.has('revenue')).toBe(false);
    expect([...given.tried]).toEqual(['close_rate']);
  });

  it('takes a goal that is tried out in place of the one in the file', () => {
    expect(namesGiven(FILE, { tried: tried({ mgos: 15_000 }), solve: 'contacts' })).not.toContain('revenue');
  });

  it('keeps both goals where a number lies between them', () => {
    const { close_rate_percent: _, ...file } = FILE;
    const names = namesGiven({ ...file, solve: undefined }, { tried: tried({ mgos: 15_000 }), solve: 'contacts' });
    expect(names).toEqual(expect.arrayContaining(['mgos', 'revenue']));
  });
});
