import { describe, expect, it } from 'vitest';
import { cohortOf, type Cohort, type PeerScore } from '../../../src/domain/capability/peers.ts';
import { scoreAnswers } from '../../../src/domain/capability/score.ts';
import type { PartnerType } from '../../../src/schema/partner.ts';
import { isKnown, missing } from '../../../src/units/missing.ts';
import { day } from '../given.ts';
import { givenQuestionnaire } from './given-questionnaire.ts';

const questionnaire = givenQuestionnaire();
const TODAY = day('2026-02-28');

function peer(id: string, level: number, more: Partial<Omit<PeerScore, 'score'>> = {}): PeerScore {
  const type: PartnerType = 'msp';
  const answers = { q1: level, q2: level, q3: level, q4: level };
  const score = scoreAnswers(questionnaire, answers, { partnerType: type, audience: 'partner' });
  return { id, name: id.toUpperCase(), type, tier: 'gold', date: day('2026-02-12'), ...more, score };
}

const five = [1, 2, 3, 4, 5].map((level) => peer(`p${level}`, level));
const me = { id: 'me', type: 'msp', tier: 'gold' } as const;

function cohort(scores: readonly PeerScore[], asOf = TODAY): Cohort {
  const found = cohortOf(me, scores, asOf);
  if (!isKnown(found)) throw new Error(found.missing);
  return found;
}

describe('the peers of a partner', () => {
  it('are those of its type and tier, with median and quartiles', () => {
    const { kind, n, lower, median, upper, topics } = cohort([...five, peer('me', 5)]);
    expect({ kind, n, lower, median, upper }).toEqual({
      kind: 'same type and tier',
      n: 5,
      lower: 26,
      median: 51,
      upper: 75,
    });
    expect(topics.get('two')).toBe(51);
  });

  it('are all tiers of its type, then all partners, where there are fewer than five', () => {
    const silver = five.map((score) => ({ ...score, tier: 'silver' }));
    const resellers = five.map((score) => ({ ...score, type: 'var' as const }));
    expect([cohort(silver).kind, cohort(resellers).kind]).toEqual(['same type', 'all partners']);
  });

  it('are hidden below five', () => {
    expect(cohortOf(me, five.slice(1), TODAY)).toEqual(missing('fewer than 5 other partners have a score'));
  });

  it('are hidden for a part of the score that fewer than five have', () => {
    const without = scoreAnswers(questionnaire, { q4: 3 }, { partnerType: 'msp', audience: 'partner' });
    const { median, topics } = cohort([...five.slice(1), { ...peer('p6', 3), score: without }]);
    expect(median).toBe(51);
    expect(topics.get('one')).toEqual(missing('fewer than 5 peers have a score'));
  });

  it('do not count with a score of the future, nor with one older than a year', () => {
    const later = five.with(0, peer('p1', 1, { date: day('2026-03-01') }));
    const old = five.with(0, peer('p1', 1, { date: day('2025-02-01') }));
    expect([later, old].map((scores) => isKnown(cohortOf(me, scores, TODAY)))).toEqual([false, false]);
  });
});
