import type { ArtifactInput } from '../../artifacts/artifact.ts';
import { paybackWords } from '../../artifacts/business-plan/compute.ts';
import { planModel } from '../../artifacts/business-plan/forecast.ts';
import { writtenBasis } from '../../artifacts/business-plan/starting-basis.ts';
import type { Answers } from '../../domain/interview/answer.ts';
import { lineOf, sumsBy } from '../../domain/month-model/periods.ts';
import type { BusinessPlan } from '../../schema/business-plan-file.ts';
import { shortName } from '../../domain/short-name.ts';
import { formatFiscalYear } from '../../units/fiscal-quarter.ts';
import { formatAmount, formatDate } from '../../units/format.ts';
import type { PlainDate } from '../../units/plain-date.ts';
import { findDraft } from '../interview/draft.ts';
import { holdInterview, type Ask, type HeldInterview, type InterviewPlan } from '../interview/conversation.ts';
import { agreementQuestions, standingAgreement, withAgreement } from './agreement-questions.ts';
import { planQuestions, standingNumbers, withAnsweredNumbers } from './plan-questions.ts';
import { savePlan, type SavedPlan } from './save-plan.ts';

/** Which plan is talked over. */
export interface PlanWish {
  readonly input: ArtifactInput;
  /** Absolute path of the territory. */
  readonly root: string;
  /** The plan as it stands, or what a new one starts from. */
  readonly plan: BusinessPlan;
  /** The day it really is, for the draft. */
  readonly today: PlainDate;
  /** The day typed with --as-of. */
  readonly asOf: PlainDate | undefined;
  readonly dryRun: boolean;
}

/** What came of one talk. */
export interface TalkedPlan extends Omit<HeldInterview, 'answers'> {
  readonly count: number;
  /** Once it was finished. */
  readonly saved?: SavedPlan;
}

const MONTHS_A_YEAR = 12;
const SECONDS_EACH = 25;

/**
 * The guided session about the numbers of a plan, with what it comes to so far beside every question; saved at the end.
 * @throws Failure (data) when the same session is open in another terminal, or a file cannot be read or written
 */
export function talkOverNumbers(wish: PlanWish, ask: Ask): Promise<TalkedPlan> {
  const { input, plan } = wish;
  const assumptions = input.planAssumptions;
  const source = `Said by ${shortName(input.files.partner)}, ${formatDate(input.review.asOf, input.config.locale)}`;
  const answered = (answers: Answers) => withAnsweredNumbers(plan, answers, source);
  return hold(wish, {
    ask,
    answered,
    talk: {
      place: { root: wish.root, name: draftName(wish, 'plan') },
      title: `${input.files.partner.name} · business plan ${formatFiscalYear(plan.fiscal_year)}`,
      questions: planQuestions(plan, assumptions),
      script: { previous: standingNumbers(plan, assumptions), previousAre: 'proposed', ...script(input) },
      asked: `business plan ${assumptions.id}`,
      today: wish.today,
      beside: (answers) => answerSoFar(answered(answers), input),
    },
  });
}

/**
 * The talk about goals, who does what, commitments, and whether both sides agree; saved at the end.
 * @throws Failure as the session about the numbers does
 */
export function talkOverAgreement(wish: PlanWish, ask: Ask): Promise<TalkedPlan> {
  const { input, plan } = wish;
  const { config, files, review } = input;
  const setting = {
    partner: shortName(files.partner),
    vendor: shortName(config.vendor),
    cam: config.cam.name,
    on: review.asOf,
  };
  return hold(wish, {
    ask,
    answered: (answers) => withAgreement(plan, answers, setting),
    talk: {
      place: { root: wish.root, name: draftName(wish, 'agreement') },
      title: `${files.partner.name} · agreement on the ${formatFiscalYear(plan.fiscal_year)} plan`,
      questions: agreementQuestions(setting),
      script: { previous: standingAgreement(plan, setting), ...script(input) },
      asked: 'agreement on a business plan',
      today: wish.today,
    },
  });
}

/** Whether a session about this plan was left half way. */
export async function isHalfTalkedOver(wish: PlanWish): Promise<boolean> {
  const questions = planQuestions(wish.plan, wish.input.planAssumptions);
  return (await findDraft({ root: wish.root, name: draftName(wish, 'plan') }, questions)) !== undefined;
}

async function hold(
  { root, asOf, today, dryRun, input }: PlanWish,
  {
    talk,
    ask,
    answered,
  }: { readonly talk: InterviewPlan; readonly ask: Ask; readonly answered: (answers: Answers) => BusinessPlan },
): Promise<TalkedPlan> {
  let saved: SavedPlan | undefined;
  const { answers: _, ...held } = await holdInterview(talk, {
    ask,
    keep: async (answers) => {
      const request = { root, asOf: asOf ?? input.review.asOf, today, dryRun, partnerId: input.files.id };
      saved = await savePlan(request, answered(answers));
      return !dryRun;
    },
  });
  return { ...held, count: talk.questions.length, ...(saved && { saved }) };
}

function draftName({ input, plan }: PlanWish, talk: 'plan' | 'agreement'): string {
  return `${input.files.id}-${talk}-${formatFiscalYear(plan.fiscal_year)}`;
}

function script({ config }: ArtifactInput) {
  return { secondsEach: SECONDS_EACH, locale: config.locale };
}

/** When the money is back, and what the third year brings, with the answers so far. */
function answerSoFar(plan: BusinessPlan, input: ArtifactInput): string {
  const { numbers, scenarios, currency } = writtenBasis(plan, input);
  const { results, values } = planModel(numbers, { scenarios, months: input.planAssumptions.months }).forecast('base');
  const lastYear = sumsBy(MONTHS_A_YEAR, lineOf(values, 'net')).at(-1)!;
  const money = formatAmount(lastYear, currency, { locale: input.config.locale });
  return `payback ${paybackWords(results)} · profit in year 3 ${money}`;
}
