import * as z from 'zod';
import { partsOfPattern } from '../units/sentence.ts';
import { money, quantity, share } from './plan-values.ts';
import { currency, fiscalYear, line } from './values.ts';

/** The numbers of the worksheet by the names that formulas, flags and sentences give them, in its order. */
export const MGO_NAMES = [
  'partners',
  'campaigns',
  'contacts',
  'reached',
  'response_rate',
  'responses',
  'mgo_rate',
  'mgos',
  'close_rate',
  'deals',
  'average_deal',
  'revenue',
] as const;

export type MgoName = (typeof MGO_NAMES)[number];

const numbers = {
  partners: quantity.optional().describe('A: partners that run campaigns'),
  campaigns: quantity.optional().describe('B: campaigns a year, of each partner'),
  contacts: quantity.optional().describe('C: contacts of each campaign'),
  reached: quantity.optional().describe('D = A × B × C: contacts reached a year'),
  response_rate_percent: share.optional().describe('E: contacts who respond'),
  responses: quantity.optional().describe('F = D × E: responses a year'),
  mgo_rate_percent: share.optional().describe('G: responses that become a marketing-generated opportunity'),
  mgos: quantity.optional().describe('H = F × G: marketing-generated opportunities a year'),
  close_rate_percent: share.optional().describe('I: opportunities that are won'),
  deals: quantity.optional().describe('J = H × I: deals a year'),
  average_deal: money.optional().describe('K: what a deal is worth on average'),
  revenue: money.optional().describe('L = J × K: revenue a year'),
};

const solve = z.enum(MGO_NAMES).describe('What is worked out from the others; a number given for it is left aside');

/** `channel/mgo.yaml`: what is known of marketing-generated opportunities over all partners. What is left out is worked out. */
export const mgoFileSchema = z
  .strictObject({
    fiscal_year: fiscalYear.optional().describe('FY26; otherwise that of the as-of date'),
    currency: currency.optional().describe("Otherwise the territory's"),
    ...numbers,
    solve: solve.optional(),
    sources: z
      .partialRecord(z.enum(Object.keys(numbers) as [keyof typeof numbers, ...(keyof typeof numbers)[]]), line)
      .default({})
      .describe('Where a number is from, by its key'),
  })
  .describe('Marketing-generated opportunities: what all partners together need to reach a revenue');

const headline = z
  .string()
  .min(1)
  .max(200)
  .refine(
    (pattern) =>
      partsOfPattern(pattern).every(
        (part) => !('name' in part) || (MGO_NAMES as readonly string[]).includes(part.name),
      ),
    `a sentence names only numbers of the worksheet: ${MGO_NAMES.join(', ')}`,
  );

/** `templates/mgo.yaml`: the fill to start from, and the sentence for each number that is worked out. */
export const mgoTemplateSchema = z.strictObject({
  source: line.describe('Where the numbers of the example are from'),
  example: z.strictObject({ ...numbers, solve }),
  headlines: z
    .record(z.enum(MGO_NAMES), headline)
    .describe(
      'The answer, by what was worked out; {name} prints a number, {name|one|many} a count with the right word',
    ),
  definition: line.describe('What a marketing-generated opportunity is'),
});

export type MgoFile = z.output<typeof mgoFileSchema>;
export type MgoTemplate = z.output<typeof mgoTemplateSchema>;
/** The numbers of a worksheet as they are typed: rates in percent. */
export type MgoNumbers = Pick<MgoFile, keyof typeof numbers>;
