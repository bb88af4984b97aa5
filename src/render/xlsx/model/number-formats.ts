import type { ModelResult } from '../../../document/model-outcome.ts';

/** How the numbers of a model are shown; minus is the sign of print, zero a dash. */
export const NUMBER_FORMATS: Readonly<Record<ModelResult['kind'], string>> = {
  amount: '#,##0;−#,##0;–',
  share: '0.0%;−0.0%;0.0%',
  number: '#,##0.00;−#,##0.00;–',
  months: '0;−0;0',
  factor: '0.00',
  times: '0.00;−0.00;0.00',
};

/** Small shares, such as customers lost in a month, need their decimals. */
export const SMALL_SHARE = '0.00%;−0.00%;0.0%';

/** Months as they stand above columns, in English whatever the machine speaks. */
export const MONTH_DATE = '[$-809]mmm yy';

/** The first month of a quarter or year. */
export const FROM_MONTH = '[$-809]"from "mmm yy';

/** Months that a scenario stretches are seldom whole. */
export const PARTS_OF_MONTHS = '0.0';

/** How money is said along an axis that reaches so far. */
export function axisMoney(values: readonly number[]): string {
  const most = Math.max(...values.map(Math.abs));
  const code = most >= 2e6 ? '0.0,,"M"' : most >= 1e4 ? '#,##0,"K"' : '#,##0';
  return `${code};−${code};0`;
}

/** A day, in English whatever the machine speaks. */
export const DAY_DATE = '[$-809]d mmm yyyy';
