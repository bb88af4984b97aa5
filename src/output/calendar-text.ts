import { addDays, type PlainDate } from '../units/plain-date.ts';

/** Something that takes whole days. */
export interface CalendarEntry {
  /** The same entry has the same name in every version of the calendar, so that a calendar program changes it instead of adding one. */
  readonly uid: string;
  readonly from: PlainDate;
  /** The last day. */
  readonly to: PlainDate;
  readonly summary: string;
  readonly description?: string;
}

const OCTETS_A_LINE = 75;

/**
 * A calendar as RFC 5545 has it: whole days that do not block anybody's time, without alarms.
 * @param calendar.made the day it was made as of; the same plan makes the same bytes
 */
export function calendarText({
  name,
  made,
  entries,
}: {
  readonly name: string;
  readonly made: PlainDate;
  readonly entries: readonly CalendarEntry[];
}): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//cam-toolkit//marketing plan//EN',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escaped(name)}`,
    ...entries.flatMap((entry) => [
      'BEGIN:VEVENT',
      `UID:${escaped(entry.uid)}`,
      `DTSTAMP:${compact(made)}T000000Z`,
      `DTSTART;VALUE=DATE:${compact(entry.from)}`,
      // The end of a whole day is the day after it.
      `DTEND;VALUE=DATE:${compact(addDays(entry.to, 1))}`,
      `SUMMARY:${escaped(entry.summary)}`,
      ...(entry.description === undefined ? [] : [`DESCRIPTION:${escaped(entry.description)}`]),
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function compact(day: PlainDate): string {
  return day.replaceAll('-', '');
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n');
}

/** A line of at most 75 octets; what is longer goes on behind a line break and a space, and no character is cut in two. */
function folded(line: string): string {
  const rows: string[] = [];
  let row = '';
  let octets = 0;
  for (const character of line) {
    const width = octetsOf(character);
    if (octets + width > OCTETS_A_LINE) {
      rows.push(row);
      // The space in front counts too.
      [row, octets] = ['', 1];
    }
    row += character;
    octets += width;
  }
  return [...rows, row].join('\r\n ');
}

/** How many octets a character takes in UTF-8. */
function octetsOf(character: string): number {
  const point = character.codePointAt(0)!;
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
}
