import type { Meaning } from '../../units/value.ts';
import type { Screen } from '../command.ts';

const SIGNS: Readonly<Record<Meaning, string>> = { good: '▲', watch: '●', bad: '▼', unknown: '○' };
const PLAIN_SIGNS: Readonly<Record<Meaning, string>> = { good: '^', watch: 'o', bad: 'v', unknown: '?' };

/** The sign before a status, so that it reads without colour; plain letters where the terminal has no others. */
export function statusSigns({ unicode }: Pick<Screen, 'unicode'>): Readonly<Record<Meaning, string>> {
  return unicode ? SIGNS : PLAIN_SIGNS;
}
