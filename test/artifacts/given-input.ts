import type { ArtifactInput } from '../../src/artifacts/artifact.ts';
import { reviewOf } from '../../src/domain/review.ts';
import type { CamConfig } from '../../src/schema/cam-config.ts';
import { commitmentsSchema } from '../../src/schema/commitments.ts';
import { DEAL_COLUMNS, type Deal } from '../../src/schema/deal.ts';
import type { Fact } from '../../src/schema/fact.ts';
import { partnerSchema } from '../../src/schema/partner.ts';
import { qbrFileSchema } from '../../src/schema/qbr-file.ts';
import { day, givenConfig, quarter } from '../domain/given.ts';
import { openSample } from './sample-pages.ts';

const { storyline, territory } = await openSample();
const { root: _, config: __, funds: ___, partners: ____, ...templates } = territory;

/** What a case says of a partner; all the rest is absent, as in a territory that has only just begun. */
export interface PartnerCase {
  readonly partner?: Readonly<Record<string, unknown>>;
  /** Undefined: there is no deals.csv. */
  readonly deals?: readonly Deal[];
  readonly columns?: readonly (keyof Deal)[];
  readonly facts?: readonly Fact[];
  readonly commitments?: Readonly<Record<string, unknown>>;
  /** The review's own file. */
  readonly review?: Readonly<Record<string, unknown>>;
  readonly config?: CamConfig;
  readonly quarter?: string;
  readonly exports?: readonly string[];
}

/** The input of one partner's pages on 28 February 2026, in FY26-Q3, with the product's own storyline. */
export function givenInput(given: PartnerCase = {}): ArtifactInput {
  const config = given.config ?? givenConfig();
  const { deals, facts } = given;
  const exports = (given.exports ?? []).map(day);
  return {
    ...templates,
    config,
    storyline,
    funds: undefined,
    files: {
      id: 'acme',
      partner: partnerSchema.parse({ name: 'Acme Networks', type: 'var', ...given.partner }),
      qbr: new Map(given.review ? [['FY26-Q3', qbrFileSchema.parse(given.review)]] : []),
      snapshots: [],
      ...(given.commitments && { commitments: commitmentsSchema.parse(given.commitments) }),
      ...(deals && {
        deals: { path: 'partners/acme/deals.csv', columns: new Set(given.columns ?? DEAL_COLUMNS), rows: deals },
      }),
      ...(facts && {
        facts: {
          path: 'partners/acme/facts.csv',
          columns: new Set(['metric', 'period', 'value'] as const),
          rows: facts,
        },
      }),
    },
    deals,
    review: reviewOf({
      calendar: { startMonth: config.fiscal_year.start_month, namedAfter: config.fiscal_year.named_after },
      asOf: day('2026-02-28'),
      exports,
      ...(given.quarter !== undefined && { quarter: quarter(given.quarter) }),
    }),
  };
}
