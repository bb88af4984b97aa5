import type { ModelResult, ModelSum, NoNumber } from '../../../document/model-outcome.ts';
import type { Figure } from '../../../domain/figure.ts';
import { lineOf } from '../../../domain/month-model/periods.ts';
import { missing, type Known } from '../../../units/missing.ts';
import { sentence, type Sentence } from '../../../units/sentence.ts';
import { amount, count, share, times, type Value } from '../../../units/value.ts';
import { planResultRows } from '../model/plan-results.ts';
import type { FigureSetting } from './figure-setting.ts';
import { inputSentences } from './input-words.ts';

type Planned = FigureSetting['planned'];

const MONTHS_A_YEAR = 12;

/** What the plan comes to, as its page and its workbook say it. */
export function resultFigures({ planned, sources }: FigureSetting): Readonly<Record<string, Figure>> {
  const { base, conservative, currency, model } = planned;
  return Object.fromEntries(
    planResultRows([base, conservative]).map((row): [string, Figure] => {
      const [value, careful] = [base, conservative].map(({ scenario }) =>
        valueOf(row.values.get(scenario)!, row.kind, currency),
      ) as [Value, Value];
      const workings = workingsOf(row, planned);
      const rate =
        row.measure.kind === 'present-value' ? model.inputs.filter(({ key }) => key === 'annual_discount_rate') : [];
      return [
        `business_${row.key}`,
        {
          label: row.title,
          value,
          evidence: {
            formula: firstSentence(row.words),
            ...(workings && { workings }),
            ...(rate.length > 0 && { plan: inputSentences(rate, planned) }),
            beside: [besideWords(careful)],
            sources,
          },
        },
      ];
    }),
  );
}

/** What follows it is about the workbook's cell. */
function firstSentence(words: string): string {
  const [first = ''] = words.split('. ');
  return first;
}

function besideWords(careful: Value): Sentence {
  return careful.kind === 'missing'
    ? sentence(`conservative case: none, ${careful.reason}`)
    : sentence('conservative case: {value}', { value: careful });
}

function valueOf(result: number | NoNumber, kind: ModelResult['kind'], currency: string): Value {
  const value: Known<number> = typeof result === 'number' ? result : missing(result.reason);
  switch (kind) {
    case 'amount':
      return amount(value, currency);
    case 'share':
      return share(value);
    case 'times':
    case 'factor':
      return times(value);
    case 'number':
    case 'months':
      return count(value);
  }
}

/** The numbers of the months that decide. */
function workingsOf({ measure, values: results }: ModelResult, planned: Planned): Sentence | undefined {
  const { base, currency } = planned;
  const result = results.get(base.scenario);
  const money = (value: number) => amount(value + 0, currency);
  switch (measure.kind) {
    case 'quotient':
      return sentence('{part} ÷ {whole}', {
        part: money(sumOf(measure.part, planned)),
        whole: money(sumOf(measure.whole, planned)),
      });
    case 'total':
      return undefined;
    case 'first-marked':
    case 'lasting':
      return typeof result === 'number' ? aroundMonth('net', result, planned) : undefined;
    case 'turn':
      return typeof result === 'number' ? aroundMonth('cumulative', Math.ceil(result), planned) : undefined;
    default:
      return undefined;
  }
}

/** How a line stands in a month and in the one before: "month 9: −$1,200, month 10: $3,400". */
function aroundMonth(line: 'net' | 'cumulative', month: number, { base, currency }: Planned): Sentence {
  const values = lineOf(base.values, line);
  const what = line === 'net' ? 'net profit' : 'cumulative profit';
  const now = { month: count(month), now: amount(values[month]!, currency) };
  if (month <= 1) return sentence(`${what} of month {month}: {now}`, now);
  return sentence(`${what} of month {earlier}: {before}, of month {month}: {now}`, {
    ...now,
    earlier: count(month - 1),
    before: amount(values[month - 1]!, currency),
  });
}

function sumOf(sum: ModelSum, { base }: Planned): number {
  return sum.reduce((all, { line, over, sign }) => all + sign * valueOver(lineOf(base.values, line), over), 0);
}

function valueOver(values: readonly number[], over: ModelSum[number]['over']): number {
  switch (over) {
    case 'start':
      return values[0]!;
    case 'end':
      return values.at(-1)!;
    case 'months':
      return values.slice(1).reduce((all, value) => all + value, 0);
    case 'last-year':
      return values.slice(-MONTHS_A_YEAR).reduce((all, value) => all + value, 0);
  }
}
