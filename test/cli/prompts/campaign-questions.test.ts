import { describe, expect, it } from 'vitest';
import { isCountAfter } from '../../../src/cli/prompts/campaign-questions.ts';

describe('leads that are typed after a campaign', () => {
  const after = isCountAfter({ name: 'Inquiry', count: 12 });

  it('are not more than came to the stage before, so that no learned rate is above 100 %', () => {
    expect(after('12')).toBe(true);
    expect(after('60')).toBe('Not more than the 12 that came to "Inquiry".');
    expect(isCountAfter(undefined)('60')).toBe(true);
  });

  it('are whole leads, or unknown', () => {
    expect(after('2.5')).toBe('Write whole leads.');
    expect(after('')).toBe(true);
    expect(after('many')).toBe('Write a plain number such as 1200; leave it empty when nobody knows.');
  });

  it('may stay as they were counted, though won deals outnumber the leads that were kept', () => {
    expect(isCountAfter({ name: 'Qualified by sales', count: 2 }, 3)('3')).toBe(true);
  });
});
