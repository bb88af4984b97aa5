import type { Paragraph, Run } from './fit-text.ts';
import { COLOUR, SIZE } from './theme.ts';

type Style = Omit<Run, 'text'>;

/** The few styles all pages are set in. */
export const STYLE = {
  lead: { size: SIZE.text, bold: true, colour: COLOUR.ink },
  text: { size: SIZE.text, colour: COLOUR.ink },
  softText: { size: SIZE.text, colour: COLOUR.grey },
  strong: { size: SIZE.detail, bold: true, colour: COLOUR.ink },
  detail: { size: SIZE.detail, colour: COLOUR.ink },
  soft: { size: SIZE.detail, colour: COLOUR.grey },
  softStrong: { size: SIZE.detail, bold: true, colour: COLOUR.grey },
  accentStrong: { size: SIZE.detail, bold: true, colour: COLOUR.accent },
  figure: { size: SIZE.title, bold: true, colour: COLOUR.ink },
  number: { size: SIZE.title, bold: true, colour: COLOUR.accent },
  footer: { size: SIZE.footer, colour: COLOUR.grey },
} as const satisfies Record<string, Style>;

/** A paragraph of one style; at most `lines` lines. */
export function paragraph(text: string, style: Style, options: Omit<Paragraph, 'runs'> = {}): Paragraph {
  return { ...options, runs: [{ ...style, text }] };
}
