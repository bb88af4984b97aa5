// Dates are text, 2026-02-28, so that they compare as they stand.
const DAY = 86_400_000;
const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** The date `days` later (earlier when negative). */
export function addDays(date, days) {
  return new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);
}

/** Whole days from one date to another. */
export function daysBetween(from, to) {
  return (Date.parse(to) - Date.parse(from)) / DAY;
}

/** Last day of a month, 2026-02. */
export function lastDay(month) {
  const [year, number] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}

/** A date as people say it: 5 March. */
export function spokenDate(date) {
  const [, month, day] = date.split('-').map(Number);
  return `${day} ${MONTHS[month - 1]}`;
}

/** The month `months` later (earlier when negative). */
export function addMonths(month, months) {
  const [year, number] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7);
}

/** The working day on or before a date. */
export function workdayUpTo(date) {
  const day = new Date(date).getUTCDay();
  return addDays(date, day === 6 ? -1 : day === 0 ? -2 : 0);
}

/** A working day between two dates, both included; the last one when the span has none. */
export function workdayBetween(random, from, to) {
  const days = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (workdayUpTo(day) === day && !isHoliday(day)) days.push(day);
  }
  return days.length === 0 ? workdayUpTo(to) : random.pick(days);
}

/** The fiscal quarter of a month and the last days of the quarters, for a fiscal year that starts in `startMonth`. */
export function fiscalCalendar(startMonth) {
  const position = (month) => (Number(month.slice(5)) - startMonth + 12) % 12;
  return {
    /** Index 0 to 3 of the quarter of the fiscal year. */
    quarterOf: (month) => Math.floor(position(month) / 3),
    lastMonthOfQuarter: (month) => addMonths(month, 2 - (position(month) % 3)),
    lastMonthOfYear: (month) => addMonths(month, 11 - position(month)),
  };
}

function isHoliday(date) {
  const day = date.slice(5);
  return day >= '12-24' || day === '01-01';
}
