/** A rectangle on the slide, in inches from its upper left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export const PAGE = { w: 13.333, h: 7.5 } as const;
export const LEFT = 0.6;
const RIGHT = 12.73;
export const WIDTH = RIGHT - LEFT;

/** With a title of one line everything under it stands this much higher, so that the gap below the title never changes. */
const ONE_LINE_SHIFT = 0.37;
const BODY_TOP = 1.75;
/** Where the body ends above the strip, and above the footer when there is no strip. */
const BODY_BOTTOM = { strip: 6.05, footer: 6.85 } as const;

export const KICKER: Box = { x: LEFT, y: 0.34, w: 8, h: 0.26 };
export const INTERNAL_MARK: Box = { x: 8.73, y: 0.34, w: 4, h: 0.26 };
export const TITLE = { one: { x: LEFT, y: 0.64, w: WIDTH, h: 0.5 }, two: { x: LEFT, y: 0.64, w: WIDTH, h: 0.92 } };
export const STRIP: Box = { x: LEFT, y: 6.2, w: WIDTH, h: 0.62 };
/** One line between the strip and the footer's rule. */
export const FOOTNOTES: Box = { x: LEFT, y: 6.83, w: WIDTH, h: 0.17 };
export const FOOTER_RULE = 7;
export const FOOTER: Box = { x: LEFT, y: 7.06, w: 8.9, h: 0.2 };
export const FOOTER_RIGHT: Box = { x: 9.6, y: 7.06, w: RIGHT - 9.6, h: 0.2 };

/** Columns of the layouts: left edge and width. */
export const COLUMN = {
  full: { x: LEFT, w: WIDTH },
  chartMain: { x: LEFT, w: 7.55 },
  chartSide: { x: 8.78, w: RIGHT - 8.78 },
  narrowSide: { x: LEFT, w: 3.9 },
  wideMain: { x: 4.86, w: RIGHT - 4.86 },
  findings: { x: LEFT, w: 7 },
  decisions: { x: 7.9, w: RIGHT - 7.9 },
  half: [
    { x: LEFT, w: 5.87 },
    { x: RIGHT - 5.87, w: 5.87 },
  ],
  appendixMain: { x: LEFT, w: 6.98 },
  appendixSide: { x: RIGHT - 4.74, w: 4.74 },
} as const;

/** The space between the title and the strip or the footer. */
export function bodyBox(titleLines: 1 | 2, hasStrip: boolean): Box {
  const y = titleLines === 2 ? BODY_TOP : BODY_TOP - ONE_LINE_SHIFT;
  return { x: LEFT, y, w: WIDTH, h: (hasStrip ? BODY_BOTTOM.strip : BODY_BOTTOM.footer) - y };
}

/** The part of a body that one column takes. */
export function columnOf(body: Box, column: { readonly x: number; readonly w: number }): Box {
  return { ...body, x: column.x, w: column.w };
}

/** What is left of a box under its first `height` inches. */
export function below(box: Box, height: number): Box {
  return { ...box, y: box.y + height, h: Math.max(0, box.h - height) };
}
