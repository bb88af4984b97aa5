import type { Run } from '../fit-text.ts';
import { HEADING_HEIGHT } from '../block-plan.ts';
import type { Box } from '../grid.ts';
import type { SlideCanvas } from '../slide-canvas.ts';
import { STYLE } from '../type-styles.ts';

/** Words between a heading and its grey aside. */
const GAP = '  ';

/** A bold heading with grey or coloured runs behind it, at the top of a box. */
export function drawHeading(
  canvas: SlideCanvas,
  name: string,
  box: Box,
  { text, aside = [] }: { readonly text: string; readonly aside?: readonly Run[] },
): void {
  const behind = aside.map((run, i) => (i === 0 ? { ...run, text: GAP + run.text } : run));
  const runs = [{ ...STYLE.lead, text }, ...behind];
  canvas.text(`${name}.heading`, { ...box, h: HEADING_HEIGHT }, [{ runs }]);
}
