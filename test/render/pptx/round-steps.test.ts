import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundSteps } from '../../../src/render/pptx/charts/round-steps.ts';

describe('an axis in round steps', () => {
  it('reaches from a round amount below the lowest value to one above the highest', () => {
    expect(roundSteps([-423_000, 1_290_000])).toEqual({ min: -500_000, max: 1_500_000, step: 500_000 });
    expect(roundSteps([-180_000, 601_000])).toEqual({ min: -200_000, max: 800_000, step: 200_000 });
  });

  it('holds zero, and one step where there is nothing to show', () => {
    expect(roundSteps([40, 90])).toMatchObject({ min: 0 });
    expect(roundSteps([])).toEqual({ min: 0, max: 1, step: 1 });
  });

  it('holds every value in few steps, however small or large they are', () => {
    const value = fc
      .double({ min: -1e12, max: 1e12, noNaN: true })
      .filter((each) => each === 0 || Math.abs(each) > 1e-6);
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 40 }), (values) => {
        const { min, max, step } = roundSteps(values);
        expect(min).toBeLessThanOrEqual(Math.min(0, ...values));
        expect(max).toBeGreaterThanOrEqual(Math.max(0, ...values));
        expect((max - min) / step).toBeLessThan(8);
      }),
    );
  });
});
