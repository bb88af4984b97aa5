import { describe, expect, it } from 'vitest';
import { assessedBy } from '../../../src/domain/capability/assessed.ts';
import { questionnaireOf, questionsFor } from '../../../src/domain/capability/questionnaire.ts';
import { verdictOf } from '../../../src/domain/capability/screening.ts';
import { assessmentSchema } from '../../../src/schema/assessment.ts';
import { shipped } from './given-questionnaire.ts';

const screening = questionnaireOf(shipped, 'recruit-screening')!;
const asked = questionsFor(screening, { form: 'full', partnerType: 'var', lifeStage: 'recruit', audience: 'partner' });

/** Every answer at one level, but those given. */
function screened(level: number, answers: Readonly<Record<string, unknown>> = {}, figures?: Record<string, number>) {
  const all = asked.map(({ id, kind }) => [id, kind === 'number-bands' ? { band: level } : level]);
  const assessment = assessmentSchema.parse({
    questionnaire: screening.id,
    date: '2026-02-12',
    form: 'full',
    answers: { ...Object.fromEntries(all), ...answers },
    ...(figures && { figures }),
  });
  const assessed = assessedBy(screening, assessment, {
    partner: { type: 'var', lifeStage: 'recruit' },
    audience: 'partner',
  });
  return { score: assessed.score.score, ...verdictOf(screening, assessed) };
}

describe('the recruit screening', () => {
  it('asks ten questions of a company that has not signed, and scores them by its own weights', () => {
    expect(asked).toHaveLength(10);
    // Openness at 5 instead of 3: 0.5 + 0.12 × 0.5 = 0.56 → 56.44
    expect(screened(3, { 'fit-openness': 5 }).score).toBe(56);
  });

  it('advises by the total', () => {
    expect([5, 3, 2].map((level) => screened(level).verdict)).toEqual([
      'Invite and onboard now',
      'Meet once more and close the two largest gaps',
      'Thank them and look again in a year',
    ]);
  });

  it('waits for a first introduction whatever the total', () => {
    const { score, rule, verdict } = screened(5, { 'screen-first-customers': 0 });
    expect({ score, rule, verdict }).toEqual({
      score: 88,
      rule: 'floor',
      verdict: 'Wait until a first introduction is possible, whatever the total',
    });
  });

  it('invites a company that fits and is only small', () => {
    const small = { yearly_revenue: 200_000, minimum_yearly_revenue: 500_000 };
    expect(screened(4, {}, small).rule).toBe('small but fitting');
    expect(screened(4).rule).toBe('total');
  });

  it('has no verdict while nothing is answered', () => {
    const nothing = assessmentSchema.parse({
      questionnaire: screening.id,
      date: '2026-02-12',
      form: 'full',
      answers: {},
    });
    const assessed = assessedBy(screening, nothing, { partner: { type: 'var' }, audience: 'partner' });
    expect(verdictOf(screening, assessed)).toBeUndefined();
  });
});
