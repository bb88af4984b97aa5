import { STATUS_SYMBOLS } from '../../../document/status-symbol.ts';
import type { Meaning } from '../../../units/value.ts';
import type { ConditionalFormat } from '../sheet.ts';
import { STATUS_COLOURS } from '../theme.ts';

/** Colours the words of a status by the sign before them. */
export function statusColours(range: string): ConditionalFormat {
  const [first = range] = range.split(':');
  return {
    range,
    kind: 'looks',
    rules: Object.entries(STATUS_SYMBOLS).map(([meaning, symbol]) => ({
      formula: `LEFT(${first},1)="${symbol}"`,
      look: STATUS_COLOURS[meaning as Meaning],
    })),
  };
}
