import type { MonthValues } from './evaluate-months.ts';

/** What a line comes to in each span of so many months: 3 for quarters, 12 for years. The start is no month. */
export function sumsBy(months: number, line: readonly number[]): readonly number[] {
  const sums: number[] = [];
  for (let from = 1; from < line.length; from += months) {
    sums.push(line.slice(from, from + months).reduce((total, value) => total + value, 0));
  }
  return sums;
}

/** How a line stands at the end of each span of so many months. */
export function endsOf(months: number, line: readonly number[]): readonly number[] {
  return line.filter((_, month) => month > 0 && (month % months === 0 || month === line.length - 1));
}

/** A line that is there. */
export function lineOf(values: MonthValues, key: string): readonly number[] {
  const line = values.get(key);
  if (!line) throw new Error(`The model has no line ${key}.`);
  return line;
}
