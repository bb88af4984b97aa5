import type { PlainDate } from '../../units/plain-date.ts';
import type { CamConfig } from '../../schema/cam-config.ts';
import type { PartnerFiles } from '../../schema/territory.ts';
import type { Deal } from '../../schema/deal.ts';
import type { Fund } from '../../schema/funds.ts';
import type { MetricsTemplate } from '../../schema/metrics.ts';
import type { TiersTemplate } from '../../schema/tiers.ts';
import { fiscalQuarterOf, rangeOfYear, type FiscalCalendar } from '../fiscal-calendar.ts';
import { declaredUnits } from './declared-units.ts';
import type { Bookings } from '../performance/bookings.ts';
import { basisOf, type PerformanceInput } from '../performance/basis.ts';
import type { Plan } from '../targets.ts';

/** A partner at a tier review: what is known today, and the day for which everything is judged. */
export interface TierBasis {
  readonly files: PartnerFiles;
  readonly config: CamConfig;
  readonly tiers: TiersTemplate;
  readonly calendar: FiscalCalendar;
  /** The day people, tasks and meetings are looked at. */
  readonly asOf: PlainDate;
  /** Bookings are known up to this day. */
  readonly known: PlainDate;
  /** The last day of the fiscal year that as-of lies in. */
  readonly reviewDay: PlainDate;
  /** In the partner's currency. */
  readonly bookings: Bookings;
  readonly currency: string;
  /** The plan of the fiscal year under review, by whose months the passing of a window is measured. */
  readonly plan?: Plan;
  readonly deals: readonly Deal[] | undefined;
  readonly funds: readonly Fund[] | undefined;
  readonly metrics: MetricsTemplate | undefined;
  /** What somebody wants to try, by metric: `bookings=600000`. */
  readonly assumed: ReadonlyMap<string, number>;
}

/** Input of the tier engine: a partner's page input and the program. `assumed` replaces what is secured, by a metric's name or short name. */
export interface TierInput extends PerformanceInput {
  readonly tiers: TiersTemplate;
  /** Metrics that requirements may name beside those of the program. */
  readonly metrics?: MetricsTemplate | undefined;
  readonly funds?: readonly Fund[] | undefined;
  readonly assumed?: ReadonlyMap<string, number>;
}

/** Reads a partner's files for the tier review of the as-of date's fiscal year. */
export function tierBasisOf(input: TierInput): TierBasis {
  const { files, config, review, metrics, deals, funds, assumed = new Map<string, number>() } = input;
  const tiers = { ...input.tiers, metrics: { ...declaredUnits(metrics), ...input.tiers.metrics } };
  const { calendar, asOf, pipeline } = review;
  const { coverage, currency } = basisOf(input);
  const { year } = fiscalQuarterOf(asOf, calendar);
  return {
    files,
    config,
    tiers,
    calendar,
    asOf,
    known: pipeline,
    reviewDay: rangeOfYear(year, calendar).to,
    bookings: coverage.bookings,
    deals,
    funds,
    metrics,
    currency,
    ...(coverage.plan?.year === year && { plan: coverage.plan }),
    assumed: byMetric(assumed, tiers),
  };
}

function byMetric(assumed: ReadonlyMap<string, number>, { metrics }: TiersTemplate): ReadonlyMap<string, number> {
  const names = new Map(
    Object.entries(metrics).flatMap(([name, { short }]) => (short ? [[short, name]] : [])) as [string, string][],
  );
  return new Map(Array.from(assumed, ([name, value]) => [names.get(name) ?? name, value]));
}
