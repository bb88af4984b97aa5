import type { Document, Edition, Section } from '../../document/document.ts';
import { chooseRule } from '../../domain/story.ts';
import { isKnown } from '../../units/missing.ts';
import { sentence, type Sentence } from '../../units/sentence.ts';
import { date, share, text } from '../../units/value.ts';
import { pageFrame } from '../page-frame.ts';
import { actionsTable } from './action-blocks.ts';
import type { CapabilityResult, CapabilityStanding } from './result.ts';
import { scoreValue } from './figures.ts';
import { groupsTable, internalScores, peersTable, topicScores } from './score-blocks.ts';

/** The one-page capability scorecard. What only the account manager may read is in the internal edition alone. */
export function capabilityDocument(result: CapabilityResult, edition: Edition): Document {
  const { input, now } = result;
  const frame = pageFrame(input);
  const sides = { partner: frame.subject.shortName, vendor: frame.vendor };
  const values = Object.fromEntries(Object.entries(result.figures).map(([name, { value }]) => [name, value]));
  const sections = now
    ? [
        scoresSection(result, now),
        ...(now.actions.length > 0 ? [section(result, 'actions', 'Actions', [actionsTable(now, sides, edition)])] : []),
        ...(edition === 'internal' ? internalSections(result, now) : []),
      ]
    : [nothingYet(result), ...(edition === 'internal' ? screeningSections(result) : [])];
  return {
    ...frame,
    id: 'capability-scorecard',
    title: 'Capability scorecard',
    edition,
    sections,
    figures: values,
  };
}

/** How the score came about: date, form, how much was answered; then what the page says of it. */
function scoresSection(result: CapabilityResult, now: CapabilityStanding): Section {
  const { assessment, score } = now.assessed;
  const words = sentence('Own answers of {day}, {form} form, {completeness} of the weight answered{before}.', {
    day: date(assessment.date),
    form: text(assessment.form),
    completeness: share(score.completeness),
    before: text(beforeWords(now)),
  });
  return section(result, 'scores', 'Scores', [topicScores(result, now), { kind: 'paragraph', text: words }]);
}

function beforeWords({ before }: CapabilityStanding): string {
  if (!before) return '; the first assessment';
  const { questions } = before.change;
  return `; the change is over the ${questions} ${questions === 1 ? 'question' : 'questions'} answered both times`;
}

function internalSections(result: CapabilityResult, now: CapabilityStanding): Section[] {
  const { internal } = now;
  const peers = peersTable(result);
  const groups = groupsTable(result, now);
  return [
    ...(internal ? [section(result, 'own-view', 'Your own view', [internalScores(result, internal.score)])] : []),
    ...(groups || peers ? [besideSection(result, groups ? [groups] : [], peers ? [peers] : [])] : []),
    ...screeningSections(result),
  ];
}

/** The second grouping beside the peers by name. */
function besideSection(result: CapabilityResult, left: Blocks, right: Blocks): Section {
  const { main: _, layout: _layout, ...core } = section(result, 'groups-and-peers', 'Other views', []);
  return { ...core, layout: 'two-columns', left, right };
}

/** The screening before signing, with what it advises. */
function screeningSections(result: CapabilityResult): Section[] {
  const { screening } = result;
  if (!screening) return [];
  const words = sentence('{title} of {day}: {score} of 100. {verdict}.', {
    title: text(screening.questionnaire.title),
    day: date(screening.assessed.assessment.date),
    score: scoreValue(screening.assessed.score.score),
    verdict: text(screening.verdict.verdict),
  });
  return [section(result, 'screening', 'Screening', [{ kind: 'paragraph', text: words }])];
}

function nothingYet(result: CapabilityResult): Section {
  return section(result, 'scores', 'Scores', [
    {
      kind: 'paragraph',
      text: sentence('No assessment is on record up to {day}.', { day: date(result.input.review.asOf) }),
    },
  ]);
}

type Blocks = Extract<Section, { layout: 'table' }>['main'];

function section(
  result: CapabilityResult,
  id: string,
  name: string,
  main: Blocks,
): Extract<Section, { layout: 'table' }> {
  return {
    id,
    kicker: { number: '', name },
    layout: 'table',
    headline: headlineOf(result),
    main,
    // The page says under the scores what a slide's notes would say of them.
    notes: [],
    source: isKnown(result.cohort) && result.cohort.benchmark ? 'assessments, deals, benchmarks' : 'assessments, deals',
  };
}

function headlineOf({ input: { storyline }, values }: CapabilityResult): Sentence {
  const rules = storyline.slides.find(({ id }) => id === 'capability')?.headlines ?? [];
  return chooseRule(rules, { values })?.sentence ?? sentence('Capability is not assessed yet');
}
