import { roundHalfUp } from '../../../units/format.ts';

/** In what unit a chart prints its money. The values themselves stay whole, so that the data can be edited in PowerPoint. */
export interface MoneyScale {
  /** "USD thousand", and "USD K" where room is short. */
  readonly words: string;
  readonly shortWords: string;
  /** Number format of the labels; a zero prints as 0 unless it is hidden. */
  readonly format: (hideZero?: boolean) => string;
  /** A label as the number format will print it, to measure it. */
  readonly print: (value: number) => string;
}

const UNITS = [
  { from: 0, divisor: 1, commas: '', word: '', letter: '' },
  { from: 1e4, divisor: 1e3, commas: ',', word: ' thousand', letter: ' K' },
  { from: 1e7, divisor: 1e6, commas: ',,', word: ' million', letter: ' M' },
  { from: 1e10, divisor: 1e9, commas: ',,,', word: ' billion', letter: ' B' },
  { from: 1e13, divisor: 1e12, commas: ',,,,', word: ' trillion', letter: ' T' },
] as const;
/** Below this many units one decimal is shown, unless every value is whole. */
const DECIMAL_BELOW = 100;

/** The unit that keeps labels to about four figures, chosen from the largest value. */
export function moneyScale(values: readonly (number | null)[], currency: string): MoneyScale {
  const known = values.filter((value) => value !== null);
  const largest = Math.max(0, ...known.map(Math.abs));
  const unit = UNITS.findLast(({ from }) => largest >= from) ?? UNITS[0];
  const isWhole = known.every((value) => Number.isInteger(value / unit.divisor));
  const decimals = !isWhole && largest / unit.divisor < DECIMAL_BELOW ? 1 : 0;
  const digits = `#,##0${decimals ? '.0' : ''}${unit.commas}`;
  return {
    words: currency + unit.word,
    shortWords: currency + unit.letter,
    format: (hideZero = false) => `${digits};"−"${digits};${hideZero ? '' : '0'}`,
    print: (value) => printGrouped(roundHalfUp(value / unit.divisor, decimals), decimals),
  };
}

/** Numbers a chart can hold: what is no finite number becomes a gap. */
export function finite(values: readonly (number | null)[]): (number | null)[] {
  return values.map((value) => (value !== null && Number.isFinite(value) ? value : null));
}

function printGrouped(value: number, decimals: number): string {
  const [whole, fraction] = Math.abs(value).toFixed(decimals).split('.');
  const grouped = whole!.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${value < 0 ? '−' : ''}${grouped}${fraction === undefined ? '' : `.${fraction}`}`;
}
