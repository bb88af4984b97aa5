import { blocksInOrder } from '../../src/document/page-order.ts';
import { describe, expect, it } from 'vitest';
import { formatSentence } from '../../src/units/format.ts';
import { givenConfig, givenTarget, open, won } from '../domain/given.ts';
import { givenInput, type PartnerCase } from './given-input.ts';
import { pagesFrom, sectionOf } from './sample-pages.ts';

const valuesOf = (given: PartnerCase) => pagesFrom(givenInput(given)).review.values;

describe('the day of the next review', () => {
  const meetings = [
    { kind: 'qbr', date: '2026-07-14' },
    { kind: 'qbr', date: '2026-04-20' },
    { kind: 'qbr', date: '2026-03-05', held: true },
    { kind: 'qbr', date: '2026-01-12' },
    { kind: 'review', date: '2026-03-10' },
    { kind: 'qbr', planned_week: '2026-03-16' },
  ];

  it('is the next one that is planned, in whatever order the meetings are listed', () => {
    expect(valuesOf({ partner: { meetings } })['next_qbr_date']).toEqual({ kind: 'date', date: '2026-04-20' });
  });

  it("is the one of the review's file where that names one, and unknown where nobody does", () => {
    const named = valuesOf({ partner: { meetings }, review: { next_date: '2026-05-06' } });
    expect(named['next_qbr_date']).toEqual({ kind: 'date', date: '2026-05-06' });
    expect(valuesOf({})['next_qbr_date']).toMatchObject({ kind: 'missing' });
  });
});

describe('the answer date of the asks', () => {
  it('is the last day on which a confirmed ask is answered; what waits does not count', () => {
    const review = {
      asks_of_vendor: [{ text: 'A', answer_by: '2026-03-10', agreed_by: 'Chief', confirmed: true }],
      asks_of_partner: [
        { text: 'B', answer_by: '2026-03-20', confirmed: true },
        { text: 'C', answer_by: '2026-04-30' },
      ],
    };
    expect(valuesOf({ review })['answer_date']).toEqual({ kind: 'date', date: '2026-03-20' });
  });
});

describe('certifications and onboarding', () => {
  const certification = (expires?: string) => ({ holder: 'A', role: 'sales', ...(expires && { expires }) });

  it('are unknown where they were not loaded, and a known zero where there are none', () => {
    expect(valuesOf({})['certifications_expired']).toMatchObject({ kind: 'missing' });
    expect(valuesOf({ partner: { certifications: [] } })['certifications_expired']).toEqual({
      kind: 'count',
      count: 0,
    });
    expect(valuesOf({})['onboarding_all']).toMatchObject({ kind: 'missing' });
  });

  it('count a certification as valid on its last day, and as expiring within 60 days', () => {
    const days = ['2026-02-27', '2026-02-28', '2026-04-29', '2026-04-30', undefined];
    const values = valuesOf({ partner: { certifications: days.map(certification) } });
    expect(values['certifications_expired']).toEqual({ kind: 'count', count: 1 });
    expect(values['certifications_expiring']).toEqual({ kind: 'count', count: 2 });
  });

  it('count tasks as done only from the day they were', () => {
    const tasks = [
      { id: 'a', title: 'A', done: '2026-02-28' },
      { id: 'b', title: 'B', done: '2026-03-01' },
      { id: 'c', title: 'C' },
    ];
    const values = valuesOf({ partner: { tasks, agreement_signed: '2026-02-18' } });
    expect([values['onboarding_done'], values['onboarding_all'], values['days_since_signed']]).toEqual([
      { kind: 'count', count: 1 },
      { kind: 'count', count: 3 },
      { kind: 'count', count: 10 },
    ]);
  });
});

describe('the deal that closes next', () => {
  it('is the largest open one within 45 days, none that is past its date or without an amount', () => {
    const deals = [
      open('2026-02-27', 900, { account: 'Past' }),
      open('2026-04-14', 300, { account: 'Soon' }),
      open('2026-03-02', 200, { account: 'Sooner' }),
      open('2026-04-15', 800, { account: 'Later' }),
      open('2026-03-01', undefined, { account: 'Unknown' }),
    ];
    expect(valuesOf({ deals })).toMatchObject({ next_deal: { text: 'Soon' }, next_deal_amount: { amount: 300 } });
  });

  it('is unknown where nothing closes soon', () => {
    expect(valuesOf({ deals: [open('2026-06-01', 10)] })['next_deal']?.kind ?? 'missing').toBe('missing');
  });
});

describe('the month of the last booking', () => {
  it('counts kinds that are bookings and days that have passed', () => {
    const config = givenConfig({ bookings: { count: ['new'] } });
    const deals = [won('2025-10-10', 1), won('2026-01-10', 1, { type: 'renewal' }), won('2026-03-01', 1)];
    expect(valuesOf({ deals, config })['last_booking_month']).toEqual({ kind: 'month', month: '2025-10' });
    expect(valuesOf({ deals: [] })['last_booking_month']).toMatchObject({ kind: 'missing' });
  });
});

describe('what the channel manager is asked for', () => {
  const asked = (given: PartnerCase) => pagesFrom(givenInput(given)).review.openInputs.map(({ what }) => what);
  const ACTIVITY = 'The last activity of deals in the export';

  it('is the last activity of deals only where the export has none, not where nothing is open', () => {
    expect(
      asked({ deals: [open('2026-04-01', 5)], columns: ['source', 'id', 'status', 'amount', 'close_date'] }),
    ).toContain(ACTIVITY);
    expect(asked({ deals: [] })).not.toContain(ACTIVITY);
    expect(asked({ deals: [open('2026-04-01', 5, { last_activity: '2026-02-01' })] })).not.toContain(ACTIVITY);
  });

  it('is a target where none is agreed, and the amounts that are missing', () => {
    const what = asked({ deals: [open('2026-04-01', undefined), open('2026-04-01', 5)] });
    expect(what).toContain('A target for the fiscal year, by quarter or month');
    expect(what).toContain('The amount of 1 open deal');
  });

  it('says how long it takes, who adds it and by when: the day of the review', () => {
    const meetings = [
      { kind: 'qbr', quarter: 'FY26-Q2', date: '2026-01-12', held: true },
      { kind: 'qbr', quarter: 'FY26-Q3', planned_week: '2026-04-13' },
    ];
    const input = givenInput({ deals: [open('2026-04-01', undefined)], partner: { meetings } });
    const { deck } = pagesFrom(input, 'internal');
    const page = JSON.stringify(sectionOf(deck, 'open-inputs'));
    expect(page).toContain('"what":{"value":{"kind":"text","text":"The amount of 1 open deal"}},"effort"');
    expect(page).toContain(`"owner":{"value":{"kind":"text","text":"${input.config.cam.name}"}}`);
    expect(page).toContain('"by":{"value":{"kind":"date","date":"2026-04-13"');
  });

  it('is nothing that only pages of later versions would need', () => {
    expect(asked({}).join(' ')).not.toMatch(/account list/i);
  });
});

describe('the scorecard of a closed year', () => {
  it('compares the forecast of the next year with the target of that year', () => {
    const targets = ['FY25', 'FY26'].map((fiscal_year) => ({
      ...givenTarget({ annual: fiscal_year === 'FY25' ? 1000 : 2000 }),
      fiscal_year,
    }));
    const { page } = pagesFrom(
      givenInput({
        partner: { targets },
        deals: [won('2025-06-01', 900), won('2025-08-01', 500)],
        quarter: 'FY25-Q4',
        exports: ['2026-02-28'],
      }),
    );
    const figures = page.sections
      .flatMap(blocksInOrder)
      .flatMap((block) => (block.kind === 'key-figures' ? block.figures : []));
    const forecast = figures.find(({ label }) => label.pattern === 'Forecast FY26')!;
    expect(formatSentence(forecast.comparison!, page.format)).toBe('25\u00a0% of $2K');
  });
});
