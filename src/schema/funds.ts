import * as z from 'zod';
import {
  currency,
  entryId,
  fiscalQuarter,
  fiscalYear,
  line,
  partnerId,
  plainDate,
  positiveMoney,
  prose,
} from './values.ts';

/** MDF follows a plan, co-op is earned on past sales. */
const FUND_KINDS = ['mdf', 'coop'] as const;

const fund = z.strictObject({
  id: entryId,
  partner: partnerId.optional().describe('Id of the partner the money is for; absent: every partner may ask for it'),
  kind: z.enum(FUND_KINDS).default('mdf'),
  title: line.optional().describe('What the money is for'),
  period: z.union([fiscalQuarter, fiscalYear]).describe('The fiscal quarter or year the money is for'),
  currency: currency.optional().describe("Otherwise the partner's"),
  allocated: positiveMoney.optional().describe('Set aside for it'),
  requested: positiveMoney.optional().describe('Asked for by the partner'),
  approved: positiveMoney.optional().describe('Promised by us'),
  used: positiveMoney.optional().describe('Claimed with proof'),
  paid: positiveMoney.optional().describe('Paid out'),
  expires: plainDate.optional().describe('Last day on which it can be used'),
  notes: prose.optional().describe('Never printed in a partner edition'),
});

/** `funds.yaml`: MDF and co-op funds of the territory. Identity: `id`. What is left out is unknown, not zero. */
export const fundsSchema = z
  .strictObject({ funds: z.array(fund).default([]) })
  .describe(
    'Market development funds and co-op funds, a line each for partner and period; one without a partner is shared',
  );

export type Funds = z.output<typeof fundsSchema>;
export type Fund = Funds['funds'][number];
