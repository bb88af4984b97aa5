import { describe, expect, it } from 'vitest';
import { assessedBy, type Assessed } from '../../src/domain/capability/assessed.ts';
import { changeSince } from '../../src/domain/capability/change.ts';
import { questionnaireOf } from '../../src/domain/capability/questionnaire.ts';
import { loadTerritory } from '../../src/input/load-territory.ts';
import { isKnown } from '../../src/units/missing.ts';
import { numbers, TERRITORY } from './read-sample.ts';

const { territory } = await loadTerritory(TERRITORY);
const questionnaire = questionnaireOf(territory!.questionnaire)!;
const DAYS = { previous: '2025-08-14', current: '2026-02' };

describe('the capability scores of the sample', () => {
  it.each(numbers.partners.map(({ id, scores }) => [id, scores] as const))('%s', (id, stated) => {
    const [previous, current] = [assessedIn(id, DAYS.previous), assessedIn(id, DAYS.current)];
    expect(previous && scoresOf(previous)).toEqual(stated.previous ?? undefined);
    expect(current && scoresOf(current)).toEqual(stated.current ?? undefined);
    if (!previous || !current) return;
    const change = changeSince(previous, current);
    expect(change.overall.change).toBe(stated.change);
    if (stated.current_core)
      expect([...change.categories, change.overall].map(({ now }) => now)).toEqual(stated.current_core);
  });
});

function assessedIn(id: string, day: string): Assessed | undefined {
  const { partner, assessments = [] } = territory!.partners.find((candidate) => candidate.id === id)!;
  const assessment = assessments.find(({ date }) => date.startsWith(day));
  return assessment && assessedBy(questionnaire, assessment, { partner: { type: partner.type }, audience: 'partner' });
}

function scoresOf({ score }: Assessed): (number | undefined)[] {
  return [...score.categories, score].map((part) => (isKnown(part.score) ? part.score : undefined));
}
