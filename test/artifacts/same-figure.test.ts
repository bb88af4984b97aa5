import { blocksInOrder } from '../../src/document/page-order.ts';
import { describe, expect, it } from 'vitest';
import { reasonsOfPartner } from '../../src/app/figures/reasons.ts';
import { allFigures } from '../../src/artifacts/performance-scorecard/index.ts';
import type { Block, KeyFigure } from '../../src/document/block.ts';
import type { Document } from '../../src/document/document.ts';
import type { FigureName } from '../../src/domain/performance/performance.ts';
import { isKnown } from '../../src/units/missing.ts';
import type { Sentence } from '../../src/units/sentence.ts';
import type { Value } from '../../src/units/value.ts';
import { plain } from '../domain/given.ts';
import { openSample, pagesOf, sectionOf, type Pages } from './sample-pages.ts';

const workspace = await openSample();
const partners = workspace.territory.partners.map(({ id }) => id);
const pages = new Map(partners.map((id) => [id, pagesOf(workspace, id)]));

/** Every sentence anywhere in a document: headlines, strips, notes, findings, comparisons, descriptions of charts. */
function sentencesIn(part: unknown): Sentence[] {
  if (typeof part !== 'object' || part === null) return [];
  if ('pattern' in part && 'values' in part) return [part as Sentence];
  return Object.values(part).flatMap(sentencesIn);
}

function blocksIn(document: Document): readonly Block[] {
  return document.sections.flatMap(blocksInOrder);
}

function keyFiguresIn(document: Document): KeyFigure[] {
  return blocksIn(document).flatMap((block) => (block.kind === 'key-figures' ? block.figures : []));
}

function blockOf<K extends Block['kind']>(
  document: Document,
  kind: K,
  id: string,
): Extract<Block, { kind: K }> | undefined {
  return blocksIn(document).find(
    (block): block is Extract<Block, { kind: K }> => block.kind === kind && 'id' in block && block.id === id,
  );
}

function amountOf({ scorecard }: Pages, name: FigureName): number {
  const value = scorecard.performance.figures[name].value;
  return value.kind === 'amount' ? value.amount : Number.NaN;
}

/** Adds what is known. */
function total(values: readonly (number | null)[]): number {
  return values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
}

describe.each(partners)('every page of %s', (id) => {
  const made = pages.get(id)!;
  const { deck, page, scorecard, review } = made;
  const { figures, periods } = scorecard.performance;
  const all = allFigures(scorecard);
  const known: Readonly<Record<string, Value>> = review.values;

  it('speaks of the very figures of the scorecard in its sentences', () => {
    let spoken = 0;
    for (const { pattern, values } of [...sentencesIn(deck.sections), ...sentencesIn(page.sections)]) {
      for (const [name, value] of Object.entries(values)) {
        if (!Object.hasOwn(figures, name)) continue;
        spoken += 1;
        // The quarter's own figure says its pace in the same words as the year's.
        const said = [name, ...(name === 'pace' ? ['pace_quarter'] : [])].map(
          (each) => figures[each as FigureName].value,
        );
        expect(said, `{${name}} in "${pattern}"`).toContainEqual(value);
      }
    }
    expect(spoken).toBeGreaterThan(3);
  });

  it('fills its headlines with the figures of the review', () => {
    const said = deck.sections.flatMap(({ headline }) => Object.entries(headline.values));
    const names = said.map(([name]) => name).filter((name) => name !== 'text');
    expect(said.filter(([name]) => name !== 'text')).toEqual(names.map((name) => [name, known[name]]));
    expect(names.length).toBeGreaterThan(2);
  });

  it('carries the same figures for machines', () => {
    for (const [name, value] of Object.entries(page.figures)) {
      expect(value, name).toEqual(all[name]!.value);
      if (Object.hasOwn(scorecard.figures, name)) expect(deck.figures[name], name).toEqual(value);
    }
    const internal = Object.keys(all).filter((name) => !Object.hasOwn(page.figures, name));
    expect(internal.filter((name) => !/^last_contact(_q[1-4])?$/.test(name))).toEqual(['crm_weighted']);
  });

  it('gives the same figures when it is asked why', () => {
    // A metric is asked for its last quarter beside the year to date.
    const asked = Object.keys(all).filter((name) => !/_q[124]$/.test(name));
    const reasonsOf = reasonsOfPartner(workspace, { partnerId: id });
    for (const name of asked) {
      const { figure } = reasonsOf(name);
      expect(figure.value, name).toEqual(all[name]!.value);
      expect(figure.status, name).toEqual(all[name]!.status);
    }
  });

  it('has one value and one status for each key figure, in the deck as on the scorecard', () => {
    const labelled = new Map(Object.values(figures).map((figure) => [figure.label, figure]));
    const shown = [...keyFiguresIn(deck), ...keyFiguresIn(page)].filter(({ label }) => labelled.has(label.pattern));
    expect(shown.length).toBeGreaterThan(3);
    for (const { label, value, status } of shown) {
      expect(value, label.pattern).toEqual(labelled.get(label.pattern)!.value);
      // What is won is judged by its pace.
      const judged = {
        [figures.bookings_ytd.label]: figures.pace,
        [figures.bookings_quarter.label]: figures.pace_quarter,
      };
      const { status: expected } = judged[label.pattern] ?? labelled.get(label.pattern)!;
      if (status) expect(status, label.pattern).toEqual(expected);
    }
  });

  it('compares with the same plan, quarter and year before on both pages', () => {
    const tables = [deck, page].flatMap((document) => blockOf(document, 'table', 'against') ?? []);
    const won = tables.map(({ rows }) => [rows[0]!.cells['quarter']!.value, rows[0]!.cells['year']!.value]);
    expect(won).toEqual(tables.map(() => [figures.bookings_quarter.value, figures.bookings_ytd.value]));
    expect(tables.every((table) => JSON.stringify(table) === JSON.stringify(tables[0]))).toBe(true);
  });

  it('draws charts that end where the figures stand', () => {
    for (const document of [deck, page]) {
      const lines = blockOf(document, 'lines', 'cumulative');
      const columns = blockOf(document, 'columns', 'by-month');
      if (!lines || !columns) continue;
      const actual = lines.lines.find(({ role }) => role === 'actual')!.values;
      expect(actual.findLast((value) => value !== null)).toBeCloseTo(amountOf(made, 'bookings_ytd'), 6);
      expect(total(columns.bars.values)).toBeCloseTo(amountOf(made, 'bookings_ytd'), 6);
      expect(lines.lines.find(({ role }) => role === 'forecast')!.values.at(-1)).toBeCloseTo(
        amountOf(made, 'forecast'),
        6,
      );
      const plan = lines.lines.find(({ label }) => label === 'Plan')?.values;
      if (!plan) continue;
      expect(plan.at(-1)).toBeCloseTo(amountOf(made, 'target'), 6);
      // The as-of day of the sample is the last of its month, so the running total of the plan stands at the plan to date.
      expect(plan[actual.findLastIndex((value) => value !== null)]).toBeCloseTo(amountOf(made, 'plan_to_date'), 6);
    }
  });

  it('draws the open pipeline of the figures, by close date and by stage', () => {
    for (const document of [deck, page]) {
      const chart = blockOf(document, 'columns', 'by-close-date');
      if (!chart) continue;
      const rest = chart.categories.findIndex(({ label }) => label.startsWith('Rest of FY26') && !label.includes('-Q'));
      expect(chart.bars.values[rest]).toBe(amountOf(made, 'open_rest_of_year'));
      const needed = chart.marks.find(({ role }) => role === 'target')?.values[rest];
      if (needed)
        expect(needed).toBeCloseTo(
          Number(plain(figures.required_coverage.value)) * amountOf(made, 'remaining_target'),
          6,
        );
      // The deck draws the year, the next quarter and later; quarters are parts of the year.
      const apart = chart.bars.values.filter((_, index) => !/-Q[34]$/.test(chart.categories[index]!.label));
      expect(total(apart) + amountOf(made, 'overdue_amount')).toBeCloseTo(amountOf(made, 'open_pipeline'), 6);
      expect(Number(plain(figures.no_close_date_deals.value))).toBe(0);
    }
    const stages = blockOf(deck, 'bars', 'by-stage');
    if (stages) expect(total(stages.bars.map(({ value }) => value))).toBeCloseTo(amountOf(made, 'open_pipeline'), 6);
  });

  it('lists the deals behind the open pipeline, all of them', () => {
    for (const table of [
      blockOf(deck, 'table', 'top-deals'),
      blockOf(page, 'table', 'top-deals'),
      blockOf(deck, 'table', 'deals'),
    ]) {
      if (!table) continue;
      const amounts = table.rows.map(({ cells }) => cells['amount']!.value);
      expect(amounts).toHaveLength(Number(plain(figures.open_deals.value)));
      expect(total(amounts.map((value) => Number(plain(value))))).toBeCloseTo(amountOf(made, 'open_pipeline'), 6);
    }
  });

  it('has rows behind each sum that add up to it', () => {
    for (const name of [
      'bookings_ytd',
      'bookings_quarter',
      'bookings_last_year',
      'trailing_12_months',
      'open_pipeline',
      'open_rest_of_year',
      'overdue_amount',
      'stale_amount',
    ] as const) {
      const { value, evidence } = figures[name];
      if (value.kind !== 'amount' || !evidence.selection) continue;
      const amounts = evidence.selection.counted.map(({ amount }) => (isKnown(amount) ? amount : 0));
      expect(total(amounts), name).toBeCloseTo(value.amount, 4);
    }
    expect(periods.find(({ scope }) => scope === 'year')?.open.amount).toBe(plain(figures.open_rest_of_year.value));
  });

  it('grades last time by the same numbers in headline, strip and table', () => {
    if (!deck.sections.some((section) => section.id === 'commitments')) return;
    const [table] = blocksInOrder(sectionOf(deck, 'commitments'));
    const results = table?.kind === 'table' ? table.rows.map(({ cells }) => cells['result']!.status!.word) : [];
    const graded = results.filter((word) => word !== 'open' && word !== 'dropped');
    expect(known['commitments_total']).toEqual({ kind: 'count', count: graded.length });
    expect(known['kept_total']).toEqual({ kind: 'count', count: graded.filter((word) => word === 'kept').length });
  });

  it('measures own profit against the plan that the review shows it against', () => {
    const { plan } = review;
    if (!plan?.plan?.agreed || !plan.profitOfYear || plan.profitOfYear.months.length === 0) return;
    expect(plan.currency).toBe(made.input.files.partner.currency ?? made.input.config.currency);
    const standing = scorecard.metrics().standings.find(({ metric }) => metric.id === 'partner-profit')!;
    expect(standing.target!.value).toEqual({
      kind: 'amount',
      amount: plan.profitOfYear.planned,
      currency: plan.currency,
    });
  });
});
