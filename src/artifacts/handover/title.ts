import { cutText } from '../../units/cut-text.ts';

const LONGEST_NAME = 32;

/** "Handover from Ines Albrecht to Jonas Weber": who hands over, and to whom where that is known. */
export function handoverTitle(from: string, to: string | undefined): string {
  const names = [from, ...(to === undefined ? [] : [to])].map((name) => cutText(name, LONGEST_NAME));
  return `Handover from ${names.join(' to ')}`;
}
