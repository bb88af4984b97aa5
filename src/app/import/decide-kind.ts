import { DEAL_WORDS, headerKey, matchHeaders, type HeaderWords } from '../../input/import-columns/match-headers.ts';
import type { TextTable } from '../../input/tabular/table-of-text.ts';
import type { ImportField } from '../../schema/import-mapping.ts';
import { Failure } from '../../units/failure.ts';
import { firstFew } from '../../units/first-few.ts';
import { KIND_WORDS } from './kind-words.ts';
import type { Ask } from './mapping/question.ts';
import { IMPORT_KINDS, RECORD_KINDS } from './records/kinds.ts';
import { vocabularyOf, type RecordField, type RecordKind } from './records/record-kind.ts';
import { spreadColumns } from './records/spread-columns.ts';
import { missingGroups } from './records/understand-records.ts';

/** What is known about a table before its columns are read. */
export interface KindSetting {
  /** The column that names the partner, as it was typed. */
  readonly partnerColumn: string | undefined;
  /** All rows belong to a partner somebody named. */
  readonly wholePartner: boolean;
}

/** How well a table fits a kind. */
interface Fit {
  readonly kind: string;
  /** Nothing that the kind needs is missing. */
  readonly isWhole: boolean;
  /** It has columns that hardly any other kind has. */
  readonly isTold: boolean;
  readonly score: number;
  /** Headers that speak for it. */
  readonly headers: readonly string[];
}

/** Fields of deals that hardly any other kind of table has. */
const DEAL_SIGNS: readonly ImportField[] = [
  ...(['stage', 'is_won', 'is_closed', 'close_date', 'actual_close_date', 'actual_amount'] as const),
  ...(['probability_percent', 'forecast_category', 'next_step'] as const),
];
const SIGN = 3;
/** Kinds that a refusal names, and headers that it says speak for each. */
const MOST_KINDS = 3;
const MOST_HEADERS = 4;
/** Words that make a table of months or quarters one of targets. */
const TARGET_WORDS = /target|quota|goal|\bplan\b/i;

/** A kind, or the kinds that could be meant with the headers that speak for each. */
export type KindDecision = { readonly kind: string } | { readonly among: readonly Fit[] };

/**
 * What the rows of a table are, by its headers. Deals where they fit as well as anything; a kind that fits best and has columns of its
 * own; otherwise whoever imports it must say.
 */
export function decideKind(table: TextTable, setting: KindSetting): KindDecision {
  const deals = fitOfDeals(table, setting);
  const fits = RECORD_KINDS.map((kind) => fitOf(kind, table, setting)).sort((a, b) => b.score - a.score);
  const sure = fits.filter(({ isWhole, isTold }) => isWhole && isTold);
  if (deals.isWhole && !sure.some(({ score }) => score > deals.score)) return { kind: 'deals' };
  const [best, second] = sure;
  if (best) {
    const rivals = sure.filter(({ score }) => score === best.score);
    return best.score > (second?.score ?? 0) ? { kind: best.kind } : { among: rivals };
  }
  const against = deals.isTold || deals.isWhole ? deals.score : 0;
  const likely = fits.filter(
    ({ isTold, isWhole, score, headers }) => (isTold || isWhole) && score > against && headers.length > 1,
  );
  const [only] = likely;
  if (!only) return { kind: 'deals' };
  // What it lacks is asked for next: nothing is taken by this alone.
  return likely.length === 1 && only.isTold ? { kind: only.kind } : { among: likely };
}

/**
 * The kind of a table as it is decided, or as a person at a terminal says.
 * @throws Failure when it is not clear and nobody can be asked
 */
export async function settleKind(table: TextTable, setting: KindSetting, ask: Ask | undefined): Promise<string> {
  const decision = decideKind(table, setting);
  if ('kind' in decision) return decision.kind;
  const { among } = decision;
  if (!ask) throw unclearKind(table, among);
  const kinds = new Set([...among.map(({ kind }) => kind), ...IMPORT_KINDS]);
  return ask({
    message: `${table.file}: what are its rows?`,
    choices: Array.from(kinds, (kind) => ({ value: kind, name: kind, description: KIND_WORDS[kind]! })),
    proposal: among[0]!.kind,
  });
}

function unclearKind({ file }: TextTable, among: readonly Fit[]): Failure {
  const said = among.map(({ kind, headers }) => `${kind} (${firstFew(headers, MOST_HEADERS)})`);
  const flags = among.map(({ kind }) => `--kind ${kind}`);
  return new Failure(
    'usage',
    `${file}: what its rows are is not clear. They could be ${firstFew(said, MOST_KINDS, { between: ' or ' })}.`,
    `Nothing was imported. Say what they are: ${firstFew(flags, MOST_KINDS, { between: ' or ' })}`,
  );
}

function fitOfDeals({ headers }: TextTable, { partnerColumn, wholePartner }: KindSetting): Fit {
  const found = matchHeaders(headers, DEAL_WORDS, statedPartner(headers, DEAL_WORDS, partnerColumn));
  const has = (...fields: readonly ImportField[]): boolean => fields.some((field) => found.columns.has(field));
  const isPlaced = wholePartner || has('partner', 'partner_crm_id', 'partner_domain');
  const fields = [...found.columns.keys()];
  return {
    kind: 'deals',
    isWhole: has('stage', 'status', 'is_won') && isPlaced,
    isTold: has(...DEAL_SIGNS),
    score: fields.reduce((score, field) => score + (DEAL_SIGNS.includes(field) ? SIGN : 1), 0),
    headers: Array.from(found.columns.values(), ({ header }) => header),
  };
}

function fitOf(kind: RecordKind, table: TextTable, { partnerColumn, wholePartner }: KindSetting): Fit {
  const words = vocabularyOf(kind, []);
  const found = matchHeaders(table.headers, words, statedPartner(table.headers, words, partnerColumn));
  const spread = kind.hasPeriodColumns ? spreadColumns(table) : [];
  const fields = [...found.columns.keys()];
  const signs = fields.filter((field) => isSign(kind.fields[field]!, found.columns.get(field)!.header));
  const isOfTargets = kind.id === 'targets' && isAboutTargets(table, spread.length > 0);
  const isSettled = kind.id !== 'partners' || !wholePartner;
  const missing = missingGroups(kind, new Set(fields), { wholePartner, hasSpread: spread.length > 0 });
  return {
    kind: kind.id,
    isWhole: missing.length === 0 && isSettled,
    isTold: signs.length > 0 || isOfTargets,
    score: fields.length + signs.length * (SIGN - 1) + Math.min(SIGN, spread.length) + (isOfTargets ? SIGN : 0),
    headers: [...Array.from(found.columns.values(), ({ header }) => header), ...spread.map(({ header }) => header)],
  };
}

function isSign({ tells }: RecordField, header: string): boolean {
  return tells === true || (tells ?? []).some((known) => headerKey(known) === headerKey(header));
}

/** Months side by side may hold anything: the file, its sheet or its headers say that they are targets. */
function isAboutTargets({ file, sheet = '', headers }: TextTable, hasPeriods: boolean): boolean {
  return hasPeriods && [file, sheet, ...headers].some((name) => TARGET_WORDS.test(name));
}

function statedPartner<F extends string>(
  headers: readonly string[],
  { fields }: HeaderWords<F>,
  partnerColumn: string | undefined,
): Partial<Record<F, string>> {
  const isThere = partnerColumn !== undefined && headers.includes(partnerColumn) && fields.includes('partner' as F);
  return (isThere ? { partner: partnerColumn } : {}) as Partial<Record<F, string>>;
}
