const INK = '17232E';
const GREY = '4F5B67';
const HOUSE_ACCENTS = { accent1: '0F5E7D', accent2: '5E9BB3', accent3: 'B5D1DC', accent4: 'E4EFF3' } as const;
const READABLE_CONTRAST = 4.5;

/** The twelve colours of an Office theme, with the vendor's own accent (six hex digits) in place of the house's when it has one. */
export function themeColours(accent?: string) {
  const own = accent && /^[0-9a-f]{6}$/i.test(accent) ? accentFamily(accent) : HOUSE_ACCENTS;
  return {
    dk1: INK,
    lt1: 'FFFFFF',
    dk2: GREY,
    lt2: 'F4F6F8',
    ...own,
    accent5: '7A8591',
    accent6: '2B3A47',
    hlink: own.accent1,
    folHlink: GREY,
  };
}

/** White words stand on the accent, so a light one is darkened until they can be read; the rest are its tints. */
function accentFamily(accent: string): Record<keyof typeof HOUSE_ACCENTS, string> {
  let strong = accent.toUpperCase();
  while (contrastWithWhite(strong) < READABLE_CONTRAST) strong = mix(strong, '000000', 0.06);
  return {
    accent1: strong,
    accent2: mix(strong, 'FFFFFF', 0.4),
    accent3: mix(strong, 'FFFFFF', 0.69),
    accent4: mix(strong, 'FFFFFF', 0.89),
  };
}

function mix(from: string, to: string, share: number): string {
  const [start, end] = [channels(from), channels(to)];
  return start
    .map((value, i) => Math.round(value + (end[i]! - value) * share))
    .map((value) => value.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase();
}

/** Contrast of a colour with white by the WCAG formula, 1 to 21. */
function contrastWithWhite(hex: string): number {
  const [red, green, blue] = channels(hex).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 1.05 / (0.2126 * red! + 0.7152 * green! + 0.0722 * blue! + 0.05);
}

function channels(hex: string): number[] {
  return [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
}
