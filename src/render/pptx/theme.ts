import type { Meaning } from '../../units/value.ts';

/** Type sizes in points. */
export const SIZE = { title: 24, text: 14, detail: 12, footer: 10 } as const;

/** A slot of the theme, so that recolouring in PowerPoint works, or six hex digits where the colour carries a fixed meaning. */
export const COLOUR = {
  ink: 'tx1',
  grey: 'tx2',
  page: 'bg1',
  band: 'bg2',
  accent: 'accent1',
  bar: 'accent2',
  pale: 'accent3',
  tint: 'accent4',
  plan: 'accent5',
  chosen: 'accent6',
  rowRule: 'D5DAE0',
} as const;

/** How each meaning looks: always a symbol and a word, never colour alone. These colours stay when a deck is recoloured. */
export const STATUS: Readonly<Record<Meaning, { symbol: string; text: string; fill: string }>> = {
  good: { symbol: '▲', text: '1B7A4B', fill: 'E4F3EA' },
  watch: { symbol: '●', text: '8F5600', fill: 'FBF0DC' },
  bad: { symbol: '▼', text: 'B3261E', fill: 'FCE8E6' },
  unknown: { symbol: '○', text: '4F5B67', fill: 'EEF0F3' },
};

export const FONT = 'Calibri';
