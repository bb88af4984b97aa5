import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  campaignReturn,
  costPerStage,
  worthOfWins,
  type CampaignMoney,
} from '../../../../src/domain/marketing/campaigns/campaign-return.ts';
import { countFigures } from '../../../../src/domain/marketing/waterfall/waterfall-figures.ts';
import { ratesOfTactic } from '../../../../src/domain/marketing/history/rates-of-tactic.ts';
import { forwardWaterfall } from '../../../../src/domain/marketing/waterfall/waterfall.ts';
import { formatSentence, formatValue } from '../../../../src/units/format.ts';
import { isKnown, missing, type Known } from '../../../../src/units/missing.ts';
import { sentence } from '../../../../src/units/sentence.ts';
import { plain } from '../../given.ts';

/** The webinar of the library: 0.7875 deals at 24,000 with 10,850 of margin, 5,400 paid by halves. */
const WEBINAR: CampaignMoney = {
  ...worthOfWins({ won: 0.7875, averageDeal: 24_000, marginPerWon: 10_850 }),
  totalCost: 5400,
  ownShare: 2700,
  mdf: 2700,
  vendorMargin: 5400,
  currency: 'USD',
  sources: [],
};

const returns = (changes: Partial<CampaignMoney> = {}) => {
  const figures = campaignReturn({ ...WEBINAR, ...changes });
  return Object.fromEntries(Object.entries(figures).map(([name, { value }]) => [name, plain(value)]));
};
const titles = new Map([['sql', 'Qualified by sales']]);

describe('what a tactic brings each payer', () => {
  it('is worked by hand for the webinar', () => {
    expect(WEBINAR.revenue).toBeCloseTo(18_900, 9);
    expect(WEBINAR.margin).toBeCloseTo(8544.375, 9);
    const found = returns();
    // (8,544.375 − 2,700) ÷ 2,700; (8,544.375 − 5,400) ÷ 5,400; (18,900 − 5,400) ÷ 5,400; 8,544.375 ÷ 2,700; 5,400 ÷ 2,700
    expect(found['return_partner']).toBeCloseTo(2.164583, 6);
    expect(found['return_before_funding']).toBeCloseTo(0.582292, 6);
    expect(found['return_on_revenue']).toBe(2.5);
    expect(found['margin_per_own_unit']).toBeCloseTo(3.164583, 6);
    expect(found['return_vendor']).toBe(2);
  });

  it('says how it is found', () => {
    const { workings } = campaignReturn(WEBINAR).return_partner.evidence;
    expect(formatSentence(workings!, { locale: 'en-GB', precision: 'full' })).toBe('($8,544.38 − $2,700) ÷ $2,700');
    expect(formatValue(campaignReturn(WEBINAR).return_partner.value, { locale: 'en-GB' })).toMatch(/^216/);
  });

  it('a tactic that wins nothing loses all that was spent', () => {
    expect(returns({ revenue: 0, margin: 0, vendorMargin: 0 })).toMatchObject({
      return_partner: -1,
      return_before_funding: -1,
      return_on_revenue: -1,
      return_vendor: 0,
    });
  });

  it('who spends nothing has no return, and each figure says who', () => {
    expect(returns({ totalCost: 0, ownShare: 0, mdf: 0 })).toMatchObject({
      return_partner: 'missing: the partner spends nothing of its own',
      return_before_funding: 'missing: nothing is spent',
      return_on_revenue: 'missing: nothing is spent',
      return_vendor: 'missing: no MDF is asked for',
    });
    expect(returns({ ownShare: 0, mdf: 5400 })).toMatchObject({
      return_partner: 'missing: the partner spends nothing of its own',
      return_vendor: 1,
    });
  });

  it('is unknown with an unknown part, for its reason', () => {
    expect(returns({ margin: missing('no margin of a won deal'), vendorMargin: missing('no margin') })).toMatchObject({
      return_partner: 'missing: no margin of a won deal',
      return_on_revenue: 2.5,
      return_vendor: 'missing: no margin',
    });
  });

  it('never is something that is no number', () => {
    const money: fc.Arbitrary<Known<number>> = fc.oneof(
      fc.double({ min: 0, max: 1e12, noNaN: true }),
      fc.constantFrom(0, missing('not known')),
    );
    fc.assert(
      fc.property(fc.array(money, { minLength: 6, maxLength: 6 }), (values) => {
        const [revenue, margin, totalCost, ownShare, mdf, vendorMargin] = values as [
          Known<number>,
          Known<number>,
          Known<number>,
          Known<number>,
          Known<number>,
          Known<number>,
        ];
        const found = returns({ revenue, margin, totalCost, ownShare, mdf, vendorMargin });
        for (const value of Object.values(found)) expect(typeof value !== 'number' || !Number.isNaN(value)).toBe(true);
      }),
    );
  });
});

describe('the cost of one lead', () => {
  const stages = ['inquiry', 'mql', 'sal', 'sql', 'won'];
  const costs = (inquiries: number, rates: readonly number[], totalCost: Known<number> = 5400) =>
    Object.fromEntries(
      costPerStage(forwardWaterfall(inquiries, { stages, rates }), {
        totalCost,
        currency: 'USD',
        sources: [],
        titles,
      }).map(({ stage, value }) => [stage, plain(value)]),
    );

  it('rises from stage to stage', () => {
    const found = costs(60, [0.175, 0.5, 0.6, 0.25]);
    expect(found['inquiry']).toBe(90);
    expect(found['sql']).toBeCloseTo(1714.285714, 6);
    expect(found['won']).toBeCloseTo(6857.142857, 6);
  });

  it('is not known where no lead comes, or where nothing is spent: not zero, not infinite', () => {
    expect(costs(60, [0.5, 0.5, 0, 1])).toMatchObject({
      sal: 360,
      sql: 'missing: no lead comes as far as: Qualified by sales',
    });
    expect(costs(60, [0.5, 0.5, 0.5, 1], 0)).toMatchObject({ inquiry: 'missing: nothing is spent' });
  });
});

describe('the reasons of a count', () => {
  it('are the stage before and its rate with where that is from', () => {
    const stages = ['inquiry', 'mql', 'won'];
    const stated = { rates: [0.175, 0.25], source: 'midpoints {of ranges}' };
    const rates = ratesOfTactic({
      stages,
      library: { base: stated, conservative: stated, stretch: stated },
      fromLeads: 20,
    });
    const counts = forwardWaterfall(60, { stages, rates: rates.map(({ rate }) => rate) });
    const start = { formula: 'audience × response rate', workings: sentence('1,500 × 4 %') };
    const [inquiry, mql] = countFigures(counts, { rates, start, titles: new Map([['mql', 'MQL']]), sources: [] });
    expect(inquiry!.evidence).toMatchObject(start);
    expect(mql!.label).toBe('MQL');
    expect(isKnown(mql!.value)).toBe(true);
    const words = formatSentence(mql!.evidence.workings!, { locale: 'en-GB' });
    expect(words.replaceAll('\u00a0', ' ')).toBe('60 (inquiry) × 17.5 % (midpoints {of ranges})');
  });
});
