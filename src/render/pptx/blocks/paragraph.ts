import type { Bullets, Paragraph } from '../../../document/block.ts';
import type { BlockPlace, BlockPlan } from '../block-plan.ts';
import { heightOf, type Paragraph as TextParagraph } from '../fit-text.ts';
import { paragraph, STYLE } from '../type-styles.ts';

const MOST_LINES = 4;
const AIR = 0.05;
/** Two lines of grey text: less would cut most of what it says. */
const LEAST = 0.46;

/** A few lines of grey text. */
export function planParagraph(block: Paragraph, place: BlockPlace): BlockPlan {
  return planText([paragraph(place.words.say(block.text), STYLE.soft, { lines: MOST_LINES })], place);
}

/** Points one under the other. */
export function planBullets(block: Bullets, place: BlockPlace): BlockPlan {
  const heading = block.heading ? [paragraph(place.words.plain(block.heading), STYLE.lead, { lines: 2 })] : [];
  const items = block.items.map((item) =>
    paragraph(place.words.say(item), STYLE.text, { bullet: true, lines: 3, spaceBefore: 5 }),
  );
  return planText([...heading, ...items], place);
}

function planText(paragraphs: readonly TextParagraph[], place: BlockPlace): BlockPlan {
  const height = heightOf(paragraphs, place.width) + AIR;
  return {
    least: Math.min(height, LEAST),
    wish: height,
    draw: (canvas, box) => canvas.text(place.name, box, paragraphs),
  };
}
