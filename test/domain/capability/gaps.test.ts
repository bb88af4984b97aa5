import { describe, expect, it } from 'vitest';
import { assessedBy, type Assessed } from '../../../src/domain/capability/assessed.ts';
import { gapsOf, gapsWithAction } from '../../../src/domain/capability/gaps.ts';
import { assessmentSchema } from '../../../src/schema/assessment.ts';
import { givenQuestionnaire } from './given-questionnaire.ts';

const questionnaire = givenQuestionnaire();

function answered(answers: Readonly<Record<string, unknown>>): Assessed {
  const assessment = assessmentSchema.parse({ questionnaire: 'small', date: '2026-02-12', form: 'full', answers });
  return assessedBy(questionnaire, assessment, { partner: { type: 'msp' }, audience: 'partner' });
}

describe('the gaps of a score', () => {
  it('come in the order of weight × (goal − score) ÷ effort', () => {
    // one: 20 × (80 − 1) / 1 = 1580; two: 40 × (80 − 51) / 3 = 386.7; three: 40 × (80 − 26) / 2 = 1080
    const gaps = gapsOf(questionnaire, answered({ q1: 1, q2: 1, q3: 3, q4: 2 }));
    expect(gaps.map(({ topic, score, priority }) => [topic.id, score, Math.round(priority)])).toEqual([
      ['one', 1, 1580],
      ['three', 26, 1080],
      ['two', 51, 387],
    ]);
  });

  it('bring the action of the answer that holds the topic back, due so many days after the assessment', () => {
    const [gap] = gapsOf(questionnaire, answered({ q1: 2, q2: 5 }));
    expect(gap).toMatchObject({ question: 'q1', action: { do: 'Begin', owner: 'both', due: '2026-03-14' } });
  });

  it('bring the middle action for a middling answer and none for a good one', () => {
    const actionOf = (level: number) => gapsOf(questionnaire, answered({ q3: level }))[0]?.action?.do;
    expect([3, 4].map(actionOf)).toEqual(['Go on', undefined]);
  });

  it('are none at or above the goal, and none where nothing was answered', () => {
    expect(gapsOf(questionnaire, answered({ q1: 5, q2: 5 }))).toEqual([]);
    expect(gapsOf(questionnaire, answered({}))).toEqual([]);
  });

  it('become actions only where one is known, as many as are wanted', () => {
    const gaps = gapsOf(questionnaire, answered({ q1: 1, q2: 1, q3: 3, q4: 1 }));
    expect(gapsWithAction(gaps, 5).map(({ topic }) => topic.id)).toEqual(['one', 'two']);
    expect(gapsWithAction(gaps, 1)).toHaveLength(1);
  });
});
