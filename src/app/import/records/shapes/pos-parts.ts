import { firstDay, lastDay, type YearMonth } from '../../../../units/year-month.ts';
import type { PlainDate } from '../../../../units/plain-date.ts';
import type { CoveredDays } from './covered-days.ts';

/** What one distributor says of a month: a reseller may buy from several. */
export interface PosPart extends CoveredDays {
  readonly source: string;
  readonly amount: number;
}

const PART = /^(.+?)(?:: (-?\d+(?:\.\d+)?))?(?: \((\d{4}-\d{2}-\d{2}) to (\d{4}-\d{2}-\d{2})\))?$/;

/**
 * The parts a month's figure is the sum of, from the source it names: `disti`, `disti (2026-04-01 to 2026-04-17)` for a part of the
 * month, `disti: 300.3; northgate: 120` for two distributors. A source that says nothing of the kind is one part, the whole month.
 */
export function readPosParts(
  written: string,
  { value, month }: { readonly value: number; readonly month: YearMonth },
): PosPart[] {
  const texts = written.split('; ').map((text) => PART.exec(text));
  const isSum = texts.length > 1 && texts.every((match) => match?.[2] !== undefined);
  const matches = isSum ? texts : [texts.length === 1 ? texts[0] : undefined];
  return matches.map((match) => ({
    source: match?.[1] ?? written,
    amount: match?.[2] === undefined ? value : Number(match[2]),
    from: (match?.[3] as PlainDate | undefined) ?? firstDay(month),
    to: (match?.[4] as PlainDate | undefined) ?? lastDay(month),
  }));
}

/** The source of a figure that is the sum of its parts; one whole month needs no more than its name. */
export function posSource(parts: readonly PosPart[], month: YearMonth): string {
  return parts
    .map(({ source, amount, from, to }) => {
      const days = from === firstDay(month) && to === lastDay(month) ? '' : ` (${from} to ${to})`;
      return `${source}${parts.length > 1 ? `: ${amount}` : ''}${days}`;
    })
    .join('; ');
}
