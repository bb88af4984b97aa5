import { describe, expect, it } from 'vitest';
import { won } from '../domain/given.ts';
import { givenInput } from './given-input.ts';
import { pagesFrom } from './sample-pages.ts';

const undated = { close_date: undefined as never };

describe('deals that are won without a close date', () => {
  it.each(['internal', 'partner'] as const)('are named with their money on the %s page', (edition) => {
    const deals = [won('2026-01-10', 40_000, undated), won('2026-01-10', 20_000, undated)];
    const { page } = pagesFrom(givenInput({ deals }), edition);
    const words = JSON.stringify(page.sections);
    expect(words.includes('{undated} won without a close date ({worth}, in no period)')).toBe(true);
    const unknown = [{ ...won('2026-01-10', 1, undated), amount: undefined }];
    const unsized = pagesFrom(givenInput({ deals: unknown }), edition);
    expect(JSON.stringify(unsized.page.sections).includes('{undated} won without a close date.')).toBe(true);
  });
});
