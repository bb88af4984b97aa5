import type { NoNumber } from '../../document/model-outcome.ts';

/** Why a result of a plan is no number: in a word for a cell, in words for a sentence. */
export const NO_NUMBER = {
  notBack: { short: 'never', reason: 'not within 36 months' },
  nothingToPayBack: { short: 'at once', reason: 'the money never is below zero' },
  lostAgain: { short: 'lost again', reason: 'back in month {month} and lost again in month {lost}' },
  alwaysLoss: { short: 'never', reason: 'no month without a loss' },
  endsInLoss: { short: 'not yet', reason: 'the last month still loses money' },
  nothingInvested: { short: 'none', reason: 'nothing is invested' },
  noProduct: { short: 'none', reason: 'no product is sold' },
  noRevenue: { short: 'none', reason: 'no revenue' },
  noRevenueYear3: { short: 'none', reason: 'no revenue in year 3' },
  nothingPutIn: { short: 'none', reason: 'no money is put in' },
  nothingComesBack: { short: 'none', reason: 'no money comes back' },
  noRate: { short: 'none', reason: 'no rate makes the money put in and the money earned equal' },
  rateUnsolved: {
    short: 'unsolved',
    reason: 'the money changes direction more than once, and the numbers were changed: run cam plan business again',
  },
} as const satisfies Readonly<Record<string, NoNumber>>;
