import type { Value } from '../../units/value.ts';

interface PlainFigure {
  readonly figure: number | string | boolean | null;
  readonly unit?: string;
  readonly reason?: string;
}

/** A value as a script reads it: shares as ratios, ISO dates, null with its reason for what is unknown or does not apply. */
export function plainFigure(value: Value): PlainFigure {
  switch (value.kind) {
    case 'amount':
      return number(value.amount, value.currency);
    case 'share':
    case 'change':
    case 'times':
      return number(value.ratio, 'ratio');
    case 'points':
      return number(value.points, 'points');
    case 'score':
      return number(value.score, 'points');
    case 'count':
      return number(value.count, 'count');
    case 'date':
      return { figure: value.date, unit: 'date' };
    case 'month':
      return { figure: value.month, unit: 'month' };
    case 'flag':
      return { figure: value.flag };
    case 'text':
      return { figure: value.text };
    case 'none':
      return { figure: null, reason: 'does not apply' };
    case 'missing':
      return { figure: null, reason: value.reason };
  }
}

/** JSON knows no infinity and no negative zero: the first cannot be said, the second is zero. */
function number(figure: number, unit: string): PlainFigure {
  return Number.isFinite(figure) ? { figure: figure + 0, unit } : { figure: null, reason: 'cannot be computed' };
}
