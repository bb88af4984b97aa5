import { IMPORT_FIELDS, type ImportField } from '../../schema/import-mapping.ts';
import { DEAL_COLUMNS } from '../../schema/deal.ts';
import { nearest } from '../nearest.ts';
import { isCurrencyCode } from './currency-words.ts';
import { DEAL_HEADERS_IN_OTHER_LANGUAGES } from './deal-headers-in-other-languages.ts';
import { DEAL_HEADERS } from './deal-headers.ts';

/** The fields a table can fill and the headers they are known by. */
export interface HeaderWords<F extends string> {
  /** In the order in which they take their columns. */
  readonly fields: readonly F[];
  readonly headers: Readonly<Partial<Record<F, readonly string[]>>>;
  /** Columns of our own file for it: a table with only these, a source and ids is taken as it stands. */
  readonly ownColumns: readonly string[];
}

/** Deals: the default of every import. */
export const DEAL_WORDS: HeaderWords<ImportField> = {
  fields: IMPORT_FIELDS,
  headers: Object.fromEntries(
    IMPORT_FIELDS.map((field) => [
      field,
      [...(DEAL_HEADERS[field] ?? []), ...(DEAL_HEADERS_IN_OTHER_LANGUAGES[field] ?? [])],
    ]),
  ),
  ownColumns: [...DEAL_COLUMNS, 'partner'],
};

/** A column that fills a field. */
export interface MatchedColumn {
  readonly index: number;
  readonly header: string;
  /** A person named it; otherwise it was known by its header. */
  readonly stated: boolean;
  /** Of its amounts, where the header says it: `Amount (EUR)`. */
  readonly currency?: string;
}

export interface HeaderMatch<F extends string> {
  readonly columns: ReadonlyMap<F, MatchedColumn>;
  /** Headers a person named that the file does not have. */
  readonly absent: readonly AbsentHeader<F>[];
  /** Columns nothing is imported from. */
  readonly unused: readonly string[];
  /** The file has our own columns, and so our way of writing numbers. */
  readonly canonical: boolean;
}

/** A header a person named that the file does not have. */
export interface AbsentHeader<F> {
  readonly field: F;
  readonly header: string;
  readonly nearest?: string;
}

/** What a person said about columns: field → header; null means that nothing is to be imported into the field. */
export type StatedColumns<F extends string> = Readonly<Partial<Record<F, string | null>>>;

/**
 * Finds the columns of an export. What a person stated wins; then a header must equal a known one, apart from case, spaces and
 * punctuation; a currency may stand behind it, `Amount (EUR)`, where only one column is headed so. Nothing is taken because it is merely
 * similar.
 */
export function matchHeaders<F extends string>(
  headers: readonly string[],
  words: HeaderWords<F>,
  stated: StatedColumns<F>,
): HeaderMatch<F> {
  const byKey = new Map<string, number>();
  headers.forEach((header, index) => {
    if (header !== '' && !byKey.has(headerKey(header))) byKey.set(headerKey(header), index);
  });
  const columns = new Map<F, MatchedColumn>();
  const absent: AbsentHeader<F>[] = [];
  for (const field of words.fields) {
    const header = stated[field];
    if (typeof header !== 'string') continue;
    const index = headers.indexOf(header) >= 0 ? headers.indexOf(header) : byKey.get(headerKey(header));
    if (index === undefined) absent.push({ field, header, ...nearestHeader(header, headers) });
    else columns.set(field, { ...columnAt(headers, index), stated: true });
  }
  const taken = new Set(Array.from(columns.values(), ({ index }) => index));
  const canonical = isCanonical(headers, words);
  const withCurrency = headersWithCurrency(headers);
  for (const field of words.fields) {
    if (stated[field] !== undefined || (field === 'source' && !canonical)) continue;
    const known = [field, ...(canonical ? [] : (words.headers[field] ?? []))].map(headerKey);
    const index = [...known.map((key) => byKey.get(key)), ...known.map((key) => withCurrency.get(key))].find(
      (index) => index !== undefined && !taken.has(index),
    );
    if (index === undefined) continue;
    taken.add(index);
    columns.set(field, { ...columnAt(headers, index), stated: false });
  }
  const inOrder = new Map(words.fields.flatMap((field) => (columns.has(field) ? [[field, columns.get(field)!]] : [])));
  return {
    columns: inOrder,
    absent,
    unused: headers.filter((header, index) => header !== '' && !taken.has(index)),
    canonical,
  };
}

function columnAt(headers: readonly string[], index: number): Omit<MatchedColumn, 'stated'> {
  const header = headers[index]!;
  const currency = currencyBehind(header)?.currency;
  return { index, header, ...(currency !== undefined && { currency }) };
}

/** Columns by their headers without the currency behind them; two that differ in it only are none, because either could be meant. */
function headersWithCurrency(headers: readonly string[]): ReadonlyMap<string, number> {
  const found = new Map<string, number[]>();
  headers.forEach((header, index) => {
    const bare = currencyBehind(header)?.bare;
    if (bare !== undefined) found.set(headerKey(bare), [...(found.get(headerKey(bare)) ?? []), index]);
  });
  return new Map([...found].flatMap(([key, [index, ...others]]) => (others.length === 0 ? [[key, index!]] : [])));
}

/** `Amount (EUR)`, `Amount in EUR`, `Betrag [EUR]`. */
function currencyBehind(header: string): { readonly bare: string; readonly currency: string } | undefined {
  const [, bare, inBrackets, inWords] = /^(.+?)\s*(?:[([]([A-Z]{3})[)\]]|\s(?:in|en) ([A-Z]{3}))$/.exec(header) ?? [];
  const code = inBrackets ?? inWords;
  return bare !== undefined && code !== undefined && isCurrencyCode(code) ? { bare, currency: code } : undefined;
}

/** A known header that one of the file's headers resembles: a hint for the mapping, never taken by itself. */
export function similarHeader<F extends string>(
  field: F,
  words: HeaderWords<F>,
  unused: readonly string[],
): string | undefined {
  const known = [field, ...(words.headers[field] ?? [])].map(headerKey);
  return unused.find((header) => nearest(headerKey(header), known) !== undefined);
}

/** A header without what exports write differently: `Close Date`, `close_date` and `CloseDate` are one. */
export function headerKey(header: string): string {
  return header
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}

/** A file in our own columns: there `source` is the system a deal comes from; elsewhere it mostly means where the lead came from. */
function isCanonical<F extends string>(headers: readonly string[], { ownColumns }: HeaderWords<F>): boolean {
  return headers.includes('source') && headers.includes('id') && headers.every((header) => ownColumns.includes(header));
}

function nearestHeader(header: string, headers: readonly string[]): { nearest?: string } {
  const found = nearest(header, headers);
  return found === undefined ? {} : { nearest: found };
}
