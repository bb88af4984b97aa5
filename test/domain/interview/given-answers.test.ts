import { describe, expect, it } from 'vitest';
import { start } from '../../../src/domain/interview/interview.ts';
import { press } from '../../../src/domain/interview/press.ts';
import type { Question } from '../../../src/domain/interview/question.ts';
import { view } from '../../../src/domain/interview/view.ts';
import { day } from '../given.ts';

const QUESTIONS: readonly Question[] = [
  { id: 'funded', section: 'Money', kind: 'yes-no', text: 'Are funds asked for?' },
  {
    ...{ id: 'start', section: 'Days', kind: 'date', text: 'When does it start?', earliest: day('2026-04-01') },
    given: (answers) => {
      const funded = answers.get('funded');
      const isFunded = funded !== undefined && 'value' in funded && funded.value === true;
      return isFunded ? { earliest: day('2026-05-04'), details: ['With funds from 4 May on.'] } : {};
    },
  },
];
const type = (text: string, from: ReturnType<typeof start>) =>
  [...text].reduce((interview, letter) => press(interview, { text: letter }), from);
const enter = { press: 'enter' } as const;

describe('a question that depends on what was said before', () => {
  const asked = (answer: string) => type(answer, start(QUESTIONS));

  it('says and allows what follows from the answers so far', () => {
    expect(view(asked('y'))).toMatchObject({ details: ['With funds from 4 May on.'] });
    const refused = press(type('2026-04-13', asked('y')), enter);
    expect(view(refused)).toMatchObject({ notice: 'Write 4\u00a0May\u00a02026 or a later day.' });
  });

  it('is asked as it stands otherwise', () => {
    expect(view(asked('n'))).toMatchObject({ details: [] });
    expect(press(type('2026-04-13', asked('n')), enter).answers.get('start')).toEqual({ value: '2026-04-13' });
  });
});

describe('a question that may be left open', () => {
  it('is left open with Enter where that is what stands', () => {
    const [, date] = QUESTIONS;
    const interview = start([date!], {
      previous: new Map([['start', { left: 'not-applicable' }]]),
      notApplicable: 'Leave it open',
    });
    expect(view(interview)).toMatchObject({ field: { hint: 'Enter: leave it open' } });
    expect(press(interview, enter).answers.get('start')).toEqual({ left: 'not-applicable' });
  });
});
