import * as z from 'zod';
import { LOCALES } from '../units/format.ts';
import { currency, line, plainDate, positiveMoney } from './values.ts';

/** Kinds of booking a deal can be. */
export const DEAL_TYPES = ['new', 'renewal', 'expansion'] as const;
export type DealType = (typeof DEAL_TYPES)[number];

/** Where a deal stands. */
export const DEAL_STATUSES = ['open', 'won', 'lost'] as const;

const percent = z.number().min(0).max(1000);

const stage = z.strictObject({
  name: line.describe('Name of the stage as your CRM writes it'),
  status: z.enum(DEAL_STATUSES).describe('What a deal in this stage is: open, won or lost'),
  probability_percent: z
    .number()
    .min(0)
    .max(100)
    .optional()
    .describe("The CRM's own odds; shown beside the forecast, never mixed into it"),
});

const rate = z.strictObject({
  from: currency,
  to: currency,
  rate: z.number().positive().max(1e9).describe('One unit of `from` is this many units of `to`'),
  date: plainDate.describe('The day from which the rate holds'),
});

const thresholds = z
  .strictObject({
    pace_percent: z
      .strictObject({ red_below: percent.default(80), green_from: percent.default(100) })
      .prefault({})
      .describe('Bookings to date as a share of the plan to date'),
    coverage: z
      .strictObject({
        floor: z.number().min(1).max(20).default(2).describe('Required coverage is never below this multiple'),
        fallback: z
          .number()
          .min(1)
          .max(20)
          .default(3)
          .describe('Required coverage where the own win rate cannot be used'),
        minimum_closed_deals: z.int().min(1).max(1000).default(10),
        few_losses_win_rate_percent: percent.default(60).describe('Above this win rate losses are probably not logged'),
        few_losses_below: z.int().min(0).max(1000).default(3),
        thin_from_percent: percent.default(70).describe('Coverage from this share of the need is thin, below it short'),
      })
      .prefault({}),
    quiet_days: z.int().min(1).max(1000).default(60).describe('A deal without activity for longer than this is quiet'),
  })
  .prefault({});

/** `cam.yaml`: the program, the channel account manager, and what counts. */
export const camConfigSchema = z
  .strictObject({
    vendor: z.strictObject({
      name: line.describe('The company whose partners these are'),
      short_name: line.optional().describe('At most 28 characters, for tables and footers'),
    }),
    cam: z
      .strictObject({
        name: line,
        email: z.string().max(200).optional(),
        quota: z.record(z.string(), positiveMoney).optional().describe('Own quota by fiscal year, FY26: 12000000'),
      })
      .describe('The channel account manager'),
    currency: currency.describe('Currency of the territory; partners may have another'),
    rates: z.array(rate).default([]).describe('Stated exchange rates; without one nothing is converted'),
    locale: z.enum(LOCALES).default('en-GB'),
    fiscal_year: z
      .strictObject({
        start_month: z.int().min(1).max(12).default(1).describe('Month in which the fiscal year starts, 1 to 12'),
        named_after: z.enum(['end', 'start']).default('end').describe('FY26 ends (or starts) in 2026'),
      })
      .prefault({}),
    bookings: z
      .strictObject({
        count: z.array(z.enum(DEAL_TYPES)).min(1).default(['new', 'renewal', 'expansion']),
        value: z.enum(['amount', 'annual_value']).default('amount'),
        shared_deals: z
          .enum(['owner', 'fulfilling-partner', 'sourcing-partner'])
          .default('owner')
          .describe('Who books a deal that several partners share'),
      })
      .prefault({})
      .describe('What counts as a booking; printed with the definitions'),
    stages: z.array(stage).min(1).describe('The stages of a deal in their order'),
    thresholds,
    brand: z
      .strictObject({
        accent: z
          .string()
          .regex(/^#?[0-9a-fA-F]{6}$/, 'a colour is written as six hex digits, for example "0F5E7D"')
          .optional(),
      })
      .prefault({}),
    as_of: plainDate.optional().describe('Date of every command in this territory; without it, today'),
  })
  .describe('The territory: program, channel account manager, and what counts as a booking');

export type CamConfig = z.output<typeof camConfigSchema>;
export type Thresholds = CamConfig['thresholds'];
