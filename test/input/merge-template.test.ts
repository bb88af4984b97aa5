import { describe, expect, it } from 'vitest';
import { mergeTemplate, pathInOverride } from '../../src/input/merge-template.ts';

const shipped = {
  title: 'Program',
  review: { day: 'last', grace_days: 90 },
  tiers: [
    { id: 'silver', rank: 1, benefits: ['a', 'b'] },
    { id: 'gold', rank: 2, benefits: ['c'] },
  ],
};

describe("a vendor's override of a template", () => {
  it('changes what it names and leaves the rest as it ships', () => {
    const override = { review: { grace_days: 30 }, tiers: [{ id: 'gold', benefits: [] }] };
    expect(mergeTemplate(shipped, override)).toEqual({
      value: {
        title: 'Program',
        review: { day: 'last', grace_days: 30 },
        tiers: [shipped.tiers[0], { id: 'gold', rank: 2, benefits: [] }],
      },
      mistakes: [],
    });
  });

  it('takes an entry out and adds one', () => {
    const override = {
      tiers: [
        { id: 'silver', remove: true },
        { id: 'elite', add: true, rank: 3 },
      ],
    };
    expect(mergeTemplate(shipped, override).value).toMatchObject({
      tiers: [{ id: 'gold' }, { id: 'elite', rank: 3 }],
    });
  });

  it('takes a block out, and refuses to take out one that does not ship', () => {
    expect(mergeTemplate(shipped, { review: { remove: true } })).toEqual({
      value: { title: 'Program', tiers: shipped.tiers },
      mistakes: [],
    });
    expect(mergeTemplate(shipped, { reviews: { remove: true } }).mistakes).toMatchObject([
      { path: ['reviews'], details: { suggestion: 'review' } },
    ]);
  });

  it('refuses an id that does not ship, with the nearest one', () => {
    const { mistakes } = mergeTemplate(shipped, { tiers: [{ id: 'gld', rank: 4 }] });
    expect(mistakes).toMatchObject([{ path: ['tiers', 0, 'id'], details: { suggestion: 'gold' } }]);
  });

  it('refuses an entry without an id', () => {
    expect(mergeTemplate(shipped, { tiers: [{ rank: 4 }] }).mistakes).toMatchObject([{ path: ['tiers', 0] }]);
    expect(mergeTemplate(shipped, { tiers: ['gold'] }).mistakes).toHaveLength(1);
  });

  it('does not change the shipped template', () => {
    const before = structuredClone(shipped);
    mergeTemplate(shipped, { tiers: [{ id: 'gold', rank: 9 }], review: { day: 'x' } });
    expect(shipped).toEqual(before);
  });

  it('finds the place of a merged value in the override, by the id of its entry', () => {
    const override = { tiers: [{ id: 'gold', rank: 'high' }] };
    const { value } = mergeTemplate(shipped, override);
    expect(pathInOverride(value, override, ['tiers', 1, 'rank'])).toEqual(['tiers', 0, 'rank']);
    expect(pathInOverride(value, override, ['tiers', 0, 'rank'])).toEqual(['tiers']);
  });
});
