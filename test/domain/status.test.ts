import { describe, expect, it } from 'vitest';
import { paceThresholds, statusOfCoverage, statusOfPace } from '../../src/domain/status.ts';
import { givenConfig } from './given.ts';

const { thresholds } = givenConfig();

describe('the status of bookings against the plan to date', () => {
  it.each([
    [0, 'bad', 'behind'],
    [0.7999, 'bad', 'behind'],
    [0.8, 'watch', 'near plan'],
    [0.9999, 'watch', 'near plan'],
    [1, 'good', 'ahead'],
    [3, 'good', 'ahead'],
    [-0.5, 'bad', 'behind'],
  ])('at a pace of %d is %s, %s', (pace, meaning, word) => {
    expect(statusOfPace(pace, thresholds)).toEqual({ meaning, word });
  });

  it('follows the thresholds of the territory, which printed shares are not rounded across', () => {
    const own = givenConfig({ thresholds: { pace_percent: { red_below: 90, green_from: 95 } } }).thresholds;
    expect(statusOfPace(0.96, own).meaning).toBe('good');
    expect(statusOfPace(0.89, own).meaning).toBe('bad');
    expect(paceThresholds(own)).toEqual([0.9, 0.95]);
  });
});

describe('the status of the open pipeline against the need', () => {
  it.each([
    [2.5, 2.5, 'good', 'covered'],
    [2.49, 2.5, 'watch', 'thin'],
    [1.75, 2.5, 'watch', 'thin'],
    [1.74, 2.5, 'bad', 'short'],
    [0, 2, 'bad', 'short'],
  ])('of %d where %d is needed is %s, %s', (coverage, required, meaning, word) => {
    expect(statusOfCoverage(coverage, required, thresholds)).toEqual({ meaning, word });
  });

  it('is thin from exactly 70 % of the need, free of binary noise', () => {
    // 0.7 × 3 is 2.0999999999999996 in binary; 2.1 of 3 is exactly 70 %.
    expect(statusOfCoverage(2.1, 3, thresholds).word).toBe('thin');
  });
});
