import type { Scores, ScoreRow, Table } from '../../document/block.ts';
import type { PartChange } from '../../domain/capability/change.ts';
import { groupScores } from '../../domain/capability/group-scores.ts';
import type { Cohort, CohortKind } from '../../domain/capability/peers.ts';
import { statusOfScore, type CapabilityScore } from '../../domain/capability/score.ts';
import { formatMonth } from '../../units/format.ts';
import { isKnown, type Known } from '../../units/missing.ts';
import { sentence } from '../../units/sentence.ts';
import { count, none, shortDate, text } from '../../units/value.ts';
import { monthOf } from '../../units/year-month.ts';
import type { CapabilityResult, CapabilityStanding } from './result.ts';
import { pointsValue, scoreValue } from './figures.ts';

const COHORT_WORDS: Readonly<Record<CohortKind, string>> = {
  'same type and tier': 'same type and tier',
  'same type': 'same type, all tiers',
  'all partners': 'all partners',
  benchmark: 'benchmark',
};

/** "peer median, n = 11, all partners", or the benchmark by its title. */
function cohortWords({ kind, n, benchmark }: Cohort): string {
  return benchmark ? `benchmark, n = ${n}, ${benchmark.title}` : `peer median, n = ${n}, ${COHORT_WORDS[kind]}`;
}

/** The score in full: the total, each category with its topics, and what is computed from data beside it. */
export function topicScores(result: CapabilityResult, now: CapabilityStanding): Scores {
  const { score } = now.assessed;
  const total = row(result, now, { label: 'Overall', id: undefined, score: score.score, emphasis: 'strong' });
  const parts = score.categories.flatMap((category) => [
    row(result, now, { label: category.title, id: category.id, score: category.score, emphasis: 'strong' }),
    ...category.topics.map(({ id, title, score: own }) =>
      row(result, now, { label: title, id, score: own, emphasis: 'indent', isTopic: true }),
    ),
  ]);
  return { ...scoresCore(result, now), id: 'scores', rows: [total, ...parts, ...performanceRows(result)] };
}

/** The score by category alone, for a slide. */
export function categoryScores(result: CapabilityResult, now: CapabilityStanding): Scores {
  const categories = now.assessed.score.categories.filter(({ score }) => isKnown(score));
  const weights = [...new Set(categories.map(({ weight }) => weight))];
  const words =
    weights.length === 1 ? 'each weighs the same' : `weights ${categories.map(({ weight }) => weight).join(', ')}`;
  return {
    ...scoresCore(result, now),
    id: 'categories',
    heading: sentence('Score by category, 1 to 100, {weights}', { weights: text(words) }),
    rows: categories.map(({ id, title, score }) => row(result, now, { label: title, id, score, emphasis: 'strong' })),
  };
}

/** The account manager's own view, by topic: internal editions only. */
export function internalScores({ questionnaire: { status } }: CapabilityResult, score: CapabilityScore): Scores {
  const entry = (label: string, own: Known<number>, emphasis: ScoreRow['emphasis']): ScoreRow => ({
    label,
    emphasis,
    now: scoreValue(own),
    status: statusOfScore(own, status),
  });
  return {
    kind: 'scores',
    id: 'internal-scores',
    marks: { now: 'your own view' },
    thresholds: [status.red_below, status.green_from],
    rows: score.categories.flatMap((category) => [
      entry(category.title, category.score, 'strong'),
      ...category.topics.map((topic) => entry(topic.title, topic.score, 'indent')),
    ]),
  };
}

/** The topics grouped a second way: internal editions only. */
export function groupsTable(
  { input, questionnaire: { status } }: CapabilityResult,
  { assessed }: CapabilityStanding,
): Table | undefined {
  const model = input.questionnaire.c_model;
  if (!model) return undefined;
  return {
    kind: 'table',
    id: 'groups',
    isWhole: true,
    heading: sentence('{label}', { label: text(model.label) }),
    columns: [
      { key: 'group', label: 'Group', align: 'left', weight: 3, cut: 'text' },
      { key: 'topics', label: 'Topics', align: 'right', weight: 1, cut: 'fixed', tone: 'soft' },
      { key: 'score', label: 'Score', align: 'right', weight: 1, cut: 'fixed' },
      { key: 'status', label: 'Status', align: 'left', weight: 1.4, cut: 'fixed' },
    ],
    rows: groupScores(model, assessed.score).map(({ id, score, topics }) => ({
      cells: {
        group: { value: text(id.charAt(0).toUpperCase() + id.slice(1).replaceAll('-', ' ')) },
        topics: { value: count(topics) },
        score: { value: scoreValue(score) },
        status: { value: none, status: statusOfScore(score, status) },
      },
    })),
  };
}

/** Peers by name, best first: internal editions only. */
export function peersTable({ cohort }: CapabilityResult): Table | undefined {
  if (!isKnown(cohort) || cohort.members.length === 0) return undefined;
  return {
    kind: 'table',
    id: 'peers',
    isWhole: true,
    heading: sentence('Peers: {kind}, {n|partner|partners}', {
      kind: text(COHORT_WORDS[cohort.kind]),
      n: count(cohort.n),
    }),
    columns: [
      { key: 'partner', label: 'Partner', align: 'left', weight: 3, cut: 'name' },
      { key: 'score', label: 'Score', align: 'right', weight: 1, cut: 'fixed' },
      { key: 'assessed', label: 'Assessed', align: 'right', weight: 1, cut: 'fixed', tone: 'soft' },
    ],
    rows: cohort.members.map(({ name, score, date }) => ({
      cells: {
        partner: { value: text(name) },
        score: { value: scoreValue(score.score) },
        assessed: { value: shortDate(date) },
      },
    })),
  };
}

function scoresCore(
  { questionnaire: { status }, cohort }: CapabilityResult,
  { before }: CapabilityStanding,
): Pick<Scores, 'kind' | 'marks' | 'thresholds'> {
  return {
    kind: 'scores',
    marks: {
      now: 'now',
      ...(before && { previous: previousWords(before) }),
      ...(isKnown(cohort) && { peers: cohortWords(cohort) }),
    },
    thresholds: [status.red_below, status.green_from],
  };
}

interface PartOfScore {
  readonly label: string;
  /** Undefined for the total. */
  readonly id: string | undefined;
  readonly score: Known<number>;
  readonly emphasis: ScoreRow['emphasis'];
  readonly isTopic?: true;
}

function row(
  { questionnaire, cohort }: CapabilityResult,
  { before }: CapabilityStanding,
  { label, id, score, emphasis, isTopic }: PartOfScore,
): ScoreRow {
  const changes = isTopic ? before?.change.topics : before?.change.categories;
  const change: Omit<PartChange, 'id'> | undefined =
    id === undefined ? before?.change.overall : changes?.find((candidate) => candidate.id === id);
  const medians = isKnown(cohort) ? (isTopic ? cohort.topics : cohort.categories) : undefined;
  const peers = !isKnown(cohort) ? undefined : id === undefined ? cohort.median : medians?.get(id);
  return {
    label,
    emphasis,
    now: scoreValue(score),
    ...(change &&
      isKnown(change.change) &&
      isKnown(score) && {
        previous: scoreValue(Math.min(100, Math.max(1, score - change.change))),
        change: pointsValue(change.change),
      }),
    ...(peers !== undefined && isKnown(peers) && { peers: scoreValue(peers) }),
    status: statusOfScore(score, questionnaire.status),
  };
}

/** When it was before; where other questions were answered then, or they weighed otherwise, the mark stands for the same ones. */
function previousWords({ assessed, change }: NonNullable<CapabilityStanding['before']>): string {
  const month = formatMonth(monthOf(assessed.assessment.date));
  return change.isLikeForLike ? month : `${month}, same questions`;
}

/** Values with their status and no place on the scale: nobody was asked for them. */
function performanceRows(result: CapabilityResult): ScoreRow[] {
  const performance = result.performance();
  if (performance.length === 0) return [];
  return [
    { label: 'Performance, from data', emphasis: 'strong' },
    ...performance.map(({ label, value, status }): ScoreRow => ({
      label,
      emphasis: 'indent',
      now: value,
      ...(status && { status }),
    })),
  ];
}
