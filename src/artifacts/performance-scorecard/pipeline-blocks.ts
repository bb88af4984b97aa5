import type { Cell, Column, Row, Table } from '../../document/block.ts';
import type { BarChart, ColumnChart } from '../../document/chart.ts';
import { dealKey } from '../../domain/deal-credit.ts';
import type { DealAt } from '../../domain/deals-at.ts';
import { dealsBySize } from '../../domain/deals-by-size.ts';
import type { Performance, PipelinePeriod } from '../../domain/performance/performance.ts';
import { conditionHolds, fillPattern } from '../../domain/story.ts';
import type { StorySlide } from '../../schema/qbr-storyline.ts';
import { formatSentence, type FormatOptions } from '../../units/format.ts';
import { isKnown, missing } from '../../units/missing.ts';
import { daysBetween } from '../../units/plain-date.ts';
import type { ArtifactInput } from '../artifact.ts';
import { sentence } from '../../units/sentence.ts';
import { amount, count, none, share, shortDate, text, times, type Status, type Value } from '../../units/value.ts';

/**
 * Open pipeline by close date with what is needed and what was won a year ago: the rest of the year beside the next one, or all
 * its quarters as well. What lies later stands there only when something is open.
 */
export function periodsChart(
  performance: Performance,
  { format, quarters }: { readonly format: FormatOptions; readonly quarters: boolean },
): ColumnChart {
  const { figures, currency } = performance;
  const periods = performance.periods.filter(
    ({ scope, open }) => (scope !== 'quarter' || quarters) && (scope !== 'later' || open.counted.length > 0),
  );
  const needed = periods.map((period) => neededOf(period));
  const before = periods.map(({ wonYearAgo }) => (isKnown(wonYearAgo) && wonYearAgo !== 0 ? wonYearAgo : null));
  const required = formatSentence(sentence('needed {need}', { need: figures.required_coverage.value }), format);
  return {
    kind: 'columns',
    id: 'by-close-date',
    heading: sentence('Open pipeline by close date'),
    description: sentence('Open pipeline by close date, {open} in {deals|deal|deals}', {
      open: figures.open_pipeline.value,
      deals: figures.open_deals.value,
    }),
    currency,
    categories: periods.map((period) => ({
      label: period.label,
      status: periodStatus(period, figures.coverage.value, format),
    })),
    bars: { label: 'open', values: periods.map(({ open }) => (isKnown(open.amount) ? open.amount : null)) },
    marks: [
      ...(needed.some((value) => value !== null) ? [{ role: 'target' as const, label: required, values: needed }] : []),
      ...(before.some((value) => value !== null)
        ? [{ role: 'previous' as const, label: 'won a year ago', values: before }]
        : []),
    ],
    density: 'few',
  };
}

/** Open pipeline by stage, in the order of the program; a stage of which no amount is known has no bar. */
export function stagesChart({ stages, currency, figures }: Performance): BarChart {
  return {
    kind: 'bars',
    id: 'by-stage',
    heading: sentence('Open by stage'),
    description: sentence('Open pipeline by stage, {open} in all', { open: figures.open_pipeline.value }),
    currency,
    bars: stages.flatMap(({ name, deals }) =>
      deals.counted.length > 0 && isKnown(deals.amount)
        ? [{ label: `${name} (${deals.counted.length})`, value: deals.amount }]
        : [],
    ),
  };
}

/** Open deals, largest first; what has no amount comes last. */
export function rankedOpenDeals({ open }: Performance): DealAt[] {
  return dealsBySize(open?.all.counted ?? []);
}

/** Facts about one deal that ask for a look, by the rules of the storyline, first come first. */
export function dealFlags(
  deal: DealAt,
  rules: NonNullable<StorySlide['risk']>,
  { performance, columns, format, quietDays }: FlagContext,
): Status[] {
  const figures = { values: dealValues(deal, performance, quietDays), columns };
  const flags = rules
    .filter((rule) => conditionHolds(rule.when, figures))
    .flatMap(({ text: pattern, mood }): Status[] => {
      const filled = fillPattern(pattern, figures);
      if (!filled) return [];
      return [{ meaning: mood === 'bad' || mood === 'watch' ? mood : 'unknown', word: formatSentence(filled, format) }];
    });
  // Two rules may say the same fact, one of them earlier where it weighs more.
  return flags.filter(({ word }, index) => flags.findIndex((flag) => flag.word === word) === index);
}

/** What the flags of a deal are judged with. */
export interface FlagContext {
  readonly performance: Performance;
  readonly columns: ReadonlySet<string>;
  readonly format: FormatOptions;
  readonly quietDays: number;
}

/** The columns that were loaded and the territory's thresholds, for the flags of a partner's deals. */
export function flagContextOf({ config, files }: ArtifactInput, performance: Performance): FlagContext {
  return {
    performance,
    columns: new Set<string>(files.deals?.columns ?? []),
    format: { locale: config.locale },
    quietDays: config.thresholds.quiet_days,
  };
}

const DEAL_COLUMNS: readonly Column[] = [
  { key: 'account', label: 'Account', align: 'left', weight: 1.9, cut: 'name', tone: 'strong' },
  { key: 'deal', label: 'Deal', align: 'left', weight: 2, cut: 'text', tone: 'soft' },
  { key: 'amount', label: 'Amount', align: 'right', weight: 0.85, cut: 'fixed' },
  { key: 'stage', label: 'Stage', align: 'left', weight: 1.25, cut: 'text' },
  { key: 'close', label: 'Close', align: 'right', weight: 0.8, cut: 'fixed' },
  { key: 'flag', label: 'Flag', align: 'left', weight: 1.7, cut: 'fixed' },
];

/** The largest open deals with close date and the first flag of each; a column that would be empty is left out. */
export function topDealsTable(
  context: FlagContext,
  {
    rules,
    most,
    stages,
  }: { readonly rules: NonNullable<StorySlide['risk']>; readonly most: number; readonly stages: boolean },
): Table {
  const { performance } = context;
  const deals = rankedOpenDeals(performance);
  const { currency, figures } = performance;
  const shown = deals.slice(0, most);
  const shownAmount = shown.reduce((total, deal) => total + numberOf(deal), 0);
  const rows = deals.map((deal): Row => ({
    cells: { ...dealCells(deal, currency, performance), ...flagCell(dealFlags(deal, rules, context).slice(0, 1)) },
  }));
  const isFilled = (key: string) => key === 'account' || rows.slice(0, most).some(({ cells }) => cells[key]);
  return {
    kind: 'table',
    id: 'top-deals',
    heading:
      deals.length > most
        ? sentence('Top {shown} of {all} open deals', { shown: count(shown.length), all: count(deals.length) })
        : sentence('{all|open deal|open deals}', { all: count(deals.length) }),
    ...asideOf(deals, { shownAmount, isCut: deals.length > most, all: figures.open_pipeline.value }),
    columns: DEAL_COLUMNS.filter(({ key }) => isFilled(key)).map((column) =>
      column.key === 'stage' && !stages ? { ...column, detail: true } : column,
    ),
    rows,
    most,
    overflow: { sumColumn: 'amount' },
  };
}

/** How much of the pipeline the shown deals are, and how many deals have no amount: unknown, not zero. */
function asideOf(
  deals: readonly DealAt[],
  { shownAmount, isCut, all }: { readonly shownAmount: number; readonly isCut: boolean; readonly all: Value },
): Pick<Table, 'aside'> {
  const without = deals.filter(({ amount }) => !isKnown(amount)).length;
  const values = { share: none as Value, without: count(without) };
  const parts: string[] = [];
  if (isCut && all.kind === 'amount' && all.amount > 0) {
    values.share = share(shownAmount / all.amount);
    parts.push('{share} of the pipeline');
  }
  if (without > 0) parts.push('{without} without an amount');
  return parts.length > 0 ? { aside: sentence(parts.join(', '), values) } : {};
}

/**
 * Account, deal, amount, stage and close date of a deal; what is not known stays empty, but for the account: an empty first cell would
 * read like the account above. A deal of no account stands there by its own name.
 */
export function dealCells(deal: DealAt, currency: string, { review }: Performance): Record<string, Cell> {
  const { account, name, product, stage, close_date, id } = deal.deal;
  const words = name ?? product ?? id;
  const cells: Record<string, Value> = {
    account: text(account ?? name ?? 'no account named'),
    deal: account === undefined && name !== undefined ? none : text(words),
    amount: amount(deal.amount, currency),
    stage: stage === undefined ? none : text(stage),
    close: close_date === undefined ? none : closeDate(close_date, review.pipeline),
  };
  return Object.fromEntries(
    Object.entries(cells)
      .filter(([, value]) => value.kind !== 'none')
      .map(([key, value]) => [key, { value }]),
  );
}

/** One or two flags of a deal as a cell. */
export function flagCell(flags: readonly Status[]): Record<string, Cell> {
  const [first] = flags;
  if (!first) return {};
  return { flag: { value: none, status: { meaning: first.meaning, word: flags.map(({ word }) => word).join(', ') } } };
}

function neededOf({ needed }: PipelinePeriod): number | null {
  return isKnown(needed) && needed > 0 ? needed : null;
}

/** The word under a bar: "covered 2.4x", "no target". */
function periodStatus({ status, coverage, scope }: PipelinePeriod, yearCoverage: Value, format: FormatOptions): Status {
  if (!isKnown(coverage)) return status;
  const value: Value = scope === 'year' ? yearCoverage : times(coverage);
  return { meaning: status.meaning, word: formatSentence(sentence(`${status.word} {value}`, { value }), format) };
}

function closeDate(day: NonNullable<DealAt['deal']['close_date']>, on: Performance['review']['pipeline']): Value {
  const far = Math.abs(daysBetween(on, day)) > 330;
  return far ? { kind: 'date', date: day, short: 'month' } : shortDate(day);
}

function dealValues({ deal }: DealAt, performance: Performance, quietDays: number): Record<string, Value> {
  const { review, putOff } = performance;
  return {
    as_of: { kind: 'date', date: review.pipeline },
    close_date: deal.close_date
      ? { kind: 'date', date: deal.close_date }
      : { kind: 'missing', reason: 'no close date' },
    next_step: deal.status === 'open' ? text(deal.next_step ?? '') : text(missing('closed later')),
    quiet_days: count(quietDays),
    stale_share: performance.figures.stale_share.value,
    registration_id: text(deal.registration_id ?? ''),
    days_since_last_activity: count(
      deal.last_activity ? daysBetween(deal.last_activity, review.pipeline) : missing('activity unknown'),
    ),
    close_date_moves: count(deal.close_date_moves ?? putOff.get(dealKey(deal)) ?? missing('moves unknown')),
    contacts_at_customer: count(deal.contacts_at_customer ?? missing('contacts unknown')),
  };
}

function numberOf({ amount }: DealAt): number {
  return isKnown(amount) ? amount : 0;
}
