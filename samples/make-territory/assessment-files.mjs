import { yamlFile } from './yaml-file.mjs';

/** Who answers with the account manager: the people on the cover of the review. */
const MOST_PEOPLE = 2;

/** `assessments/<day>-capability.yaml`: the partner's answers of the last time and of today, as far as it was asked. */
export function assessmentFiles({ figures, words, numbers, questionnaire }) {
  const { assessment_dates: dates, assessment_forms: forms } = numbers;
  const quickBefore = forms.previous_quick.includes(figures.id);
  const rounds = [
    { date: dates.previous, form: quickBefore ? 'quick' : forms.previous, signs: figures.answers.previous },
    {
      date: dates.exceptions[figures.id] ?? dates.current,
      form: forms.current,
      signs: figures.answers.current,
      own: figures.answers.own_view,
    },
  ];
  return rounds
    .filter(({ signs }) => signs)
    .map(({ date, form, signs, own }) => {
      const assessment = {
        questionnaire: questionnaire.id,
        version: questionnaire.version,
        date,
        form,
        took_part: [...words.on_cover.slice(0, MOST_PEOPLE), numbers.cam.name],
        partner_type: figures.type,
        life_stage: figures.life_stage,
        answers: answersOf(signs, figures, { questionnaire, audience: 'partner' }),
        ...(own && { internal: { answers: answersOf(own, figures, { questionnaire, audience: 'internal' }) } }),
      };
      const about = [`The answers of ${words.short_name ?? figures.name} of ${date}, ${form} form.`];
      const file = yamlFile(assessment, {
        schema: '../../../.cam/schemas/assessment.json',
        about,
        oneLine: ['took_part', 'answers'],
        comments: { internal: "The account manager's own part: never in an output for the partner." },
      });
      return [`assessments/${date}-${questionnaire.id}.yaml`, file];
    });
}

/** One sign per question that is for the partner, or for the account manager alone, in the order of the form. */
function answersOf(signs, figures, { questionnaire: { categories, questions }, audience: wanted }) {
  const own = categories.filter(({ audience = 'partner' }) => audience === wanted);
  const topics = own.flatMap((category) => category.topics.map(({ id }) => id));
  const asked = questions.filter(({ topic }) => topics.includes(topic));
  if (asked.length !== signs.length)
    throw new Error(`${figures.id}: ${signs.length} answers to ${asked.length} questions`);
  const answers = asked.flatMap((question, index) => {
    const answer = answerOf(signs[index], question, figures);
    return answer === undefined ? [] : [[question.id, answer]];
  });
  return Object.fromEntries(answers);
}

function answerOf(sign, question, { verticals }) {
  if (sign === '_' || sign === '-') return undefined;
  switch (question.kind) {
    case 'yes-no':
      return sign === 'y';
    case 'graduated':
      return Number(sign);
    case 'number-bands':
      return { band: Number(sign) };
    default:
      return sign === '.'
        ? optionsNamed(verticals, question)
        : optionsWorth(sign === 'A' ? 10 : Number(sign), question);
  }
}

function optionsNamed(labels, { options }) {
  return options.filter(({ label }) => labels.includes(label)).map(({ id }) => id);
}

/** The first options that add up to so many points: what is offered first is built first. */
function optionsWorth(points, { id, options }) {
  const choose = (left, from) => {
    if (left === 0) return [];
    for (let index = from; index < options.length; index++) {
      if (options[index].points > left) continue;
      const rest = choose(left - options[index].points, index + 1);
      if (rest) return [options[index].id, ...rest];
    }
    return undefined;
  };
  const chosen = choose(points, 0);
  if (!chosen) throw new Error(`${id}: no choice is worth ${points} points`);
  return chosen;
}
