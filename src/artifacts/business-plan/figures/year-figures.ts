import type { Figure } from '../../../domain/figure.ts';
import { endsOf, lineOf, sumsBy } from '../../../domain/month-model/periods.ts';
import { namesIn } from '../../../expression/names-in.ts';
import { sentence, type Sentence } from '../../../units/sentence.ts';
import { amount, text } from '../../../units/value.ts';
import { groupTitle } from '../model/group-title.ts';
import type { PlanLine } from '../model/plan-lines.ts';
import { TIES } from '../model/plan-outcome.ts';
import type { FigureSetting } from './figure-setting.ts';
import { formulaOfLine, inputsBehind } from './input-words.ts';

const MONTHS_A_YEAR = 12;

/** The lines of a year as the plan's page has them: costs with their sign. */
interface YearLine {
  readonly name: string;
  readonly line: string;
  readonly sign?: 1 | -1;
}

const YEAR_LINES: readonly YearLine[] = [
  { name: 'revenue', line: 'revenue' },
  { name: 'product_revenue', line: 'product_revenue' },
  { name: 'services_revenue', line: 'services_revenue' },
  { name: 'recurring_revenue', line: 'recurring_revenue' },
  { name: 'gross_profit', line: 'gross_profit' },
  { name: 'product_margin', line: 'product_profit' },
  { name: 'services_margin', line: 'services_profit' },
  { name: 'recurring_margin', line: 'recurring_profit' },
  { name: 'registration_margin', line: 'registration_earned' },
  { name: 'rebate', line: 'rebate_earned' },
  { name: 'people', line: 'staff_cost', sign: -1 },
  { name: 'marketing', line: 'marketing_cost', sign: -1 },
  { name: 'mdf', line: 'mdf' },
  { name: 'investments', line: 'invested', sign: -1 },
  { name: 'overhead', line: 'overhead', sign: -1 },
  { name: 'net_profit', line: 'net' },
];

/** Every line of every year, and how cumulative profit stands at its end; a line that the plan does not have is no figure. */
export function yearFigures(setting: FigureSetting): Readonly<Record<string, Figure>> {
  const { model, base } = setting.planned;
  const years = Array.from({ length: model.months / MONTHS_A_YEAR }, (_, index) => index + 1);
  const lines = YEAR_LINES.filter(({ line }) => lineOf(base.values, line).some((value) => value !== 0));
  return Object.fromEntries(
    years.flatMap((year) => [
      ...lines.map((line) => [`business_year_${year}_${line.name}`, sumOfYear(line, year, setting)] as const),
      [`business_year_${year}_cumulative`, cumulativeAt(year, setting)] as const,
    ]),
  );
}

function sumOfYear({ line: key, sign = 1 }: YearLine, year: number, setting: FigureSetting): Figure {
  const { planned, sources } = setting;
  const { model, base, conservative, currency, numbers } = planned;
  const line = model.lines.find((one) => one.key === key)!;
  const inYear = (of: string, values = base.values) => sumsBy(MONTHS_A_YEAR, lineOf(values, of))[year - 1]!;
  const tie = TIES.find(({ whole }) => whole === key);
  const grouped = groupedParts(line, planned);
  const part = (title: string, value: number): Sentence =>
    sentence('{title}: {value}', { title: text(title), value: amount(value + 0, currency) });
  const parts = tie
    ? tie.parts.map((one) => part(titleOfLine(one.line, planned), one.sign * inYear(one.line)))
    : grouped.map((one) => part(partTitle(one, planned), sign * inYear(one.key)));
  const [from, to] = [MONTHS_A_YEAR * (year - 1) + 1, MONTHS_A_YEAR * year];
  return {
    label: `${line.title}, plan year ${year}`,
    value: amount(sign * inYear(key) + 0, currency),
    evidence: {
      formula: `${formulaWords(line, planned)}; months ${from} to ${to} of the base case, added`,
      ...(parts.length > 0 && { parts }),
      ...(!tie && { plan: inputsBehind(grouped.length > 0 ? grouped : [line], planned) }),
      beside: [
        sentence('conservative case: {value}', {
          value: amount(sign * inYear(key, conservative.values) + 0, currency),
        }),
      ],
      sources,
    },
  };

  function partTitle(one: PlanLine, of: typeof planned): string {
    return `${groupTitle(one.group!, numbers)} (${formulaOfLine(one, of)})`;
  }
}

/** What a line adds up; how it follows from others where it adds up nothing. */
function formulaWords(line: PlanLine, planned: FigureSetting['planned']): string {
  const tie = TIES.find(({ whole }) => whole === line.key);
  if (!tie) return groupedParts(line, planned).length > 0 ? 'the lines below' : formulaOfLine(line, planned);
  return tie.parts
    .map(({ line: key, sign }, index) => `${index === 0 ? '' : sign < 0 ? ' − ' : ' + '}${titleOfLine(key, planned)}`)
    .join('');
}

/** The lines of offers, services or people that a line of the whole plan adds up. */
function groupedParts({ formula }: PlanLine, { model }: FigureSetting['planned']): PlanLine[] {
  const names = namesIn(formula);
  return model.lines.filter(({ key, group }) => group !== undefined && names.has(key));
}

function titleOfLine(key: string, { model }: FigureSetting['planned']): string {
  return model.lines.find((line) => line.key === key)?.title ?? key;
}

function cumulativeAt(year: number, { planned, sources }: FigureSetting): Figure {
  const { base, conservative, currency, numbers } = planned;
  const end = (values: typeof base.values) => endsOf(MONTHS_A_YEAR, lineOf(values, 'cumulative'))[year - 1]!;
  const profits = sumsBy(MONTHS_A_YEAR, lineOf(base.values, 'net')).slice(0, year);
  return {
    label: `Cumulative profit after plan year ${year}`,
    value: amount(end(base.values), currency),
    evidence: {
      formula: 'net profit of all months so far, less what was put in at the start',
      parts: [
        sentence('put in at the start: {value}', { value: amount(-numbers.initial_investment + 0, currency) }),
        ...profits.map((value, index) =>
          sentence(`net profit, plan year ${index + 1}: {value}`, { value: amount(value, currency) }),
        ),
      ],
      beside: [sentence('conservative case: {value}', { value: amount(end(conservative.values), currency) })],
      sources,
    },
  };
}
