import { statusOfScore, type CapabilityScore } from '../../domain/capability/score.ts';
import type { Figure } from '../../domain/figure.ts';
import { isKnown, missing, type Known } from '../../units/missing.ts';
import { sentence, type Sentence } from '../../units/sentence.ts';
import { count, date, share, text, type Value } from '../../units/value.ts';
import type { CapabilityResult, CapabilityStanding } from './result.ts';

type Given = Pick<CapabilityResult, 'now' | 'questionnaire' | 'cohort'>;

const NO_ASSESSMENT = missing('there is no assessment yet');
const MEAN = 'weighted mean of its answered parts, shown as 1 + 99 × the fraction';

/** The figures of the page with their reasons, by the names they can be asked for: score, score_change, capability_fit … */
export function capabilityFigures(given: Given): Readonly<Record<string, Figure>> {
  const { now, questionnaire, cohort } = given;
  const score = now?.assessed.score;
  const sources = sourcesOf(given);
  const overall = score?.score ?? NO_ASSESSMENT;
  return {
    score: {
      label: 'Capability score',
      value: scoreValue(overall),
      status: statusOfScore(overall, questionnaire.status),
      evidence: { formula: `${MEAN}: its categories`, ...workings(score), rule: ruleOf(questionnaire), sources },
    },
    score_change: {
      label: 'Change of the capability score',
      value: pointsValue(changeOf(now)),
      evidence: { formula: 'score now − score before, both over the questions that were answered both times', sources },
    },
    completeness: {
      label: 'Answered of all that applies',
      value: share(score?.completeness ?? NO_ASSESSMENT),
      evidence: { formula: 'weight of the answered questions ÷ weight of all that apply in the full form', sources },
    },
    peer_median: peerMedian(cohort),
    ...partFigures(given, sources),
  };
}

/** The middle of the peers, or of the benchmark that stands in their place. */
function peerMedian(cohort: Given['cohort']): Figure {
  const value = scoreValue(isKnown(cohort) ? cohort.median : cohort);
  const benchmark = isKnown(cohort) ? cohort.benchmark : undefined;
  const workings = (kind: string) =>
    isKnown(cohort) && {
      workings: sentence('{n|partner|partners}, {kind}', { n: count(cohort.n), kind: text(kind) }),
    };
  if (!benchmark) {
    const formula = 'middle score of the newest assessments of the last twelve months; five others at least';
    const evidence = { formula, ...(isKnown(cohort) && workings(cohort.kind)), sources: [] };
    return { label: 'Median of the peers', value, evidence };
  }
  const sources = [sentence('{source}, templates/benchmarks.yaml', { source: text(benchmark.source) })];
  const evidence = { formula: 'median as supplied', ...workings(benchmark.title), sources };
  return { label: 'Benchmark', value, evidence };
}

/** A score from 1 to 100 as a value. */
export function scoreValue(score: Known<number>): Value {
  return isKnown(score) ? { kind: 'score', score } : { kind: 'missing', reason: score.missing };
}

/** A difference of two scores as a value. */
export function pointsValue(points: Known<number>): Value {
  return isKnown(points) ? { kind: 'points', points } : { kind: 'missing', reason: points.missing };
}

function partFigures({ now, questionnaire }: Given, sources: readonly Sentence[]): Record<string, Figure> {
  const parts = (now?.assessed.score.categories ?? []).flatMap((category) => [category, ...category.topics]);
  return Object.fromEntries(
    parts.map(({ id, title, score }): [string, Figure] => [
      `capability_${id.toLowerCase().replaceAll('-', '_')}`,
      {
        label: title,
        value: scoreValue(score),
        status: statusOfScore(score, questionnaire.status),
        evidence: { formula: MEAN, rule: ruleOf(questionnaire), sources },
      },
    ]),
  );
}

function changeOf(now: CapabilityStanding | undefined): Known<number> {
  if (!now) return NO_ASSESSMENT;
  return now.before?.change.overall.change ?? missing('there is no earlier assessment');
}

/** "Fit 91 × 20 + … = 87". */
function workings(score: CapabilityScore | undefined): { workings?: Sentence } {
  if (!score) return {};
  const parts = score.categories.flatMap(({ title, score: own, weight }) =>
    isKnown(own) ? [{ title, own, weight }] : [],
  );
  const values = Object.fromEntries(
    parts.flatMap(({ title, own, weight }, index): [string, Value][] => [
      [`name${index}`, text(title)],
      [`score${index}`, scoreValue(own)],
      [`weight${index}`, count(weight)],
    ]),
  );
  const words = parts.map((_, index) => `{name${index}} {score${index}}, weight {weight${index}}`);
  return parts.length === 0 ? {} : { workings: sentence(words.join('; '), values) };
}

function ruleOf({ status: { red_below: red, green_from: green } }: Given['questionnaire']): string {
  return `weak below ${red}, strong from ${green}`;
}

function sourcesOf({ now }: Given): readonly Sentence[] {
  if (!now) return [];
  return [now.assessed, now.before?.assessed].flatMap((assessed) =>
    assessed
      ? sentence('assessment of {day}, {form} form', {
          day: date(assessed.assessment.date),
          form: text(assessed.assessment.form),
        })
      : [],
  );
}
