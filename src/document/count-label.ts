import { formatRoughCount, formatShortNumber } from '../units/format.ts';

/** A count as it is printed on its bar, and the number format with which Office prints it so. */
export interface CountLabel {
  readonly text: string;
  readonly format: string;
}

/** From here on a count may be shortened where room is scarce: 12K. */
const LONG = 1_000;

/** How all counts of a chart are printed: in full where each has the room, else shortened; undefined where not even that fits. */
export function countLabels(
  counts: readonly (number | null)[],
  fits: (text: string) => boolean,
): ((count: number) => CountLabel) | undefined {
  const known = counts.filter((count) => count !== null);
  return [full, short].find((print) => known.every((count) => fits(print(count).text)));
}

/** The number formats of a series: one for whole counts, and one for each point that is printed otherwise. */
export function countFormats(
  counts: readonly (number | null)[],
  label: (count: number) => CountLabel,
): { readonly format: string; readonly points: readonly { readonly index: number; readonly format: string }[] } {
  const { format: whole } = full(0);
  const formats = counts.map((count) => (count === null ? whole : label(count).format));
  return { format: whole, points: formats.flatMap((format, index) => (format === whole ? [] : [{ index, format }])) };
}

function full(count: number): CountLabel {
  return labelOf(formatRoughCount(count));
}

function short(count: number): CountLabel {
  return Math.abs(count) < LONG ? full(count) : labelOf(formatShortNumber(count));
}

const POWERS = ['', 'K', 'M', 'B'] as const;

function labelOf(text: string): CountLabel {
  const parts = /^\u2212?[\d,]+(?:\.(\d+))?([KMB]?)$/.exec(text);
  if (!parts) return { text, format: `"${text}"` };
  const [, decimals = '', letter = ''] = parts;
  const digits = `#,##0${decimals && `.${'0'.repeat(decimals.length)}`}`;
  const scaled = digits + ','.repeat(POWERS.findIndex((power) => power === letter)) + (letter && `"${letter}"`);
  return { text, format: `${scaled};"\u2212"${scaled}` };
}
