import type { Pen, Run } from './pen.ts';

const STEPS = '▁▂▃▄▅▆▇█';

/** A bar of `length` columns on a dim track; anything above zero shows at least one column. */
export function bar(value: number | null, largest: number, length: number): readonly Run[] {
  const part = value === null || !(largest > 0) ? 0 : Math.min(1, Math.max(0, value / largest));
  const filled = part > 0 ? Math.max(1, Math.round(part * length)) : 0;
  const runs: readonly Run[] = [
    { text: '━'.repeat(filled), style: 'bar' },
    { text: '─'.repeat(length - filled), style: 'dim' },
  ];
  return runs.filter(({ text }) => text !== '');
}

/**
 * A small column chart in one line, drawn from zero, or from the least value where none is above zero; a gap stays blank. Nothing on a
 * screen that cannot draw it.
 */
export function sparkline(values: readonly (number | null)[], pen: Pen): Run | undefined {
  const known = values.filter((value) => value !== null);
  const largest = Math.max(0, ...known);
  const least = largest > 0 ? 0 : Math.min(0, ...known);
  if (!pen.unicode || largest === least) return undefined;
  const steps = values.map((value) => {
    if (value === null) return ' ';
    const part = (Math.max(least, value) - least) / (largest - least);
    return STEPS[Math.max(0, Math.min(8, Math.round(part * 8)) - 1)]!;
  });
  return { text: steps.join(''), style: 'bar' };
}
