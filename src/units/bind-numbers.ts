import { NO_BREAK_SPACE } from './format.ts';

const MONTH = 'January|February|March|April|May|June|July|August|September|October|November|December';
const UNIT_BEHIND = new RegExp(`(\\d) (?=%|(?:${MONTH})\\b)`, 'g');
const UNIT_BEFORE = /\b(month|week|quarter|year|slide) (?=\d)/gi;

/** Numbers held to their units, so that no headline breaks between them: "87 %", "30 June", "month 13". */
export function bindNumbers(text: string): string {
  return text.replace(UNIT_BEHIND, `$1${NO_BREAK_SPACE}`).replace(UNIT_BEFORE, `$1${NO_BREAK_SPACE}`);
}
