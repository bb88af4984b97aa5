import type { Reasons } from '../../app/figures/reasons.ts';
import { formatSentence } from '../../units/format.ts';

/** Rows named one by one; a table of more has its place in --json. */
const MOST_NAMED = 14;

/** The rows behind a figure that are no deals: how many, and which. */
export function recordLines({ figure, locale }: Reasons): string[] {
  const { records, rows } = figure.evidence;
  if (!records) return [];
  const { counted, what } = records;
  const title = rows ? formatSentence(rows, { locale }) : what;
  return [`${counted.length} ${counted.length === 1 ? 'row' : 'rows'}: ${title}`, ...named(counted)];
}

/** The rows that do not count, by the reason. */
export function recordsLeftOut({ figure }: Reasons): string[] {
  const { records } = figure.evidence;
  if (!records) return [];
  const all = records.leftOut.reduce((sum, { records: rows }) => sum + rows.length, 0);
  const lines = records.leftOut.map(({ reason, records: rows }) => `${String(rows.length).padStart(4)}   ${reason}`);
  return [`${all} ${all === 1 ? 'row' : 'rows'}`, ...lines];
}

function named(records: readonly string[]): string[] {
  const more = records.length - MOST_NAMED;
  return [...records.slice(0, MOST_NAMED), ...(more > 0 ? [`and ${more} more`] : [])];
}
