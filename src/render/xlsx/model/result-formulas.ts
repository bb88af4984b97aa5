import type { ModelMeasure, ModelResult, ModelSum, NoNumber, TurnMarks } from '../../../document/model-outcome.ts';
import type { DocumentModel } from '../../../document/model.ts';
import { sheetRange } from '../sheet-names.ts';
import { quoted } from './model-frame.ts';
import { lineRange, NAMES, SHEETS, type ModelPlaces } from './model-names.ts';

const MONTHS_A_YEAR = 12;
/** A rate a month from which Excel begins to look for one, where the engine has none. */
const USUAL_RATE = 0.01;

/** Whose result it is, and where its lines stand. */
export interface ResultPlace {
  readonly scenario: string;
  readonly model: DocumentModel;
  readonly places: ModelPlaces;
}

/** The formula of a result in one scenario; where there is no number it gives a word for it, the one that the engine has. */
export function resultFormula({ measure, values }: ModelResult, place: ResultPlace): string {
  const { model } = place;
  const line = (key: string, from = 1, to = model.months) => range(key, { from, to }, place);
  switch (measure.kind) {
    case 'end':
      return line(measure.line, model.months);
    case 'highest':
      return `MAX(0,${line(measure.line)})`;
    case 'deepest':
      return `MAX(0,-MIN(${line(measure.line, 0)}))`;
    case 'deepest-month':
      return `IF(MIN(${line(measure.line, 0)})>=0,0,MATCH(MIN(${line(measure.line, 0)}),${line(measure.line, 0)},0)-1)`;
    case 'first-marked':
      return `IFERROR(MATCH(1,${line(measure.marks)},0),${word(measure.never)})`;
    case 'lasting': {
      const last = line(measure.run, model.months);
      return `IF(${last}=0,${word(measure.never)},${model.months}-${last}+1)`;
    }
    case 'turn':
      return turnFormula(measure, place);
    case 'quotient': {
      const whole = sumFormula(measure.whole, place);
      return `IF(${whole}=0,${word(measure.nothing)},(${sumFormula(measure.part, place)})/(${whole}))`;
    }
    case 'total':
      return sumFormula(measure.sum, place);
    case 'present-value': {
      const rate = inputCell(measure.rate, place);
      return `${line(measure.flows, 0, 0)}+NPV(POWER(1+${rate},1/${MONTHS_A_YEAR})-1,${line(measure.flows)})`;
    }
    case 'internal-rate':
      return rateFormula(measure, values.get(place.scenario)!, place);
  }
}

/** The formula that says why a result is no number, empty where it is one; undefined for a result that always is. */
export function reasonFormula({ measure, values }: ModelResult, cell: string, place: ResultPlace): string | undefined {
  if (measure.kind === 'turn') {
    const { never, atOnce, lostAgain, back, lost } = measure.marks;
    const marks = { '{month}': firstMark(back, place), '{lost}': firstMark(lost, place) };
    const again = filled(lostAgain.reason, marks);
    return `IF(ISNUMBER(${cell}),"",IF(${cell}=${word(never)},${quoted(never.reason)},IF(${cell}=${word(atOnce)},${quoted(atOnce.reason)},${again})))`;
  }
  if (measure.kind === 'internal-rate') {
    const { nothingPutIn, nothingBack, none, changed } = measure.words;
    const { isOnce, noneIn, noneOut } = rateConditions(measure, place);
    const solved = values.get(place.scenario)!;
    const asWritten = typeof solved === 'number' ? none.reason : solved.reason;
    return (
      `IF(ISNUMBER(${cell}),"",IF(${noneIn},${quoted(nothingPutIn.reason)},IF(${noneOut},${quoted(nothingBack.reason)},` +
      `IF(${isOnce},${quoted(none.reason)},IF(${NAMES.changed}=0,${quoted(asWritten)},${quoted(changed.reason)})))))`
    );
  }
  return undefined;
}

/** A total over the months of a scenario. */
function sumFormula(sum: ModelSum, place: ResultPlace): string {
  const { months } = place.model;
  const spans = {
    months: { from: 1, to: months },
    'last-year': { from: months - MONTHS_A_YEAR + 1, to: months },
    end: { from: months, to: months },
    start: { from: 0, to: 0 },
  } as const;
  const terms = sum.map(({ line, over, sign }, index) => {
    const cells = range(line, spans[over], place);
    const term = over === 'months' || over === 'last-year' ? `SUM(${cells})` : cells;
    return `${sign < 0 ? '-' : index > 0 ? '+' : ''}${term}`;
  });
  return terms.join('');
}

function turnFormula(measure: ModelMeasure & { readonly kind: 'turn' }, place: ResultPlace): string {
  const { line, marks, isExact = false } = measure;
  const { months } = place.model;
  const total = range(line, { from: 0, to: months }, place);
  const month = firstMark(marks.back, place);
  // The total begins with the start, so the place of a month in it is that of the month before.
  const before = `INDEX(${total},1,${month})`;
  const exact = `${month}-1-${before}/(INDEX(${total},1,${month}+1)-${before})`;
  return turnCases(
    marks,
    { total, end: range(line, { from: months, to: months }, place), place },
    isExact ? exact : month,
  );
}

function turnCases(
  { back, never, atOnce, lostAgain }: TurnMarks,
  { total, end, place }: { readonly total: string; readonly end: string; readonly place: ResultPlace },
  result: string,
): string {
  const isNever = `SUM(${range(back, { from: 1, to: place.model.months }, place)})=0`;
  return `IF(${isNever},IF(MIN(${total})<0,${word(never)},${word(atOnce)}),IF(${end}<0,${word(lostAgain)},${result}))`;
}

/**
 * Excel's IRR() finds some root, near its guess. With one change of direction there is only one, so it is live; asked twice it starts from
 * its own answer and comes out as exact as the engine. Otherwise all roots have to be searched: the engine's answer stands until the
 * numbers are changed.
 */
function rateFormula(
  measure: ModelMeasure & { readonly kind: 'internal-rate' },
  solved: number | NoNumber,
  place: ResultPlace,
): string {
  const { words } = measure;
  const { flows, isOnce, noneIn, noneOut } = rateConditions(measure, place);
  const guess = typeof solved === 'number' ? (1 + solved) ** (1 / MONTHS_A_YEAR) - 1 : USUAL_RATE;
  const live = `IFERROR(POWER(1+IRR(${flows},IRR(${flows},${literal(guess)})),${MONTHS_A_YEAR})-1,${word(words.none)})`;
  const asWritten = typeof solved === 'number' ? literal(solved) : word(solved);
  return (
    `IF(${noneIn},${word(words.nothingPutIn)},IF(${noneOut},${word(words.nothingBack)},` +
    `IF(${isOnce},${live},IF(${NAMES.changed}=0,${asWritten},${word(words.changed)}))))`
  );
}

function rateConditions(
  { flows: line, turns }: ModelMeasure & { readonly kind: 'internal-rate' },
  place: ResultPlace,
): { readonly flows: string; readonly isOnce: string; readonly noneIn: string; readonly noneOut: string } {
  const { months } = place.model;
  const flows = range(line, { from: 0, to: months }, place);
  return {
    flows,
    isOnce: `SUM(${range(turns, { from: 1, to: months }, place)})=1`,
    noneIn: `COUNTIF(${flows},"<0")=0`,
    noneOut: `COUNTIF(${flows},">0")=0`,
  };
}

function firstMark(marks: string, place: ResultPlace): string {
  return `MATCH(1,${range(marks, { from: 1, to: place.model.months }, place)},0)`;
}

/** A sentence with formulas in place of its names, as a formula. */
function filled(pattern: string, formulas: Readonly<Record<string, string>>): string {
  return pattern
    .split(/(\{[a-z]+\})/)
    .filter((part) => part !== '')
    .map((part) => formulas[part] ?? quoted(part))
    .join('&');
}

function word({ short }: NoNumber): string {
  return quoted(short);
}

function literal(number: number): string {
  return String(number).toUpperCase();
}

function range(
  line: string,
  { from, to }: { readonly from: number; readonly to: number },
  { scenario, places }: ResultPlace,
): string {
  return lineRange({ line, scenario, from, to }, places);
}

function inputCell(key: string, { scenario, places }: ResultPlace): string {
  return sheetRange(SHEETS.assumptions, `$${places.scenarioColumn(scenario)}$${places.inputRow.get(key)!}`);
}
