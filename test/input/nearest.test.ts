import { describe, expect, it } from 'vitest';
import { nearest } from '../../src/input/nearest.ts';

describe('the word that was probably meant', () => {
  it.each([
    ['Platnum', ['registered', 'silver', 'gold', 'platinum'], 'platinum'],
    ['teir', ['type', 'tier'], 'tier'],
    ['best case', ['commit', 'best-case'], 'best-case'],
    ['closedate', ['created_date', 'close_date'], 'close_date'],
    ['MSP', ['var', 'msp'], 'msp'],
    ['Überschrift', ['uberschrift'], 'uberschrift'],
    ['plat', ['gold', 'platinum'], 'platinum'],
    ['sys', ['systems-integrator', 'var'], 'systems-integrator'],
  ])('%j is meant for the right one of %j', (written, allowed, expected) => {
    expect(nearest(written, allowed)).toBe(expected);
  });

  it.each([
    ['bronze', ['silver', 'gold']],
    ['', ['silver']],
    ['!!', ['silver']],
    ['s', ['silver']],
    ['part', ['partner-a', 'partner-b']],
    ['x'.repeat(100_000), ['silver']],
  ])('%j is like none of %j', (written, allowed) => {
    expect(nearest(written, allowed)).toBeUndefined();
  });
});
