import { checkQuestionnaire } from './questionnaire-checks.ts';
import { questionnaireShape } from './questionnaire-shape.ts';

export { FORMS, type AskedQuestion, type Form } from './question.ts';
export type { QuestionnaireFile, QuestionnaireVariant } from './questionnaire-shape.ts';

/** `capability-questionnaire.yaml`: what a channel account manager asks a partner, how it is weighed, what closes a gap. */
export const questionnaireSchema = questionnaireShape.superRefine(checkQuestionnaire);
