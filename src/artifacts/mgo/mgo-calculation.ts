import type {
  Calculation,
  CalculationEntry,
  CalculationRow,
  CalculationSheet,
} from '../../document/calculation/calculation.ts';
import { MGO_DRIVERS, MGO_QUANTITIES, MGO_RELATIONS, mgoQuantity } from '../../domain/marketing/mgo/mgo-relations.ts';
import { parseExpression } from '../../expression/parse.ts';
import type { MgoName } from '../../schema/mgo.ts';
import type { Sentence } from '../../units/sentence.ts';
import { SPLIT_COLUMNS, SPLIT_ROWS } from './mgo-split.ts';
import type { MgoResult } from './result.ts';

/** What may be worked out on the worksheet: a driver from the revenue, or the revenue from the drivers. */
const CHOICES: readonly MgoName[] = [...MGO_DRIVERS, 'revenue'];
const CAUTION = 'Illustrative, not a guarantee';
const MOST = 1e12;

/**
 * The worksheet as a workbook calculates it: what is given, a cell that chooses which of it is worked out instead, what follows, and what
 * each partner has to do.
 */
export function mgoCalculation(result: MgoResult, headline: Sentence): Calculation {
  const { currency, template, isExample } = result;
  return {
    currency,
    caution: isExample ? `Example: ${template.source}` : CAUTION,
    headline,
    sheets: [worksheet(result), splitSheet()],
    checks: [
      {
        title: 'The revenue that was given is reached, unless the revenue is worked out',
        difference: parseExpression(
          `if(mgo.given.solve == "${titleOf('revenue')}", 0, mgo.result.revenue - mgo.given.revenue)`,
        ),
      },
      {
        title: 'No rate is above 100%',
        difference: parseExpression(
          'max(0, mgo.result.response_rate - 1, mgo.result.mgo_rate - 1, mgo.result.close_rate - 1)',
        ),
      },
    ],
    definitions: [
      { name: 'MGO', words: template.definition, where: 'this workbook' },
      { name: 'Given', words: 'what is typed in; the number chosen to be worked out is left aside', where: 'MGO' },
      {
        name: 'Rounded up',
        words: 'people, campaigns and deals are planned whole, below ten in tenths; inside, nothing is rounded',
        where: 'What each partner does',
      },
    ],
  };
}

function worksheet({ solution, sources }: MgoResult): CalculationSheet {
  const { solved, values } = solution;
  const source = (name: MgoName) => sources.get(name) ?? 'worked out from the others';
  const given = CHOICES.map((name): [string, CalculationEntry] => [
    name,
    name === solved
      ? { typed: { missing: 'it is worked out' }, source: 'worked out from the others' }
      : { typed: values[name], source: source(name) },
  ]);
  const results = MGO_QUANTITIES.map(({ name }): [string, CalculationEntry] => [
    name,
    { formula: parseExpression(resultFormula(name)) },
  ]);
  return {
    key: 'mgo',
    title: 'MGO',
    holds: 'the worksheet',
    intro: 'Choose what is worked out; type what is given, and the results follow',
    label: 'Number',
    columns: [
      { key: 'given', title: 'Given', entries: new Map([['solve', { typed: titleOf(solved) }], ...given]) },
      { key: 'result', title: 'Result', entries: new Map(results), isNamed: true },
    ],
    rows: [
      { key: 'solve', label: 'To be worked out', kind: 'text', choices: CHOICES.map(titleOf) },
      ...MGO_QUANTITIES.map(quantityRow),
    ],
  };
}

function quantityRow({ name, letter, label, unit, kind }: (typeof MGO_QUANTITIES)[number]): CalculationRow {
  return {
    key: name,
    label: `${letter}  ${label}`,
    kind,
    unit,
    ...(kind !== 'share' && { limits: { from: 0, to: MOST } }),
    ...(name === 'revenue' && { emphasis: 'strong' as const }),
  };
}

/** A driver is what is given, unless it is the one to be worked out; the others are products. */
function resultFormula(name: MgoName): string {
  const relation = MGO_RELATIONS.find(({ whole }) => whole === name);
  if (relation) return relation.parts.join(' * ');
  const others = MGO_DRIVERS.filter((driver) => driver !== name).map((driver) => `given.${driver}`);
  return `if(given.solve == "${titleOf(name)}", given.revenue / (${others.join(' * ')}), given.${name})`;
}

/** What all partners and each of them have to do, rounded up as people plan it. */
function splitSheet(): CalculationSheet {
  return {
    key: 'split',
    title: 'What each partner does',
    holds: 'by year, quarter, month and week',
    intro: 'Rounded up: whole ones, below ten in tenths',
    label: 'Number',
    columns: SPLIT_COLUMNS.map(({ key, title, partners, parts }) => ({
      key,
      title,
      entries: new Map(
        SPLIT_ROWS.map((name): [string, CalculationEntry] => {
          const share = partners === 'each' ? `${ofAYear(name)} / mgo.result.partners / ${parts}` : ofAYear(name);
          const formula = mgoQuantity(name).kind === 'count' ? roundedUp(share) : share;
          return [name, { formula: parseExpression(formula) }];
        }),
      ),
    })),
    rows: SPLIT_ROWS.map((name): CalculationRow => ({
      key: name,
      label: titleOf(name),
      kind: mgoQuantity(name).kind,
      ...(name === 'revenue' && { emphasis: 'strong' as const }),
    })),
    charts: [
      {
        title: 'From responses to deals, all partners, a year',
        description: 'Responses, MGOs and deals of all partners a year',
        rows: ['responses', 'mgos', 'deals'],
        columns: ['whole'],
      },
    ],
  };
}

/** What all partners do in a year: of campaigns the worksheet has those of each. */
function ofAYear(name: MgoName): string {
  return name === 'campaigns' ? '(mgo.result.partners * mgo.result.campaigns)' : `mgo.result.${name}`;
}

/** To whole ones, below ten to tenths, and never up only because of binary noise. */
function roundedUp(count: string): string {
  const noise = '0.999999999';
  return `if(${count} < 10, round_up(${count} * 10 * ${noise}) / 10, round_up(${count} * ${noise}))`;
}

function titleOf(name: MgoName): string {
  return mgoQuantity(name).label;
}
