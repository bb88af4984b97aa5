import type { ColumnChart } from '../../../document/chart.ts';
import { chipStyle, chipWidth, CHIP_HEIGHT, drawChip } from '../blocks/status.ts';
import type { SlideCanvas } from '../slide-canvas.ts';
import { textWidth } from '../measure-text.ts';
import { paragraph } from '../type-styles.ts';
import { STATUS } from '../theme.ts';
import { statusWords } from '../words.ts';

const AIR = 0.06;

/** A status under each period: as chips, as coloured words where chips are too wide, as symbols where even words are. */
export function drawPeriodChips(
  canvas: SlideCanvas,
  name: string,
  categories: ColumnChart['categories'],
  { y, pitch, centre }: { readonly y: number; readonly pitch: number; readonly centre: (i: number) => number },
): void {
  const statuses = categories.flatMap((category) => category.status ?? []);
  const chipsFit = statuses.every((status) => chipWidth(status) + AIR <= pitch);
  const wordsFit = statuses.every((status) => textWidth(statusWords(status), chipStyle(status)) + AIR <= pitch);
  categories.forEach(({ status }, i) => {
    if (!status) return;
    const shape = `${name}.status-${i + 1}`;
    if (chipsFit) return drawChip(canvas, shape, { x: centre(i) - chipWidth(status) / 2, y, w: pitch }, status);
    const text = wordsFit ? statusWords(status) : STATUS[status.meaning].symbol;
    const box = { x: centre(i) - pitch / 2, y, w: pitch, h: CHIP_HEIGHT };
    canvas.text(shape, box, [paragraph(text, chipStyle(status), { align: 'center' })], { anchor: 'middle' });
  });
}
