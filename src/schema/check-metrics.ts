import type * as z from 'zod';
import { checkKinds, type ExpressionKind } from '../expression/check-kinds.ts';
import { ExpressionError, type Expression } from '../expression/expression.ts';
import { namesIn } from '../expression/names-in.ts';
import { namesOfTable, type FieldKind, type MetricTableName, type TableQuery } from './metric-tables.ts';

/** The parts of `metrics.yaml` whose names must fit together. */
interface CheckedTemplate {
  readonly categories: readonly { readonly id: string }[];
  readonly kinds: readonly { readonly id: string }[];
  readonly metrics: readonly CheckedMetric[];
}

interface CheckedMetric {
  readonly category: string;
  readonly measures: string;
  readonly grain: 'flow' | 'average' | 'state';
  readonly direction: 'up' | 'down' | 'none';
  readonly read: CheckedQuery & Sources;
  readonly target?: (CheckedQuery & Sources) | undefined;
  readonly status?:
    { readonly percent_of_target?: object | undefined; readonly value?: object | undefined } | undefined;
}

interface Sources {
  readonly figure?: string | undefined;
  readonly fact?: string | undefined;
  readonly program?: string | undefined;
  readonly value?: number | undefined;
  readonly requirement?: string | undefined;
  readonly plan?: string | undefined;
}

/** A question as far as it is written. */
type CheckedQuery = { readonly [Key in keyof TableQuery]?: TableQuery[Key] | undefined };

type Path = readonly (string | number)[];
type Report = (
  path: Path,
  message: string,
  more?: { readonly input?: string; readonly allowed?: Iterable<string> },
) => void;

/** Names that lead nowhere, questions that cannot be asked, thresholds that judge the wrong way: each at its place. */
export function checkMetrics(template: CheckedTemplate, context: z.RefinementCtx): void {
  const report: Report = (path, message, { input, allowed } = {}) =>
    context.addIssue({
      code: 'custom',
      path: [...path],
      message,
      input: input ?? null,
      ...(allowed && { params: { allowed: [...allowed] } }),
    });
  template.metrics.forEach((metric, index) => {
    const at = ['metrics', index];
    checkId(metric.category, template.categories, { path: [...at, 'category'], report });
    checkId(metric.measures, template.kinds, { path: [...at, 'measures'], report });
    checkReading(metric, [...at, 'read'], report);
    if (metric.target) checkTarget(metric, [...at, 'target'], report);
    checkStatus(metric, [...at, 'status'], report);
  });
}

function checkId(
  written: string,
  known: CheckedTemplate['categories'],
  { path, report }: { readonly path: Path; readonly report: Report },
): void {
  const allowed = known.map(({ id }) => id);
  if (!allowed.includes(written)) report(path, 'is not one of the allowed values', { input: written, allowed });
}

function checkReading({ read, grain }: CheckedMetric, path: Path, report: Report): void {
  const given = (['figure', 'fact', 'program', 'from'] as const).filter((key) => read[key] !== undefined);
  const found = given.length === 0 ? '' : `, here are ${given.join(' and ')}`;
  if (given.length !== 1) report(path, `a metric is read from exactly one of figure, fact, program or from${found}`);
  checkQuery(read, { path, report, grain });
}

function checkTarget({ target = {}, grain }: CheckedMetric, path: Path, report: Report): void {
  const others = [target.figure, target.requirement, target.from, target.fact].filter((source) => source !== undefined);
  const isSound = others.length === 1 ? target.value === undefined || target.fact !== undefined : others.length === 0;
  if (target.plan !== undefined && target.fact === undefined)
    report([...path, 'plan'], 'a target from the business plan needs a fact beside it, for partners without a plan');
  else if (!isSound || (others.length === 0 && target.value === undefined))
    report(
      path,
      'a target is read from exactly one of value, fact, figure, requirement or from; only a fact may have a value beside it',
    );
  checkQuery(target, { path, report, grain });
}

const MEASURES = ['sum', 'mean', 'share', 'distinct', 'days_since'] as const;

function checkQuery(
  query: CheckedQuery,
  { path, report, grain }: { readonly path: Path; readonly report: Report; readonly grain: CheckedMetric['grain'] },
): void {
  const { from } = query;
  const asked = (['where', 'date', ...MEASURES] as const).filter((key) => query[key] !== undefined);
  if (from === undefined) {
    for (const key of asked) report([...path, key], `${key} asks a table: say which with from`);
    return;
  }
  const measures = MEASURES.filter((key) => query[key] !== undefined);
  if (measures.length > 1) report(path, `a metric has one measure, here are ${measures.join(' and ')}`);
  if (grain !== 'state' && query.date === undefined && query.days_since === undefined)
    report(path, 'a metric of a period needs the date by which a row belongs to it');
  const names = namesOfTable(from);
  const dates = [...names].flatMap(([name, kind]) => (kind === 'date' && name !== 'day' ? [name] : []));
  for (const key of ['date', 'days_since'] as const) {
    const written = query[key];
    if (written !== undefined && !dates.includes(written))
      report([...path, key], `is not a date of ${from}`, { input: written, allowed: dates });
  }
  const { distinct } = query;
  if (distinct !== undefined && !names.has(distinct))
    report([...path, 'distinct'], `is not a field of ${from}`, {
      input: distinct,
      allowed: names.keys(),
    });
  checkExpressions(query, from, { path, report });
}

const EXPECTED = { where: 'flag', share: 'flag', sum: 'number', mean: 'number' } as const;

function checkExpressions(
  query: CheckedQuery,
  from: MetricTableName,
  { path, report }: { path: Path; report: Report },
) {
  const names = namesOfTable(from);
  for (const key of ['where', 'share', 'sum', 'mean'] as const) {
    const expression = query[key];
    if (!expression) continue;
    const unknown = [...namesIn(expression)].find((name) => !names.has(name));
    if (unknown !== undefined) {
      const message = `is not a field of ${from}`;
      report([...path, key], message, { input: unknown, allowed: names.keys() });
      continue;
    }
    const mistake = mistakeOf(expression, names, EXPECTED[key]);
    if (mistake !== undefined) report([...path, key], mistake);
  }
}

function mistakeOf(
  expression: Expression,
  names: ReadonlyMap<string, FieldKind>,
  expected: ExpressionKind,
): string | undefined {
  try {
    const kind = checkKinds(expression, (name) => expressionKind(names.get(name)));
    if (kind === undefined || kind === expected) return undefined;
    return expected === 'flag' ? 'this is no condition: it gives a figure' : 'this is no formula: it gives no number';
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    return `${error.message} (character ${error.offset + 1})`;
  }
}

function expressionKind(kind: FieldKind | undefined): ExpressionKind | undefined {
  if (kind === 'money') return 'number';
  return kind === 'date' ? 'text' : kind;
}

const PAIRS = { up: ['red_below', 'green_from'], down: ['green_to', 'red_above'] } as const;

function checkStatus({ status, direction, target }: CheckedMetric, path: Path, report: Report): void {
  if (!status) return;
  const [ofTarget, ofValue] = [status.percent_of_target, status.value];
  if (ofTarget && ofValue) report(path, 'a status is judged by percent_of_target or by value, not by both');
  if (ofTarget && !target)
    report([...path, 'percent_of_target'], 'there is no target to judge by: add one, or judge by value');
  const limits = ofTarget ?? ofValue;
  if (!limits) return;
  const at = [...path, ofTarget ? 'percent_of_target' : 'value'];
  if (direction === 'none') return report(at, 'nothing is better or worse here: direction is none');
  const needed = PAIRS[direction];
  const given = Object.entries(limits).flatMap(([key, value]) => (value === undefined ? [] : [key]));
  const fits = given.length === needed.length && needed.every((key) => given.includes(key));
  if (!fits) report(at, `where direction is ${direction}, the limits are ${needed.join(' and ')}`);
}
