import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { questionnaireOf, questionsFor, type Question } from '../../src/domain/capability/questionnaire.ts';
import { questionnaireSchema, type Form } from '../../src/schema/questionnaire.ts';
import { ROOT } from './cam.ts';

/** The keys that answer a form of the shipped questionnaire for a managed service provider: fours, yes, the first option. */
export function keysOf(form: Form): string[] {
  const file = questionnaireSchema.parse(
    parse(readFileSync(join(ROOT, 'templates/capability-questionnaire.yaml'), 'utf8')),
  );
  const whom = { form, partnerType: 'msp', lifeStage: 'support-success', audience: 'partner' } as const;
  const questionnaire = questionnaireOf(file)!;
  const questions = questionsFor(questionnaire, whom);
  // Asked category by category, as the questionnaire lists them.
  const inOrder = questionnaire.categories.flatMap(({ topics }) =>
    questions.filter(({ topic }) => topics.some(({ id }) => id === topic)),
  );
  return inOrder.flatMap(keysFor);
}

function keysFor({ kind }: Question): string[] {
  switch (kind) {
    case 'yes-no':
      return ['y'];
    case 'multiple-choice':
      return ['1', 'Enter'];
    case 'text':
      return ['Tab'];
    default:
      return ['4'];
  }
}
