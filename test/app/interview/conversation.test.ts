import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { holdInterview, type Ask, type InterviewPlan } from '../../../src/app/interview/conversation.ts';
import type { PlainDate } from '../../../src/units/plain-date.ts';
import { EVERY_KIND, scales } from '../../domain/interview/given-questions.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'cam-interview-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const draftFile = () => join(root, '.cam/drafts/larkmoor-default.json');
const plan = (given: Partial<InterviewPlan> = {}): InterviewPlan => ({
  place: { root, name: 'larkmoor-default' },
  title: 'Larkmoor',
  questions: scales(3),
  script: {},
  asked: 'default 1',
  today: '2026-02-28' as PlainDate,
  ...given,
});

/** Presses these characters, ↵ for Enter, and keeps what was said; then it is over, or broken off. */
const typing =
  (keys: string, ending: 'ended' | 'interrupted' = 'ended'): Ask =>
  async (conversation) => {
    for (const text of keys) conversation.press(text === '↵' ? { press: 'enter' } : { text });
    await conversation.save();
    return ending;
  };
const keep = () => Promise.resolve(true);

describe('an interview', () => {
  it('hands its answers over when it was finished, and its draft goes', async () => {
    const kept: unknown[] = [];
    const held = await holdInterview(plan(), {
      ask: typing('123↵'),
      keep: (answers) => {
        expect(existsSync(draftFile())).toBe(true);
        kept.push(...answers.values());
        return keep();
      },
    });
    expect(held).toMatchObject({ ending: 'finished', settled: 3 });
    expect(kept).toEqual([{ value: 1 }, { value: 2 }, { value: 3 }]);
    expect(existsSync(draftFile())).toBe(false);
  });

  it('keeps what was answered when it is left or broken off, and goes on from there', async () => {
    const left = await holdInterview(plan(), {
      ask: typing('12q'),
      keep: () => Promise.reject(new Error('not asked')),
    });
    expect(left).toMatchObject({ ending: 'left', settled: 2, count: 3 });
    const openings: (readonly string[])[] = [];
    const broken = await holdInterview(plan(), {
      ask: (conversation) => {
        openings.push(conversation.opening);
        return typing('3', 'interrupted')(conversation);
      },
      keep,
    });
    expect(openings).toEqual([['Resuming: 2 of 3 answered on 28\u00a0Feb\u00a02026.']]);
    expect(broken).toMatchObject({ ending: 'interrupted', settled: 3 });
    expect(existsSync(`${draftFile()}.lock`)).toBe(false);
  });

  it('keeps the draft when its answers could not be saved', async () => {
    const saving = holdInterview(plan(), { ask: typing('123↵'), keep: () => Promise.reject(new Error('disk full')) });
    await expect(saving).rejects.toThrow('disk full');
    expect(JSON.parse(readFileSync(draftFile(), 'utf8')).answers).toHaveLength(3);
  });

  it('keeps answers of every kind in its draft', async () => {
    const questions = EVERY_KIND.filter(({ id }) => !['sponsor-name', 'model', 'signed'].includes(id));
    const typed = '4y13↵412↵1.5m↵';
    const first = await holdInterview(plan({ questions }), { ask: typing(typed, 'interrupted'), keep });
    const again = await holdInterview(plan({ questions }), { ask: typing('', 'interrupted'), keep });
    expect([...again.answers]).toEqual([...first.answers]);
    expect(again.answers.get('industries')).toEqual({ value: ['health', 'energy'] });
    expect(again.answers.get('renewals')).toEqual({ band: 4 });
    expect(again.answers.get('revenue')).toEqual({ value: 1_500_000 });
  });
});

describe('a draft that cannot be used', () => {
  it.each([
    ['{"schemaVersion":', /^\.cam\/drafts\/larkmoor-default\.json is damaged: .+\.$/],
    ['{"schemaVersion":2,"asked":"x","saved":"2026-02-28","answers":[]}', /is damaged: /],
  ])('%s', async (text, words) => {
    await mkdir(dirname(draftFile()), { recursive: true });
    await writeFile(draftFile(), text);
    await expect(holdInterview(plan(), { ask: typing('1'), keep })).rejects.toMatchObject({
      kind: 'data',
      message: expect.stringMatching(words),
      remedy: 'It holds the answers of an interview that was left half way. Take it away to begin anew.',
    });
    expect(readFileSync(draftFile(), 'utf8')).toBe(text);
  });
});
