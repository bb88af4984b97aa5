import type { Answer, Answers } from '../../domain/interview/answer.ts';
import type { Question } from '../../domain/interview/question.ts';
import { formatDate, type Locale } from '../../units/format.ts';
import { parsePlainDate } from '../../units/plain-date.ts';
import type { ActionDecision } from '../actions/decide-proposals.ts';
import type { ActionProposal } from '../actions/partner-action-plan.ts';

/** Who is looking on, and whose names stand on the screen. */
interface Setting {
  readonly partner: string;
  readonly vendor: string;
  readonly locale: Locale;
  /** On a shared screen no score is shown. */
  readonly share: boolean;
}

const SIDES = ['partner', 'vendor', 'both'] as const;
const LONGEST_NAME = 120;
const SECTION = 'Actions';

/** Each proposal as a question: accept it, change who and when, drop it, or decide another time. */
export function actionQuestions(proposals: readonly ActionProposal[], setting: Setting): readonly Question[] {
  return proposals.flatMap((proposal, index) => {
    const { id, title } = proposal;
    const changed = (answers: Answers): boolean => isSaid(answers.get(id), 'change');
    const detail = { section: SECTION, applies: changed, without: ['skip', 'not-applicable'] as const };
    return [
      decision(proposal, { setting, isLast: index === proposals.length - 1 }),
      { ...detail, id: sideOf(id), text: `${title}: who sees to it?`, kind: 'choice', options: sideOptions(setting) },
      { ...detail, id: ownerOf(id), text: `${title}: by name`, kind: 'text', longest: LONGEST_NAME },
      { ...detail, id: dueOf(id), text: `${title}: by when?`, kind: 'date', earliest: proposal.assessment },
    ] satisfies Question[];
  });
}

/** What is proposed of an action, as answers: Enter takes it over. */
export function proposedAnswers(proposals: readonly ActionProposal[]): Answers {
  return new Map(
    proposals.flatMap(({ id, side, owner, due }): [string, Answer][] => [
      [sideOf(id), { value: side }],
      [ownerOf(id), { value: owner }],
      [dueOf(id), { value: due }],
    ]),
  );
}

/** What was decided; a proposal that was passed over waits. */
export function decisionsIn(answers: Answers, proposals: readonly ActionProposal[]): readonly ActionDecision[] {
  return proposals.flatMap((proposal): ActionDecision[] => {
    const { id } = proposal;
    const said = answers.get(id);
    if (isSaid(said, 'drop')) return [{ proposal, decision: 'drop' }];
    if (isSaid(said, 'accept')) return [{ proposal, decision: 'accept' }];
    if (!isSaid(said, 'change')) return [];
    const side = SIDES.find((one) => isSaid(answers.get(sideOf(id)), one));
    const owner = textOf(answers.get(ownerOf(id)));
    const due = parsePlainDate(textOf(answers.get(dueOf(id))) ?? '');
    return [{ proposal, decision: 'accept', ...(side && { side }), ...(owner && { owner }), ...(due && { due }) }];
  });
}

function decision(
  { id, title, what, resource, side, owner, due, score, goal }: ActionProposal,
  { setting, isLast }: { readonly setting: Setting; readonly isLast: boolean },
): Question {
  const { partner, vendor, locale, share } = setting;
  const who = side === 'partner' ? partner : side === 'vendor' ? vendor : `${partner} and ${vendor} together`;
  return {
    ...{ id, section: SECTION, kind: 'choice', without: ['not-applicable'], text: `${title}: ${what}` },
    details: [
      [owner, ...(owner === who ? [] : [`for ${who}`]), `by ${formatDate(due, locale)}`].join(', '),
      ...(resource === undefined ? [] : [`${vendor} brings: ${resource}`]),
      ...(share ? [] : [`Score ${score}, goal ${goal}`]),
    ],
    options: [
      { id: 'accept', key: 'a', text: 'Accept' },
      { id: 'change', key: 'e', text: 'Change who or when' },
      { id: 'drop', key: 'd', text: 'Drop' },
      ...(isLast ? [] : [{ id: 'all', key: 'A', text: 'Accept this and all that follow', allWith: 'accept' }]),
    ],
  };
}

function sideOptions({ partner, vendor }: Setting): { id: string; text: string }[] {
  const texts = { partner, vendor, both: 'Both together' };
  return SIDES.map((id) => ({ id, text: texts[id] }));
}

const sideOf = (id: string) => `${id}:side`;
const ownerOf = (id: string) => `${id}:owner`;
const dueOf = (id: string) => `${id}:due`;

function isSaid(answer: Answer | undefined, value: string): boolean {
  return answer !== undefined && 'value' in answer && answer.value === value;
}

function textOf(answer: Answer | undefined): string | undefined {
  return answer && 'value' in answer && typeof answer.value === 'string' ? answer.value : undefined;
}
