import type { Answer, Answers } from '../../domain/interview/answer.ts';
import type { Question } from '../../domain/interview/question.ts';
import type { BusinessPlan } from '../../schema/business-plan-file.ts';
import { addDays, parsePlainDate, type PlainDate } from '../../units/plain-date.ts';
import { firstDay, monthOf } from '../../units/year-month.ts';

/** Whose names stand on the screen, and the day. */
interface Setting {
  readonly partner: string;
  readonly vendor: string;
  /** The account manager, who most often agrees for the vendor. */
  readonly cam: string;
  readonly on: PlainDate;
}

const DUTIES = {
  awareness: 'Who makes customers aware of the offer?',
  lead_generation: 'Who finds the leads?',
  closing: 'Who closes the deals?',
  service: 'Who serves the customer afterwards?',
} as const;
type Duty = keyof typeof DUTIES;

const SIDES = ['partner', 'vendor'] as const;
/** Commitments that can be said a side; more are written in the file. */
const MOST_A_SIDE = 2;
const LONGEST = { name: 120, text: 300 } as const;
/** A commitment falls due after a quarter when nobody says otherwise. */
const DAYS_UNTIL_DUE = 90;

/** What both sides want and promise, then whether they agree to the plan. Nothing has to be answered but whether it is agreed. */
export function agreementQuestions(setting: Setting): readonly Question[] {
  const names = { partner: setting.partner, vendor: setting.vendor };
  const both = {
    options: [...SIDES, 'both' as const].map((id) => ({ id, text: { ...names, both: 'Both together' }[id] })),
  };
  const text = { kind: 'text', longest: LONGEST.text, without: ['not-applicable'] } as const;
  const goals = { ...text, section: 'Goals' };
  return [
    { ...goals, id: 'goal', text: 'What do you want to reach together in the first year?' },
    { ...goals, id: 'strategy', text: 'How will you reach it?' },
    { ...goals, id: 'focus', text: 'Which products come first?' },
    {
      id: 'starts',
      section: 'Goals',
      kind: 'date',
      text: 'Which is the first month of the plan? Any day of it will do.',
      without: ['skip', 'not-applicable'],
    },
    ...(Object.keys(DUTIES) as Duty[]).map((duty): Question => ({
      ...{
        id: duty,
        section: 'Who does what',
        kind: 'choice',
        text: DUTIES[duty],
        without: ['not-applicable'],
        ...both,
      },
    })),
    ...SIDES.flatMap((side) => Array.from({ length: MOST_A_SIDE }, (_, index) => promise(side, index, setting)).flat()),
    {
      id: 'shared',
      section: 'Agreement',
      kind: 'yes-no',
      text: `Does ${setting.partner} share its own profit with you, so that reviews can show it against this plan?`,
      without: ['skip', 'not-applicable'],
    },
    {
      id: 'agreed',
      section: 'Agreement',
      kind: 'yes-no',
      text: 'Do both sides agree to this plan?',
      details: ['Agreed: its commitments go to the ledger, and every change of a number is recorded with its day.'],
      without: ['skip', 'not-applicable'],
    },
    ...SIDES.map((side): Question => ({
      ...{
        id: `agreed-${side}`,
        section: 'Agreement',
        kind: 'text',
        longest: LONGEST.name,
        text: `Who agreed for ${names[side]}?`,
        without: ['skip', 'not-applicable'],
      },
      applies: (answers) => valueOf(answers, 'agreed') === true,
    })),
  ];
}

/** What the plan says already, as answers: Enter keeps them. */
export function standingAgreement(plan: BusinessPlan, setting: Setting): Answers {
  const standing: readonly (readonly [string, string | boolean | undefined])[] = [
    ['goal', plan.goals[0]],
    ['strategy', plan.strategies[0]],
    ['focus', plan.product_focus[0]],
    ['starts', plan.starts],
    ...Object.entries(plan.who_does_what),
    ...SIDES.flatMap((side) =>
      plan.commitments
        .filter((one) => one.side === side)
        .slice(0, MOST_A_SIDE)
        .flatMap(({ what, owner, due }, index) => [
          [`${side}-${index}`, what] as const,
          [`${side}-${index}-owner`, owner] as const,
          [`${side}-${index}-due`, due] as const,
        ]),
    ),
    ['shared', plan.actuals_shared],
    ['agreed', plan.agreed !== undefined],
    ['agreed-partner', plan.agreed?.partner],
    ['agreed-vendor', plan.agreed?.vendor ?? setting.cam],
  ];
  return new Map(standing.flatMap(([id, value]): [string, Answer][] => (value === undefined ? [] : [[id, { value }]])));
}

/** The plan with what was said; what was passed over stays as it was. */
export function withAgreement(plan: BusinessPlan, answers: Answers, { on, cam }: Setting): BusinessPlan {
  const text = (id: string) => textOf(answers, id);
  const first = (list: readonly string[], id: string) =>
    text(id) === undefined ? [...list] : [text(id)!, ...list.slice(1)];
  const duties = Object.keys(DUTIES).flatMap((duty) =>
    text(duty) === undefined ? [] : [[duty, text(duty)!] as const],
  );
  const [partner, vendor] = [text('agreed-partner'), text('agreed-vendor')];
  const agreed =
    partner !== undefined && vendor !== undefined ? { on: plan.agreed?.on ?? on, partner, vendor } : plan.agreed;
  const starts = parsePlainDate(text('starts') ?? '') ?? plan.starts;
  return {
    ...plan,
    starts: firstDay(monthOf(starts)),
    goals: first(plan.goals, 'goal'),
    strategies: first(plan.strategies, 'strategy'),
    product_focus: first(plan.product_focus, 'focus'),
    who_does_what: { ...plan.who_does_what, ...Object.fromEntries(duties) },
    commitments: SIDES.flatMap((side) => commitmentsOf(side, { plan, answers, cam, on })),
    actuals_shared: valueOf(answers, 'shared') === true,
    ...(agreed && { agreed }),
    status: agreed && plan.status === 'draft' ? 'agreed' : plan.status,
  };
}

function promise(side: (typeof SIDES)[number], index: number, { partner, vendor, on }: Setting): readonly Question[] {
  const id = `${side}-${index}`;
  const name = { partner, vendor }[side];
  const section = 'Commitments';
  const said = (answers: Answers) => textOf(answers, id) !== undefined;
  return [
    {
      ...{ id, section, kind: 'text', longest: LONGEST.text, without: ['not-applicable'] },
      text: index === 0 ? `What does ${name} commit to?` : `What else does ${name} commit to?`,
      ...(index > 0 && { applies: (answers: Answers) => textOf(answers, `${side}-${index - 1}`) !== undefined }),
    },
    {
      id: `${id}-owner`,
      section,
      kind: 'text',
      longest: LONGEST.name,
      text: 'Who sees to it, by name?',
      without: ['not-applicable'],
      applies: said,
    },
    {
      id: `${id}-due`,
      section,
      kind: 'date',
      earliest: on,
      text: 'By when?',
      without: ['not-applicable'],
      applies: said,
    },
  ];
}

interface Promising {
  readonly plan: BusinessPlan;
  readonly answers: Answers;
  readonly cam: string;
  readonly on: PlainDate;
}

/** Those that were said in place of the first ones of the side, then the others of the file. */
function commitmentsOf(
  side: (typeof SIDES)[number],
  { plan, answers, cam, on }: Promising,
): BusinessPlan['commitments'] {
  const standing = plan.commitments.filter((one) => one.side === side);
  const asked = Array.from({ length: MOST_A_SIDE }, (_, index) => {
    const id = `${side}-${index}`;
    const what = textOf(answers, id);
    if (what === undefined) return standing.slice(index, index + 1);
    const owner = textOf(answers, `${id}-owner`) ?? (side === 'vendor' ? cam : 'To be named');
    const due = parsePlainDate(textOf(answers, `${id}-due`) ?? '') ?? addDays(on, DAYS_UNTIL_DUE);
    return [{ ...standing[index], side, what, owner, due }];
  });
  return [...asked.flat(), ...standing.slice(MOST_A_SIDE)];
}

function valueOf(answers: Answers, id: string): unknown {
  const answer = answers.get(id);
  return answer && 'value' in answer ? answer.value : undefined;
}

function textOf(answers: Answers, id: string): string | undefined {
  const value = valueOf(answers, id);
  return typeof value === 'string' ? value : undefined;
}
