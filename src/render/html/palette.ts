/** Colours of a page as six hex digits. Those of a status are fixed, the accents follow the vendor. */
export interface Palette {
  readonly accent1: string;
  readonly accent2: string;
  readonly accent3: string;
  readonly accent4: string;
}

export const INK = '17232E';
export const GREY = '4F5B67';
export const STRIP = 'F4F6F8';
export const PLAN_LINE = '7A8591';
export const ROW_RULE = 'D5DAE0';
export const TRACK = 'E6E9ED';
export const INTERNAL = '2B3A47';

/** Text and fill of each status. */
export const STATUS_COLOURS = {
  good: ['1B7A4B', 'E4F3EA'],
  watch: ['8F5600', 'FBF0DC'],
  bad: ['B3261E', 'FCE8E6'],
  unknown: ['4F5B67', 'EEF0F3'],
} as const;

const HOUSE: Palette = { accent1: '0F5E7D', accent2: '5E9BB3', accent3: 'B5D1DC', accent4: 'E4EFF3' };
/** Contrast of text on white below which it cannot be read by everybody (WCAG 2.2, level AA). */
const LEAST_CONTRAST = 4.5;

/** The accents of a vendor, tints included; the house's own where the vendor has none that can be read on white. */
export function paletteFor(accent: string | undefined): Palette {
  if (accent === undefined || !/^[0-9a-f]{6}$/i.test(accent) || contrastOnWhite(accent) < LEAST_CONTRAST) return HOUSE;
  return { accent1: accent, accent2: tint(accent, 0.36), accent3: tint(accent, 0.69), accent4: tint(accent, 0.89) };
}

function tint(colour: string, white: number): string {
  return channels(colour)
    .map((channel) => Math.round(channel + (255 - channel) * white))
    .map((channel) => channel.toString(16).padStart(2, '0').toUpperCase())
    .join('');
}

function contrastOnWhite(colour: string): number {
  const [red, green, blue] = channels(colour).map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 1.05 / (0.2126 * red! + 0.7152 * green! + 0.0722 * blue! + 0.05);
}

function channels(colour: string): number[] {
  return [0, 2, 4].map((at) => parseInt(colour.slice(at, at + 2), 16));
}
