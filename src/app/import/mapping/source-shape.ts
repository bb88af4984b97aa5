import { createHash } from 'node:crypto';
import { headerKey } from '../../../input/import-columns/match-headers.ts';

/** What stays the same from one export of a report to the next. */
export interface SourceShape {
  readonly kind: string;
  readonly headers: readonly string[];
  /** The sheet of a workbook. */
  readonly sheet?: string | undefined;
}

/** The short name of a shape: the kind, the sheet where its name tells something, and the headers in any order and spelling. */
export function shapeId({ kind, headers, sheet }: SourceShape): string {
  const told = [kind, sheetKey(sheet), ...headerKeys(headers).sort()];
  return createHash('sha256').update(JSON.stringify(told)).digest('hex').slice(0, 12);
}

/** How much two sets of headers have in common, from 0 to 1: what both have, out of what either has. */
export function likeness(a: readonly string[], b: readonly string[]): number {
  const [left, right] = [new Set(headerKeys(a)), new Set(headerKeys(b))];
  const both = [...left].filter((key) => right.has(key)).length;
  const either = left.size + right.size - both;
  return either === 0 ? 0 : both / either;
}

/** Headers of `now` that `before` did not have. */
export function newHeaders(now: readonly string[], before: readonly string[]): string[] {
  const known = new Set(headerKeys(before));
  return now.filter((header) => header !== '' && !known.has(headerKey(header)));
}

/** The name of a sheet without what changes from one export to the next; empty where every workbook has such a sheet. */
export function sheetKey(sheet: string | undefined): string {
  const words = (sheet ?? '').toLowerCase().match(/\p{L}+/gu) ?? [];
  return words.filter((word) => !PASSING_SHEET_WORD.test(word)).join(' ');
}

/** Names that programs give of themselves, and months. */
const PASSING_SHEET_WORD =
  /^(sheet|tabelle|feuil|feuille|hoja|foglio|blad|planilha|ark|export|exported|data|report|worksheet|results?|jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)$/;

function headerKeys(headers: readonly string[]): string[] {
  return headers.filter((header) => header !== '').map(headerKey);
}
