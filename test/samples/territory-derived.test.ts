import { describe, expect, it } from 'vitest';
import { amountOf, dealsOf, numbers, readPartner } from './read-sample.ts';

const AS_OF = '2026-02-28';

/** The derived figures worked out from the files alone, by the rules of the trade and not by the product's code. */
function workOut(id: string): Record<string, unknown> {
  const { partner, deals } = readPartner(id);
  const won = (from: string, to: string) => amountOf(dealsOf(deals, 'won', from, to));
  const booked = won('2025-07-01', AS_OF);
  const trailing = won('2025-01-01', '2025-12-31');
  const quarters = partner.targets.filter(({ agreed }) => agreed <= AS_OF).at(-1)?.quarters;
  const [first = 0, second = 0, third = 0] = quarters ?? [];
  const target = quarters?.reduce((sum, quarter) => sum + quarter, 0);
  const plan = quarters && first + second + (third * 2) / 3;
  const inPeriod = amountOf(dealsOf(deals, 'open', '2026-03-01', '2026-06-30'));
  const rate = winRate(id);
  const usable = rate.closed >= 10 && !rate.fewLosses;
  const forecastRate = usable ? rate.byValue! : 1 / 3;
  const remaining = target === undefined ? undefined : target - booked;
  return {
    bookings_FY26_to_date: booked,
    plan_to_date: plan,
    pace: plan && booked / plan,
    same_months_last_year: won('2024-07-01', '2025-02-28'),
    trailing_four_quarters: trailing,
    remaining_target: remaining,
    coverage: remaining === undefined ? undefined : remaining <= 0 ? 'target met' : inPeriod / remaining,
    closed_deals: rate.closed,
    win_rate_by_value: rate.byValue,
    few_losses_logged: rate.fewLosses,
    required_coverage: usable ? Math.max(2, 1 / rate.byValue!) : 3,
    forecast_rate: forecastRate,
    forecast_FY26: booked + inPeriod * forecastRate,
  };
}

function winRate(id: string) {
  const { deals } = readPartner(id);
  const won = dealsOf(deals, 'won', '2025-01-01', '2025-12-31');
  const lost = dealsOf(deals, 'lost', '2025-01-01', '2025-12-31');
  const closed = won.length + lost.length;
  const byValue = closed === 0 ? undefined : amountOf(won) / (amountOf(won) + amountOf(lost));
  return { closed, byValue, fewLosses: closed >= 10 && (byValue! > 0.6 || lost.length < 3) };
}

describe('the derived figures of the sample territory', () => {
  it.each(numbers.partners)('come out of the files of $name', ({ id, derived }) => {
    const found = workOut(id);
    numbers.derived_keys.forEach((key, index) => {
      const [expected, value] = [derived[index], found[key]];
      if (typeof expected !== 'number') expect(value ?? null, key).toBe(expected);
      else expect(value, key).toBeCloseTo(expected, Number.isInteger(expected) && Math.abs(expected) > 3 ? 0 : 4);
    });
  });

  it('add up to the totals of the territory in dollars', () => {
    const totals = new Map<string, number>();
    const add = (key: string, amount: number) => totals.set(key, (totals.get(key) ?? 0) + amount);
    for (const { id, currency } of numbers.partners) {
      const rate = numbers.exchange_rates[currency] ?? 1;
      const { partner, deals } = readPartner(id);
      const found = workOut(id);
      const open = dealsOf(deals, 'open');
      const target = partner.targets.at(-1)?.quarters?.reduce((sum, quarter) => sum + quarter, 0);
      add('bookings_FY25', rate * amountOf(dealsOf(deals, 'won', '2024-07-01', '2025-06-30')));
      add('bookings_FY26_to_date', rate * Number(found['bookings_FY26_to_date']));
      add('plan_to_date', rate * Number(found['plan_to_date'] ?? 0));
      add('annual_target_FY26', rate * (target ?? 0));
      add('forecast_FY26', rate * Number(found['forecast_FY26']));
      add('open_pipeline', rate * amountOf(open));
      add('open_deals', open.length);
      add('won_deals_20_months', dealsOf(deals, 'won').length);
    }
    for (const [key, expected] of Object.entries(numbers.territory_totals_usd)) {
      expect(Math.abs(totals.get(key)! - expected), key).toBeLessThan(1);
    }
    expect([...totals.keys()].sort()).toEqual(Object.keys(numbers.territory_totals_usd).sort());
  });

  it('tell the stories: one deal is all of Veylan, Fennwick logs few losses, Dunmore fell by two thirds', () => {
    const { deals } = readPartner('veylan-consulting-group');
    expect(dealsOf(deals, 'won', '2025-07-01', AS_OF).map(({ amount }) => amount)).toEqual([742000]);
    expect(workOut('fennwick-software')).toMatchObject({ few_losses_logged: true, coverage: 'target met' });
    const dunmore = workOut('dunmore-valley-computers');
    expect(Number(dunmore['bookings_FY26_to_date']) / Number(dunmore['same_months_last_year'])).toBeLessThan(0.34);
  });
});
