import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assessmentSchema } from '../../../src/schema/assessment.ts';
import { readYaml } from '../../../src/input/read-yaml.ts';
import { saveAssessment } from '../../../src/app/capability/save-assessment.ts';
import { openTerritory } from '../../../src/app/territory/open-territory.ts';
import { parsePlainDate } from '../../../src/units/plain-date.ts';
import {
  BLUEFJORD_AND_NORD,
  addRow,
  bringBack,
  cellAt,
  editBook,
  expectNoByteChanged,
  exportTo,
  rowWhere,
  temporaryFolder,
  territoryOf,
  workbookOf,
} from './workbook-on-disk.ts';

const FILE = 'partners/bluefjord/assessments/2026-02-12-capability.yaml';
const BY_HAND = `# Filled in over coffee.
questionnaire: capability
date: 2026-02-12
form: full
took_part: [ Una Vey ]
answers:
  fit-openness: 4 # they came to us
  fit-sponsor: false

  # services
  profile-services-share: { band: 3 }
  fit-verticals-list: [ manufacturing, other ]
internal:
  answers:
    cam-risk: 3 # between us
  notes: The owner wants to sell.
`;
const textOf = (root: string, path = FILE) => readFile(join(root, path), 'utf8');
const byHand = () => territoryOf({ ...BLUEFJORD_AND_NORD, [FILE]: BY_HAND });

/** A territory with an assessment that was saved, scores and all. */
async function saved(): Promise<string> {
  const root = await territoryOf(BLUEFJORD_AND_NORD);
  const { territory } = await openTerritory(root);
  const answers = { 'fit-openness': 4, 'fit-verticals': 2, 'profile-services-share': { band: 3 } };
  const form = {
    questionnaire: 'capability',
    date: parsePlainDate('2026-02-12')!,
    form: 'quick',
    took_part: [],
  } as const;
  await saveAssessment(territory, territory.partners[0]!, {
    ...form,
    took_part: [],
    answers,
    internal: { answers: { 'cam-risk': 3 } },
  });
  return root;
}

describe('assessments in a workbook', () => {
  it('stand a row an answer, with topic, wording and meaning for reading', async () => {
    const root = await byHand();
    const path = await exportTo(root, join(await temporaryFolder(), 'a.csv'), { kind: 'assessments' });
    const [header, ...rows] = (await readFile(path, 'utf8')).split('\n');
    expect(header).toBe('\ufeffpartner,date,questionnaire,part,topic,question,wording,answer,meaning');
    expect(rows[0]).toMatch(/^bluefjord,2026-02-12,capability,partner,Openness,fit-openness,.+,4,.+$/);
    expect(rows[2]).toMatch(/,profile-services-share,.+,band 3,a quarter to two fifths$/);
    expect(rows[3]).toMatch(/,manufacturing; other,Manufacturing; Other$/);
    expect(rows[4]).toMatch(/^bluefjord,2026-02-12,capability,internal,.+,cam-risk,.+,3,/);
  });

  it('change no byte when nobody changed them, as a workbook and as CSV', async () => {
    for (const root of [await byHand(), await saved()]) {
      const csv = await exportTo(root, join(await temporaryFolder(), 'a.csv'), { kind: 'assessments' });
      await expectNoByteChanged(root, [await workbookOf(root), csv]);
    }
  });

  it('change one answer of the file and keep remarks; a file without scores gets none', async () => {
    const root = await byHand();
    const book = await workbookOf(root, { kind: 'assessments' });
    await editBook(book, (opened) => {
      const sheet = opened.getWorksheet('Assessments')!;
      cellAt(sheet, 'Answer', { Question: 'fit-openness' }).value = 2;
      cellAt(sheet, 'Answer', { Question: 'fit-sponsor' }).value = 'Yes';
      cellAt(sheet, 'Answer', { Question: 'fit-verticals-list' }).value = 'Manufacturing; Retail and wholesale';
      cellAt(sheet, 'Answer', { Question: 'cam-risk' }).value = 1;
      cellAt(sheet, 'Wording', { Question: 'cam-risk' }).value = 'passed over';
    });
    expect(await bringBack(root, book)).toMatchObject({
      rejected: [],
      written: [{ path: FILE, partner: 'bluefjord' }],
    });
    expect(await textOf(root)).toBe(
      BY_HAND.replace('fit-openness: 4', 'fit-openness: 2')
        .replace('fit-sponsor: false', 'fit-sponsor: true')
        .replace('[ manufacturing, other ]', '[ manufacturing, retail-and-wholesale ]')
        .replace('cam-risk: 3', 'cam-risk: 1'),
    );
  });

  it('work the saved scores out anew, as saving the same answers does', async () => {
    const [root, other] = [await saved(), await saved()];
    const book = await workbookOf(root, { kind: 'assessments' });
    await editBook(book, (opened) => {
      cellAt(opened.getWorksheet('Assessments')!, 'Answer', { Question: 'fit-verticals' }).value = 5;
      addRow(opened.getWorksheet('Assessments')!, {
        Partner: 'bluefjord',
        Date: new Date('2026-02-12'),
        Questionnaire: 'capability',
        Question: 'fit-commitment',
        Answer: 3,
      });
    });
    expect(await bringBack(root, book)).toMatchObject({ rejected: [], conflicts: [] });
    const { territory } = await openTerritory(other);
    const answers = { 'fit-verticals': 5, 'fit-commitment': 3 };
    const form = {
      questionnaire: 'capability',
      date: parsePlainDate('2026-02-12')!,
      form: 'quick',
      took_part: [] as string[],
    } as const;
    await saveAssessment(territory, territory.partners[0]!, { ...form, answers });
    expect(await textOf(root)).toBe(await textOf(other));
  });

  it('make a file of new rows: a new assessment, also of a partner that the workbook adds', async () => {
    const root = await byHand();
    const book = await workbookOf(root);
    await editBook(book, (opened) => {
      addRow(opened.getWorksheet('Partners')!, { Partner: 'larkmoor', Name: 'Larkmoor', Type: 'var' });
      const row = { Date: new Date('2026-03-02'), Questionnaire: 'capability' };
      const sheet = opened.getWorksheet('Assessments')!;
      addRow(sheet, { Partner: 'larkmoor', ...row, Question: 'fit-openness', Answer: 5 });
      addRow(sheet, { Partner: 'larkmoor', ...row, Question: 'cam-risk', Answer: 'skipped' });
      addRow(sheet, { Partner: 'Nord IT', ...row, Question: 'profile-services-share', Answer: 31 });
    });
    expect(await bringBack(root, book)).toMatchObject({ rejected: [] });
    const text = await textOf(root, 'partners/larkmoor/assessments/2026-03-02-capability.yaml');
    const { value } = readYaml(text, 'x.yaml', assessmentSchema);
    expect(value).toMatchObject({
      form: 'quick',
      partner_type: 'var',
      answers: { 'fit-openness': 5 },
      scores: { overall: 100 },
      internal: { answers: { 'cam-risk': 'skipped' } },
    });
    expect(await textOf(root, 'partners/nord/assessments/2026-03-02-capability.yaml')).toContain(
      'profile-services-share: 31',
    );
    const { problems } = await openTerritory(root);
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('offer what each question may be answered with', async () => {
    const root = await byHand();
    const book = await workbookOf(root, { kind: 'assessments' });
    await editBook(book, (opened) => {
      const sheet = opened.getWorksheet('Assessments')!;
      const offered = (question: string) => cellAt(sheet, 'Answer', { Question: question }).dataValidation?.formulae;
      expect(offered('fit-openness')).toEqual(['"1,2,3,4,5,skipped,not-applicable"']);
      expect(offered('cam-risk')).toEqual(['"1,2,3,4,5,skipped,not-applicable"']);
      expect(offered('fit-sponsor')).toEqual(['"yes,no,skipped,not-applicable"']);
      expect(offered('fit-verticals-list')).toBeUndefined();
    });
  });

  it('come from a CSV file that holds nothing but what names them and the answers', async () => {
    const root = await byHand();
    const path = join(await temporaryFolder(), 'answers.csv');
    await writeFile(
      path,
      'partner,date,questionnaire,question,answer\nbluefjord,2026-02-12,capability,fit-openness,5\n',
    );
    expect(await bringBack(root, path)).toMatchObject({ rejected: [], changes: [{ before: 4, after: 5 }] });
    expect(await textOf(root)).toBe(BY_HAND.replace('fit-openness: 4', 'fit-openness: 5'));
  });

  it('take answers out with --delete, and the file with the last of them', async () => {
    const root = await byHand();
    const one = await workbookOf(root, { kind: 'assessments' });
    await editBook(one, (opened) => {
      const sheet = opened.getWorksheet('Assessments')!;
      sheet.spliceRows(rowWhere(sheet, { Question: 'fit-sponsor' }).number, 1);
    });
    expect(await bringBack(root, one)).toMatchObject({
      written: [],
      kept: [{ row: '2026-02-12 capability fit-sponsor' }],
    });
    await bringBack(root, one, { remove: true });
    expect(await textOf(root)).toBe(BY_HAND.replace('  fit-sponsor: false\n', ''));
    const all = await workbookOf(root, { kind: 'assessments' });
    await editBook(all, (opened) => {
      for (const line of [2, 3, 4, 5]) opened.getWorksheet('Assessments')!.getRow(line).values = [];
    });
    expect(await bringBack(root, all, { remove: true })).toMatchObject({ written: [{ path: FILE }] });
    expect(await readdir(join(root, 'partners/bluefjord/assessments'))).toEqual([]);
  });

  it('refuse what fits no question, in words, and take the rest', async () => {
    const root = await byHand();
    const book = await workbookOf(root, { kind: 'assessments' });
    const row = { Partner: 'nord', Date: new Date('2026-03-02'), Questionnaire: 'capability' };
    await editBook(book, (opened) => {
      const sheet = opened.getWorksheet('Assessments')!;
      cellAt(sheet, 'Answer', { Question: 'fit-openness' }).value = 9;
      cellAt(sheet, 'Answer', { Question: 'fit-sponsor' }).value = 'perhaps';
      cellAt(sheet, 'Answer', { Question: 'cam-risk' }).value = null;
      addRow(sheet, { ...row, Question: 'fit-opennes', Answer: 3 });
      addRow(sheet, { ...row, Questionnaire: 'capabilities', Question: 'fit-openness', Answer: 3 });
      addRow(sheet, { ...row, Question: 'fit-verticals-list', Answer: 'farming' });
      addRow(sheet, { ...row, Question: 'fit-openness', Answer: 3 });
    });
    const { rejected, written } = await bringBack(root, book);
    expect(rejected.map(({ where, why }) => `${where}: ${why}`)).toEqual([
      'book.xlsx Assessments!H2: "9" must be a level from 1 to 5: 1, 2, 3, 4, 5, skipped, not-applicable',
      'book.xlsx Assessments!H3: "perhaps" must be true or false: true, false, skipped, not-applicable',
      'book.xlsx Assessments!H6: answer is missing',
      'book.xlsx Assessments!F7: there is no question "fit-opennes"; did you mean fit-openness?',
      'book.xlsx Assessments!C8: there is no questionnaire "capabilities"; did you mean capability?',
      'book.xlsx Assessments!H9: "farming" is not an option of this question: manufacturing, healthcare, financial-services, public-sector, retail-and-wholesale, professional-services, education, transport-and-logistics, energy-and-utilities, other',
    ]);
    expect(written.map(({ path }) => path)).toEqual(['partners/nord/assessments/2026-03-02-capability.yaml']);
  });

  it('leave an assessment alone whose scores a questionnaire of another day gave', async () => {
    const root = await saved();
    const text = await textOf(root);
    const other = await territoryOf({
      ...BLUEFJORD_AND_NORD,
      [FILE]: text.replace(/^content: .*$/m, 'content: "0000000000000000"'),
    });
    const book = await workbookOf(other, { kind: 'assessments' });
    await editBook(book, (opened) => {
      cellAt(opened.getWorksheet('Assessments')!, 'Answer', { Question: 'fit-openness' }).value = 1;
    });
    expect((await bringBack(other, book)).rejected).toEqual([
      {
        where: 'book.xlsx Assessments!2',
        why: 'the questionnaire has changed since 2026-02-12, so the scores of that day cannot be worked out anew; answer it on another day',
      },
    ]);
  });
});
