import type { Figure } from '../../domain/figure.ts';
import { missing } from '../../units/missing.ts';
import { daysBetween } from '../../units/plain-date.ts';
import { count, date, share, text, type Value } from '../../units/value.ts';
import type { CapabilityResult } from './result.ts';

/** The figures of the newest assessment by the names that sentences use; without one they are unknown. */
export function capabilityStoryValues(
  { now, onRecord, input, questionnaire }: Omit<CapabilityResult, 'figures' | 'values'>,
  figures: Readonly<Record<string, Figure>>,
): Record<string, Value> {
  const none = missing('there is no assessment yet');
  const first = now?.actions[0];
  const gap = first ?? now?.gaps[0];
  const why = questionnaire.questions.find(({ id }) => id === gap?.question)?.why;
  const assessment = now?.assessed.assessment;
  return {
    ...Object.fromEntries(Object.entries(figures).map(([name, { value }]) => [name, value])),
    assessments_on_record: count(onRecord),
    assessment_date: date(assessment?.date ?? none),
    assessment_age_days: count(assessment ? daysBetween(assessment.date, input.review.asOf) : none),
    assessment_length: text(assessment?.form ?? none),
    completeness: share(now?.assessed.score.completeness ?? none),
    gap_topic: text(gap?.topic.title ?? missing('no topic is below its goal')),
    gap_why: text(why ?? missing('no topic is below its goal')),
    gap_action: text(first?.agreed?.what ?? first?.action.do ?? missing('no action is recommended')),
    gap_owner: text(first?.agreed?.owner ?? missing('nobody has agreed to it')),
    gap_due: date(first?.agreed?.due ?? missing('no day is agreed')),
    gap_score: gap ? { kind: 'score', score: gap.score } : { kind: 'missing', reason: 'no topic is below its goal' },
  };
}
