import type { Cell, Column, Row, Table } from '../../document/block.ts';
import type { Edition } from '../../document/document.ts';
import { figureNameOf } from '../../domain/metrics/metric-figures.ts';
import type { MetricStanding } from '../../domain/metrics/metric-standing.ts';
import { formatFiscalYear } from '../../units/fiscal-quarter.ts';
import { sentence, type Sentence } from '../../units/sentence.ts';
import { count, none, text, type Meaning, type Value } from '../../units/value.ts';
import type { ScorecardResult } from './compute.ts';

/** A change smaller than this prints as nothing and has no colour. */
const NO_POINTS = 0.5;
const NO_CHANGE = 0.005;

/**
 * Every metric with its quarters, the year to date, target, change and status, in the order of the template; what is not known comes
 * last. Undefined when no metric applies, or none that a partner could be shown is known.
 */
export function metricsTable(result: ScorecardResult, edition: Edition): Table | undefined {
  const standings = metricsOf(result, edition);
  const [first] = standings;
  const known = standings.filter(isKnownAtAll);
  if (!first || (edition === 'partner' && known.length === 0)) return undefined;
  const unknown = standings.filter((standing) => !isKnownAtAll(standing));
  return {
    kind: 'table',
    id: 'metrics',
    columns: columnsOf(first),
    rows: [...known, ...unknown].map((standing) => rowOf(standing, result, edition)),
  };
}

/** The metrics to date, worst first, for a page without room for their quarters. */
export function metricsInShort(result: ScorecardResult, edition: Edition): Table | undefined {
  const known = metricsOf(result, edition).filter(isKnownAtAll);
  if (known.length === 0) return undefined;
  const ranked = known.toSorted((a, b) => rankOf(a) - rankOf(b));
  return {
    kind: 'table',
    id: 'metrics-in-short',
    shortOf: 'metrics',
    columns: [
      { key: 'metric', label: 'Metrics', align: 'left', weight: 30, cut: 'text' },
      { key: 'to-date', label: 'To date', align: 'right', weight: 10, cut: 'fixed' },
      { key: 'status', label: '', align: 'left', weight: 14, cut: 'fixed' },
    ],
    rows: ranked.map((standing) => rowOf(standing, result, edition)),
  };
}

const RANK: Readonly<Record<Meaning, number>> = { bad: 0, watch: 1, good: 2, unknown: 3 };

function rankOf({ status }: MetricStanding): number {
  return status ? RANK[status.meaning] : RANK.unknown;
}

/** How many of the metrics that are judged ask for a look: the section in one sentence. */
export function metricsHeadline(result: ScorecardResult, edition: Edition): Sentence {
  const judged = metricsOf(result, edition).filter(({ status }) => status && status.meaning !== 'unknown');
  const open = judged.filter(({ status }) => status?.meaning !== 'good');
  if (judged.length === 0) return sentence('No metric can be judged yet');
  const values = { open: count(open.length), judged: count(judged.length) };
  return open.length === 0
    ? sentence('All is well with {judged|judged metric|judged metrics}', values)
    : sentence('To look at: {open} of {judged|judged metric|judged metrics}', values);
}

/** Names of figures that only the internal edition carries. */
export function internalMetricNames(result: ScorecardResult): ReadonlySet<string> {
  const taken = new Set(Object.keys(result.figures));
  const internal = result.metrics().standings.filter(({ metric }) => metric.internal);
  return new Set(
    internal.flatMap((standing) => {
      const name = figureNameOf(standing, taken);
      return [name, ...standing.quarters.map(({ span }) => `${name}_${span.label.toLowerCase()}`)];
    }),
  );
}

function metricsOf(result: ScorecardResult, edition: Edition): readonly MetricStanding[] {
  return result.metrics().standings.filter(({ metric }) => edition === 'internal' || !metric.internal);
}

function isKnownAtAll({ quarters, toDate }: MetricStanding): boolean {
  return [...quarters, toDate].some(({ value }) => value.kind !== 'missing');
}

function columnsOf({ quarters, quarterBefore, yearBefore }: MetricStanding): Column[] {
  const number = (key: string, label: string, tone?: Column['tone']): Column => ({
    key,
    label,
    align: 'right',
    weight: 9,
    cut: 'fixed',
    ...(tone && { tone }),
  });
  const now = quarters.at(-1)!;
  return [
    { key: 'metric', label: 'Metric', align: 'left', weight: 30, cut: 'text', wraps: true },
    ...quarters.map((quarter) =>
      number(quarter.span.label, quarter.span.label, quarter === now ? 'strong' : undefined),
    ),
    number('to-date', 'Year to date'),
    number('target', 'Target'),
    number('on-quarter', `vs Q${quarterBefore.span.quarter.quarter}`, 'soft'),
    number('on-year', `vs ${formatFiscalYear(yearBefore.span.quarter.year)}`, 'soft'),
    { key: 'status', label: '', align: 'left', weight: 14, cut: 'fixed' },
  ];
}

function rowOf(standing: MetricStanding, result: ScorecardResult, edition: Edition): Row {
  const { metric, quarters, target, changeOnQuarter, changeOnYear, status } = standing;
  const { figures } = result.metrics();
  const name = figureNameOf(standing, new Set(Object.keys(result.figures)));
  const valueOf = (key: string): Value => figures[key]?.value ?? none;
  const isKnown = isKnownAtAll(standing);
  return {
    cells: {
      metric: { value: text(metric.title) },
      ...Object.fromEntries(
        quarters.map(({ span }) => [span.label, { value: valueOf(`${name}_${span.label.toLowerCase()}`) }]),
      ),
      'to-date': { value: valueOf(name) },
      // A target without a figure beside it says nothing of the partner.
      target: { value: isKnown && target && target.value.kind !== 'missing' ? target.value : none },
      'on-quarter': changeCell(changeOnQuarter, metric.direction),
      'on-year': changeCell(changeOnYear, metric.direction),
      // That nobody has agreed a target is the vendor's business.
      ...(status && (edition === 'internal' || status.meaning !== 'unknown') && { status: { value: none, status } }),
    },
  };
}

/** A table has no room to say why two periods cannot be compared. */
function changeCell(change: Value, direction: MetricStanding['metric']['direction']): Cell {
  if (change.kind === 'missing' || change.kind === 'none') return { value: none };
  const moved = movedBy(change);
  if (moved === 0 || direction === 'none') return { value: change };
  const meaning: Meaning = moved > 0 === (direction === 'up') ? 'good' : 'bad';
  return { value: change, meaning };
}

function movedBy(change: Value): number {
  if (change.kind === 'points') return Math.abs(change.points) < NO_POINTS ? 0 : Math.sign(change.points);
  if (change.kind === 'change') return Math.abs(change.ratio) < NO_CHANGE ? 0 : Math.sign(change.ratio);
  return 0;
}
