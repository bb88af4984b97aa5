import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  answerOfCell,
  cellOfAnswer,
  meaningOfAnswer,
  plainAnswer,
} from '../../../../src/app/tables/assessments/answer-cell.ts';
import { questionnaireOf } from '../../../../src/domain/capability/questionnaire.ts';
import { loadTemplates } from '../../../../src/input/load-templates.ts';
import { answerMistake } from '../../../../src/schema/answer-mistakes.ts';
import type { Answer } from '../../../../src/schema/assessment.ts';

const { values } = await loadTemplates();
const { questions, scale } = questionnaireOf(values!.questionnaire)!;
const questionOf = (id: string) => questions.find((question) => question.id === id)!;
const question = fc.constantFrom(...questions);

describe('an answer in a cell', () => {
  it('comes back as it was, whatever its question and whatever was answered', () => {
    const answer = question.chain((asked) => fc.tuple(fc.constant(asked), answerTo(asked.id)));
    fc.assert(
      fc.property(answer, ([asked, given]) => {
        expect(answerMistake(asked, given, scale)).toBeUndefined();
        expect(answerOfCell(cellOfAnswer(given), asked)).toEqual(given);
        // A spreadsheet may hand a number back as a text.
        expect(answerOfCell(String(cellOfAnswer(given)), asked)).toEqual(given);
        expect(plainAnswer(cellOfAnswer(given), asked)).toEqual(cellOfAnswer(given));
      }),
    );
  });

  it('may be written as people say it: the label of an option, True, Band 3, Not applicable', () => {
    expect(plainAnswer('Manufacturing; financial services', questionOf('fit-verticals-list'))).toBe(
      'manufacturing; financial-services',
    );
    expect(plainAnswer('TRUE', questionOf('fit-sponsor'))).toBe('yes');
    expect(plainAnswer('Band 3', questionOf('profile-services-share'))).toBe('band 3');
    expect(plainAnswer('Not applicable', questionOf('fit-openness'))).toBe('not-applicable');
    expect(plainAnswer(' 4 ', questionOf('fit-openness'))).toBe(4);
  });

  it('is read out in the words of the questionnaire', () => {
    const openness = questionOf('fit-openness');
    expect(meaningOfAnswer(4, openness)).toBe(openness.kind === 'graduated' && openness.anchors['4']);
    expect(meaningOfAnswer({ band: 3 }, questionOf('profile-services-share'))).toBe('a quarter to two fifths');
    expect(meaningOfAnswer(31, questionOf('profile-services-share'))).toBe('a quarter to two fifths');
    expect(meaningOfAnswer(['retail-and-wholesale', 'other'], questionOf('fit-verticals-list'))).toBe(
      'Retail and wholesale; Other',
    );
    expect(meaningOfAnswer('skipped', openness)).toBeUndefined();
  });
});

function answerTo(id: string): fc.Arbitrary<Answer> {
  const asked = questionOf(id);
  const none = fc.constantFrom('skipped', 'not-applicable');
  switch (asked.kind) {
    case 'graduated':
      return fc.oneof(fc.integer(asked.scale ?? scale), none);
    case 'yes-no':
      return fc.oneof(fc.boolean(), none);
    case 'single-choice':
      return fc.oneof(fc.constantFrom(...asked.options.map((option) => option.id)), none);
    case 'multiple-choice':
      return fc.oneof(fc.subarray(asked.options.map((option) => option.id)), none);
    case 'number-bands':
      return fc.oneof(fc.integer(), fc.constantFrom(...asked.bands.map(({ level }) => ({ band: level }))), none);
    case 'text':
      return fc.string().filter((text) => !['skipped', 'not-applicable'].includes(text.trim()));
  }
}
