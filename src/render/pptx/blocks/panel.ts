import type { Panel } from '../../../document/block.ts';
import type { BlockPlace, BlockPlan } from '../block-plan.ts';
import { heightOf, type Paragraph } from '../fit-text.ts';
import type { Box } from '../grid.ts';
import { COLOUR } from '../theme.ts';
import { paragraph, STYLE } from '../type-styles.ts';
import type { Words } from '../words.ts';

const PADDING = { x: 0.24, y: 0.17 } as const;
/** Space above a point, in points: generous where there is room. */
const SPACE = { detailed: 15, bullet: 8, tight: 5 } as const;
const LEAST_HEIGHT = 0.75;

/** A tinted box with a heading and points under it. It takes all the height it is given. */
export function planPanel(block: Panel, place: BlockPlace): BlockPlan {
  const inner = place.width - 2 * PADDING.x;
  const roomy = paragraphsOf(block, place.words, false);
  return {
    least: LEAST_HEIGHT,
    wish: heightOf(roomy, inner) + 2 * PADDING.y,
    draw(canvas, box) {
      const inside: Box = { x: box.x + PADDING.x, y: box.y + PADDING.y, w: inner, h: box.h - 2 * PADDING.y };
      const paragraphs = heightOf(roomy, inner) <= inside.h ? roomy : paragraphsOf(block, place.words, true);
      canvas.rectangle(`${place.name}.panel`, box, block.tone === 'accent' ? COLOUR.tint : COLOUR.band);
      canvas.text(place.name, inside, paragraphs);
    },
  };
}

function paragraphsOf(block: Panel, words: Words, tight: boolean): Paragraph[] {
  const heading = paragraph(words.say(block.heading), STYLE.lead, { lines: tight ? 1 : 2 });
  const items = block.items.flatMap(({ lead, detail }) => {
    if (!detail) {
      const spaceBefore = tight ? SPACE.tight : SPACE.bullet;
      return [paragraph(words.say(lead), STYLE.text, { bullet: true, lines: tight ? 2 : 3, spaceBefore })];
    }
    return [
      paragraph(words.say(lead), STYLE.lead, {
        lines: tight ? 1 : 2,
        spaceBefore: tight ? SPACE.tight : SPACE.detailed,
      }),
      paragraph(words.say(detail), STYLE.soft, { lines: tight ? 1 : 2 }),
    ];
  });
  return [heading, ...items];
}
