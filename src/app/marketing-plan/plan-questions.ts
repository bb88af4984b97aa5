import { freeFunds, suggestedGoals } from '../../artifacts/marketing-plan/proposed-plan.ts';
import { requestBy } from '../../domain/marketing/calendar.ts';
import type { SuggestedTactic } from '../../domain/marketing/suggestions/suggest-tactics.ts';
import type { Answer, Answers } from '../../domain/interview/answer.ts';
import type { Option, Question } from '../../domain/interview/question.ts';
import { shortName } from '../../domain/short-name.ts';
import { formatDate, formatSentence, formatValue, roundHalfUp } from '../../units/format.ts';
import { formatFiscalQuarter } from '../../units/fiscal-quarter.ts';
import { isKnown } from '../../units/missing.ts';
import { addDays, DAYS_A_WEEK, parsePlainDate } from '../../units/plain-date.ts';
import { amount } from '../../units/value.ts';
import { answeredPlan, MOST_REVIEWS } from './answered-plan.ts';
import { mayStartFrom, type Candidate, type TalkSetup } from './talk-setup.ts';
import { variantIds, variantsOf, AS_SAID } from './variants.ts';
import { variantRows } from './variant-rows.ts';

/** The section that asks whether both sides agree. */
export const AGREEMENT = 'Agreement';
const MOST = 1e9;
const LONGEST_NAME = 120;
const NO_SKIP = ['skip', 'not-applicable'] as const;
/** May be left open, which Enter does where nothing stands. */
const MAY_BE_OPEN = ['skip'] as const;

/** The guided session about a marketing plan: goals, tactics, the size and days of each, reviews, a comparison, and whether both sides agree. */
export function marketingQuestions(setup: TalkSetup): readonly Question[] {
  return [
    ...goalQuestions(setup),
    tacticsQuestion(setup),
    ...setup.candidates.flatMap((candidate) => sizeQuestions(candidate, setup)),
    ...reviewQuestions(),
    variantQuestion(setup),
    ...agreementQuestions(setup),
  ];
}

/** The plan as it stands, or is proposed, as answers: Enter keeps them. */
export function standingMarketing(setup: TalkSetup): Answers {
  const { plan, candidates, input } = setup;
  const { goals, reviews, agreed } = plan;
  const standing: readonly (readonly [string, string | number | boolean | readonly string[] | undefined])[] = [
    ['goals', goals.map(({ id }) => id)],
    ...goals.map(({ id, target }) => [`goal.${id}`, target] as const),
    ['target_revenue', plan.target_revenue],
    ['budget', plan.budget],
    ['tactics', plan.campaigns.map(({ id }) => id)],
    ...candidates.flatMap(({ id, forecast: { audience, totalCost, fundingShare, campaign } }) => [
      [`${id}.audience`, audience.size] as const,
      [`${id}.cost`, isKnown(totalCost) ? totalCost : undefined] as const,
      [`${id}.share`, roundHalfUp(fundingShare * 100, 6)] as const,
      [`${id}.start`, campaign.start] as const,
      [`${id}.owner`, campaign.owner ?? contactOf(setup)] as const,
      [`${id}.follow-up`, campaign.follow_up?.owner ?? contactOf(setup)] as const,
    ]),
    ['review-owner', reviews.owner ?? input.config.cam.name],
    ...reviews.dates.map((day, index) => [`review-${index + 1}`, day] as const),
    ['variant', AS_SAID],
    ['agreed', agreed !== undefined],
    ['agreed-partner', agreed?.partner ?? contactOf(setup)],
    ['agreed-vendor', agreed?.vendor ?? input.config.cam.name],
  ];
  const said = new Map(
    standing.flatMap(([id, value]): [string, Answer][] => (value === undefined ? [] : [[id, { value }]])),
  );
  const open = marketingQuestions(setup).filter(({ id, without }) => without === MAY_BE_OPEN && !said.has(id));
  return new Map([...said, ...open.map(({ id }): [string, Answer] => [id, { left: 'not-applicable' }])]);
}

/** The person of the partner who is most often meant. */
function contactOf({ input }: TalkSetup): string | undefined {
  return input.files.partner.contacts[0]?.name;
}

function goalQuestions(setup: TalkSetup): readonly Question[] {
  const section = 'Goals';
  const goals = suggestedGoals(setup.input);
  const { currency } = setup.plan;
  return [
    {
      ...{ id: 'goals', section, kind: 'choices', text: 'What shall the quarter reach?', without: NO_SKIP },
      options: goals.map(({ id, title, weak }) => ({
        id,
        text: weak.length > 0 ? `${title} · weak in ${weak.join(', ')}` : title,
      })),
    },
    ...goals.map(({ id, title }): Question => {
      const { measure = 'qualified-leads' } = setup.plan.goals.find((goal) => goal.id === id) ?? {};
      return {
        ...{ id: `goal.${id}`, section, kind: 'number', min: 0, max: MOST, without: MAY_BE_OPEN },
        text: `${title}: how many ${measure === 'revenue' ? currency : measure.replace('-', ' ')} shall it bring?`,
        applies: (answers) => idsOf(answers, 'goals').includes(id),
      };
    }),
    ...(
      [
        ['target_revenue', 'What revenue shall the tactics bring in all?'],
        ['budget', 'What is the most that both sides spend?'],
      ] as const
    ).map(([id, text]): Question => ({
      ...{ id, section, text, currency, min: 0, max: MOST, without: MAY_BE_OPEN },
      kind: 'money',
    })),
  ];
}

function tacticsQuestion(setup: TalkSetup): Question {
  const { candidates, ranked, plan } = setup;
  const options = candidates.map(({ id, title }): Option => ({ id, text: title }));
  return {
    ...{ id: 'tactics', section: 'Tactics', kind: 'choices', text: 'Which tactics?', without: NO_SKIP, options },
    given: (answers) => {
      const suggested = ranked(answers.has('goals') ? idsOf(answers, 'goals') : plan.goals.map(({ id }) => id));
      const place = ({ forecast }: Candidate) => suggested.findIndex(({ tactic }) => tactic.id === forecast.tactic.id);
      const inOrder = candidates.toSorted((a, b) => Number(b.isPlanned) - Number(a.isPlanned) || place(a) - place(b));
      return {
        options: inOrder.map((one) => ({ id: one.id, text: tacticWords(one, suggested[place(one)], setup) })),
        details: [
          'Those that serve most goals first, then those whose own money returns most.',
          ...tooLate(suggested, setup),
        ],
      };
    },
  };
}

function tacticWords(
  { title, forecast }: Candidate,
  suggestion: SuggestedTactic | undefined,
  setup: TalkSetup,
): string {
  const { currency } = setup.plan;
  const format = { locale: setup.input.config.locale };
  const money = (value: typeof forecast.totalCost) => formatValue(amount(value, currency), format);
  const cost = `own ${money(forecast.ownShare)} of ${money(forecast.totalCost)}`;
  const reasons = suggestion?.reasons.map((reason) => formatSentence(reason, format)) ?? [];
  return [title, cost, ...reasons].join(' · ');
}

/** Tactics that funds asked for today come too late for, with their first day. */
function tooLate(suggested: readonly SuggestedTactic[], { input }: TalkSetup): readonly string[] {
  const late = suggested.filter(({ fitsQuarter }) => !fitsQuarter);
  if (late.length === 0) return [];
  const words = late.map(({ tactic, earliest }) => `${tactic.title} (${formatDate(earliest, input.config.locale)})`);
  return [`Too late for this quarter with funds: ${words.join(', ')}`];
}

function sizeQuestions(candidate: Candidate, setup: TalkSetup): readonly Question[] {
  const { id, title, forecast } = candidate;
  const { locale } = setup.input.config;
  const { mdf } = setup.input.marketingTactics;
  const section = title;
  const applies = (answers: Answers) => idsOf(answers, 'tactics').includes(id);
  const lead = forecast.tactic.first_spend_weeks * DAYS_A_WEEK;
  const isFunded = (answers: Answers) => (numberOf(answers, `${id}.share`) ?? forecast.fundingShare) > 0;
  return [
    {
      ...{ id: `${id}.audience`, section, kind: 'number', min: 0, max: MOST, without: NO_SKIP, applies },
      text: `How many people does it speak to? (${forecast.audience.who})`,
    },
    {
      ...{ id: `${id}.cost`, section, kind: 'money', currency: setup.plan.currency, min: 0, max: MOST, applies },
      ...{ text: 'What does it cost in all?', without: MAY_BE_OPEN },
      details: [forecast.costLines.map((line) => line.title).join(', ')],
    },
    {
      ...{ id: `${id}.share`, section, kind: 'number', unit: '%', min: 0, max: 100, without: NO_SKIP, applies },
      text: 'What share of it does MDF pay?',
      details: [fundsLeft(setup)],
    },
    {
      ...{ id: `${id}.start`, section, kind: 'date', latest: setup.range.to, without: NO_SKIP, applies },
      text: 'When does it start?',
      given: (answers) => {
        const first = mayStartFrom(candidate, setup, isFunded(answers));
        const ask = requestBy(addDays(parsePlainDate(forecast.start)!, -lead), mdf);
        const words = isFunded(answers)
          ? `With funds from ${formatDate(first, locale)} on. For ${formatDate(forecast.start, locale)} ask by ${formatDate(ask, locale)}.`
          : `From ${formatDate(first, locale)} on; no funds are asked for.`;
        return { earliest: first, details: [words] };
      },
    },
    {
      ...{ id: `${id}.owner`, section, kind: 'text', longest: LONGEST_NAME, without: MAY_BE_OPEN, applies },
      text: 'Who runs it, by name?',
    },
    {
      ...{ id: `${id}.follow-up`, section, kind: 'text', longest: LONGEST_NAME, without: MAY_BE_OPEN, applies },
      text: 'Who calls the leads, by name?',
    },
  ];
}

/** What the partner's funds could still pay, so that nobody plans with money that is not there. */
function fundsLeft({ input, plan: { quarter, currency } }: TalkSetup): string {
  const free = freeFunds(input, { quarter });
  if (!isKnown(free)) return `MDF: ${free.missing}; 0 leaves it out.`;
  const money = formatValue(amount(free, currency), { locale: input.config.locale, precision: 'full' });
  return `MDF still free for ${formatFiscalQuarter(quarter)}, for all tactics together: ${money}.`;
}

function reviewQuestions(): readonly Question[] {
  const section = 'Reviews';
  const words = ['first', 'a second time', 'a third time'];
  return [
    {
      ...{ id: 'review-owner', section, kind: 'text', longest: LONGEST_NAME, without: MAY_BE_OPEN },
      text: 'Who looks at the pipeline of the campaigns?',
    },
    ...Array.from({ length: MOST_REVIEWS }, (_, index): Question => ({
      ...{ id: `review-${index + 1}`, section, kind: 'date', without: MAY_BE_OPEN },
      text: `When ${words[index]!}?`,
    })),
  ];
}

function variantQuestion(setup: TalkSetup): Question {
  return {
    ...{ id: 'variant', section: 'Comparison', kind: 'choice', text: 'Which of these is saved?', without: NO_SKIP },
    options: variantIds(setup).map((id) => ({ id, text: id === AS_SAID ? 'As it was said' : 'Another one' })),
    given: (answers) => {
      const { header, options } = variantRows(variantsOf(setup, answeredPlan(setup, answers)), setup);
      return { details: [header], options };
    },
  };
}

function agreementQuestions({ input }: TalkSetup): readonly Question[] {
  const section = AGREEMENT;
  const isAgreed = (answers: Answers) => {
    const answer = answers.get('agreed');
    return answer !== undefined && 'value' in answer && answer.value === true;
  };
  return [
    {
      ...{ id: 'agreed', section, kind: 'yes-no', text: 'Do both sides agree to this plan?', without: NO_SKIP },
      details: ['Funds are asked for once it is agreed.'],
    },
    ...(['partner', 'vendor'] as const).map((side): Question => ({
      ...{ id: `agreed-${side}`, section, kind: 'text', longest: LONGEST_NAME, without: NO_SKIP },
      text: `Who agreed for ${shortName(side === 'partner' ? input.files.partner : input.config.vendor)}?`,
      applies: isAgreed,
    })),
  ];
}

function idsOf(answers: Answers, id: string): readonly string[] {
  const answer = answers.get(id);
  return answer && 'value' in answer && typeof answer.value === 'object' ? answer.value : [];
}

function numberOf(answers: Answers, id: string): number | undefined {
  const answer = answers.get(id);
  return answer && 'value' in answer && typeof answer.value === 'number' ? answer.value : undefined;
}
