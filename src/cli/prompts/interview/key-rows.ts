import stringWidth from 'string-width';
import type { ScreenView } from '../../../app/interview/conversation.ts';
import type { Row, Space } from './rows.ts';

const INDENT = 2;

/** "1–5 answer   Enter next   s skip": on one row where they fit without the obvious ones, else on several. */
export function keyRows({ keys }: ScreenView, { width }: Space): readonly Row[] {
  const written = keys.map(({ keys, does, minor }) => ({ text: `${keys} ${does}`, minor }));
  const all = written.map(({ text }) => text);
  const some = written.flatMap(({ text, minor }) => (minor ? [] : [text]));
  // The last column stays free: a terminal may break the row there.
  const room = width - INDENT - 1;
  const chosen = widthOf(all) > room && widthOf(some) <= room ? some : all;
  const rows: string[] = [];
  for (const hint of chosen) {
    const last = rows.at(-1);
    if (last !== undefined && stringWidth(last) + 3 + stringWidth(hint) <= room)
      rows[rows.length - 1] = `${last}   ${hint}`;
    else rows.push(hint);
  }
  return rows.map((text) => ({ text: ' '.repeat(INDENT) + text, ink: 'dim' }));
}

function widthOf(hints: readonly string[]): number {
  return stringWidth(hints.join('   '));
}
