import { IMPORT_FIELDS, type ImportField } from '../../schema/import-mapping.ts';
import { DEAL_COLUMNS } from '../../schema/deal.ts';
import { nearest } from '../nearest.ts';
import { DEAL_HEADERS } from './deal-headers.ts';

/** A column that fills a field. */
export interface MatchedColumn {
  readonly index: number;
  readonly header: string;
  /** A person named it; otherwise it was known by its header. */
  readonly stated: boolean;
}

export interface HeaderMatch {
  readonly columns: ReadonlyMap<ImportField, MatchedColumn>;
  /** Headers a person named that the file does not have. */
  readonly absent: readonly { readonly field: ImportField; readonly header: string; readonly nearest?: string }[];
  /** Columns nothing is imported from. */
  readonly unused: readonly string[];
  /** The file has our own columns, and so our way of writing numbers. */
  readonly canonical: boolean;
}

/** What a person said about columns: field → header; null means that nothing is to be imported into the field. */
export type StatedColumns = Readonly<Partial<Record<ImportField, string | null>>>;

/**
 * Finds the columns of a deal export. What a person stated wins; then a header must equal a known one, apart from case, spaces and
 * punctuation. Nothing is taken because it is merely similar.
 */
export function matchHeaders(headers: readonly string[], stated: StatedColumns): HeaderMatch {
  const byKey = new Map<string, number>();
  headers.forEach((header, index) => {
    if (header !== '' && !byKey.has(keyOf(header))) byKey.set(keyOf(header), index);
  });
  const columns = new Map<ImportField, MatchedColumn>();
  const absent: { field: ImportField; header: string; nearest?: string }[] = [];
  for (const field of IMPORT_FIELDS) {
    const header = stated[field];
    if (typeof header !== 'string') continue;
    const index = headers.indexOf(header) >= 0 ? headers.indexOf(header) : byKey.get(keyOf(header));
    if (index === undefined) absent.push({ field, header, ...nearestHeader(header, headers) });
    else columns.set(field, { index, header: headers[index]!, stated: true });
  }
  const taken = new Set(Array.from(columns.values(), ({ index }) => index));
  const canonical = isCanonical(headers);
  for (const field of IMPORT_FIELDS) {
    if (stated[field] !== undefined || (field === 'source' && !canonical)) continue;
    const index = [field, ...(canonical ? [] : (DEAL_HEADERS[field] ?? []))]
      .map((known) => byKey.get(keyOf(known)))
      .find((index) => index !== undefined && !taken.has(index));
    if (index === undefined) continue;
    taken.add(index);
    columns.set(field, { index, header: headers[index]!, stated: false });
  }
  const inOrder = new Map(IMPORT_FIELDS.flatMap((field) => (columns.has(field) ? [[field, columns.get(field)!]] : [])));
  return {
    columns: inOrder,
    absent,
    unused: headers.filter((header, index) => header !== '' && !taken.has(index)),
    canonical,
  };
}

/** A known header that one of the file's headers resembles: a hint for the mapping, never taken by itself. */
export function similarHeader(field: ImportField, unused: readonly string[]): string | undefined {
  return unused.find(
    (header) => nearest(keyOf(header), [field, ...(DEAL_HEADERS[field] ?? [])].map(keyOf)) !== undefined,
  );
}

/** A header without what exports write differently: `Close Date`, `close_date` and `CloseDate` are one. */
function keyOf(header: string): string {
  return header
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}

/** A file in our own columns: there `source` is the system a deal comes from; elsewhere it mostly means where the lead came from. */
function isCanonical(headers: readonly string[]): boolean {
  const known: readonly string[] = [...DEAL_COLUMNS, 'partner'];
  return headers.includes('source') && headers.includes('id') && headers.every((header) => known.includes(header));
}

function nearestHeader(header: string, headers: readonly string[]): { nearest?: string } {
  const found = nearest(header, headers);
  return found === undefined ? {} : { nearest: found };
}
