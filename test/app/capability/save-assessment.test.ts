import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AnsweredForm } from '../../../src/app/capability/laid-over.ts';
import { saveAssessment } from '../../../src/app/capability/save-assessment.ts';
import type { Assessment } from '../../../src/schema/assessment.ts';
import { day } from '../../domain/given.ts';
import { openSample } from '../../artifacts/sample-pages.ts';

const PATH = 'partners/acme/assessments/2026-02-12-capability.yaml';
const BY_HAND = `# Answered at the fair.
questionnaire: capability
date: 2026-02-12
form: full   # all of it
took_part: [ Mara Quellin ]
answers:
  # They thought long about this one.
  fit-verticals: 3   # was 2 at first

  fit-verticals-list: [healthcare, retail]
  act-self-found: { band: 2 } # from their CRM
internal:
  # After the meeting, alone.
  answers:
    cam-risk: 2 # the owner sells
  notes: Talk to the owner.
`;

const FORM: AnsweredForm = {
  questionnaire: 'capability',
  date: day('2026-02-12'),
  form: 'quick',
  took_part: [],
  answers: {},
};

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'cam-saved-'));
  await mkdir(dirname(join(root, PATH)), { recursive: true });
});
afterEach(() => rm(root, { recursive: true, force: true }));

const text = () => readFile(join(root, PATH), 'utf8');
const saved = async () => parse(await text()) as Assessment;

async function save(form: Partial<AnsweredForm>) {
  const { territory } = await openSample();
  const partner = { ...territory.partners[0]!.partner, type: 'msp' } as const;
  return saveAssessment({ ...territory, root }, { id: 'acme', partner }, { ...FORM, ...form });
}

describe('an assessment that is saved over one of the same day', () => {
  beforeEach(() => writeFile(join(root, PATH), BY_HAND));

  it('changes the answers that changed and keeps every remark between the others', async () => {
    await save({ answers: { 'fit-verticals': 4, 'act-self-found': { band: 3 }, 'fit-openness': 5 } });
    const lines = (await text()).split('\n');
    const expected = BY_HAND.replace('fit-verticals: 3', 'fit-verticals: 4')
      .replace('{ band: 2 } # from their CRM', '{ band: 3 } # from their CRM\n  fit-openness: 5')
      .trimEnd()
      .split('\n');
    expect(lines.slice(0, expected.indexOf('internal:'))).toEqual(expected.slice(0, expected.indexOf('internal:')));
    for (const line of expected) expect(lines).toContain(line);
  });

  it("keeps the manager's own part with its remarks when that is answered further", async () => {
    await save({ internal: { answers: { 'cam-risk': 1, 'cam-headroom': 4 } } });
    const after = await text();
    expect(after).toContain('  # After the meeting, alone.\n  answers:\n    cam-risk: 1 # the owner sells\n');
    expect((await saved()).internal).toMatchObject({
      answers: { 'cam-risk': 1, 'cam-headroom': 4 },
      notes: 'Talk to the owner.',
      scores: { overall: expect.any(Number) },
    });
  });

  it('scores all that is answered that day, not only what was answered last', async () => {
    const { assessed } = await save({ answers: { 'fit-openness': 5 } });
    const { scores, answers, form, took_part: tookPart } = await saved();
    expect(Object.keys(answers)).toContain('fit-verticals');
    expect(scores!.questions.filter(({ share }) => share !== undefined).map(({ id }) => id)).toEqual(
      expect.arrayContaining(['fit-verticals', 'fit-openness', 'act-self-found']),
    );
    expect(assessed.score.score).toBe(scores!.overall);
    expect([form, tookPart]).toEqual(['full', ['Mara Quellin']]);
  });

  it('changes no byte when the same is saved again', async () => {
    await save({ answers: { 'fit-openness': 5 } });
    const once = await text();
    await save({ answers: { 'fit-openness': 5 } });
    expect(await text()).toBe(once);
  });

  it('is refused where the file is no assessment, and nothing of it changes', async () => {
    await writeFile(join(root, PATH), 'answers: [');
    await expect(save({})).rejects.toMatchObject({
      message: `${PATH} cannot be read, so nothing was saved over it.`,
      remedy: 'What is wrong with it: cam check',
    });
    expect(await text()).toBe('answers: [');
  });
});
