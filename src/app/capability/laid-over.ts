import type { Assessment } from '../../schema/assessment.ts';

/** What was answered on a day; the scores are worked out when it is saved. */
export type AnsweredForm = Omit<Assessment, 'version' | 'content' | 'scores'>;

/**
 * What was answered, laid over what stands of that day: an answer that was not given again stays, and so does the account manager's own
 * part. A day on which the full form was answered stays one, whatever is answered again of the quick form.
 */
export function laidOver(standing: Assessment | undefined, form: AnsweredForm): AnsweredForm {
  if (!standing) return form;
  const figures = { ...standing.figures, ...form.figures };
  return {
    ...form,
    form: standing.form === 'full' ? 'full' : form.form,
    took_part: form.took_part.length > 0 ? form.took_part : standing.took_part,
    ...(Object.keys(figures).length > 0 && { figures }),
    answers: { ...standing.answers, ...form.answers },
    ...internalOf(standing.internal, form.internal),
  };
}

function internalOf(
  standing: Assessment['internal'],
  form: Assessment['internal'],
): { readonly internal?: NonNullable<Assessment['internal']> } {
  if (!standing && !form) return {};
  return { internal: { ...standing, ...form, answers: { ...standing?.answers, ...form?.answers } } };
}
