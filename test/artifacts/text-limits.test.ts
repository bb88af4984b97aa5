import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SLIDE_BUILDERS } from '../../src/artifacts/qbr/slide-builders.ts';
import { chooseRule, conditionHolds, fillPattern } from '../../src/domain/story.ts';
import { formatSentence } from '../../src/units/format.ts';
import { partsOfPattern } from '../../src/units/sentence.ts';
import { amount, change, count, date, flag, share, text, times, type Value } from '../../src/units/value.ts';
import { day, givenTarget, open, won } from '../domain/given.ts';
import { givenInput } from './given-input.ts';
import { openSample, pagesFrom } from './sample-pages.ts';

const { storyline } = await openSample();
const format = { locale: 'en-GB' } as const;
const LIMIT = storyline.headline_max_characters;

/** 28 characters, as long as a short name may be; a currency without a sign of its own is the widest. */
const NAME = 'Wwwwwwwwwwww & Wwwwwwwwwwwww';
const WIDEST: Readonly<Record<string, Value>> = {
  text: text(NAME),
  amount: amount(888_800_000, 'CHF'),
  percent: share(8.88),
  change: change(-8.88),
  count: count(8888),
  x: times(88.8),
  date: date(day('2026-12-28')),
  score: { kind: 'score', score: 100 },
  flag: flag(true),
};

const kinds = Object.entries(storyline.figures).flatMap(([kind, names]) => names.map((name) => [name, kind] as const));

/** Every figure of the storyline as wide as it prints; periods as they are written. */
const PERIODS = ['quarter', 'next_quarter', 'last_quarter', 'fiscal_year', 'coverage_year', 'last_booking_month'];
const widest: Readonly<Record<string, Value>> = Object.fromEntries(
  kinds.map(([name, kind]) => [name, PERIODS.includes(name) ? text('FY26-Q3') : (WIDEST[kind] ?? text(NAME))]),
);

function lengthOf(pattern: string, values: Readonly<Record<string, Value>>): number | undefined {
  const filled = fillPattern(pattern, { values });
  return filled && formatSentence(filled, format).length;
}

/** Any value a figure may have, small and large, now and then unknown. */
const ANY: Readonly<Record<string, fc.Arbitrary<Value>>> = {
  amount: fc
    .constantFrom(-9e6, 0, 1, 640, 3800, 431_000, 1_240_000, 888_800_000, 9.99e11)
    .map((value) => amount(value, 'CHF')),
  percent: fc.constantFrom(0, 0.004, 0.35, 0.79, 0.8, 0.997, 1, 1.4, 9.99, 88).map((value) => share(value)),
  change: fc.constantFrom(-1, -0.2, 0, 0.05, 12.5).map(change),
  count: fc.constantFrom(0, 1, 2, 11, 8888).map(count),
  x: fc.constantFrom(0, 0.4, 1.9, 2, 3, 88.8).map(times),
  date: fc.constant(date(day('2026-12-28'))),
  flag: fc.boolean().map(flag),
  score: fc.integer({ min: 1, max: 100 }).map((score): Value => ({ kind: 'score', score })),
};

const anyFigures: fc.Arbitrary<Readonly<Record<string, Value>>> = fc.record(
  Object.fromEntries(
    kinds.map(([name, kind]) => [
      name,
      fc.oneof(
        { weight: 4, arbitrary: ANY[kind] ?? fc.constant(widest[name]!) },
        { weight: 1, arbitrary: fc.constant<Value>({ kind: 'missing', reason: 'not loaded' }) },
      ),
    ]),
  ),
);

describe('headlines', () => {
  it.each(storyline.slides.map((slide) => [slide.id, slide] as const))(
    'of slide %s fit, however large the figures are, or have a shorter one after them',
    (_id, slide) => {
      const lengths = slide.headlines.map(({ text: pattern }) => lengthOf(pattern, widest)!);
      lengths.forEach((length, index) => {
        const shorter = lengths.slice(index + 1).some((other) => other <= LIMIT);
        expect(length <= LIMIT || shorter, `${slide.headlines[index]!.id} has ${length} characters`).toBe(true);
      });
    },
  );

  it('of the program slide give way to a shorter one where a step with its worth is too long', () => {
    const slide = storyline.slides.find(({ id }) => id === 'program')!;
    const values = {
      ...Object.fromEntries(kinds.filter(([, kind]) => kind === 'count').map(([name]) => [name, count(0)])),
      next_at_risk: count(1),
      ...Object.fromEntries(
        ['next_tier_title', 'next_gap', 'review_date', 'next_tier_worth'].map((name) => [name, widest[name]!]),
      ),
    };
    const chosen = chooseRule(slide.headlines, { values }, { characters: LIMIT, format })!;
    expect(chosen.rule.id).toBe('steps-plain');
  });

  it.each(storyline.slides.map((slide) => [slide.id, slide] as const))(
    'of slide %s that are chosen fit or give way to one that does',
    (_id, slide) => {
      fc.assert(
        fc.property(anyFigures, (values) => {
          const chosen = chooseRule(slide.headlines, { values }, { characters: LIMIT, format });
          if (!chosen) return;
          const printed = formatSentence(chosen.sentence, format);
          expect(printed.length, printed).toBeLessThanOrEqual(LIMIT);
          expect(printed).not.toMatch(/n\/a|NaN|undefined|\{|\}/);
        }),
        { numRuns: 200 },
      );
    },
  );

  it('are sentences: a capital first, no full stop at the end, a figure in them', () => {
    for (const slide of storyline.slides.filter(({ id }) => SLIDE_BUILDERS[id])) {
      for (const { id, text: pattern } of slide.headlines) {
        expect(pattern, `${slide.id} ${id}`).toMatch(/^[A-Z{]/);
        expect(pattern, `${slide.id} ${id}`).not.toMatch(/[.!?]$/);
      }
    }
  });
});

describe('findings', () => {
  const findings = storyline.slides.flatMap(({ findings: rules }) => rules ?? []);

  it('keep to the lengths a slide holds: 60 characters for the lead, 75 for the detail', () => {
    const large = {
      ...widest,
      ...Object.fromEntries(
        kinds.filter(([, kind]) => kind === 'amount').map(([name]) => [name, amount(888_800_000, 'USD')]),
      ),
    };
    const long = findings.flatMap(({ id, topic, lead, detail }) => [
      ...(lengthOf(lead, large)! > 60 ? [`${topic} ${id}: lead`] : []),
      ...(lengthOf(detail, large)! > 75 ? [`${topic} ${id}: detail ${lengthOf(detail, large)}`] : []),
    ]);
    expect(long).toEqual([]);
  });

  it('never speak of a figure that their own condition does not make sure of', () => {
    fc.assert(
      fc.property(anyFigures, (values) => {
        for (const { when, lead, detail, id } of findings) {
          if (!conditionHolds(when, { values })) continue;
          const filled = [lead, detail].map((pattern) => fillPattern(pattern, { values }));
          for (const sentence of filled)
            if (sentence) expect(formatSentence(sentence, format), id).not.toMatch(/n\/a|NaN/);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('every pattern of the storyline', () => {
  it('names only figures that the storyline lists', () => {
    const known = new Set(kinds.map(([name]) => name));
    const patterns = storyline.slides.flatMap((slide) => [
      ...slide.headlines.map((rule) => rule.text),
      ...(slide.strip?.why ?? []).map((rule) => rule.text),
      ...(slide.strip?.next ?? []).map((rule) => rule.text),
      ...slide.notes_partner,
      ...slide.notes_internal,
    ]);
    const unknown = patterns.flatMap((pattern) =>
      partsOfPattern(pattern).flatMap((part) => ('name' in part && !known.has(part.name) ? [part.name] : [])),
    );
    expect(unknown).toEqual([]);
  });
});

describe('a deck of extreme names and sums', () => {
  const long = 'Wolfgang-Maximilian Überlingen-Oberschwaben Verwaltungsgesellschaft '.repeat(6).trim();
  const targets = [{ ...givenTarget({ annual: 9e14 }), fiscal_year: 'FY26' }];
  const deals = [
    won('2025-08-01', 4e14, { account: long, name: long }),
    won('2024-08-01', 1, { account: long }),
    ...Array.from({ length: 40 }, (_, index) =>
      open(`2026-0${3 + (index % 4)}-10`, 1e13 * index, { account: `${long} ${index}`, name: long, stage: long }),
    ),
  ];
  const { deck } = pagesFrom(givenInput({ partner: { name: long, targets, currency: 'CHF' }, deals }));

  it('has headlines within the limit on every slide', () => {
    for (const { id, headline } of deck.sections)
      expect(formatSentence(headline, deck.format).length, id).toBeLessThanOrEqual(LIMIT);
  });

  it('names the partner in at most 28 characters where space is short', () => {
    expect(deck.subject.shortName.length).toBeLessThanOrEqual(28);
    expect(deck.subject.name).toBe(long);
  });
});
