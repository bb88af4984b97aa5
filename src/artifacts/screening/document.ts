import type { Block, Numbered, Scores, ScoreRow, Table } from '../../document/block.ts';
import type { Document, Section } from '../../document/document.ts';
import type { Verdict } from '../../domain/capability/screening.ts';
import { statusOfScore } from '../../domain/capability/score.ts';
import type { Known } from '../../units/missing.ts';
import { isKnown } from '../../units/missing.ts';
import { sentence, type Sentence } from '../../units/sentence.ts';
import { count, date, none, share, text, type Value } from '../../units/value.ts';
import { pageFrame } from '../page-frame.ts';
import type { ScreeningResult } from './compute.ts';

type Standing = NonNullable<ScreeningResult['standing']>;

/** One page about a company before it signs. It is always internal: the verdict is for the account manager alone. */
export function screeningDocument({ input, standing }: ScreeningResult): Document {
  const frame = pageFrame(input);
  return {
    ...frame,
    id: 'screening',
    title: standing?.questionnaire.title ?? 'Screening',
    edition: 'internal',
    sections: standing ? sectionsOf(standing) : [nothingYet()],
    figures: standing
      ? {
          screening_score: scoreValue(standing.assessed.score.score),
          screening_verdict: text(standing.verdict.verdict),
          completeness: share(standing.assessed.score.completeness),
        }
      : {},
  };
}

function sectionsOf(standing: Standing): Section[] {
  const { verdict, assessed, gaps } = standing;
  const headline = sentence('{score} of 100: {verdict}', {
    score: scoreValue(assessed.score.score),
    verdict: text(verdict.verdict),
  });
  const section = (id: string, name: string): Omit<Extract<Section, { layout: 'table' }>, 'main'> => ({
    id,
    kicker: { number: '', name },
    layout: 'table',
    headline,
    notes: [],
    source: 'assessments',
  });
  const scores: Block[] = [scoresOf(standing), { kind: 'paragraph', text: howItCame(standing) }];
  return [
    {
      ...section('verdict', 'Why this verdict'),
      main: [{ kind: 'paragraph', text: reasonOf(verdict) }, bandsOf(standing)],
    },
    { ...section('scores', 'Scores'), main: scores },
    ...(gaps.length > 0 ? [{ ...section('next', 'What to talk about next'), main: [pointsOf(standing)] }] : []),
  ];
}

function nothingYet(): Section {
  const words = 'Nothing is screened yet';
  return {
    id: 'verdict',
    kicker: { number: '', name: 'Verdict' },
    layout: 'table',
    headline: sentence(words),
    main: [{ kind: 'paragraph', text: sentence(`${words}.`) }],
    notes: [],
    source: 'assessments',
  };
}

/** Which of the rules decided, in words. */
function reasonOf({ rule, question }: Verdict): Sentence {
  if (rule === 'floor')
    return sentence('One answer decides, whatever the total: {question}', { question: text(question ?? '') });
  return rule === 'total'
    ? sentence('The total decides: no answer is below the floor.')
    : sentence('The company fits and is only small; its size does not count against it.');
}

function bandsOf({ questionnaire: { verdicts }, verdict }: Standing): Table {
  const { bands, floor, smallButFitting: small } = verdicts!;
  const row = (when: Sentence, words: string, rule: Verdict['rule']) => ({
    ...(rule === verdict.rule && words === verdict.verdict && { emphasis: 'strong' as const }),
    cells: {
      when: { value: text(when.pattern) },
      advice: { value: text(words) },
      holds: { value: rule === verdict.rule && words === verdict.verdict ? text('holds') : none },
    },
  });
  return {
    kind: 'table',
    id: 'bands',
    isWhole: true,
    heading: sentence('From the first rule down'),
    columns: [
      { key: 'when', label: 'When', align: 'left', weight: 2, cut: 'text', wraps: true },
      { key: 'advice', label: 'Verdict', align: 'left', weight: 4, cut: 'text', wraps: true },
      { key: 'holds', label: 'Now', align: 'left', weight: 1, cut: 'fixed' },
    ],
    rows: [
      ...(floor ? [row(sentence('an answer below the floor'), floor.verdict, 'floor')] : []),
      ...(small ? [row(sentence('small but fitting'), small.verdict, 'small but fitting')] : []),
      ...bands.map(({ from, verdict: words }) =>
        row(sentence(from <= 1 ? 'any other total' : `a total from ${from}`), words, 'total'),
      ),
    ],
  };
}

/** The total, then each category with its topics. */
function scoresOf({ questionnaire: { status }, assessed: { score } }: Standing): Scores {
  const row = (label: string, own: Known<number>, emphasis: ScoreRow['emphasis']): ScoreRow => ({
    label,
    emphasis,
    now: scoreValue(own),
    status: statusOfScore(own, status),
  });
  return {
    kind: 'scores',
    id: 'scores',
    marks: { now: 'now' },
    thresholds: [status.red_below, status.green_from],
    rows: [
      row('Overall', score.score, 'strong'),
      ...score.categories.flatMap((category) => [
        row(category.title, category.score, 'strong'),
        ...category.topics.map((topic) => row(topic.title, topic.score, 'indent')),
      ]),
    ],
  };
}

function howItCame({ assessed: { assessment, score } }: Standing): Sentence {
  const people = assessment.took_part.join(', ');
  return sentence('Screened {day}{people}; {completeness} of the weight answered, {questions|question|questions}.', {
    day: date(assessment.date),
    people: text(people === '' ? '' : ` with ${people}`),
    completeness: share(score.completeness),
    questions: count(score.questionsAnswered),
  });
}

function pointsOf({ gaps }: Standing): Numbered {
  return {
    kind: 'numbered',
    heading: sentence('The largest gaps and what closes them'),
    items: gaps.map(({ topic, score, goal, action }) => ({
      lead: sentence('{topic}  {score} → {goal}', {
        topic: text(topic.title),
        score: scoreValue(score),
        goal: scoreValue(goal),
      }),
      detail: sentence('{action}', { action: text(action.do) }),
    })),
  };
}

function scoreValue(score: Known<number>): Value {
  return isKnown(score) ? { kind: 'score', score } : { kind: 'missing', reason: score.missing };
}
