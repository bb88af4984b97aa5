import type { Document } from '../../document/document.ts';
import type { Value } from '../../units/value.ts';

/** A header and one line with every figure of a form, as funding systems read it: plain numbers, days as 2026-03-02, shares in percent. */
export function fundingRow(
  { figures }: Pick<Document, 'figures'>,
  more: Readonly<Record<string, string>> = {},
): string[][] {
  const entries = Object.entries(figures);
  return [
    [...entries.map(([key]) => key), ...Object.keys(more)],
    [...entries.map(([, value]) => plainCell(value)), ...Object.values(more)],
  ];
}

const DECIMALS = 1e6;

/** Unknown is an empty cell. Numbers carry at most six decimals, so that the noise of doubles stays out. */
function plainCell(value: Value): string {
  switch (value.kind) {
    case 'amount':
      return number(value.amount);
    case 'count':
      return number(value.count);
    case 'share':
    case 'change':
      return number(value.ratio * 100);
    case 'times':
      return number(value.ratio);
    case 'date':
      return value.date;
    case 'text':
      return value.text;
    default:
      return '';
  }
}

function number(value: number): string {
  return String(Math.round(value * DECIMALS) / DECIMALS + 0);
}
