import type { Panel } from '../../../document/block.ts';
import type { BlockPlace, BlockPlan } from '../block-plan.ts';
import { heightOf, type Paragraph } from '../fit-text.ts';
import type { Box } from '../grid.ts';
import { COLOUR } from '../theme.ts';
import { paragraph, STYLE } from '../type-styles.ts';
import type { Words } from '../words.ts';

const PADDING = { x: 0.24, y: 0.17 } as const;
/** Space above a point, in points. */
const SPACE = { roomy: { detailed: 15, bullet: 8 }, tight: { detailed: 6, bullet: 5 } } as const;
const LEAST_HEIGHT = 0.75;

/** From the most generous setting to the tightest: whole sentences matter more than air. */
const SETTINGS = [
  { lines: 2, space: SPACE.roomy },
  { lines: 2, space: SPACE.tight },
  { lines: 1, space: SPACE.roomy },
  { lines: 1, space: SPACE.tight },
] as const;

type Setting = (typeof SETTINGS)[number];

/** A tinted box with a heading and points under it. It takes all the height it is given. */
export function planPanel(block: Panel, place: BlockPlace): BlockPlan {
  const inner = place.width - 2 * PADDING.x;
  const settings = SETTINGS.map((setting) => paragraphsOf(block, place.words, setting));
  return {
    least: LEAST_HEIGHT,
    wish: heightOf(settings[0]!, inner) + 2 * PADDING.y,
    draw(canvas, box) {
      const inside: Box = { x: box.x + PADDING.x, y: box.y + PADDING.y, w: inner, h: box.h - 2 * PADDING.y };
      const paragraphs = settings.find((setting) => heightOf(setting, inner) <= inside.h) ?? settings.at(-1)!;
      canvas.rectangle(`${place.name}.panel`, box, block.tone === 'accent' ? COLOUR.tint : COLOUR.band);
      canvas.text(place.name, inside, paragraphs);
    },
  };
}

function paragraphsOf(block: Panel, words: Words, { lines, space }: Setting): Paragraph[] {
  const items = block.items.flatMap(({ lead, detail }) => {
    if (!detail) {
      const look = { bullet: true, lines: lines + 1, spaceBefore: space.bullet };
      return [paragraph(words.say(lead), STYLE.text, look)];
    }
    return [
      paragraph(words.say(lead), STYLE.lead, { lines, spaceBefore: space.detailed }),
      paragraph(words.say(detail), STYLE.soft, { lines }),
    ];
  });
  return [paragraph(words.say(block.heading), STYLE.lead, { lines }), ...items];
}
