import { isActive } from '../../domain/active-partner.ts';
import { assessedBy } from '../../domain/capability/assessed.ts';
import type { PeerScore } from '../../domain/capability/peers.ts';
import { questionnaireOf } from '../../domain/capability/questionnaire.ts';
import type { Territory } from '../../schema/territory.ts';
import type { PlainDate } from '../../units/plain-date.ts';

/** The newest capability score of every active partner on a day: one pass over the portfolio for all pages. */
export function peerScoresOf({ questionnaire: file, partners }: Territory, asOf: PlainDate): readonly PeerScore[] {
  const questionnaire = questionnaireOf(file)!;
  return partners.flatMap(({ id, partner, assessments = [] }): PeerScore[] => {
    const latest = assessments.findLast(
      (assessment) => assessment.questionnaire === questionnaire.id && assessment.date <= asOf,
    );
    if (!latest || !isActive(partner, asOf)) return [];
    const { type, tier, name, life_stage: lifeStage } = partner;
    const { score } = assessedBy(questionnaire, latest, { partner: { type, lifeStage }, audience: 'partner' });
    return [{ id, name, type, tier, date: latest.date, score }];
  });
}
