import {
  questionnaireOf,
  questionsFor,
  type Audience,
  type Question,
  type Questionnaire,
} from '../../domain/capability/questionnaire.ts';
import type { Assessment } from '../../schema/assessment.ts';
import type { LifeStage } from '../../schema/partner.ts';
import type { Form } from '../../schema/questionnaire.ts';
import type { PartnerFiles } from '../../schema/territory.ts';
import { Failure } from '../../units/failure.ts';
import { formatDate, type Locale } from '../../units/format.ts';
import type { PlainDate } from '../../units/plain-date.ts';
import { formOfDraft } from '../interview/draft.ts';
import type { Workspace } from '../territory/open-workspace.ts';
import { stageReader } from '../partners/partner-stages.ts';

/** Which assessment of a partner is to be answered, and who may be looking on. */
export interface AssessmentWish {
  readonly files: PartnerFiles;
  /** Before signing, by the form that judges, which has one length. */
  readonly screening?: boolean;
  /** The length; otherwise that of the draft, else quick. */
  readonly form?: Form | undefined;
  /** `internal`: the account manager's own part, added to the latest assessment. */
  readonly part: Audience;
  /** On a screen the partner sees: no score, no earlier answer. */
  readonly share: boolean;
  /** Who answers, on either side. */
  readonly tookPart: readonly string[];
  /** The day it really is, for the draft. */
  readonly today: PlainDate;
  readonly dryRun: boolean;
}

/** What is asked, of whom, and what was answered before. */
export interface AskedAssessment {
  readonly questionnaire: Questionnaire;
  readonly form: Form;
  readonly questions: readonly Question[];
  readonly lifeStage: LifeStage;
  readonly latest: Assessment | undefined;
}

/**
 * What is to be asked for a wish: the form that was wished, else that of the draft, else the quick one.
 * @throws Failure (data) when the internal part has no assessment to belong to, (usage) when there is no screening for the partner's stage
 */
export async function askedIn(workspace: Workspace, wish: AssessmentWish): Promise<AskedAssessment> {
  const { files, part, form: wished, screening } = wish;
  const { territory, asOf } = workspace;
  const questionnaire = questionnaireOf(
    territory.questionnaire,
    questionnaireId(workspace, wish) ?? noScreening(wish),
  )!;
  const begun = await formOfDraft({ root: territory.root, name: draftName(questionnaire.id, files, part) });
  const form = screening ? 'full' : (wished ?? (begun === 'full' ? 'full' : 'quick'));
  const lifeStage = stageReader(territory, asOf)(files).lifeStage.stage.id;
  const latest = assessmentsSoFar(workspace, wish).findLast(({ questionnaire: id }) => id === questionnaire.id);
  if (part === 'internal') refuseWithout(latest, { files, questionnaire, locale: territory.config.locale });
  const questions = questionsFor(questionnaire, { form, partnerType: files.partner.type, lifeStage, audience: part });
  if (questions.length === 0) throw new Failure('usage', 'The questionnaire has no question for this partner.');
  return { questionnaire, form, questions, lifeStage, latest };
}

/** The internal part is added to what the partner answered, by the questionnaire that scored it: it must not be scored anew by another one. */
function refuseWithout(
  latest: Assessment | undefined,
  {
    files,
    questionnaire,
    locale,
  }: { readonly files: PartnerFiles; readonly questionnaire: Questionnaire; readonly locale: Locale },
): void {
  const remedy = `Answer it first: cam scorecard capability ${files.id} --quick`;
  if (!latest)
    throw new Failure(
      'data',
      `${files.partner.name} has not been assessed yet; your own part belongs to an assessment.`,
      remedy,
    );
  if (latest.content !== undefined && latest.content !== questionnaire.content)
    throw new Failure(
      'data',
      `The questionnaire has changed since the assessment of ${formatDate(latest.date, locale)}.`,
      remedy,
    );
}

/** The assessments of the kind that is wished up to the as-of day, the latest last. */
export function assessmentsSoFar(
  { territory, asOf }: Workspace,
  { files, screening }: Pick<AssessmentWish, 'files' | 'screening'>,
): readonly Assessment[] {
  const { id, variants } = territory.questionnaire;
  const ids = screening ? variants.map((variant) => variant.id) : [id];
  return (files.assessments ?? []).filter(({ questionnaire, date }) => ids.includes(questionnaire) && date <= asOf);
}

/** The questionnaire of the territory, or of a screening the form for the stage at which the partner is. */
function questionnaireId({ territory, asOf }: Workspace, { files, screening }: AssessmentWish): string | undefined {
  const { id, variants } = territory.questionnaire;
  if (!screening) return id;
  const { stage } = stageReader(territory, asOf)(files).lifeStage;
  return variants.find(({ life_stages: stages }) => stages.includes(stage.id))?.id;
}

function noScreening({ files }: AssessmentWish): never {
  throw new Failure(
    'usage',
    `No screening is for a partner at the stage of ${files.partner.name}.`,
    `Ask the whole questionnaire: cam scorecard capability ${files.id} --full`,
  );
}

/** Whether an interview was left half way. */
export async function isHalfAnswered(workspace: Workspace, wish: AssessmentWish): Promise<boolean> {
  const id = questionnaireId(workspace, wish);
  if (id === undefined) return false;
  const name = draftName(id, wish.files, wish.part);
  return (await formOfDraft({ root: workspace.territory.root, name })) !== undefined;
}

/** Name of the draft of an assessment. */
export function draftName(questionnaire: string, { id }: PartnerFiles, part: Audience): string {
  return `${id}-${questionnaire}${part === 'internal' ? '-internal' : ''}`;
}
