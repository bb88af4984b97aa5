import { describe, expect, it } from 'vitest';
import { artifactInput, partnerById } from '../../../src/app/pages/partner-pages.ts';
import { marketingPlan } from '../../../src/artifacts/marketing-plan/index.ts';
import { calculatedValues } from '../../../src/document/calculation/calculated-values.ts';
import { nameOfId } from '../../../src/expression/name-of-id.ts';
import { isMissing, type Known } from '../../../src/units/missing.ts';
import { numberIn } from '../../../src/units/value.ts';
import { openSample } from '../sample-pages.ts';

const workspace = await openSample();
const plans = new Map(
  workspace.territory.partners.map(({ id }) => {
    const result = marketingPlan.compute(artifactInput(workspace, partnerById(workspace, id)), undefined);
    return [id, { result, document: marketingPlan.toDocument(result, 'internal') }] as const;
  }),
);
const planned = [...plans.keys()].filter((id) => plans.get(id)!.result.campaigns.length > 0);

/** The same number, or both unknown. */
function expectSame(place: string, inBook: unknown, onPage: Known<number> | undefined): void {
  if (onPage === undefined || isMissing(onPage)) expect(isMissing(inBook), place).toBe(true);
  else expect(Math.abs(Number(inBook) - onPage), place).toBeLessThan(1e-9 * Math.max(1, Math.abs(onPage)));
}

describe('the workbook of a marketing plan', () => {
  it('is there for every plan with a tactic', () => {
    expect(planned.length).toBeGreaterThan(5);
    expect(planned.every((id) => plans.get(id)!.document.calculation !== undefined)).toBe(true);
  });

  it.each(planned)('calculates for %s what the engine works out, tactic by tactic and in all, in both cases', (id) => {
    const { result, document } = plans.get(id)!;
    const values = calculatedValues(document.calculation!);
    for (const which of ['base', 'conservative'] as const) {
      const expected = [...result.campaigns.map((campaign) => campaign[which]), result[which]];
      expected.forEach((forecast, index) => {
        const column = index < result.campaigns.length ? `c${index + 1}` : 'total';
        const at = (row: string) => values.at({ sheet: which, column, row });
        const same = (row: string, value: Known<number> | undefined) =>
          expectSame(`${id} ${which} ${column} ${row}`, at(row), value);
        for (const { stage, count } of forecast.counts) same(`stage_${nameOfId(stage)}`, count);
        same('cost', forecast.money.totalCost);
        same('mdf', forecast.money.mdf);
        same('own', forecast.money.ownShare);
        same('revenue', forecast.revenue);
        same('revenue_in_quarter', forecast.revenueInQuarter);
        same('revenue_later', forecast.revenueLater);
        same('margin', forecast.margin);
        same('vendor_margin', forecast.money.vendorMargin);
        const { returns } = forecast;
        same('partner_roi', numberIn(returns.return_partner.value));
        same('return_before_funding', numberIn(returns.return_before_funding.value));
        same('return_on_revenue', numberIn(returns.return_on_revenue.value));
        same('return_vendor', numberIn(returns.return_vendor.value));
      });
    }
  });

  it.each(planned)('passes all its checks for %s, and needs backward what the page says', (id) => {
    const { result, document } = plans.get(id)!;
    const values = calculatedValues(document.calculation!);
    for (const { title, difference } of document.calculation!.checks)
      expect(Math.abs(Number(values.difference(difference))), title).toBeLessThan(1e-6);
    for (const { of, perQuarter, perMonth, perWeek } of result.needs) {
      const row = of === 'contacts' ? 'need_contacts' : `need_stage_${nameOfId(of)}`;
      expectSame(row, values.at({ sheet: 'target', column: 'quarter', row }), perQuarter);
      expectSame(row, values.at({ sheet: 'target', column: 'month', row }), perMonth);
      expectSame(row, values.at({ sheet: 'target', column: 'week', row }), perWeek);
    }
  });

  it('leaves what the vendor earns out of the partner edition', () => {
    const { result } = plans.get(planned[0]!)!;
    const { calculation } = marketingPlan.toDocument(result, 'partner');
    expect(JSON.stringify(calculation!.sheets)).not.toMatch(/vendor/i);
  });

  it.each(planned)('holds for %s what came of its campaigns where the headline is about it', (id) => {
    const { result, document } = plans.get(id)!;
    const hasBegun = result.verified.campaigns.length > 0;
    expect(document.calculation!.tables?.includes('verdicts')).toBe(hasBegun);
  });
});

describe('the page of a marketing plan', () => {
  const marksOf = (id: string) =>
    plans
      .get(id)!
      .document.sections.flatMap((section) => (section.layout === 'main-side' ? section.main : []))
      .flatMap((block) => (block.kind === 'table' && block.id === 'marks' ? block.rows : []));

  it('names the marks that are open first, so that a short page cuts those that are done', () => {
    const open = planned.map((id) => {
      const words = marksOf(id).map(({ cells }) => cells['status']!.status!.word);
      expect(words, id).toEqual(words.toSorted((a, b) => b.localeCompare(a)));
      return words.filter((word) => word === 'open').length;
    });
    expect(Math.max(...open)).toBeGreaterThan(0);
  });
});
