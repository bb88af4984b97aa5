import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withGuard, withoutGuard } from '../../src/output/formula-guard.ts';

describe('a text on its way into a CSV file', () => {
  it('cannot run as a formula', () => {
    expect(['=1+1', '+44 20', '-1+2', '@SUM(A1)', '\t=1', '\r=1'].map(withGuard)).toEqual([
      "'=1+1",
      "'+44 20",
      "'-1+2",
      "'@SUM(A1)",
      "'\t=1",
      "'\r=1",
    ]);
  });

  it('keeps negative numbers, hyphens inside and apostrophes of its own', () => {
    const plain = ['-5', '-1240.50', 'Guard - renewal', "O'Brien", "'quoted'", ''];
    expect(plain.map(withGuard)).toEqual(plain);
    expect(plain.map(withoutGuard)).toEqual(plain);
  });

  it('comes back as it was, however many apostrophes it began with', () => {
    const start = fc.constantFrom('=', '+', '-', '@', '\t', '\r', "'", "''=", "'-5", '');
    const text = fc.tuple(start, fc.string()).map((parts) => parts.join(''));
    fc.assert(fc.property(text, (written) => withoutGuard(withGuard(written)) === written));
  });

  it('never begins with what a program runs', () => {
    fc.assert(
      fc.property(fc.tuple(fc.constantFrom('=', '+', '-', '@'), fc.string()), ([start, rest]) => {
        const guarded = withGuard(start + rest);
        return /^-\d+(\.\d+)?$/.test(guarded) || !/^[=+\-@\t\r]/.test(guarded);
      }),
    );
  });
});
