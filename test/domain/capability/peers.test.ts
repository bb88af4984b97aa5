import { describe, expect, it } from 'vitest';
import { benchmarkFor } from '../../../src/domain/capability/benchmark.ts';
import { cohortOf, type Cohort, type PeerScore } from '../../../src/domain/capability/peers.ts';
import { scoreAnswers } from '../../../src/domain/capability/score.ts';
import { benchmarksSchema } from '../../../src/schema/benchmarks.ts';
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

describe('a benchmark that channel operations supply', () => {
  const benchmarks = benchmarksSchema.parse({
    groups: [
      {
        id: 'best-msps',
        title: 'top service providers',
        source: 'survey',
        partner_types: ['msp'],
        tiers: ['gold'],
        partners: 40,
        overall: { median: 71, upper: 80 },
        topics: { two: 64 },
      },
      {
        id: 'msps',
        title: 'service providers',
        source: 'survey',
        partner_types: ['msp'],
        partners: 90,
        overall: { median: 60 },
      },
    ],
  });

  it('is the first that fits type and tier, with what it says of quartiles and topics and nothing else', () => {
    const found = benchmarkFor(me, benchmarks)!;
    expect(found).toMatchObject({ kind: 'benchmark', n: 40, median: 71, upper: 80, members: [] });
    expect(found.lower).toEqual(missing('the benchmark does not say it'));
    expect([found.topics.get('two'), found.topics.get('one'), found.categories.size]).toEqual([64, undefined, 0]);
  });

  it('of another tier, or of a partner without a tier, is the next that fits', () => {
    expect(benchmarkFor({ type: 'msp', tier: 'silver' }, benchmarks)?.n).toBe(90);
    expect(benchmarkFor({ type: 'msp' }, benchmarks)?.n).toBe(90);
  });

  it('leaves a partner of another type to its own peers', () => {
    expect(benchmarkFor({ type: 'var', tier: 'gold' }, benchmarks)).toBeUndefined();
  });
});
