import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/domain/interview/answer.ts';
import { changesIn } from '../../../src/domain/interview/changes.ts';
import { answersThatApply, start, type Interview } from '../../../src/domain/interview/interview.ts';
import { progressOf, sections } from '../../../src/domain/interview/moves.ts';
import { press } from '../../../src/domain/interview/press.ts';
import { view } from '../../../src/domain/interview/view.ts';
import { EVERY_KIND, levels, pressAll, proposal, scales } from './given-questions.ts';

const given = (entries: Record<string, Answer>) => new Map(Object.entries(entries));
const said = (interview: Interview) => Object.fromEntries(answersThatApply(interview));
const shown = (interview: Interview) => {
  const seen = view(interview);
  if (seen.stage !== 'asking') throw new Error(`The screen shows ${seen.stage}.`);
  return seen;
};

describe('answering with one key', () => {
  it('takes a digit at once and asks the next question', () => {
    const after = pressAll(start(scales(3)), '4');
    expect(after.at).toBe('q2');
    expect(said(after)).toEqual({ q1: { value: 4 } });
  });

  it('loses none of thirty keys that arrive together, in their order', () => {
    const after = pressAll(start(scales(31)), '123451234512345123451234512345');
    expect([...after.answers.values()].map((one) => 'value' in one && one.value)).toEqual(
      [...'123451234512345123451234512345'].map(Number),
    );
    expect(after.at).toBe('q31');
  });

  it('offers level 0 where the scale has one', () => {
    const zero = levels('zero', { levels: [0, 1, 2].map((level) => ({ level, text: `level ${level}` })) });
    expect(said(pressAll(start([zero]), '0'))).toEqual({ zero: { value: 0 } });
  });

  it('says which keys answer when another is pressed, and stays', () => {
    const after = pressAll(start(scales(2)), '7');
    expect(after.at).toBe('q1');
    expect(shown(after).notice).toBe('Press 1 to 5; ? explains the question.');
    expect(shown(pressAll(after, '<down>')).notice).toBeUndefined();
  });

  it('takes n as no where no can be said, and elsewhere as not applicable', () => {
    const after = pressAll(start([levels('plan'), EVERY_KIND[1]!]), 'nn');
    expect(said(after)).toEqual({ plan: { left: 'not-applicable' }, sponsor: { value: false } });
  });

  it('highlights nothing that was never said, so that Enter alone does not answer', () => {
    expect(pressAll(start(scales(2)), '<enter>').answers.size).toBe(0);
  });

  it('moves with the arrows and takes the highlighted level with Enter', () => {
    expect(said(pressAll(start(scales(1)), '<down>', '<down>', '<enter>'))).toEqual({ q1: { value: 2 } });
    expect(said(pressAll(start(scales(1)), '<up>', '<enter>'))).toEqual({ q1: { value: 5 } });
  });
});

describe('going around a question', () => {
  it('skips with s and says with x that it does not apply', () => {
    expect(said(pressAll(start(scales(2)), 'sx'))).toEqual({
      q1: { left: 'skipped' },
      q2: { left: 'not-applicable' },
    });
  });

  it('refuses to pass over what has to be decided', () => {
    const after = pressAll(start([proposal('Train')]), 'sx');
    expect(after.answers.size).toBe(0);
    expect(shown(after).notice).toBe('Press a, e, d or A; ? explains the question.');
  });

  it('explains why the question matters, and hides it again', () => {
    const asked = start([levels('plan', { why: 'Dated numbers become work.' })]);
    expect(shown(pressAll(asked, '?')).why).toBe('Dated numbers become work.');
    expect(shown(pressAll(asked, '??')).why).toBeUndefined();
  });

  it('goes back to what was said, which Enter keeps', () => {
    const back = pressAll(start(scales(3)), '42b');
    expect(back.at).toBe('q2');
    expect(shown(back).lines.find(({ active }) => active)?.key).toBe('2');
    expect(said(pressAll(back, '<enter>'))).toEqual({ q1: { value: 4 }, q2: { value: 2 } });
    expect(said(pressAll(back, '5'))).toEqual({ q1: { value: 4 }, q2: { value: 5 } });
  });

  it('keeps a skipped question skipped when it is passed again with Enter', () => {
    expect(said(pressAll(start(scales(2)), 's', 'b', '<enter>'))).toEqual({ q1: { left: 'skipped' } });
  });

  it('stays at the first question and says so', () => {
    const after = pressAll(start(scales(2)), 'b');
    expect([after.at, shown(after).notice]).toEqual(['q1', 'This is the first question.']);
  });
});

describe('jumping', () => {
  it('lists the sections with how much of each is settled', () => {
    const list = pressAll(start(scales(7)), '12345', 'g');
    expect(list.stage).toBe('jumping');
    expect(sections(list).map(({ title, settled, count }) => `${title}: ${settled} of ${count}`)).toEqual([
      'Section 1: 3 of 3',
      'Section 2: 2 of 3',
      'Section 3: 0 of 1',
    ]);
  });

  it('leads to the first question of the section without an answer, and back returns', () => {
    const there = pressAll(start(scales(7)), '1', 'g', '2');
    expect(there.at).toBe('q4');
    expect(pressAll(there, 'b').at).toBe('q2');
  });

  it('closes without moving', () => {
    expect(pressAll(start(scales(7)), '1', 'gb')).toEqual(pressAll(start(scales(7)), '1'));
  });

  it('comes back to what was left out before the summary stands', () => {
    const there = pressAll(start(scales(4)), 'g', '2', '5');
    expect([there.stage, there.at]).toEqual(['asking', 'q1']);
  });

  it('may end early: the summary says how many were not reached', () => {
    const summary = view(pressAll(start(scales(4)), '5', 'g', '3'));
    expect(summary).toMatchObject({ stage: 'checking', answered: 1, open: 3 });
  });
});

describe('questions that depend on an answer', () => {
  it('appear when it is given and vanish when it changes, what was said to them kept aside', () => {
    const named = pressAll(start(EVERY_KIND), '4', 'y', 'Ada Lund', '<enter>');
    expect(said(named)['sponsor-name']).toEqual({ value: 'Ada Lund' });
    const changed = pressAll(named, 'b', '<escape>', 'n');
    expect(said(changed)['sponsor-name']).toBeUndefined();
    expect(changed.at).toBe('model');
    const again = pressAll(changed, 'b', 'y');
    expect(again.at).toBe('sponsor-name');
    expect(shown(again).field?.before).toBe('Ada Lund');
  });
});

describe('several answers', () => {
  const question = EVERY_KIND.find(({ id }) => id === 'industries')!;

  it('are ticked with their keys and entered in the order of the list', () => {
    expect(said(pressAll(start([question]), '31', '<enter>'))).toEqual({
      industries: { value: ['health', 'energy'] },
    });
  });

  it('are ticked with the space bar too, and taken back', () => {
    expect(said(pressAll(start([question]), '12', '<up>', ' ', '<enter>'))).toEqual({
      industries: { value: ['retail'] },
    });
  });

  it('may be none, which is said with a key of its own and never by accident', () => {
    const entered = pressAll(start([question]), '<enter>');
    expect(shown(entered).notice).toBe('Press 1, 2, 3 or -; ? explains the question.');
    expect(said(pressAll(entered, '-'))).toEqual({ industries: { value: [] } });
  });

  it('of the earlier time stand ticked', () => {
    const asked = start([question], { previous: given({ industries: { value: ['retail'] } }) });
    expect(said(pressAll(asked, '<enter>'))).toEqual({ industries: { value: ['retail'] } });
    expect(pressAll(asked, '2', '<enter>').answers.size).toBe(0);
  });
});

describe('answers in writing', () => {
  const only = (id: string) => EVERY_KIND.filter((question) => question.id === id);

  it.each([
    ['revenue', '1,250,000', 1_250_000],
    ['revenue', '1.5m', 1_500_000],
    ['revenue', '$250k', 250_000],
    ['sellers', '12', 12],
    ['signed', '2026-02-28', '2026-02-28'],
  ])('%s: %s', (id, typed, value) => {
    expect(said(pressAll(start(only(id)), typed, '<enter>'))).toEqual({ [id]: { value } });
  });

  it.each([
    ['revenue', '1,5', 'Write decimals with a point: 1.5.'],
    ['revenue', '-5', 'Write $0 or more.'],
    ['revenue', 'lots', '"lot" is no number. Write it in digits: 1250 or 1.5.'],
    ['sellers', '501', 'Write 500 or less.'],
    ['signed', '2026-02-30', '"2026-02-30" is no day. Write it as YYYY-MM-DD.'],
    ['signed', '28.2.26', '"28.2.26" is no day. Write it as YYYY-MM-DD.'],
  ])('%s: %s is refused: %s', (id, typed, words) => {
    const after = pressAll(start(only(id)), typed.replaceAll('s', ''), '<enter>');
    expect(after.answers.size).toBe(0);
    expect(shown(after).notice).toBe(words);
  });

  it('corrects what was typed with the editing keys', () => {
    const after = pressAll(start(only('sellers')), '129', '<left>', '<backspace>', '<enter>');
    expect(said(after)).toEqual({ sellers: { value: 19 } });
  });

  it('takes letters as letters in a text, and Tab and Esc as the way around it', () => {
    const text = [levels('plan'), { ...EVERY_KIND[2]!, applies: () => true }];
    expect(said(pressAll(start(text), '4', 'Bex Quinn Sx?', '<enter>'))['sponsor-name']).toEqual({
      value: 'Bex Quinn Sx?',
    });
    expect(said(pressAll(start(text), '4', 'B', '<tab>'))['sponsor-name']).toEqual({ left: 'skipped' });
    expect(pressAll(start(text), '4', 'B', '<escape>').at).toBe('plan');
  });

  it('takes a pasted text of several lines as one line', () => {
    const pasted = press(start([{ ...EVERY_KIND[2]!, applies: () => true }]), { text: 'Ada\r\nLund\u001b[31m' });
    expect(said(pressAll(pasted, '<enter>'))).toEqual({ 'sponsor-name': { value: 'Ada Lund[31m' } });
  });

  it('answers a number by its band, or exactly', () => {
    expect(said(pressAll(start(only('renewals')), '4'))).toEqual({ renewals: { band: 4 } });
    expect(said(pressAll(start(only('renewals')), '=', '85.5', '<enter>'))).toEqual({ renewals: { value: 85.5 } });
    expect(shown(pressAll(start(only('renewals')), '=', '<escape>')).lines).toHaveLength(5);
  });
});

describe('an update of an earlier interview', () => {
  const previous = given({ q1: { value: 3 }, q2: { value: 4 }, q3: { left: 'skipped' } });

  it('keeps what was said with Enter and ends with what changed', () => {
    const after = pressAll(start(scales(3), { previous }), '<enter>', '5', '2');
    expect(after.stage).toBe('checking');
    expect(changesIn(after)).toEqual([
      { question: 'How far is q2?', before: '4  mostly', now: '5  fully' },
      { question: 'How far is q3?', before: 'skipped', now: '2  a little' },
    ]);
  });

  it('asks again what was skipped', () => {
    const third = pressAll(start(scales(3), { previous }), '<enter>', '<enter>', '<enter>');
    expect([third.at, third.answers.size]).toEqual(['q3', 2]);
  });

  it('names no change where nothing changed', () => {
    const same = start(scales(2), { previous: given({ q1: { value: 3 }, q2: { value: 4 } }) });
    expect(changesIn(pressAll(same, '<enter>', '4'))).toEqual([]);
  });
});

describe('proposals decided one by one', () => {
  const proposals = ['Train', 'Plan', 'Call'].map(proposal);

  it('accepts the rest with one key, and keeps what was decided before', () => {
    const after = pressAll(start(proposals), 'd', 'A');
    expect(said(after)).toEqual({
      Train: { value: 'drop' },
      Plan: { value: 'accept' },
      Call: { value: 'accept' },
    });
    expect(after.stage).toBe('checking');
  });
});

describe('the way to the end', () => {
  it('takes up a draft at the first question without an answer', () => {
    const resumed = start(scales(4), { answers: given({ q1: { value: 1 }, q2: { value: 2 } }) });
    expect(resumed.at).toBe('q3');
    expect(pressAll(resumed, 'b').at).toBe('q2');
  });

  it('goes straight to the summary when everything is answered', () => {
    const resumed = start(scales(1), { answers: given({ q1: { value: 1 } }) });
    expect(resumed.stage).toBe('checking');
    expect(pressAll(resumed, 'b').at).toBe('q1');
  });

  it('saves with Enter and leaves with q', () => {
    const summary = pressAll(start(scales(2)), '12');
    expect(pressAll(summary, '<enter>').stage).toBe('finished');
    expect(pressAll(summary, 'q').stage).toBe('left');
    expect(pressAll(summary, 'b').at).toBe('q2');
  });

  it('says how far it is and how long it still takes', () => {
    const fourth = pressAll(start(scales(13)), '123');
    expect(progressOf(fourth)).toEqual({ position: 4, count: 13, settled: 3, minutesLeft: 3 });
    expect(progressOf(pressAll(fourth, '123451234')).minutesLeft).toBe(0);
  });

  it('has nothing to ask: the summary stands at once', () => {
    expect(view(start([]))).toMatchObject({ stage: 'checking', answered: 0, open: 0 });
  });
});
