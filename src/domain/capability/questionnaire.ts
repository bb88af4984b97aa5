import type { Expression } from '../../expression/expression.ts';
import type { AskedQuestion, Form, QuestionnaireFile, QuestionnaireVariant } from '../../schema/questionnaire.ts';
import type { LifeStage, PartnerType } from '../../schema/partner.ts';
import { onceFor } from '../../units/once-for.ts';
import { fingerprint } from './fingerprint.ts';

/** A questionnaire ready to be asked: the one of the file, or a variant of it with its references resolved. */
export interface Questionnaire {
  readonly id: string;
  readonly version: string;
  /** Tells one state of its content from another, whatever its version says. */
  readonly content: string;
  readonly title: string;
  /** Minutes by form; a variant has one length. */
  readonly minutes: Readonly<Record<Form, number>>;
  readonly scale: QuestionnaireFile['scale'];
  readonly status: QuestionnaireFile['status'];
  readonly actionBelow: { readonly low: number; readonly middle: number };
  readonly goal: number;
  readonly categories: readonly Category[];
  /** In the order in which they are asked. */
  readonly questions: readonly Question[];
  readonly verdicts?: Verdicts;
}

export type Audience = 'partner' | 'internal';

export interface Category {
  readonly id: string;
  readonly title: string;
  readonly weight: number;
  readonly audience: Audience;
  readonly topics: readonly Topic[];
}

export interface Topic {
  readonly id: string;
  readonly title: string;
  readonly weight: number;
  /** Score aimed at, 1 to 100. */
  readonly goal: number;
}

/** A question with whom it is for; its topic is one of the questionnaire's. */
export type Question = AskedQuestion & { readonly audience: Audience };

/** How a screening judges its score. */
export interface Verdicts {
  readonly bands: readonly { readonly from: number; readonly verdict: string }[];
  readonly floor?: NonNullable<QuestionnaireVariant['floor']>;
  readonly smallButFitting?: { readonly when: Expression; readonly verdict: string };
}

/** Whom a form is for; a partner whose life-stage is not known is asked what any stage would be. */
export interface FormRequest {
  readonly form: Form;
  readonly partnerType: PartnerType;
  readonly lifeStage?: LifeStage | undefined;
  readonly audience: Audience;
}

/** The questionnaire of a file by its id, or the variant of that id; undefined when the file has neither. */
export function questionnaireOf(file: QuestionnaireFile, id: string = file.id): Questionnaire | undefined {
  return questionnairesIn(file).get(id);
}

/** All of a file by their ids. */
const questionnairesIn = onceFor((file: QuestionnaireFile): ReadonlyMap<string, Questionnaire> => {
  const main = mainQuestionnaire(file);
  return new Map([...file.variants.map((variant) => variantOf(file, variant, main)), main].map((one) => [one.id, one]));
});

/** The questions of a form, in their order. */
export function questionsFor(questionnaire: Questionnaire, request: FormRequest): readonly Question[] {
  return questionnaire.questions.filter(
    (question) =>
      question.audience === request.audience &&
      (request.form === 'full' || question.core || request.audience === 'internal') &&
      appliesTo(question, request),
  );
}

/** Whether a question concerns a partner of this type and life-stage. */
export function appliesTo(
  { applies_when: when }: Question,
  { partnerType, lifeStage }: Pick<FormRequest, 'partnerType' | 'lifeStage'>,
): boolean {
  if (when?.partner_types && !when.partner_types.includes(partnerType)) return false;
  return !when?.life_stages || lifeStage === undefined || when.life_stages.includes(lifeStage);
}

function mainQuestionnaire(file: QuestionnaireFile): Questionnaire {
  const { categories, questions, variants: _, c_model: _model, ...rest } = file;
  const audience = audienceByTopic(file);
  return {
    ...settingsOf(file),
    id: file.id,
    version: file.version,
    content: fingerprint(JSON.stringify([rest.scale, categories, questions])),
    title: file.title,
    minutes: file.minutes,
    categories: categories.map((category) => ({
      ...category,
      topics: category.topics.map(({ goal = file.goal_score, ...topic }) => ({ ...topic, goal })),
    })),
    questions: questions.map((question) => ({ ...question, audience: audience.get(question.topic)! })),
  };
}

/** Its topics and categories weigh what their questions do, so that the score is the weighted mean of all of them. */
function variantOf(file: QuestionnaireFile, variant: QuestionnaireVariant, main: Questionnaire): Questionnaire {
  const audience = audienceByTopic(file);
  const questions = variant.questions.map((entry): Question => {
    const question = 'ref' in entry ? file.questions.find(({ id }) => id === entry.ref)! : entry;
    return { ...question, weight: entry.weight, audience: audience.get(question.topic)!, core: true };
  });
  const weightOf = (topic: string) =>
    questions.filter((question) => question.topic === topic).reduce((sum, { weight }) => sum + weight, 0);
  const categories = main.categories.flatMap((category) => {
    const topics = category.topics
      .filter(({ id }) => questions.some(({ topic }) => topic === id))
      .map((topic) => ({ ...topic, weight: weightOf(topic.id) }));
    const weight = topics.reduce((sum, topic) => sum + topic.weight, 0);
    return topics.length === 0 ? [] : [{ ...category, weight, topics }];
  });
  const { bands, floor, small_but_fitting: small } = variant;
  return {
    ...settingsOf(file),
    id: variant.id,
    version: variant.version,
    content: fingerprint(JSON.stringify([file.scale, categories, questions])),
    title: variant.title,
    minutes: { quick: variant.minutes, full: variant.minutes },
    categories,
    questions,
    verdicts: { bands, ...(floor && { floor }), ...(small && { smallButFitting: small }) },
  };
}

function settingsOf(file: QuestionnaireFile): Pick<Questionnaire, 'scale' | 'status' | 'goal' | 'actionBelow'> {
  const { low_below_percent: low, middle_below_percent: middle } = file.actions;
  return {
    scale: file.scale,
    status: file.status,
    goal: file.goal_score,
    actionBelow: { low: low / 100, middle: middle / 100 },
  };
}

function audienceByTopic({ categories }: QuestionnaireFile): ReadonlyMap<string, Audience> {
  return new Map(categories.flatMap(({ audience, topics }) => topics.map(({ id }) => [id, audience] as const)));
}
