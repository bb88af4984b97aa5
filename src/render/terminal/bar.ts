import type { Pen, Run } from './pen.ts';

const STEPS = '▁▂▃▄▅▆▇█';

/** A bar of `length` columns on a dim track; anything above zero shows at least one column. */
export function bar(value: number | null, largest: number, length: number): readonly Run[] {
  const part = value === null || !(largest > 0) ? 0 : Math.min(1, Math.max(0, value / largest));
  const filled = part > 0 ? Math.max(1, Math.round(part * length)) : 0;
  return [
    { text: '━'.repeat(filled), style: 'bar' },
    { text: '─'.repeat(length - filled), style: 'dim' },
  ];
}

/** A small column chart in one line, drawn from zero; a gap stays blank. Nothing on a screen that cannot draw it. */
export function sparkline(values: readonly (number | null)[], pen: Pen): Run | undefined {
  const largest = Math.max(0, ...values.map((value) => value ?? 0));
  if (!pen.unicode || largest === 0) return undefined;
  const steps = values.map((value) => {
    if (value === null) return ' ';
    return STEPS[Math.max(0, Math.min(8, Math.round((Math.max(0, value) / largest) * 8)) - 1)]!;
  });
  return { text: steps.join(''), style: 'bar' };
}
