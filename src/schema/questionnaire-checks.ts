import type * as z from 'zod';
import { namesIn } from '../expression/names-in.ts';
import { checkQuestion, type ReportMistake } from './question-checks.ts';
import type { AskedQuestion } from './question.ts';
import type { QuestionnaireFile, QuestionnaireVariant } from './questionnaire-shape.ts';

type Path = readonly (string | number)[];

/** Figures of a company that a screening may compare beside the category scores. */
const SCREENING_FIGURES = ['yearly_revenue', 'minimum_yearly_revenue'];

/** What a questionnaire has to keep to beyond the shape of its entries: names that exist, once, and weights that add up. */
export function checkQuestionnaire(file: QuestionnaireFile, context: z.RefinementCtx): void {
  const report: ReportMistake = (path, message, allowed) =>
    context.addIssue({
      code: 'custom',
      path: [...path],
      message,
      // A word that is not allowed is quoted, with the nearest one that is.
      ...(allowed && { params: { allowed }, input: valueAt(file, path) }),
    });
  const topics = file.categories.flatMap((category) => category.topics.map(({ id }) => id));
  checkIds(file, report);
  checkWeights(file, report);
  file.questions.forEach((question, index) => {
    checkTopic(question, topics, (path, ...rest) => report(['questions', index, ...path], ...rest));
    checkQuestion(question, file.scale, (path, ...rest) => report(['questions', index, ...path], ...rest));
  });
  if (!file.questions.some(({ core }) => core))
    report(['questions'], 'no question is core: the quick form would be empty');
  file.variants.forEach((variant, index) =>
    checkVariant(variant, file, (path, ...rest) => report(['variants', index, ...path], ...rest)),
  );
  checkModel(file, topics, report);
}

function valueAt(file: QuestionnaireFile, path: Path): unknown {
  return path.reduce<unknown>((outer, part) => (outer as Readonly<Record<string, unknown>> | undefined)?.[part], file);
}

function checkIds({ categories, questions, variants, id }: QuestionnaireFile, report: ReportMistake): void {
  reportRepeated(
    categories.map((category, index) => [category.id, ['categories', index, 'id']]),
    report,
  );
  const topics = categories.flatMap((category, index) =>
    category.topics.map((topic, at) => [topic.id, ['categories', index, 'topics', at, 'id']] as const),
  );
  reportRepeated(topics, report);
  const own = questions.map((question, index) => [question.id, ['questions', index, 'id']] as const);
  const others = variants.flatMap(({ questions: asked }, index) =>
    asked.flatMap((entry, at) =>
      'ref' in entry ? [] : [[entry.id, ['variants', index, 'questions', at, 'id']] as const],
    ),
  );
  reportRepeated([...own, ...others], report);
  reportRepeated(
    [[id, ['id']], ...variants.map((variant, index) => [variant.id, ['variants', index, 'id']] as const)],
    report,
  );
}

function reportRepeated(named: readonly (readonly [id: string, path: Path])[], report: ReportMistake): void {
  const seen = new Set<string>();
  for (const [id, path] of named) {
    if (seen.has(id)) report(path, `"${id}" is already the id of another entry`);
    seen.add(id);
  }
}

/** Questions add up to their topic, topics to their category, what the partner answers to 100: the shares a page prints are then true. */
function checkWeights({ categories, questions }: QuestionnaireFile, report: ReportMistake): void {
  const asked = categories.filter(({ audience }) => audience === 'partner');
  const total = sum(asked);
  if (!isSame(total, 100)) {
    report(['categories'], `the categories that the partner answers weigh ${plain(total)} together, not 100`);
  }
  categories.forEach(({ id, weight, topics }, index) => {
    const own = sum(topics);
    if (!isSame(own, weight)) {
      const message = `the topics of "${id}" weigh ${plain(own)} together, the category ${plain(weight)}`;
      report(['categories', index, 'weight'], message);
    }
    topics.forEach((topic, at) => {
      const within = questions.filter((question) => question.topic === topic.id);
      const held = sum(within);
      if (within.length > 0 && isSame(held, topic.weight)) return;
      const words = within.length === 0 ? 'no question counts for' : `the questions weigh ${plain(held)} together,`;
      const message =
        within.length === 0
          ? `${words} the topic "${topic.id}"`
          : `${words} the topic "${topic.id}" ${plain(topic.weight)}`;
      report(['categories', index, 'topics', at, 'weight'], message);
    });
  });
}

function checkTopic({ topic }: Pick<AskedQuestion, 'topic'>, topics: readonly string[], report: ReportMistake): void {
  if (!topics.includes(topic)) report(['topic'], 'is not a topic of this questionnaire', topics);
}

function checkVariant(variant: QuestionnaireVariant, file: QuestionnaireFile, report: ReportMistake): void {
  const open = file.categories.filter(({ audience }) => audience === 'partner');
  const topics = open.flatMap((category) => category.topics.map(({ id }) => id));
  const shared = file.questions.filter(({ topic }) => topics.includes(topic));
  variant.questions.forEach((entry, index) => {
    const here: ReportMistake = (path, ...rest) => report(['questions', index, ...path], ...rest);
    if (!('ref' in entry)) {
      checkTopic(entry, topics, here);
      checkQuestion(entry, file.scale, here);
      return;
    }
    const meant = shared.find(({ id }) => id === entry.ref);
    if (!meant)
      here(
        ['ref'],
        'is not a question that the partner answers',
        shared.map(({ id }) => id),
      );
    else if (!isReachable(meant, variant)) {
      here(['ref'], `"${entry.ref}" is never asked here: its applies_when names none of the stages of this form`);
    }
  });
  reportRepeated(
    variant.questions.map((entry, index) => [idOf(entry), ['questions', index, 'ref' in entry ? 'ref' : 'id']]),
    report,
  );
  const total = sum(variant.questions);
  if (!isSame(total, 100)) report(['questions'], `the questions weigh ${plain(total)} together, not 100`);
  checkVerdicts(variant, file, report);
}

function isReachable({ applies_when: when }: AskedQuestion, { life_stages: stages }: QuestionnaireVariant): boolean {
  return when?.life_stages === undefined || when.life_stages.some((stage) => stages.includes(stage));
}

function checkVerdicts(variant: QuestionnaireVariant, file: QuestionnaireFile, report: ReportMistake): void {
  variant.bands.forEach(({ from }, index) => {
    const above = variant.bands[index - 1];
    if (above && from >= above.from) report(['bands', index, 'from'], 'bands go from the highest score down');
  });
  const lowest = variant.bands.length - 1;
  if (variant.bands[lowest]!.from > 1) report(['bands', lowest, 'from'], 'the last band must begin at 0');
  const ids = variant.questions.map(idOf);
  variant.floor?.questions.forEach((id, index) => {
    if (!ids.includes(id)) report(['floor', 'questions', index], 'is not a question of this form', ids);
  });
  const names = [...file.categories.map(({ id }) => id.replaceAll('-', '_')), ...SCREENING_FIGURES];
  for (const name of variant.small_but_fitting ? namesIn(variant.small_but_fitting.when) : []) {
    if (!names.includes(name))
      report(['small_but_fitting', 'when'], `"${name}" is not a figure of a screening: ${names.join(', ')}`);
  }
}

function checkModel(
  { c_model: model, performance }: QuestionnaireFile,
  topics: readonly string[],
  report: ReportMistake,
): void {
  const allowed = [...topics, ...performance];
  for (const [group, members] of Object.entries(model?.groups ?? {})) {
    members.forEach((member, index) => {
      if (allowed.includes(member)) return;
      report(
        ['c_model', 'groups', group, index],
        'is neither a topic nor a performance metric of this questionnaire',
        allowed,
      );
    });
  }
}

function idOf(entry: QuestionnaireVariant['questions'][number]): string {
  return 'ref' in entry ? entry.ref : entry.id;
}

function sum(entries: readonly { readonly weight: number }[]): number {
  return entries.reduce((total, { weight }) => total + weight, 0);
}

function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) < 1e-9;
}

/** A sum of weights without binary noise. */
function plain(weight: number): string {
  return String(Number(weight.toPrecision(12)));
}
