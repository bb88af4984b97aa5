import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { takeHomeQuestionnaire, type TakenHome } from '../../../src/app/capability/take-home-questionnaire.ts';
import { openWorkspace } from '../../../src/app/territory/open-workspace.ts';
import { partnerById } from '../../../src/app/pages/partner-pages.ts';
import { lintPackage } from '../../../src/ooxml/lint-package.ts';
import { day } from '../../domain/given.ts';
import { validateOffice } from '../../ooxml/validate-office.ts';
import { hasOffice, recalculated } from '../../render/xlsx/recalculated.ts';
import { TERRITORY } from '../../samples/read-sample.ts';

const LARKMOOR = 'larkmoor-managed-services';
let root = '';
let path = '';

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'cam-take-home-'));
  path = join(root, 'answers.xlsx');
  await cp(TERRITORY, root, { recursive: true });
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function take(
  change: Partial<{ id: string; form: 'quick' | 'full'; force: boolean; dryRun: boolean; asOf: string }> = {},
) {
  const { id = LARKMOOR, form = 'full', force = false, dryRun = false, asOf = '2026-02-28' } = change;
  const workspace = await openWorkspace({ currentFolder: root, today: day('2031-12-31'), asOf: day(asOf) });
  return takeHomeQuestionnaire(workspace, { files: partnerById(workspace, id), path, form, force, dryRun });
}

const readBack = async (change?: Parameters<typeof take>[0]) =>
  (await take(change)) as Extract<TakenHome, { did: 'read' }>;

/** Writes into the workbook as a person would: an answer beside the question that begins with these words, or a mark beside a choice. */
async function fill(answers: Readonly<Record<string, string | number | Date>>) {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  const open = new Map(Object.entries(answers));
  for (const sheet of book.worksheets) {
    sheet.eachRow((row) => {
      const [label, about] = [row.getCell(3).text, row.getCell(2).text];
      for (const [words, value] of open) {
        if (about === words) row.getCell(3).value = value;
        else if (label.startsWith(words)) row.getCell(4).value = value;
        else continue;
        open.delete(words);
      }
    });
  }
  expect([...open.keys()]).toEqual([]);
  await book.xlsx.writeFile(path);
}

const assessment = (date: string) =>
  readFile(join(root, 'partners', LARKMOOR, `assessments/${date}-capability.yaml`), 'utf8');

const FILLED = {
  'How well does our way': '4  You are our first recommendation for at least one use case',
  'How ready are you': 'This does not apply to us',
  'Has a member of your leadership': 'Yes',
  Healthcare: 'yes',
  'Financial services': 'x',
  'How do you decide which companies': 3,
  'Answered by': 'Mara Quellin, Tobias Arnsby',
  'Answered on': new Date(Date.UTC(2026, 1, 25)),
};
const SAVED = {
  'fit-philosophy': 4,
  'fit-openness': 'not-applicable',
  'fit-sponsor': true,
  'fit-verticals-list': ['healthcare', 'financial-services'],
  'cap-targeting': 3,
};

describe('a questionnaire to take home', () => {
  it('is written where there is no file, and read where it came back', async () => {
    expect(await take()).toEqual({ did: 'written', questions: 31, form: 'full' });
    await fill(FILLED);
    const read = await readBack();
    expect(read).toMatchObject({ did: 'read', answered: 5, questions: 31, answers: { problems: [], notAsked: 0 } });
    expect(read.saved!.path).toBe(`partners/${LARKMOOR}/assessments/2026-02-25-capability.yaml`);
    expect(read.saved!.assessment).toMatchObject({
      date: '2026-02-25',
      form: 'full',
      took_part: ['Mara Quellin', 'Tobias Arnsby'],
      answers: SAVED,
    });
    expect(await assessment('2026-02-25')).toContain('fit-verticals-list: [ healthcare, financial-services ]');
  });

  it('asks only the core questions in the quick form, and is read as such', async () => {
    expect(await take({ form: 'quick' })).toMatchObject({ did: 'written', form: 'quick', questions: 15 });
    await fill({ 'How ready are you': '5  We map all key accounts together and review every quarter' });
    expect((await readBack({ form: 'full' })).saved!.assessment.form).toBe('quick');
  });

  it('leaves the account manager’s own part of the same day as it was', async () => {
    const file = join(root, 'partners', LARKMOOR, 'assessments/2026-02-12-capability.yaml');
    const own = (await readFile(file, 'utf8')).replace('\ninternal:\n', '\ninternal:\n  notes: Mara may leave\n');
    await writeFile(file, own);
    await take({ asOf: '2026-02-12' });
    await fill({ 'How ready are you': '2  We bring you in when an order is near' });
    await readBack({ asOf: '2026-02-12' });
    const text = await assessment('2026-02-12');
    expect(text).toContain('notes: Mara may leave');
    expect(text).toContain('fit-openness: 2\n');
    expect(text).toContain('fit-commitment: 4\n');
  });

  it('is read from wherever its rows were moved to', async () => {
    await take();
    await fill(FILLED);
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(path);
    book.getWorksheet('Capabilities')!.spliceRows(3, 0, [], []);
    await book.xlsx.writeFile(path);
    expect((await readBack()).saved!.assessment.answers).toEqual(SAVED);
  });

  it('changes nothing on a dry run', async () => {
    await take({ dryRun: true });
    await expect(readFile(path)).rejects.toThrow('ENOENT');
    await take();
    await fill(FILLED);
    expect((await readBack({ dryRun: true })).answered).toBe(5);
    await expect(assessment('2026-02-25')).rejects.toThrow('ENOENT');
  });
});

describe('a questionnaire that came back', () => {
  it('names every cell that is not understood, and saves nothing', async () => {
    await take();
    await fill({
      'How well does our way': 'Quite well, we think',
      'How ready are you': '7',
      Manufacturing: 'a bit',
      'Has a member of your leadership': 'Maybe',
      'Answered on': 'last week',
    });
    const { answers, saved } = await readBack();
    expect(saved).toBeUndefined();
    expect(answers.problems).toEqual([
      {
        where: "answers.xlsx 'Fit with the brand strategy'!D5",
        why: '"Quite well, we think" is none of the answers; choose one from the list of the cell',
      },
      {
        where: "answers.xlsx 'Fit with the brand strategy'!D16",
        why: '"a bit" is no mark; write yes, or leave the cell empty',
      },
      {
        where: "answers.xlsx 'Fit with the brand strategy'!D36",
        why: '"7" is none of the answers; choose one from the list of the cell',
      },
      {
        where: "answers.xlsx 'Fit with the brand strategy'!D54",
        why: '"Maybe" is none of the answers; choose one from the list of the cell',
      },
      { where: 'answers.xlsx Start!C13', why: '"last week" is no date; write it as 2026-03-14' },
    ]);
  });

  it('is refused when nothing is answered in it', async () => {
    await take();
    await expect(take()).rejects.toMatchObject({ kind: 'data', message: 'Nothing is answered in answers.xlsx yet.' });
    expect(await take({ force: true })).toMatchObject({ did: 'written' });
  });

  it('is refused when it is another partner’s', async () => {
    await take();
    await expect(take({ id: 'kestrowe-digital' })).rejects.toThrow(
      `answers.xlsx was written for ${LARKMOOR}, not for kestrowe-digital.`,
    );
  });

  it('is refused when it is any other workbook, which is never written over', async () => {
    const other = new ExcelJS.Workbook();
    other.addWorksheet('Prices').addRow(['Core', 24000]);
    await other.xlsx.writeFile(path);
    const before = await readFile(path);
    await expect(take()).rejects.toThrow('answers.xlsx is no questionnaire written by cam.');
    expect((await readFile(path)).equals(before)).toBe(true);
  });

  it('is refused when it says that it was answered on a day still to come', async () => {
    await take();
    await fill({ 'How ready are you': 2, 'Answered on': new Date(Date.UTC(2026, 2, 1)) });
    await expect(take()).rejects.toThrow('answers.xlsx says it was answered on 2026-03-01, after 2026-02-28.');
  });

  it('keeps what still fits when the questionnaire has changed since, and counts what does not', async () => {
    await take();
    await fill(FILLED);
    await mkdir(join(root, 'templates'));
    const override = 'questions:\n  - id: fit-record\n    text: How did your newest line develop?\n';
    await writeFile(join(root, 'templates/capability-questionnaire.yaml'), override);
    expect(await readBack()).toMatchObject({ isChanged: true, answers: { notAsked: 1, problems: [] }, answered: 5 });
  });
});

describe('the workbook of a questionnaire', () => {
  it('is sound, and valid for Excel', async () => {
    await take();
    const bytes = new Uint8Array(await readFile(path));
    expect(lintPackage(bytes)).toEqual([]);
    expect(await validateOffice(bytes, 'xlsx')).toEqual([]);
  });

  it('lets nothing be changed but the answers', async () => {
    await take();
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(path);
    for (const sheet of book.worksheets.filter(({ state }) => state === 'visible')) {
      expect((sheet as unknown as { sheetProtection?: object }).sheetProtection).toMatchObject({ sheet: true });
      sheet.eachRow((row) =>
        row.eachCell((cell) => {
          expect([cell.address, cell.protection?.locked === false]).toEqual([
            cell.address,
            cell.text === '' && cell.formula === undefined && isInput(cell),
          ]);
        }),
      );
    }
  });

  it('holds not a byte of what is internal: questions, notes, goals, actions, earlier answers, other partners', async () => {
    const canaries = {
      'templates/capability-questionnaire.yaml': `categories:
  - id: cam-view
    title: CANARYCATEGORY
questions:
  - id: fit-philosophy
    actions: { low: { do: CANARYACTION, resource: CANARYRESOURCE } }
`,
      [`partners/${LARKMOOR}/partner.yaml`]: `${await readFile(join(root, 'partners', LARKMOOR, 'partner.yaml'), 'utf8')}notes: CANARYNOTE\n`,
    };
    await mkdir(join(root, 'templates'));
    for (const [file, text] of Object.entries(canaries)) await writeFile(join(root, file), text);
    await take();
    const parts = unzipSync(new Uint8Array(await readFile(path)));
    const text = Object.values(parts)
      .map((part) => Buffer.from(part).toString('utf8'))
      .join('\n');
    const { territory } = await openWorkspace({ currentFolder: root, today: day('2026-02-28') });
    const { categories, questions } = territory.questionnaire;
    const topics = categories.filter(({ audience }) => audience === 'internal').flatMap((category) => category.topics);
    const internal = questions.filter(({ topic }) => topics.some(({ id }) => id === topic));
    expect(internal.length).toBeGreaterThan(3);
    expect(internal.filter((question) => text.includes(question.text))).toEqual([]);
    for (const word of [
      'CANARY',
      'cam-view',
      'Access and influence',
      'Positioning workshop',
      'Ostrander',
      'goal',
      'effort',
    ]) {
      expect([word, text.includes(word)]).toEqual([word, false]);
    }
    expect(text).toContain('How well does our way');
  });

  it.skipIf(!hasOffice)(
    'counts its answers in LibreOffice, and is read back after it was saved there',
    async () => {
      await take();
      await fill(FILLED);
      const saved = (await recalculated({ answers: await readFile(path) })).get('answers')!;
      await writeFile(path, saved);
      const book = new ExcelJS.Workbook();
      await book.xlsx.readFile(path);
      const total = book.getWorksheet('Start')!.getColumn(2).values.indexOf('All');
      expect(
        ['C', 'D', 'E'].map((column) => Number(book.getWorksheet('Start')!.getCell(`${column}${total}`).result)),
      ).toEqual([5, 31, expect.closeTo(5 / 31, 10)]);
      expect((await readBack()).saved!.assessment).toMatchObject({ answers: SAVED, date: '2026-02-25' });
    },
    180_000,
  );
});

function isInput(cell: ExcelJS.Cell): boolean {
  const fill = cell.fill;
  return fill?.type === 'pattern' && fill.fgColor?.argb === 'FFFFF9E0';
}
