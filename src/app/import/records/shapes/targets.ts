import { fiscalCalendarOf, rangeOfYear } from '../../../../domain/fiscal-calendar.ts';
import type { Target } from '../../../../schema/partner.ts';
import { formatFiscalYear, parseFiscalYear } from '../../../../units/fiscal-quarter.ts';
import type { PlainDate } from '../../../../units/plain-date.ts';
import type { PlacedRow, RecordRow, RefusedRow, RowValues, ShapeContext, ShapedRows } from '../record-kind.ts';
import { figuresOfRow } from './target-figures.ts';

const MONTHS = Array.from({ length: 12 }, (_, index) => `m${index + 1}`);
const QUARTERS = Array.from({ length: 4 }, (_, index) => `q${index + 1}`);
const SLOTS = ['annual', ...QUARTERS, ...MONTHS];

/** Everything a file says about one partner's fiscal year. */
interface GatheredYear {
  readonly partner: string;
  readonly year: string;
  readonly lines: Set<number>;
  readonly slots: Map<string, number>;
  note: string | undefined;
  problem: string | undefined;
}

/**
 * Targets from columns or rows. What differs from the target that holds becomes a new entry agreed on the day of the import, so that
 * earlier pages keep saying what they said; the same figures leave the entry as it is.
 */
export function shapeTargets(rows: readonly PlacedRow[], context: ShapeContext): ShapedRows {
  const rejected: RefusedRow[] = [];
  const years = new Map<string, GatheredYear>();
  for (const row of rows) {
    const why = gather(row, years, context);
    if (why !== undefined) rejected.push({ line: row.line, why });
  }
  const records: RecordRow[] = [];
  for (const gathered of years.values()) {
    const outcome = recordOf(gathered, context);
    if (typeof outcome === 'string') rejected.push(...[...gathered.lines].map((line) => ({ line, why: outcome })));
    else records.push(outcome);
  }
  // A row may give two years of which one is refused.
  const refused = new Set(rejected.map(({ line }) => line));
  const sound = records.filter(({ lines }) => !lines.some((line) => refused.has(line)));
  return { records: sound, rejected: firstReason(rejected), warnings: dayWarning(sound, context) };
}

/** First targets of a year that has begun: a page as of an earlier day does not know them, which nobody expects. */
function dayWarning(records: readonly RecordRow[], { territory, filesOf, asOf }: ShapeContext): string[] {
  const calendar = fiscalCalendarOf(territory.config);
  const late = records.some(({ partner, values: { fiscal_year: year } }) => {
    const known = parseFiscalYear(String(year));
    const standing = filesOf.get(partner)?.partner.targets ?? [];
    const isFirst = !standing.some((target) => formatFiscalYear(target.fiscal_year) === year);
    return isFirst && known !== undefined && rangeOfYear(known, calendar).from < asOf;
  });
  return late
    ? [
        `first targets of a year that has begun hold from ${asOf} on, the day they are agreed; --as-of DAY says another day`,
      ]
    : [];
}

function gather(
  row: PlacedRow,
  years: Map<string, GatheredYear>,
  { territory, filesOf }: ShapeContext,
): string | undefined {
  const { partner, values, line } = row;
  const own = filesOf.get(partner)?.partner.currency ?? territory.config.currency;
  const { currency = own, note } = values;
  if (currency !== own) return `is in ${currency}; targets of ${partner} are in ${own}`;
  const figures = figuresOfRow(row, fiscalCalendarOf(territory.config));
  if (typeof figures === 'string') return figures;
  for (const { year, slot, value } of figures) {
    const key = `${partner} ${year}`;
    const none: GatheredYear = {
      partner,
      year,
      lines: new Set(),
      slots: new Map(),
      note: undefined,
      problem: undefined,
    };
    const gathered = years.get(key) ?? none;
    years.set(key, gathered);
    gathered.lines.add(line);
    gathered.note ??= note as string | undefined;
    const before = gathered.slots.get(slot);
    if (before !== undefined && before !== value) {
      gathered.problem ??= `${year} stands twice for ${partner} with different targets (${before} and ${value})`;
    }
    gathered.slots.set(slot, value);
  }
  return undefined;
}

function recordOf(
  { partner, year, lines, slots, note, problem }: GatheredYear,
  { filesOf, asOf }: ShapeContext,
): RecordRow | string {
  if (problem !== undefined) return problem;
  const holding = targetOn(filesOf.get(partner)?.partner.targets ?? [], year, asOf);
  const figures = finestOf(slots, holding, year);
  if (typeof figures === 'string') return figures;
  const isSame = holding !== undefined && SLOTS.every((slot) => slotsOf(holding)[slot] === figures[slot]);
  const agreed = isSame ? holding.agreed : asOf;
  const values: RowValues = { fiscal_year: year, agreed, ...allSlots(figures), ...(note !== undefined && { note }) };
  return { lines: [...lines], partner, values, worth: worthOfTarget(values) };
}

/** The finest figures that cover the whole year; those a file leaves out stay as they stand. */
function finestOf(
  slots: ReadonlyMap<string, number>,
  holding: Target | undefined,
  year: string,
): Readonly<Record<string, number>> | string {
  for (const [names, word] of [
    [MONTHS, 'months'],
    [QUARTERS, 'quarters'],
  ] as const) {
    const given = names.filter((name) => slots.has(name));
    if (given.length === 0) continue;
    const stands = holding ? slotsOf(holding) : {};
    const whole = names.map((name) => slots.get(name) ?? stands[name]);
    const missing = whole.filter((value) => value === undefined).length;
    if (missing > 0) {
      return `${year} has ${given.length} of its ${names.length} ${word}; a target by ${word} needs all of them`;
    }
    const sum = whole.reduce<number>((total, value) => total + value!, 0);
    const annual = slots.get('annual');
    if (annual !== undefined && Math.abs(sum - annual) > 1) {
      return `the ${word} of ${year} sum to ${plain(sum)}, the year says ${plain(annual)}`;
    }
    return Object.fromEntries(names.map((name, index) => [name, whole[index]!]));
  }
  return { annual: slots.get('annual')! };
}

function targetOn(targets: readonly Target[], year: string, asOf: PlainDate): Target | undefined {
  return targets
    .filter((target) => formatFiscalYear(target.fiscal_year) === year && target.agreed <= asOf)
    .toSorted((a, b) => (a.agreed < b.agreed ? -1 : 1))
    .at(-1);
}

function slotsOf({ annual, quarters = [], months = [] }: Target): Readonly<Record<string, number | undefined>> {
  return {
    annual,
    ...Object.fromEntries(quarters.map((value, index) => [`q${index + 1}`, value])),
    ...Object.fromEntries(months.map((value, index) => [`m${index + 1}`, value])),
  };
}

/** Every slot, those without a figure among them: an entry has its figures in one of three ways. */
function allSlots(figures: Readonly<Record<string, number>>): RowValues {
  return Object.fromEntries(SLOTS.map((slot) => [slot, figures[slot]]));
}

function plain(amount: number): string {
  return String(Math.round(amount * 100) / 100);
}

function firstReason(rejected: readonly RefusedRow[]): RefusedRow[] {
  const seen = new Map<number, RefusedRow>();
  for (const row of rejected) if (!seen.has(row.line)) seen.set(row.line, row);
  return [...seen.values()];
}

/** What a target is worth for a year, to be summed. */
function worthOfTarget(values: RowValues): number | undefined {
  const given = SLOTS.map((slot) => values[slot]).filter((value) => typeof value === 'number');
  return given.length === 0 ? undefined : given.reduce((sum, value) => sum + value, 0);
}
