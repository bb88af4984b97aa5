import { describe, expect, it } from 'vitest';
import { assessedBy, savedScoresOf, type Assessed } from '../../../src/domain/capability/assessed.ts';
import { changeSince } from '../../../src/domain/capability/change.ts';
import type { Questionnaire } from '../../../src/domain/capability/questionnaire.ts';
import { assessmentSchema, type Assessment } from '../../../src/schema/assessment.ts';
import { isKnown, missing } from '../../../src/units/missing.ts';
import { givenQuestionnaire, graduated } from './given-questionnaire.ts';

const FOR_PARTNER = { partner: { type: 'msp' }, audience: 'partner' } as const;
const first = givenQuestionnaire();

function answered(answers: Readonly<Record<string, unknown>>, more: object = {}): Assessment {
  return assessmentSchema.parse({ questionnaire: 'small', date: '2025-08-14', form: 'full', answers, ...more });
}

function saved(questionnaire: Questionnaire, assessment: Assessment): Assessment {
  const { basis } = assessedBy(questionnaire, assessment, FOR_PARTNER);
  return {
    ...assessment,
    version: questionnaire.version,
    content: questionnaire.content,
    scores: savedScoresOf(basis),
  };
}

const assessed = (answers: Readonly<Record<string, unknown>>): Assessed =>
  assessedBy(first, answered(answers), FOR_PARTNER);

describe('an assessment that was saved', () => {
  const standing = saved(first, answered({ q1: 5, q2: 3, q3: 2, q4: 1 }));

  it('keeps its scores when the questionnaire weighs or asks otherwise later', () => {
    const later = givenQuestionnaire({
      version: '2',
      questions: [
        graduated('q1', 'one', 2, { core: true }),
        graduated('q2', 'one', 18),
        graduated('new', 'two', 40),
        graduated('q4', 'three', 40, { reversed: true }),
        graduated('q5', 'four', 5),
      ],
    });
    const then = assessedBy(first, standing, FOR_PARTNER).score;
    const now = assessedBy(later, standing, FOR_PARTNER).score;
    expect(now).toEqual(then);
    expect(now.score).toBe(26);
  });

  it('follows a corrected answer while the questionnaire is still the one that was answered', () => {
    const corrected = { ...standing, answers: { ...standing.answers, q4: 5 } };
    expect(assessedBy(first, corrected, FOR_PARTNER).score.score).not.toBe(standing.scores!.overall);
  });

  it('passes its own check of form', () => {
    expect(() => assessmentSchema.parse(JSON.parse(JSON.stringify(standing)))).not.toThrow();
  });
});

describe('the change since the assessment before', () => {
  it('is over the questions that both answered', () => {
    // Both answered q1 and q3: one 0 → 100, two 51 → 51. q2 and q4 were asked once only.
    const change = changeSince(assessed({ q1: 1, q3: 3, q4: 5 }), assessed({ q1: 5, q2: 1, q3: 3 }));
    expect(change.questions).toBe(2);
    expect(change.topics.map(({ id, change: points }) => [id, isKnown(points) ? points : undefined])).toEqual([
      ['one', 99],
      ['two', 0],
      ['three', undefined],
    ]);
    expect(change.overall).toEqual({ before: 34, now: 67, change: 33 });
  });

  it('stands beside the scores of that day only where the same questions were answered, weighed alike', () => {
    const then = assessed({ q1: 2, q2: 5 });
    expect(changeSince(then, assessed({ q1: 4, q2: 1 })).isLikeForLike).toBe(true);
    expect(changeSince(then, assessed({ q1: 4 })).isLikeForLike).toBe(false);
    expect(changeSince(then, assessed({ q1: 4, q2: 1, q3: 3 })).isLikeForLike).toBe(false);
  });

  it('is unknown where no question was answered both times', () => {
    const { overall } = changeSince(assessed({ q1: 1 }), assessed({ q3: 3 }));
    expect(overall.change).toEqual(missing('no question was answered both times'));
  });

  it('comes from the answers alone when the weights changed in between', () => {
    const heavier = givenQuestionnaire({
      questions: [
        graduated('q1', 'one', 19, { core: true }),
        graduated('q2', 'one', 1),
        graduated('q3', 'two', 40),
        graduated('q4', 'three', 40),
        graduated('q5', 'four', 5),
      ],
    });
    const before = assessedBy(first, saved(first, answered({ q1: 2, q2: 5 })), FOR_PARTNER);
    const now = assessedBy(heavier, answered({ q1: 2, q2: 5 }), FOR_PARTNER);
    const change = changeSince(before, now);
    expect([change.overall.change, change.isLikeForLike]).toEqual([0, false]);
  });
});
