import type { ModelMeasure, ModelResult, ModelSum, NoNumber } from '../../../document/model-outcome.ts';
import { isKnown, type Known } from '../../../units/missing.ts';
import type { Forecast } from '../forecast.ts';
import { NO_NUMBER } from '../result-words.ts';
import type { PlanResults } from '../results.ts';

/** A result of a plan: how it is called, how it follows from the months, in words and as the engine has it. */
interface PlanResult extends Omit<ModelResult, 'values'> {
  readonly of: (results: PlanResults) => number | NoNumber;
}

type Over = ModelSum[number]['over'];

const sum = (line: string, over: Over = 'months', sign: 1 | -1 = 1): ModelSum[number] => ({ line, over, sign });
const TURN = {
  back: 'money_back',
  lost: 'money_lost',
  never: NO_NUMBER.notBack,
  atOnce: NO_NUMBER.nothingToPayBack,
  lostAgain: NO_NUMBER.lostAgain,
};
const quotient = (part: ModelSum[number], whole: ModelSum, nothing: NoNumber): ModelMeasure => ({
  kind: 'quotient',
  part: [part],
  whole,
  nothing,
});
const END = sum('cumulative', 'end');

const PLAN_RESULTS: readonly PlanResult[] = [
  {
    key: 'end',
    title: 'Cumulative profit after 36 months',
    kind: 'amount',
    measure: { kind: 'end', line: 'cumulative' },
    words: 'All net profits together, less what was put in at the start',
    of: ({ endCumulative }) => endCumulative,
  },
  {
    key: 'payback',
    title: 'Payback month',
    kind: 'months',
    measure: { kind: 'turn', line: 'cumulative', marks: TURN },
    words:
      'First month in which cumulative profit comes from below zero to zero or more; none where it is lost again for good',
    of: ({ payback }) => (payback.kind === 'month' ? payback.month : noPayback(payback)),
  },
  {
    key: 'payback_exact',
    title: 'Payback, to a part of the month',
    kind: 'number',
    measure: { kind: 'turn', line: 'cumulative', isExact: true, marks: TURN },
    words: 'The month before, and the part of the next month whose profit brings it to zero',
    of: ({ payback }) => (payback.kind === 'month' ? payback.exact : noPayback(payback)),
  },
  {
    key: 'breakeven',
    title: 'First month without a loss',
    kind: 'months',
    measure: { kind: 'first-marked', marks: 'no_loss', never: NO_NUMBER.alwaysLoss },
    words: 'First month with a net profit of zero or more',
    of: ({ breakeven }) => (isKnown(breakeven.first) ? breakeven.first : NO_NUMBER.alwaysLoss),
  },
  {
    key: 'lasting_breakeven',
    title: 'Without a loss from month',
    kind: 'months',
    measure: { kind: 'lasting', run: 'no_loss_run', never: NO_NUMBER.endsInLoss },
    words: 'First month from which no month loses money',
    of: ({ breakeven }) => (isKnown(breakeven.lasting) ? breakeven.lasting : NO_NUMBER.endsInLoss),
  },
  {
    key: 'peak_funding',
    title: 'Most money needed',
    kind: 'amount',
    measure: { kind: 'deepest', line: 'cumulative' },
    words: 'How far cumulative profit goes below zero at its lowest',
    of: ({ peakFunding }) => peakFunding.amount,
  },
  {
    key: 'peak_month',
    title: 'Needed most in month',
    kind: 'months',
    measure: { kind: 'deepest-month', line: 'cumulative' },
    words: 'The month in which cumulative profit is lowest; 0 is the start',
    of: ({ peakFunding }) => peakFunding.month,
  },
  {
    key: 'return_on_investment',
    title: 'Return on money invested',
    kind: 'share',
    measure: quotient(END, [sum('cumulative', 'start', -1), sum('invested')], NO_NUMBER.nothingInvested),
    words: 'Cumulative profit at the end ÷ (starting investment + investments)',
    of: ({ returnOnInvestment }) => knownOr(returnOnInvestment, NO_NUMBER.nothingInvested),
  },
  {
    key: 'net_present_value',
    title: 'Net present value',
    kind: 'amount',
    measure: { kind: 'present-value', flows: 'cash_flow', rate: 'annual_discount_rate' },
    words:
      'Money of every month ÷ (1 + monthly rate) to the power of the month; monthly rate = (1 + discount rate)^(1/12) − 1',
    of: ({ netPresentValue }) => netPresentValue,
  },
  {
    key: 'internal_rate',
    title: 'Internal rate of return, a year',
    kind: 'share',
    measure: {
      kind: 'internal-rate',
      flows: 'cash_flow',
      turns: 'turns',
      words: {
        nothingPutIn: NO_NUMBER.nothingPutIn,
        nothingBack: NO_NUMBER.nothingComesBack,
        none: NO_NUMBER.noRate,
        changed: NO_NUMBER.rateUnsolved,
      },
    },
    words:
      'The discount rate at which the net present value is zero; only where there is exactly one. Live while the money changes direction once; otherwise every rate has to be searched, which is done when this workbook is written',
    of: ({ internalRate }) => (isKnown(internalRate) ? internalRate : { short: 'none', reason: internalRate.missing }),
  },
  {
    key: 'ending_recurring',
    title: 'Recurring revenue a month at the end',
    kind: 'amount',
    measure: { kind: 'end', line: 'monthly_recurring' },
    words: 'Recurring revenue of the last month',
    of: ({ endingRecurring }) => endingRecurring,
  },
  {
    key: 'own_per_product_dollar',
    title: 'Own work per product dollar',
    kind: 'times',
    measure: quotient(sum('own_dollars'), [sum('product_dollars')], NO_NUMBER.noProduct),
    words: "Services and own part of prices ÷ the vendor's product sold",
    of: ({ ownPerProductDollar }) => knownOr(ownPerProductDollar, NO_NUMBER.noProduct),
  },
  {
    key: 'profit_per_product_dollar',
    title: 'Profit per product dollar',
    kind: 'times',
    measure: quotient(END, [sum('product_dollars')], NO_NUMBER.noProduct),
    words: "Cumulative profit at the end ÷ the vendor's product sold",
    of: ({ profitPerProductDollar }) => knownOr(profitPerProductDollar, NO_NUMBER.noProduct),
  },
  {
    key: 'gross_margin',
    title: 'Gross margin, 36 months',
    kind: 'share',
    measure: quotient(sum('gross_profit'), [sum('revenue')], NO_NUMBER.noRevenue),
    words: 'Gross profit ÷ revenue',
    of: ({ grossMargin }) => knownOr(grossMargin, NO_NUMBER.noRevenue),
  },
  {
    key: 'net_margin_year_3',
    title: 'Net margin, year 3',
    kind: 'share',
    measure: quotient(sum('net', 'last-year'), [sum('revenue', 'last-year')], NO_NUMBER.noRevenueYear3),
    words: 'Net profit of the last twelve months ÷ their revenue',
    of: ({ netMarginYear3 }) => knownOr(netMarginYear3, NO_NUMBER.noRevenueYear3),
  },
  {
    key: 'revenue',
    title: 'Revenue, 36 months',
    kind: 'amount',
    measure: { kind: 'total', sum: [sum('revenue')] },
    words: 'Product, services and recurring revenue of all months',
    of: ({ revenue }) => revenue,
  },
  {
    key: 'most_people',
    title: 'Most people in a month',
    kind: 'number',
    measure: { kind: 'highest', line: 'fte' },
    words: 'Full-time people in the month with most of them',
    of: ({ mostPeople }) => mostPeople,
  },
];

/** What the scenarios of a plan come to, as the engine has it and as a workbook can work it out. */
export function planResultRows(forecasts: readonly Forecast[]): ModelResult[] {
  return PLAN_RESULTS.map(({ of, ...result }) => ({
    ...result,
    values: new Map(forecasts.map(({ scenario, results }) => [scenario, of(results)])),
  }));
}

function knownOr(value: Known<number>, otherwise: NoNumber): number | NoNumber {
  return isKnown(value) ? value : otherwise;
}

function noPayback(payback: Exclude<PlanResults['payback'], { readonly kind: 'month' }>): NoNumber {
  switch (payback.kind) {
    case 'lost again':
      return { ...NO_NUMBER.lostAgain, reason: lostAgainReason(payback) };
    case 'never':
      return NO_NUMBER.notBack;
    case 'nothing to pay back':
      return NO_NUMBER.nothingToPayBack;
  }
}

function lostAgainReason({ month, lostIn }: { readonly month: number; readonly lostIn: number }): string {
  return NO_NUMBER.lostAgain.reason.replace('{month}', String(month)).replace('{lost}', String(lostIn));
}
