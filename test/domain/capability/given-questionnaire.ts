import { questionnaireOf, type Questionnaire } from '../../../src/domain/capability/questionnaire.ts';
import { questionnaireSchema, type QuestionnaireFile } from '../../../src/schema/questionnaire.ts';
import { loadTemplate } from '../../../src/input/load-template.ts';

/** The questionnaire that ships. */
export const shipped: QuestionnaireFile = (await loadTemplate('capability-questionnaire', questionnaireSchema)).value!;

/** The questionnaire that ships, ready to be asked. */
export const shippedQuestionnaire: Questionnaire = questionnaireOf(shipped)!;

type Entry = Readonly<Record<string, unknown>>;

const ANCHORS = { 1: 'a', 2: 'b', 3: 'c', 4: 'd', 5: 'e' };

/** A graduated question of a topic. */
export function graduated(id: string, topic: string, weight: number, more: Entry = {}): Entry {
  return { id, topic, text: `About ${id}`, kind: 'graduated', weight, anchors: ANCHORS, ...more };
}

/**
 * A small questionnaire: category A (60 points) with the topics one (20, questions q1 and q2 of 10 each) and two (40, q3), category B (40)
 * with the topic three (q4), and an internal category with q5.
 */
function givenFile(changes: Entry = {}): unknown {
  return {
    id: 'small',
    version: '1',
    title: 'Small',
    source: 'test',
    minutes: { quick: 1, full: 2 },
    scale: { min: 1, max: 5 },
    status: { red_below: 50, green_from: 75 },
    goal_score: 80,
    actions: { low_below_percent: 40, middle_below_percent: 65 },
    performance: [],
    categories: [
      {
        id: 'a',
        title: 'A',
        weight: 60,
        topics: [
          { id: 'one', title: 'One', weight: 20 },
          { id: 'two', title: 'Two', weight: 40 },
        ],
      },
      { id: 'b', title: 'B', weight: 40, topics: [{ id: 'three', title: 'Three', weight: 40 }] },
      { id: 'own', title: 'Own', weight: 5, audience: 'internal', topics: [{ id: 'four', title: 'Four', weight: 5 }] },
    ],
    questions: [
      graduated('q1', 'one', 10, { core: true, effort: 1, actions: { low: { do: 'Begin', owner: 'both', days: 30 } } }),
      graduated('q2', 'one', 10),
      graduated('q3', 'two', 40, {
        core: true,
        effort: 3,
        actions: { middle: { do: 'Go on', owner: 'partner', days: 60 } },
      }),
      graduated('q4', 'three', 40),
      graduated('q5', 'four', 5),
    ],
    ...changes,
  };
}

export function givenQuestionnaire(changes: Entry = {}): Questionnaire {
  return questionnaireOf(questionnaireSchema.parse(givenFile(changes)))!;
}
