import type { Interview } from '../../../src/domain/interview/interview.ts';
import type { Key, NamedKey } from '../../../src/domain/interview/key.ts';
import { press } from '../../../src/domain/interview/press.ts';
import type { ChoiceQuestion, LevelsQuestion, Question } from '../../../src/domain/interview/question.ts';

/** A scale of five levels. */
export function levels(id: string, given: Partial<LevelsQuestion> = {}): LevelsQuestion {
  const texts = ['not yet', 'a little', 'in part', 'mostly', 'fully'];
  return {
    ...{ id, section: 'Fit', text: `How far is ${id}?`, kind: 'levels' },
    levels: texts.map((text, index) => ({ level: index + 1, text })),
    ...given,
  };
}

/** So many scales, `q1` onwards, in sections of three. */
export function scales(count: number): LevelsQuestion[] {
  return Array.from({ length: count }, (_, index) =>
    levels(`q${index + 1}`, { section: `Section ${Math.floor(index / 3) + 1}` }),
  );
}

/** A proposal to accept, to change or to drop. */
export function proposal(id: string): ChoiceQuestion {
  return {
    ...{ id, section: 'Actions', text: id, kind: 'choice', without: ['skip', 'not-applicable'] },
    options: [
      { id: 'accept', text: 'Accept', key: 'a' },
      { id: 'change', text: 'Change', key: 'e' },
      { id: 'drop', text: 'Drop', key: 'd' },
      { id: 'accept-all', text: 'Accept this and all that follow', key: 'A', allWith: 'accept' },
    ],
  };
}

/** One question of every kind; the sponsor's name is asked only where there is a sponsor. */
export const EVERY_KIND: readonly Question[] = [
  levels('plan', { section: 'Fit', why: 'Dated numbers become work.' }),
  { id: 'sponsor', section: 'Fit', text: 'Is there a sponsor?', kind: 'yes-no' },
  {
    ...{ id: 'sponsor-name', section: 'Fit', text: 'Who is it?', kind: 'text', longest: 40 },
    applies: (answers) => {
      const sponsor = answers.get('sponsor');
      return sponsor !== undefined && 'value' in sponsor && sponsor.value === true;
    },
  },
  {
    ...{ id: 'model', section: 'Business', text: 'How do you earn?', kind: 'choice' },
    options: [
      { id: 'resale', text: 'Resale' },
      { id: 'services', text: 'Services' },
    ],
  },
  {
    ...{ id: 'industries', section: 'Business', text: 'Which industries?', kind: 'choices' },
    options: ['Health', 'Retail', 'Energy'].map((text) => ({ id: text.toLowerCase(), text })),
  },
  {
    ...{ id: 'renewals', section: 'Business', text: 'What share renews?', kind: 'number', unit: '%', min: 0, max: 100 },
    bands: ['below 70', '70 to 79', '80 to 87', '88 to 93', '94 or more'],
  },
  { id: 'sellers', section: 'Numbers', text: 'How many sellers?', kind: 'number', min: 0, max: 500 },
  { id: 'revenue', section: 'Numbers', text: 'What is the revenue?', kind: 'money', currency: 'USD', min: 0 },
  { id: 'signed', section: 'Numbers', text: 'When was it signed?', kind: 'date' },
];

/** Presses keys one after the other: `'5'` or `'hello'` character by character, `<enter>` by name. */
export function pressAll(interview: Interview, ...words: readonly string[]): Interview {
  return words.flatMap(keysOf).reduce(press, interview);
}

function keysOf(word: string): Key[] {
  const named = /^<([a-z-]+)>$/.exec(word)?.[1];
  return named === undefined ? Array.from(word, (text) => ({ text })) : [{ press: named as NamedKey }];
}
