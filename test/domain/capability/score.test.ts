import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { questionsFor, type Question } from '../../../src/domain/capability/questionnaire.ts';
import { scoreAnswers, shownScore, statusOfScore } from '../../../src/domain/capability/score.ts';
import type { Answer } from '../../../src/schema/assessment.ts';
import { isKnown, missing } from '../../../src/units/missing.ts';
import { givenQuestionnaire, graduated, shippedQuestionnaire } from './given-questionnaire.ts';

const PARTNER = { partnerType: 'msp', lifeStage: 'support-success', audience: 'partner' } as const;
const small = givenQuestionnaire();
const scoreSmall = (answers: Readonly<Record<string, Answer>>) => scoreAnswers(small, answers, PARTNER);

const asked = questionsFor(shippedQuestionnaire, { ...PARTNER, form: 'full' });
const scored = asked.filter(({ weight }) => weight > 0);

function extreme(question: Question, best: boolean): Answer {
  switch (question.kind) {
    case 'yes-no':
      return best;
    case 'graduated':
      return best ? 5 : 1;
    case 'number-bands':
      return { band: best ? 5 : 1 };
    case 'multiple-choice':
      return best ? question.options.map(({ id }) => id) : [];
    default:
      throw new Error(`${question.kind} is not asked`);
  }
}

function answerTo(question: Question): fc.Arbitrary<Answer> {
  switch (question.kind) {
    case 'yes-no':
      return fc.boolean();
    case 'graduated':
      return fc.integer({ min: 1, max: 5 });
    case 'number-bands':
      return fc.oneof(
        fc.integer({ min: 1, max: 5 }).map((band) => ({ band })),
        fc.integer({ min: 0, max: 100 }),
      );
    case 'multiple-choice':
      return fc.subarray(question.options.map(({ id }) => id));
    default:
      throw new Error(`${question.kind} is not asked`);
  }
}

const anyAnswers = fc
  .tuple(...scored.map((question) => fc.option(answerTo(question), { nil: undefined })))
  .map((answers) =>
    Object.fromEntries(scored.flatMap(({ id }, index) => (answers[index] === undefined ? [] : [[id, answers[index]]]))),
  );

describe('a capability score', () => {
  it('weighs questions in a topic, topics in a category and categories in the total', () => {
    // one: (10 × 1 + 10 × 0.5) / 20 = 0.75 → 75.25 → 75; two: 0.25 → 25.75 → 26; A: (20 × 0.75 + 40 × 0.25) / 60 = 0.41667 → 42.25 → 42
    // three = B: 0 → 1; total: (60 × 0.41667 + 40 × 0) / 100 = 0.25 → 25.75 → 26
    const score = scoreSmall({ q1: 5, q2: 3, q3: 2, q4: 1 });
    expect(
      score.categories.map((category) => [category.score, ...category.topics.map((topic) => topic.score)]),
    ).toEqual([
      [42, 75, 26],
      [1, 1],
    ]);
    expect(score.score).toBe(26);
  });

  it('is 100 when every answer is the best and 1 when every answer is the lowest', () => {
    for (const best of [true, false]) {
      const answers = Object.fromEntries(scored.map((question) => [question.id, extreme(question, best)]));
      const { score, categories } = scoreAnswers(shippedQuestionnaire, answers, PARTNER);
      const parts = [
        score,
        ...categories.flatMap((category) => [category.score, ...category.topics.map((topic) => topic.score)]),
      ];
      expect(new Set(parts)).toEqual(new Set([best ? 100 : 1]));
    }
  });

  it('is not scored while nothing is answered, which is neither 0 nor 1', () => {
    const score = scoreSmall({});
    expect(score.score).toEqual(missing('not scored'));
    expect(score.completeness).toBe(0);
    expect(statusOfScore(score.score, small.status)).toEqual({ meaning: 'unknown', word: 'not scored' });
  });

  it('leaves a category without an answer out of the total instead of counting it as nothing', () => {
    expect(scoreSmall({ q3: 5 }).score).toBe(100);
    expect(scoreSmall({ q3: 5, q4: 1 }).score).toBe(60);
  });

  it('counts a question that was passed over as unanswered, one that does not apply not at all', () => {
    expect(scoreSmall({ q1: 5, q2: 'skipped', q3: 5, q4: 5 }).completeness).toBe(0.9);
    expect(scoreSmall({ q1: 5, q2: 'not-applicable', q3: 5, q4: 5 }).completeness).toBe(1);
  });

  it('measures the answers of the quick form against the full one', () => {
    expect(scoreSmall({ q1: 4, q3: 4 }).completeness).toBe(0.5);
  });

  it('rounds halves up', () => {
    // 1 + 99 × 0.5 = 50.5
    expect(shownScore(0.5)).toBe(51);
    expect(shownScore((75.5 - 1) / 99)).toBe(76);
    expect(shownScore((75.5 - 1) / 99 - 1e-9)).toBe(75);
  });

  it('is weak below 50, medium to 74 and strong from 75, by the score as it is shown', () => {
    const words = [49, 50, 74, 75].map((score) => statusOfScore(score, small.status).word);
    expect(words).toEqual(['weak', 'medium', 'medium', 'strong']);
  });

  it('never holds what the account manager thinks apart', () => {
    const answers = { q1: 5, q2: 5, q3: 5, q4: 5 };
    expect(scoreSmall({ ...answers, q5: 1 })).toEqual(scoreSmall(answers));
    const own = scoreAnswers(small, { q5: 1, q1: 5 }, { ...PARTNER, audience: 'internal' });
    expect([own.score, own.categories.map(({ id }) => id)]).toEqual([1, ['own']]);
  });

  it('passes over an answer that does not fit its question', () => {
    expect(scoreSmall({ q1: 5, q2: 6, q3: 'high', q4: true }).score).toBe(100);
  });
});

describe('any answers', () => {
  it('score the same with a question passed over as if it had never been asked', () => {
    fc.assert(
      fc.property(anyAnswers, fc.nat(scored.length - 1), (answers, index) => {
        const { id, ...rest } = { id: scored[index]!.id };
        const { [id]: _, ...without } = answers;
        const passedOver = scoreAnswers(shippedQuestionnaire, { ...without, ...rest, [id]: 'skipped' }, PARTNER);
        const removed = {
          ...shippedQuestionnaire,
          questions: shippedQuestionnaire.questions.filter((question) => question.id !== id),
        };
        const neverAsked = scoreAnswers(removed, without, PARTNER);
        expect(passedOver.fraction).toEqual(neverAsked.fraction);
        expect(passedOver.categories.map(({ score }) => score)).toEqual(
          neverAsked.categories.map(({ score }) => score),
        );
      }),
    );
  });

  it('score the same in whatever order they were given', () => {
    fc.assert(
      fc.property(
        anyAnswers.chain((answers) =>
          fc.tuple(
            fc.constant(answers),
            fc.shuffledSubarray(Object.entries(answers), { minLength: Object.keys(answers).length }),
          ),
        ),
        ([answers, shuffled]) => {
          const score = (given: Readonly<Record<string, Answer>>) => scoreAnswers(shippedQuestionnaire, given, PARTNER);
          expect(score(Object.fromEntries(shuffled))).toEqual(score(answers));
        },
      ),
    );
  });

  it('score from 1 to 100, more with a better answer and never less', () => {
    fc.assert(
      fc.property(anyAnswers, fc.nat(scored.length - 1), (answers, index) => {
        const question = scored[index]!;
        const total = (given: Readonly<Record<string, Answer>>) =>
          scoreAnswers(shippedQuestionnaire, given, PARTNER).fraction;
        const [low, high] = [false, true].map((best) => total({ ...answers, [question.id]: extreme(question, best) }));
        expect(isKnown(low!) && isKnown(high!) && low >= 0 && high <= 1 && low < high).toBe(true);
      }),
    );
  });
});

describe('each kind of question', () => {
  const shareOf = (question: Readonly<Record<string, unknown>>, answer: Answer): number | undefined => {
    const topics = [{ id: 'only', title: 'Only', weight: 100 }];
    const given = givenQuestionnaire({
      categories: [{ id: 'a', title: 'A', weight: 100, topics }],
      questions: [{ id: 'q', topic: 'only', text: 'Q', weight: 100, core: true, ...question }],
    });
    const { fraction } = scoreAnswers(given, { q: answer }, PARTNER);
    return isKnown(fraction) ? fraction : undefined;
  };

  it('reaches (level − lowest) of (highest − lowest), on a scale of its own too', () => {
    const levels = { kind: 'graduated', anchors: graduated('x', 'y', 1)['anchors'] };
    expect([1, 2, 5].map((level) => shareOf(levels, level))).toEqual([0, 0.25, 1]);
    const fromNought = { kind: 'graduated', scale: { min: 0, max: 2 }, anchors: { 0: 'no', 1: 'some', 2: 'all' } };
    expect([0, 1, 2, 3].map((level) => shareOf(fromNought, level))).toEqual([0, 0.5, 1, undefined]);
    expect(shareOf({ ...levels, reversed: true }, 2)).toBe(0.75);
  });

  it('reaches the points chosen of all points, of one choice between the fewest and the most', () => {
    const options = [
      { id: 'x', label: 'X', points: 1 },
      { id: 'y', label: 'Y', points: 4 },
      { id: 'z', label: 'Z', points: 0 },
    ];
    expect([[], ['x'], ['x', 'y', 'z']].map((chosen) => shareOf({ kind: 'multiple-choice', options }, chosen))).toEqual(
      [0, 0.2, 1],
    );
    expect(['z', 'x', 'y', 'w'].map((chosen) => shareOf({ kind: 'single-choice', options }, chosen))).toEqual([
      0,
      0.25,
      1,
      undefined,
    ]);
  });

  it('reaches the level of the band a number falls into, the upper end of a band being the next one’s', () => {
    const bands = [{ below: 10, level: 1 }, { below: 20, level: 3 }, { level: 5 }];
    const question = { kind: 'number-bands', unit: 'deals', bands };
    expect([0, 9.9, 10, 20, 1e9].map((number) => shareOf(question, number))).toEqual([0, 0, 0.5, 1, 1]);
    expect([{ band: 3 }, { band: 2 }].map((band) => shareOf(question, band))).toEqual([0.5, undefined]);
  });
});
