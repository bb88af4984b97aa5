import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { liveFormula } from '../../src/document/live-formula.ts';

const CELLS: Readonly<Record<string, string>> = { won: 'C5', plan: 'D5', left: 'E5' };
const cellOf = (name: string): string => CELLS[name]!;

function formula(text: string, shown: number, figures: Readonly<Record<string, number>>): string | undefined {
  return liveFormula(text, { shown, valueOf: (name) => figures[name], cellOf });
}

describe('the live formula of a figure', () => {
  it('names the cells that its names stand for', () => {
    expect(formula('won / plan - 1', 0.25, { won: 125, plan: 100 })).toBe('C5/D5-1');
    expect(formula('max(0, plan - won)', 0, { won: 125, plan: 100 })).toBe('MAX(0,D5-C5)');
  });

  it('is none where it gives another value than the page shows: a workbook does not change when it is calculated', () => {
    expect(formula('won / plan - 1', 0.26, { won: 125, plan: 100 })).toBeUndefined();
  });

  it('is none where a figure is unknown or nothing can be divided by', () => {
    expect(formula('won / plan - 1', 0.25, { won: 125 })).toBeUndefined();
    expect(formula('won / plan - 1', 0.25, { won: 125, plan: 0 })).toBeUndefined();
  });

  it('is none where it gives a yes or no', () => {
    expect(formula('won > plan', 1, { won: 125, plan: 100 })).toBeUndefined();
  });

  it('is not put off by the last binary digit', () => {
    expect(formula('won + plan', 0.3, { won: 0.1, plan: 0.2 })).toBe('C5+D5');
  });

  it('is there for every difference that the page computed in the same way', () => {
    const amount = fc.double({ min: 1, max: 1e12, noNaN: true });
    fc.assert(
      fc.property(amount, amount, (won, plan) => {
        expect(formula('won / plan - 1', won / plan - 1, { won, plan })).toBe('C5/D5-1');
      }),
    );
  });
});
