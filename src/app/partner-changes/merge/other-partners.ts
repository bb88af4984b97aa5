import type { RawRow } from './merge-rows.ts';

/** One partner that stands for another from now on, in a row that a third one (or itself) holds. */
interface Replacement {
  readonly id: string;
  readonly by: string;
  /** The partner in whose file the row stands: it is not a further partner on its own deal. */
  readonly holder: string;
}

/** A deal's row with its further partners (`id:role; id:role`) renamed; nobody is named twice in one role. */
export function withPartnerReplaced(row: RawRow, replacement: Replacement): RawRow {
  const written = row['other_partners'] ?? '';
  const entries = written.split(';').map((entry) => entry.trim());
  const idOf = (entry: string) => entry.split(':')[0]!.trim();
  const named = entries.map(idOf);
  const isHolderNamed = named.includes(replacement.holder) && replacement.holder === replacement.by;
  if (!named.includes(replacement.id) && !isHolderNamed) return row;
  const renamed = entries.map((entry) =>
    idOf(entry) === replacement.id ? [replacement.by, ...entry.split(':').slice(1)].join(':') : entry,
  );
  const others = renamed.filter((entry) => entry !== '' && idOf(entry) !== replacement.holder);
  return { ...row, other_partners: [...new Set(others)].join(';') };
}
