import { describe, expect, it } from 'vitest';
import { formatSentence } from '../../src/units/format.ts';
import type { FigureName } from '../../src/domain/performance/performance.ts';
import { convert } from '../../src/domain/money.ts';
import { conditionHolds } from '../../src/domain/story.ts';
import { plain } from '../domain/given.ts';
import { numbers, readPartner } from '../samples/read-sample.ts';
import { openSample, pagesOf } from './sample-pages.ts';

const workspace = await openSample();

/** The engine's figure behind each of the sample's derived numbers. */
const FIGURES: Readonly<Record<string, FigureName>> = {
  bookings_FY26_to_date: 'bookings_ytd',
  plan_to_date: 'plan_to_date',
  pace: 'pace',
  same_months_last_year: 'bookings_last_year',
  trailing_four_quarters: 'trailing_four_quarters',
  remaining_target: 'remaining_target',
  coverage: 'coverage',
  closed_deals: 'closed_deals',
  win_rate_by_value: 'win_rate_by_value',
  few_losses_logged: 'few_losses_logged',
  required_coverage: 'required_coverage',
  forecast_rate: 'forecast_rate',
  forecast_FY26: 'forecast',
};

describe('the figures of the sample territory', () => {
  it('are all of the derived ones', () => {
    expect(Object.keys(FIGURES)).toEqual(numbers.derived_keys);
    expect(workspace.territory.partners.map(({ id }) => id)).toEqual(numbers.partners.map(({ id }) => id).sort());
    expect(workspace.asOf).toBe('2026-02-28');
  });

  it.each(numbers.partners)('are what was worked out for $name', ({ id, derived }) => {
    const { figures } = pagesOf(workspace, id).scorecard.performance;
    numbers.derived_keys.forEach((key, index) => {
      const [expected, found] = [derived[index], plain(figures[FIGURES[key]!].value)];
      if (typeof expected === 'number')
        expect(found, key).toBeCloseTo(expected, Number.isInteger(expected) && Math.abs(expected) > 3 ? 0 : 4);
      else if (typeof expected === 'boolean') expect(found, key).toBe(expected);
      // "target met", or null where the figure is not known.
      else expect(found, key).toMatch(expected === null ? /^missing: / : `missing: ${expected}`);
    });
  });

  it('add up to the totals of the territory in dollars', () => {
    const { config } = workspace.territory;
    const totals: Record<string, number> = {};
    for (const { id } of numbers.partners) {
      const { performance } = pagesOf(workspace, id).scorecard;
      const { figures, currency, review } = performance;
      const dollars = (amount: number) =>
        Number(convert(amount, { from: currency, to: config.currency, on: review.asOf, rates: config.rates }));
      const add = (key: string, value: number) => (totals[key] = (totals[key] ?? 0) + value);
      const known = (name: FigureName) => {
        const value = plain(figures[name].value);
        return typeof value === 'number' ? dollars(value) : 0;
      };
      add('bookings_FY26_to_date', known('bookings_ytd'));
      add('plan_to_date', known('plan_to_date'));
      add('annual_target_FY26', known('target'));
      add('forecast_FY26', known('forecast'));
      add('open_pipeline', known('open_pipeline'));
      add('open_deals', Number(plain(figures.open_deals.value)));
    }
    for (const [key, total] of Object.entries(totals)) {
      expect(Math.abs(total - numbers.territory_totals_usd[key]!), key).toBeLessThan(1);
    }
  });

  it('count the open deals by close date as the sample states them', () => {
    for (const { id, open_pipeline: stated } of numbers.partners) {
      const { periods, figures } = pagesOf(workspace, id).scorecard.performance;
      const openOf = (label: string) => {
        const { open } = periods.find((period) => period.label === label)!;
        return [open.amount, open.counted.length];
      };
      expect(openOf('Rest of FY26-Q3'), id).toEqual(stated['rest_of_FY26-Q3']);
      expect(openOf('FY26-Q4'), id).toEqual(stated['FY26-Q4']);
      expect([plain(figures.overdue_amount.value), plain(figures.overdue_deals.value)], id).toEqual(stated.overdue);
      expect(plain(figures.no_next_step_deals.value), id).toBe(stated.without_next_step);
      if (stated.stale_over_60_days !== null)
        expect(plain(figures.stale_amount.value), id).toBe(stated.stale_over_60_days);
      else expect(plain(figures.stale_amount.value), id).toBe('missing: last activity of deals not loaded');
    }
  });

  it('count the deals won without a registration', () => {
    for (const { id, won_unregistered_deals_12_months: stated } of numbers.partners)
      expect(plain(pagesOf(workspace, id).scorecard.performance.figures.won_unregistered.value), id).toBe(stated);
  });
});

/** The slides whose headline the storyline chooses, of those that are drawn. */
const STORIES = ['summary', 'commitments', 'performance', 'pipeline', 'program', 'profit', 'asks'];

describe('the headlines of the sample decks', () => {
  it.each(numbers.partners.map(({ id, partner_edition }) => [id, partner_edition] as const))(
    'of %s are the ones its numbers state',
    (id, stated) => {
      const { deck, review, input } = pagesOf(workspace, id);
      const chosen = deck.sections
        .filter((section) => STORIES.includes(section.id) && review.file?.headlines[section.id] === undefined)
        .map((section) => {
          const rules = input.storyline.slides.find((slide) => slide.id === section.id)!.headlines;
          // Two rules of one slide may say the same words.
          const isChosen = ({ text, when }: (typeof rules)[number]) =>
            text === section.headline.pattern && conditionHolds(when, { values: review.values });
          return [section.id, rules.find(isChosen)?.id];
        });
      const drawn = Object.entries(stated).filter(([slide]) => STORIES.includes(slide));
      expect(Object.fromEntries(chosen)).toEqual(Object.fromEntries(drawn));
    },
  );

  it('are sentences within the length a slide holds', () => {
    for (const { id } of numbers.partners) {
      const { deck, input } = pagesOf(workspace, id);
      for (const { headline } of deck.sections)
        expect(formatSentence(headline, deck.format).length).toBeLessThanOrEqual(
          input.storyline.headline_max_characters,
        );
    }
  });
});

describe('the slides of the sample decks', () => {
  it('stand in the order of the storyline, and those without data are left out', () => {
    for (const { id } of numbers.partners) {
      const { deck, input } = pagesOf(workspace, id);
      const order = input.storyline.slides.map((slide) => slide.id);
      const places = deck.sections.map((section) => order.indexOf(section.id));
      expect(places, id).toEqual(places.toSorted((a, b) => a - b));
      expect(new Set(places).size).toBe(places.length);
      expect(deck.sections[0]!.id).toBe('title');
    }
  });

  it('show the partner without a target its first deals in the place of plan and pipeline', () => {
    const { deck } = pagesOf(workspace, 'kestrowe-digital');
    expect(deck.sections.map(({ id }) => id)).toEqual([
      'title',
      'summary',
      'pipeline',
      'program',
      'capability',
      'next-commitments',
      'appendix-definitions',
    ]);
    expect(readPartner('kestrowe-digital').partner.targets).toEqual([]);
  });

  it('are numbered as the storyline counts them, the appendix apart', () => {
    const { deck } = pagesOf(workspace, 'larkmoor-managed-services');
    const numbered = Object.fromEntries(deck.sections.map(({ id, kicker }) => [id, kicker.number]));
    expect(numbered).toMatchObject({ title: '1', summary: '2', performance: '4', pipeline: '5', asks: '11' });
    expect(numbered['next-commitments']).toBe('12');
    expect(numbered['appendix-deals']).toBe('A1');
  });
});
