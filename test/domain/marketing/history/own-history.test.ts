import { describe, expect, it } from 'vitest';
import { ownHistory, type OwnHistorySetting } from '../../../../src/domain/marketing/history/own-leads.ts';
import type { StepHistory } from '../../../../src/domain/marketing/history/lead-history.ts';
import { loadTemplates } from '../../../../src/input/load-templates.ts';
import type { Lead } from '../../../../src/schema/lead.ts';
import { marketingPlanFileSchema, type Campaign } from '../../../../src/schema/marketing-plan-file.ts';
import { addDays } from '../../../../src/units/plain-date.ts';
import { day } from '../../given.ts';

const library = (await loadTemplates()).values!.marketingTactics;
const ON = day('2026-08-31');

const planOf = (quarter: string, campaign: object) =>
  marketingPlanFileSchema.parse({ quarter, currency: 'USD', campaigns: [campaign] });
const WINTER = planOf('FY26-Q2', { id: 'web-1', tactic: 'webinar', start: '2025-11-10' });
const SUMMER = planOf('FY26-Q4', { id: 'web-2', tactic: 'webinar', start: '2026-04-13' });

function leads(
  count: number,
  cells: { readonly campaign?: string; readonly stage: Lead['stage']; readonly came: string },
) {
  const { came, ...rest } = cells;
  return Array.from(
    { length: count },
    (_, index) =>
      ({ source: 'm', id: `${came}-${rest.stage ?? ''}-${index}`, created_date: day(came), ...rest }) as Lead,
  );
}

function historyOf(rows: readonly Lead[] | undefined, changes: Partial<OwnHistorySetting> = {}) {
  const { history, runs } = ownHistory(rows, { library, plans: [WINTER, SUMMER], deals: [], on: ON, ...changes });
  const words = (steps: readonly StepHistory[] | undefined) =>
    steps?.map(({ passed, entered }) => `${passed} of ${entered}`);
  return { all: words(history), webinars: words(runs?.get('webinar')) };
}

const withActual = (actual: Campaign['actual']) => ({
  ...WINTER,
  campaigns: [{ ...WINTER.campaigns[0]!, actual: actual! }],
});
const typed = (on: string, counts: Readonly<Record<string, number>>) => withActual({ on: day(on), counts, runs: 1 });

describe('what earlier runs of a tactic say', () => {
  const rows = [
    ...leads(20, { campaign: 'web-1', stage: 'inquiry', came: '2025-11-12' }),
    ...leads(10, { campaign: 'WEB-1', stage: 'mql', came: '2025-11-12' }),
    ...leads(30, { campaign: 'web-2', stage: 'sal', came: '2026-04-15' }),
    ...leads(40, { stage: 'inquiry', came: '2025-10-01' }),
  ];

  it('is counted from the leads that name their campaigns', () => {
    expect(historyOf(rows).webinars?.slice(0, 2)).toEqual(['40 of 60', '30 of 40']);
    expect(historyOf(rows).all?.[0]).toBe('40 of 100');
  });

  it('knows what is usual for the leads that were counted: 17.5 % of a webinar, 40 % of renewals, of others the waterfall', () => {
    const renewals = planOf('FY26-Q3', { id: 'renew', tactic: 'renewal-upsell', start: '2026-01-12' });
    const mixed = [
      ...leads(20, { campaign: 'web-1', stage: 'inquiry', came: '2025-11-12' }),
      ...leads(10, { campaign: 'RENEW', stage: 'mql', came: '2026-01-12' }),
      ...leads(10, { campaign: 'a fair of long ago', stage: 'inquiry', came: '2025-11-12' }),
    ];
    const { history } = ownHistory(mixed, { library, plans: [WINTER, renewals], deals: [], on: ON });
    expect(history![0]!.usual).toBeCloseTo((30 * 0.175 + 10 * 0.4) / 40, 12);
    expect(history![1]!.usual).toBeCloseTo(0.7, 12);
  });

  it("leaves out a plan's own campaigns: what comes of a plan does not change what it planned", () => {
    const before = day('2026-04-13');
    expect(historyOf(rows, { before })).toEqual({
      all: ['10 of 70', '0 of 10', '0 of 0', '0 of 0'],
      webinars: ['10 of 30', '0 of 10', '0 of 0', '0 of 0'],
    });
  });

  it('is what was typed into the plan, where it was typed late enough', () => {
    const plans = [typed('2026-03-31', { inquiry: 60, mql: 12, sal: 6, sql: 3, won: 1 })];
    expect(historyOf(undefined, { plans })).toEqual({
      all: undefined,
      webinars: ['12 of 60', '6 of 12', '3 of 6', '1 of 3'],
    });
    // A webinar on 10 November, counted 30 days later: 33 days to the third step, 93 to the order.
    const early = [typed('2025-12-10', { inquiry: 60, mql: 12, sal: 6, sql: 3, won: 1 })];
    expect(historyOf(undefined, { plans: early }).webinars).toEqual(['12 of 60', '6 of 12', '0 of 0', '0 of 0']);
  });

  it('is counted where a number was not typed, or was typed later than the day', () => {
    const own = leads(25, { campaign: 'web-1', stage: 'mql', came: '2025-11-12' });
    expect(historyOf(own, { plans: [typed('2026-03-31', { inquiry: 60 })] }).webinars?.[0]).toBe('25 of 25');
    const later = [typed('2026-09-01', { inquiry: 60, mql: 6 })];
    expect(historyOf(own, { plans: later }).webinars?.[0]).toBe('25 of 25');
  });

  it('never is above 100 %, whatever was typed', () => {
    expect(historyOf(undefined, { plans: [typed('2026-03-31', { inquiry: 10, mql: 12 })] }).webinars?.[0]).toBe(
      '10 of 10',
    );
  });

  it('is nothing where nobody has run anything', () => {
    expect(ownHistory(undefined, { library, plans: [], deals: undefined, on: addDays(ON, 1) })).toEqual({});
  });
});
