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

/** Kinds of partner. */
export const PARTNER_TYPES = ['var', 'msp', 'isv', 'distributor', 'systems-integrator', 'referral-agent'] as const;
export type PartnerType = (typeof PARTNER_TYPES)[number];

/** Stages in the life of a partner, in their order. */
export const LIFE_STAGES = [
  'recruit',
  'onboard',
  'sales-motivation',
  'opportunity-targeting',
  'pipeline-activation',
  'support-success',
] as const;
export type LifeStage = (typeof LIFE_STAGES)[number];

const COVERAGE_TIERS = ['strategic', 'managed', 'light'] as const;

const contact = z.strictObject({
  name: line.describe('Name of the person'),
  role: line.optional().describe('What the person does there'),
  email: z.string().max(200).optional().describe('Mail address'),
  phone: z.string().max(60).optional().describe('Telephone number'),
  champion: z.boolean().default(false).describe('Speaks for our line in their own company'),
  qbr: z.boolean().default(false).describe('Named on the cover of the quarterly review'),
});

/**
 * A target as it was agreed on one day. Raising it adds an entry and leaves the old one, so that a page made for an
 * earlier date still says what it said then. Identity: fiscal year and day agreed.
 */
const target = z
  .strictObject({
    fiscal_year: fiscalYear,
    agreed: plainDate.describe('The day from which this figure holds'),
    annual: positiveMoney
      .optional()
      .describe('Target of the whole year; spread by days unless quarters or months are given'),
    quarters: z.array(positiveMoney).length(4, 'must be four quarters, first to last').optional(),
    months: z.array(positiveMoney).length(12, 'must be twelve months in the order of the fiscal year').optional(),
    note: prose.optional().describe('Why it was agreed so'),
  })
  .refine((t) => [t.annual, t.quarters, t.months].filter((given) => given !== undefined).length === 1, {
    message: 'a target has exactly one of annual, quarters or months',
  });

const certification = z.strictObject({
  holder: line,
  role: z.enum(['sales', 'technical']),
  name: line.optional(),
  level: line.optional().describe('Its level, where there are several'),
  issued: plainDate.optional(),
  expires: plainDate.optional().describe('Last day on which it is valid; none = does not expire'),
});

const task = z.strictObject({
  id: entryId,
  title: line.describe('What is to be done'),
  required: z.boolean().default(true),
  due: plainDate.optional(),
  done: plainDate.optional(),
});

const meeting = z
  .strictObject({
    kind: z.enum(['qbr', 'review', 'other']),
    quarter: fiscalQuarter.optional().describe('The quarter reviewed'),
    date: plainDate.optional().describe('The day it was or will be held'),
    planned_week: plainDate.optional().describe('Monday of the week it is planned for'),
    held: z.boolean().default(false),
  })
  .refine((m) => m.date !== undefined || m.planned_week !== undefined, {
    message: 'a meeting has a date or a planned_week',
  });

/** `partners/<id>/partner.yaml`: who the partner is and what was agreed. The folder's name is the partner's id. */
export const partnerSchema = z
  .strictObject({
    name: line,
    short_name: line.optional().describe('At most 28 characters, for tables and footers'),
    former_names: z.array(z.strictObject({ name: line, until: plainDate })).default([]),
    aliases: z.array(line).default([]).describe('Other spellings under which imports may name this partner'),
    domains: z.array(z.string().max(200)).default([]).describe('Web domains, for matching'),
    crm_ids: z.array(z.string().max(100)).default([]).describe('Ids of this partner in source systems'),
    type: z.enum(PARTNER_TYPES),
    tier: entryId.optional().describe('Id of a tier in tiers.yaml'),
    life_stage: z.enum(LIFE_STAGES).optional().describe('Set by you; otherwise proposed from the data'),
    lapsed: z.boolean().optional().describe('Sold once and nothing since: set by you; otherwise seen from the data'),
    coverage_tier: z.enum(COVERAGE_TIERS).default('managed').describe('How much of your time the partner gets'),
    parent: partnerId.optional().describe('Id of the partner this one belongs to'),
    currency: currency.optional().describe("Currency of this partner's figures; otherwise the territory's"),
    agreement_signed: plainDate.optional(),
    retired: plainDate.optional(),
    verticals: z.array(line).default([]),
    contacts: z.array(contact).default([]),
    targets: z.array(target).default([]).describe('Dated history; the newest entry on or before a day holds'),
    certifications: z
      .array(certification)
      .optional()
      .describe('Leave out what you do not know; [] means there are none'),
    tasks: z.array(task).optional().describe('Onboarding and program tasks; [] means there are none'),
    meetings: z.array(meeting).default([]),
    notes: prose.optional().describe('Never printed in a partner edition'),
  })
  .describe('One partner: profile, contacts, targets, certifications, tasks, meetings');

export type Partner = z.output<typeof partnerSchema>;
export type Target = Partner['targets'][number];
