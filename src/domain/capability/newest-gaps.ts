import type { Assessment } from '../../schema/assessment.ts';
import type { QuestionnaireFile } from '../../schema/questionnaire.ts';
import type { PartnerFiles } from '../../schema/territory.ts';
import type { PlainDate } from '../../units/plain-date.ts';
import { assessedBy } from './assessed.ts';
import { gapsOf, type Gap } from './gaps.ts';
import { questionnaireOf } from './questionnaire.ts';

/** A partner's answers on a day, and the questionnaire they are read with. */
export interface GapsInput {
  readonly files: PartnerFiles;
  readonly questionnaire: QuestionnaireFile;
  /** The stage that holds on the day. */
  readonly lifeStage?: Assessment['life_stage'];
  readonly on: PlainDate;
}

/**
 * The gaps of the newest assessment of the main questionnaire, the most worthwhile first; undefined without an assessment. Only what the
 * partner itself answered is looked at, never the account manager's own part.
 */
export function newestGaps({
  files,
  questionnaire: file,
  lifeStage,
  on,
}: GapsInput): { readonly assessment: PlainDate; readonly gaps: readonly Gap[] } | undefined {
  const questionnaire = questionnaireOf(file);
  const assessment = newestAssessment(files.assessments ?? [], file.id, on);
  if (!questionnaire || !assessment) return undefined;
  const partner = { type: files.partner.type, lifeStage };
  const assessed = assessedBy(questionnaire, assessment, { partner, audience: 'partner' });
  return { assessment: assessment.date, gaps: gapsOf(questionnaire, assessed) };
}

function newestAssessment(all: readonly Assessment[], questionnaire: string, on: PlainDate): Assessment | undefined {
  return all
    .filter((assessment) => assessment.questionnaire === questionnaire && assessment.date <= on)
    .toSorted((a, b) => (a.date < b.date ? -1 : 1))
    .at(-1);
}
