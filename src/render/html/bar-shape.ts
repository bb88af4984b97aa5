import type { ColumnChart } from '../../document/chart.ts';
import { at } from './axis.ts';

const INLINE_HEIGHT = 12;

/** A value and its mark on a bar, in the same unit as the bar. */
interface BarMark {
  readonly role: ColumnChart['marks'][number]['role'];
  readonly value: number | null;
}

interface BarSize {
  readonly marks?: readonly BarMark[];
  readonly width: number;
  readonly height?: number;
}

/** A horizontal bar on its track, `width` pixels for `largest`, with marks; its values stand in the table around it. */
export function drawBar(
  value: number | null,
  largest: number,
  { marks = [], width, height = INLINE_HEIGHT }: BarSize,
): string {
  const length = (part: number) => (largest > 0 ? (Math.min(largest, Math.max(0, part)) / largest) * (width - 2) : 0);
  const drawn = marks.flatMap(({ role, value: mark }) => {
    if (mark === null) return [];
    if (role === 'previous') return [`<circle class="previous" cx="${at(length(mark))}" cy="${height / 2}" r="3.2"/>`];
    return [`<path class="target" d="M${at(length(mark))} -2V${height + 2}"/>`];
  });
  return `<svg aria-hidden="true" viewBox="0 0 ${at(width)} ${height}" width="100%" height="${height}" preserveAspectRatio="none"><rect class="track" width="${at(width - 2)}" height="${height}"/><rect class="bar" width="${at(length(value ?? 0))}" height="${height}"/>${drawn.join('')}</svg>`;
}
