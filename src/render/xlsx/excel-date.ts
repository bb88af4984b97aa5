const DAY = 86_400_000;
// Serial 61 is 1 March 1900; the numbers before it count a 29 February 1900 that never was.
const FIRST_SOUND_SERIAL = 61;

/** The number by which Excel knows a day written YYYY-MM-DD; undefined for a text that is no day, or one before 1 March 1900. */
export function excelDate(text: string): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return undefined;
  const time = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  if (new Date(time).toISOString().slice(0, 10) !== text) return undefined;
  const serial = (time - Date.UTC(1899, 11, 30)) / DAY;
  return serial >= FIRST_SOUND_SERIAL ? serial : undefined;
}
