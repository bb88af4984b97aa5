import type { DocumentModel } from '../../document/model.ts';
import type { PeriodLine } from '../../document/model-outcome.ts';

/** The forecast behind a page as data for scripts: every line of its profit and loss, unrounded, by scenario. */
export interface ModelData {
  readonly currency: string;
  /** First day of month 1. */
  readonly starts: string;
  readonly scenarios: Readonly<Record<string, Readonly<Record<string, LineData>>>>;
}

/** One line. What is a sum is added up by quarter and year; a state, such as customers, is that at their end. Costs are positive. */
export interface LineData {
  readonly title: string;
  readonly months: readonly number[];
  readonly quarters: readonly number[];
  readonly years: readonly number[];
}

const [QUARTER, YEAR] = [3, 12];

/** The data of a forecast; ratios are left to the reader. */
export function modelData({ currency, starts, scenarios, outcome: { periods } }: DocumentModel): ModelData {
  const lines = periods.filter((line) => line.kind !== 'ratio');
  return {
    currency,
    starts,
    scenarios: Object.fromEntries(
      scenarios.map(({ id, values }) => [
        id,
        Object.fromEntries(lines.map((line) => [line.line, lineData(line, values.get(line.line)!.slice(1))])),
      ]),
    ),
  };
}

function lineData({ kind, title }: Pick<PeriodLine, 'kind' | 'title'>, months: readonly number[]): LineData {
  const by = (length: number) =>
    months
      .filter((_, index) => index % length === 0)
      .map((_, span) => months.slice(span * length, (span + 1) * length))
      .map((values) => (kind === 'end' ? values.at(-1)! : values.reduce((sum, value) => sum + value, 0)));
  return { title, months, quarters: by(QUARTER), years: by(YEAR) };
}
