import type { Meaning } from '../units/value.ts';

/** The sign before a status word, so that a status reads without colour. */
export const STATUS_SYMBOLS: Readonly<Record<Meaning, string>> = { good: '▲', watch: '●', bad: '▼', unknown: '○' };
