import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/domain/interview/answer.ts';
import { answersThatApply, applicable, start, type Interview } from '../../../src/domain/interview/interview.ts';
import type { Key, NamedKey } from '../../../src/domain/interview/key.ts';
import { linesOf } from '../../../src/domain/interview/lines.ts';
import { progressOf } from '../../../src/domain/interview/moves.ts';
import { press } from '../../../src/domain/interview/press.ts';
import { isTyped, type Question } from '../../../src/domain/interview/question.ts';
import { view } from '../../../src/domain/interview/view.ts';
import { EVERY_KIND, proposal, scales } from './given-questions.ts';

const QUESTIONS = [...EVERY_KIND, ...['Train', 'Plan'].map(proposal)];
const NAMES: readonly NamedKey[] = [
  ...(['enter', 'escape', 'tab', 'help', 'up', 'down', 'left', 'right', 'home', 'end'] as const),
  ...(['backspace', 'delete', 'delete-word', 'delete-line', 'not-applicable', 'jump'] as const),
];
const letter = fc.constantFrom(...'0123456789ynsxbgj?=-. kaedA');
const key: fc.Arbitrary<Key> = fc.oneof(
  { weight: 3, arbitrary: letter.map((text) => ({ text })) },
  { weight: 2, arbitrary: fc.constantFrom(...NAMES).map((name) => ({ press: name })) },
  fc.string({ unit: 'binary', maxLength: 6 }).map((text) => ({ text })),
);
const keys = fc.array(key, { maxLength: 60 });

/** Every state on the way, the first included. */
function states(from: Interview, pressed: readonly Key[]): Interview[] {
  const all = [from];
  for (const one of pressed) all.push(press(all.at(-1)!, one));
  return all;
}

describe('whatever is pressed', () => {
  it('the interview stands at a question that applies, with a line of it and a place in what is typed', () => {
    fc.assert(
      fc.property(keys, (pressed) => {
        for (const state of states(start(QUESTIONS), pressed)) expectSound(state);
      }),
    );
  });

  it('no answer is lost: what was answered stays answered', () => {
    fc.assert(
      fc.property(keys, (pressed) => {
        const all = states(start(QUESTIONS), pressed);
        for (const [index, state] of all.entries())
          for (const id of all[index - 1]?.answers.keys() ?? []) expect(state.answers.has(id)).toBe(true);
      }),
    );
  });

  it('the same keys lead to the same place', () => {
    fc.assert(
      fc.property(keys, (pressed) => {
        const once = states(start(QUESTIONS), pressed).at(-1)!;
        const twice = states(start(QUESTIONS), pressed).at(-1)!;
        expect({ ...twice, script: 0 }).toEqual({ ...once, script: 0 });
      }),
    );
  });

  it('leaving and taking it up again keeps every answer', () => {
    fc.assert(
      fc.property(keys, (pressed) => {
        const left = states(start(QUESTIONS), pressed).at(-1)!;
        const resumed = start(QUESTIONS, { answers: left.answers });
        expect(answersThatApply(resumed)).toEqual(answersThatApply(left));
        expectSound(resumed);
      }),
    );
  });

  it('progress never falls, and the time left never grows, while the questions stay the same', () => {
    fc.assert(
      fc.property(keys, (pressed) => {
        const all = states(start(scales(8)), pressed).map(progressOf);
        for (const [index, { settled, minutesLeft }] of all.entries()) {
          expect(settled).toBeGreaterThanOrEqual(all[index - 1]?.settled ?? 0);
          expect(minutesLeft).toBeLessThanOrEqual(all[index - 1]?.minutesLeft ?? Infinity);
        }
      }),
    );
  });
});

describe('back', () => {
  it('undoes every step exactly: the way back is the way there', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...'12345sx'), { minLength: 1, maxLength: 12 }), (pressed) => {
        const way = states(
          start(scales(12)),
          pressed.map((text) => ({ text })),
        );
        let now = way.at(-1)!;
        for (const earlier of way.slice(0, -1).toReversed()) {
          now = press(now, { press: 'escape' });
          expect([now.stage, now.at, now.trail]).toEqual([earlier.stage, earlier.at, earlier.trail]);
        }
        expect(now.answers).toEqual(way.at(-1)!.answers);
      }),
    );
  });

  it('and Enter stands where it stood before', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...'12345sx'), { minLength: 1, maxLength: 12 }), (pressed) => {
        const there = states(
          start(scales(12)),
          pressed.map((text) => ({ text })),
        ).at(-1)!;
        const again = press(press(there, { press: 'escape' }), { press: 'enter' });
        expect({ ...again, script: 0 }).toEqual({ ...there, script: 0 });
      }),
    );
  });
});

function expectSound(state: Interview): void {
  const asked = applicable(state.script, state.answers);
  expect(asked.map(({ id }) => id)).toContain(state.at);
  for (const id of state.trail) expect(QUESTIONS.some((question) => question.id === id)).toBe(true);
  for (const [id, answer] of state.answers)
    expectFits(
      QUESTIONS.find((question) => question.id === id)!,
      answer,
    );
  const question = asked.find(({ id }) => id === state.at)!;
  if (state.stage === 'asking') expect(state.active).toBeLessThan(Math.max(1, linesOf(question).length));
  expect(state.active).toBeGreaterThanOrEqual(-1);
  if (state.typed) {
    expect(state.typed.cursor).toBeGreaterThanOrEqual(0);
    expect(state.typed.cursor).toBeLessThanOrEqual(state.typed.characters.length);
  }
  const { position, count, settled, minutesLeft } = progressOf(state);
  expect(position).toBeGreaterThanOrEqual(1);
  expect(settled).toBeLessThanOrEqual(count);
  expect(minutesLeft).toBeGreaterThanOrEqual(0);
  expect(JSON.stringify(view(state))).not.toMatch(/NaN|undefined|Infinity/);
}

function expectFits(question: Question, answer: Answer): void {
  if ('left' in answer) return expect(question.without ?? []).not.toContain(answer.left);
  if (!isTyped(question) || 'band' in answer) {
    const offered = linesOf(question).map((line) => JSON.stringify(line.answer));
    const parts =
      'value' in answer && Array.isArray(answer.value) && answer.value.length > 0
        ? answer.value.map((id) => JSON.stringify({ value: [id] }))
        : [JSON.stringify(answer)];
    return expect(offered).toEqual(expect.arrayContaining(parts));
  }
  expect(typeof answer.value).toBe(question.kind === 'number' || question.kind === 'money' ? 'number' : 'string');
}
