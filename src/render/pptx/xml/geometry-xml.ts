import type { Box } from '../grid.ts';

const EMU_PER_INCH = 914_400;

/** Inches as Office counts them: whole English metric units. */
export function emu(inches: number): number {
  return Math.round(inches * EMU_PER_INCH);
}

/** Where a shape stands and how large it is: the inside of an `xfrm`. */
export function placeXml({ x, y, w, h }: Box): string {
  return `<a:off x="${emu(x)}" y="${emu(y)}"/><a:ext cx="${emu(w)}" cy="${emu(h)}"/>`;
}
