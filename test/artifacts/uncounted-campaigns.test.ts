import { describe, expect, it } from 'vitest';
import { marketingPlanFileSchema } from '../../src/schema/marketing-plan-file.ts';
import { givenInput } from './given-input.ts';
import { pagesFrom, sectionOf } from './sample-pages.ts';

const ended = (id: string, changes: object = {}) => ({
  ...{ id, tactic: 'webinar', title: `The ${id} webinar`, start: '2026-01-14', ...changes },
});
const COUNTED = {
  actual: { on: '2026-02-20', spend: 5_000, counts: { inquiry: 60, mql: 20, sal: 10, sql: 5, won: 0 } },
};

function pagesOf(campaigns: readonly object[] | undefined, edition: 'partner' | 'internal' = 'internal') {
  const { files, ...input } = givenInput();
  const plan = campaigns && marketingPlanFileSchema.parse({ quarter: 'FY26-Q3', currency: 'USD', campaigns });
  return pagesFrom({ ...input, files: { ...files, ...(plan && { marketingPlans: [plan] }) } }, edition);
}
const askedFor = (campaigns: readonly object[] | undefined) =>
  pagesOf(campaigns).review.openInputs.flatMap(({ slide, what }) => (slide === 'marketing' ? [what] : []));

describe('campaigns that ended and were never counted', () => {
  it('are asked for by name, since the slide of joint marketing is left out without them', () => {
    const { review, deck } = pagesOf([ended('winter')]);
    expect(deck.sections.map(({ id }) => id)).not.toContain('marketing');
    expect(review.openInputs).toContainEqual({
      slide: 'marketing',
      what: 'Spend and leads of The winter webinar',
      effort: '10 minutes',
      opens: 'What joint marketing returned against plan',
    });
    expect(JSON.stringify(sectionOf(deck, 'open-inputs'))).toContain('Spend and leads of The winter webinar');
  });

  it('are counted where there are several, and those that were counted, still run or are to come are not among them', () => {
    const running = ended('long', { end: '2026-03-20' });
    const later = ended('next', { start: '2026-03-10' });
    expect(askedFor([ended('a'), ended('b'), ended('c', COUNTED), running, later])).toEqual([
      'Spend and leads of 2 campaigns that have ended',
    ]);
    expect(askedFor([ended('c', COUNTED)])).toEqual([]);
  });

  it('are asked for where only the spend is known', () => {
    const onlySpent = ended('a', { actual: { on: '2026-02-20', spend: 5_000 } });
    expect(askedFor([onlySpent])).toEqual(['Spend and leads of The a webinar']);
  });

  it('are another question than whether any ran', () => {
    expect(askedFor([])).toEqual([]);
    expect(askedFor(undefined)).toEqual([
      "Enter the quarter's campaigns with spend and leads, or record that none ran.",
    ]);
  });

  it('are nothing the partner reads about', () => {
    expect(JSON.stringify(pagesOf([ended('winter')], 'partner').deck)).not.toContain('Spend and leads');
  });

  it('have their verdict with its reason on the slide once they are counted', () => {
    const { deck } = pagesOf([ended('winter', COUNTED)], 'partner');
    expect(JSON.stringify(sectionOf(deck, 'marketing'))).toMatch(
      /"text":"(keep|fix|scale|stop) The winter webinar \([^)]+\)\."/,
    );
  });
});
