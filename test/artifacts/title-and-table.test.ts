import { describe, expect, it } from 'vitest';
import type { Deal } from '../../src/schema/deal.ts';
import { blocksInOrder } from '../../src/document/page-order.ts';
import type { Document } from '../../src/document/document.ts';
import { formatSentence } from '../../src/units/format.ts';
import { open, won } from '../domain/given.ts';
import { givenInput } from './given-input.ts';
import { pagesFrom, sectionOf } from './sample-pages.ts';

const FORMAT = { locale: 'en-GB' } as const;
const partner = { targets: [{ fiscal_year: 'FY26', agreed: '2025-07-01', annual: 400_000 }] };
const deckOf = (deals: readonly Deal[]) => pagesFrom(givenInput({ partner, deals }), 'partner').deck;
const titleOf = (deck: Document, id: string) =>
  formatSentence(sectionOf(deck, id).headline, FORMAT).replaceAll('\u00a0', ' ');

function flagsOf(deck: Document, section: string, id: string): (string | undefined)[] {
  const tables = blocksInOrder(sectionOf(deck, section)).filter((block) => block.kind === 'table');
  return tables.find((table) => table.id === id)!.rows.map(({ cells }) => cells['flag']?.status?.word);
}

describe('a title about quiet deals', () => {
  const quiet = { last_activity: '2025-11-20', next_step: '' };
  const moving = { last_activity: '2026-02-20', next_step: '' };

  it('stands over a table that flags them so, before anything else that is true of them', () => {
    const deck = deckOf([open('2026-05-04', 90_000, quiet), open('2026-05-11', 80_000, moving)]);
    expect(titleOf(deck, 'pipeline')).toBe('53 % of the open $170K had no update for 60 days; we set next steps today');
    expect(flagsOf(deck, 'pipeline', 'top-deals')).toEqual(['quiet 100 days', 'no next step']);
  });

  it('leaves the order of the flags as it is where few deals are quiet, and never says one twice', () => {
    const many = Array.from({ length: 8 }, () => open('2026-05-11', 80_000, moving));
    const deck = deckOf([open('2026-05-04', 90_000, quiet), ...many]);
    expect(flagsOf(deck, 'pipeline', 'top-deals')[0]).toBe('no next step');
    const all = deckOf([open('2026-05-04', 90_000, quiet), ...many.map((deal) => ({ ...deal, amount: 5_000 }))]);
    expect(flagsOf(all, 'appendix-deals', 'deals')[0]).toBe('quiet 100 days, no next step');
  });
});

describe('bookings of a single deal', () => {
  it('are said to come from one deal, without a share of 100 %', () => {
    const deck = deckOf([won('2025-11-12', 350_000), open('2026-05-11', 80_000)]);
    expect(titleOf(deck, 'performance')).toBe('Bookings reach 131 % of plan to date, all of them from one deal');
    expect(titleOf(deck, 'summary')).toBe('Bookings are at 131 % of plan to date; all of them come from one deal');
    const said = JSON.stringify(sectionOf(deck, 'summary'));
    expect(said).toContain('booked to date comes from it.');
  });

  it('are given their share where others stand beside it', () => {
    const deck = deckOf([won('2025-11-12', 300_000), won('2025-12-02', 100_000)]);
    expect(titleOf(deck, 'performance')).toContain('75 % of them from one deal');
  });
});
