import type { Numbered, NumberedItem } from '../../../document/block.ts';
import { HEADING_HEIGHT, type BlockPlace, type BlockPlan } from '../block-plan.ts';
import { heightOf, type Paragraph } from '../fit-text.ts';
import { below, type Box } from '../grid.ts';
import type { SlideCanvas } from '../slide-canvas.ts';
import { COLOUR } from '../theme.ts';
import { paragraph, STYLE } from '../type-styles.ts';
import type { Words } from '../words.ts';
import { drawHeading } from './heading.ts';

const NUMBER_WIDTH = 0.5;
/** Numbers are larger than the words beside them: so much higher they start. */
const NUMBER_RISE = 0.02;
/** Room that stays free below the words, in inches. */
const HAIR = 0.02;
/** Findings stand free; asks, which somebody answers for, are parted by rules. Pitches in inches. */
const FREE = { gap: 0.13, pitch: 0.9, least: 0.5, air: 0 } as const;
const RULED = { gap: 0.15, pitch: 1.5, least: 0.8, air: 0.12 } as const;

/** Numbered points under a heading, evenly spaced; points for which there is no room are left out from the end. */
export function planNumbered(block: Numbered, place: BlockPlace): BlockPlan {
  const isRuled = block.items.some((item) => item.owner);
  const form = isRuled ? RULED : FREE;
  const top = HEADING_HEIGHT + form.gap;
  return {
    least: top + form.least * Math.min(block.items.length, 1),
    wish: top + form.pitch * block.items.length,
    draw(canvas, box) {
      drawHeading(canvas, place.name, box, { text: place.words.say(block.heading) });
      const body = below(box, top);
      const shown = block.items.slice(0, Math.max(1, Math.floor(body.h / form.least + 0.01)));
      const heights = slotHeights(shown, body, { form, words: place.words });
      let y = body.y;
      shown.forEach((item, i) => {
        const name = `${place.name}.${i + 1}`;
        const slot: Box = { ...body, y, h: heights[i]! };
        y += slot.h;
        if (isRuled) {
          const [colour, points] = i === 0 ? ([COLOUR.grey, 1] as const) : ([COLOUR.rowRule, 0.5] as const);
          canvas.rule(`${name}.rule`, slot, colour, points);
        }
        drawItem(
          canvas,
          name,
          { ...below(slot, form.air), h: slot.h - form.air },
          { item, number: i + 1, words: place.words },
        );
      });
    },
  };
}

/** Even slots; where a point needs more than that and others can spare it, each has what it needs and an equal part of the rest. */
function slotHeights(
  items: readonly NumberedItem[],
  { w, h }: Box,
  { form, words }: { readonly form: typeof FREE | typeof RULED; readonly words: Words },
): readonly number[] {
  const pitch = Math.min(form.pitch, h / Math.max(1, items.length));
  const needs = items.map((item) => {
    const text = heightOf(linesUpTo(item, words, { lead: 2, detail: 2 }), w - NUMBER_WIDTH);
    return Math.max(form.least, text + HAIR + form.air);
  });
  const spare = pitch * items.length - needs.reduce((sum, need) => sum + need, 0);
  if (spare < 0 || needs.every((need) => need <= pitch)) return items.map(() => pitch);
  return needs.map((need) => need + spare / items.length);
}

function drawItem(
  canvas: SlideCanvas,
  name: string,
  box: Box,
  { item, number, words }: { readonly item: NumberedItem; readonly number: number; readonly words: Words },
): void {
  const lines = linesOf(item, words, box);
  canvas.text(`${name}.number`, { ...box, y: box.y - NUMBER_RISE, w: NUMBER_WIDTH, h: 0.42 }, [
    paragraph(String(number), STYLE.number),
  ]);
  canvas.text(name, { ...box, x: box.x + NUMBER_WIDTH, w: box.w - NUMBER_WIDTH }, lines);
}

/** A second line for lead and detail only where it does not push the owner out. */
function linesOf(item: NumberedItem, words: Words, box: Box): Paragraph[] {
  const build = (lead: number, detail: number) => linesUpTo(item, words, { lead, detail });
  const fits = (lines: readonly Paragraph[]) => heightOf(lines, box.w - NUMBER_WIDTH) <= box.h - HAIR + 1e-9;
  return [build(2, 2), build(1, 2), build(2, 1)].find(fits) ?? build(1, 1);
}

function linesUpTo(
  item: NumberedItem,
  words: Words,
  { lead, detail }: { readonly lead: number; readonly detail: number },
): Paragraph[] {
  return [
    paragraph(words.say(item.lead), STYLE.lead, { lines: lead }),
    ...(item.detail ? [paragraph(words.say(item.detail), STYLE.softText, { lines: detail })] : []),
    ...(item.owner ? [paragraph(words.say(item.owner), STYLE.soft)] : []),
  ];
}
