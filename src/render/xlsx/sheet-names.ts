const LONGEST = 31;
// Excel keeps this name for its own record of changes.
const FORBIDDEN = 'history';

/** Names for sheets of these titles that Excel takes: at most 31 characters, none of `[]:*?/\`, no two alike but for their case. */
export function sheetNames(titles: readonly string[]): string[] {
  const taken = new Set([FORBIDDEN]);
  return titles.map((title) => {
    const name = unique(legal(title), taken);
    taken.add(name.toLowerCase());
    return name;
  });
}

/** A range of a sheet as a formula names it. */
export function sheetRange(name: string, range: string): string {
  return `'${name.replaceAll("'", "''")}'!${range}`;
}

function legal(title: string): string {
  const name = title
    .replace(/[[\]:*?/\\\p{Cc}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s']+|[\s']+$/g, '');
  return name === '' ? 'Sheet' : name;
}

function unique(name: string, taken: ReadonlySet<string>): string {
  const cut = trimmed(name, LONGEST);
  if (!taken.has(cut.toLowerCase())) return cut;
  for (let number = 2; ; number += 1) {
    const suffix = ` ${number}`;
    const candidate = trimmed(name, LONGEST - suffix.length) + suffix;
    if (!taken.has(candidate.toLowerCase())) return candidate;
  }
}

/** Cut without half a character at its end, which no file may hold. */
function trimmed(name: string, length: number): string {
  return name
    .slice(0, length)
    .replace(/[\ud800-\udbff]$/, '')
    .replace(/[\s']+$/, '');
}
