import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { importFiles } from '../../../../src/app/import/import-files.ts';
import type { ImportReport } from '../../../../src/app/import/import-report.ts';
import type { ImportRequest } from '../../../../src/app/import/import-setting.ts';
import type { MappingQuestion } from '../../../../src/app/import/mapping/question.ts';
import { territoryOnDisk } from '../../../input/territory-on-disk.ts';
import { CAM_YAML, filesOf, importInto, importText, partnerYaml, TODAY } from '../import-on-disk.ts';

/** A person who gives prepared answers, and what they were asked. */
class Person {
  readonly asked: MappingQuestion[] = [];
  constructor(private readonly answers: readonly (string | ((question: MappingQuestion) => string))[]) {}

  readonly ask = async (question: MappingQuestion): Promise<string> => {
    const answer = this.answers[this.asked.length];
    this.asked.push(question);
    if (answer === undefined) throw new Error(`nobody expected: ${question.message}`);
    return typeof answer === 'string' ? answer : answer(question);
  };

  get messages(): string[] {
    return this.asked.map(({ message }) => message);
  }
}

const ENTER = ({ proposal }: MappingQuestion): string => proposal;
const named =
  (words: string) =>
  ({ choices }: MappingQuestion): string => {
    const choice = choices.find(({ name }) => name.includes(words));
    if (!choice) throw new Error(`no choice "${words}" among ${choices.map(({ name }) => name).join(' | ')}`);
    return choice.value;
  };

async function territory(more: Readonly<Record<string, string>> = {}): Promise<string> {
  return territoryOnDisk({
    'cam.yaml': CAM_YAML,
    'partners/cedar/partner.yaml': partnerYaml('Cedar GmbH'),
    'partners/fjord/partner.yaml': partnerYaml('Fjord A/S', 'currency: EUR\n'),
    ...more,
  });
}

interface Asking extends Partial<ImportRequest> {
  readonly file?: string;
  readonly answers?: ConstructorParameters<typeof Person>[0];
}

async function askWhileImporting(
  root: string,
  text: string,
  { file = 'export.csv', answers = [], ...options }: Asking = {},
): Promise<{ report: ImportReport; person: Person }> {
  await writeFile(join(root, file), text);
  const person = new Person(answers);
  const effects = { currentFolder: root, today: TODAY, progress: () => undefined };
  const request = { root, files: [file], createPartners: false, dryRun: false, ...options };
  const result = await importFiles(request, effects, person.ask);
  if (result.kind !== 'report') throw new Error(JSON.stringify(result.problems));
  return { report: result.report, person };
}

const HEADER = 'Opportunity ID,Opportunity Name,Partner,Stage,Amount,Close Date';

describe('a person at a terminal', () => {
  it('is asked nothing about an export that is clear by itself, and nothing is remembered', async () => {
    const root = await territory();
    const { person } = await askWhileImporting(root, `${HEADER}\n1,A,Cedar,Won,5,2026-02-10\n`);
    expect(person.asked).toEqual([]);
    expect(Object.keys(await filesOf(root)).some((path) => path.startsWith('mappings/'))).toBe(false);
  });

  it('may say that a column known as something else names the partner; it then is nothing else', async () => {
    const root = await territory();
    const text = 'Opportunity ID,Account,Owner,Region,Stage,Amount\n1,Umber,Cedar,,Won,5\n2,Sepia,Fjord,,Lost,6\n';
    const { report, person } = await askWhileImporting(root, text, { answers: [ENTER] });
    expect(person.asked[0]).toMatchObject({
      message: 'export.csv: which column names the partner?',
      choices: [
        { name: 'Opportunity ID', description: 'taken for the id so far: 1, 2' },
        { name: 'Account', description: 'taken for the account so far: Umber, Sepia' },
        { name: 'Owner', description: 'taken for the owner so far: Cedar, Fjord' },
        { name: 'Stage' },
        { name: 'Amount' },
        { name: 'None of these' },
      ],
      proposal: expect.toSatisfy((place: string) => person.asked[0]!.choices[Number(place)]?.name === 'Owner'),
    });
    expect(report).toMatchObject({ created: 2, columns: { partner: 'Owner' } });
    expect(report.columns).not.toHaveProperty('owner');
  });

  it('is proposed none of the columns known as something else where nobody in them is a partner', async () => {
    const root = await territory();
    const text = 'Opportunity ID,Account,Stage,Amount\n1,Umber,Won,5\n2,Umber,Lost,6\n';
    await writeFile(join(root, 'export.csv'), text);
    const person = new Person([ENTER]);
    const effects = { currentFolder: root, today: TODAY, progress: () => undefined };
    const request = { root, files: ['export.csv'], createPartners: false, dryRun: false };
    await importFiles(request, effects, person.ask);
    expect(Object.keys(await filesOf(root))).not.toContain('partners/cedar/deals.csv');
    expect(person.asked[0]!.proposal).toBe('none');
  });

  it('says once what a column and a label mean; the next export of the same columns is read without a question', async () => {
    const root = await territory();
    const text = 'Opportunity ID,Vertriebspartner,Stage,Amount\n1,Cedar,Heiss,5\n2,Fjord,Auftrag gewonnen!,6\n';
    const { report, person } = await askWhileImporting(root, text, {
      file: 'pipeline-2026-03-31.csv',
      answers: [named('Vertriebspartner'), ENTER, named('lost')],
    });
    expect(person.messages).toEqual([
      'pipeline-2026-03-31.csv: which column names the partner?',
      '"Auftrag gewonnen!" stands in 1 row: such a deal is',
      '"Heiss" stands in 1 row: such a deal is',
    ]);
    expect(person.asked[0]!.choices[0]).toMatchObject({ name: 'Vertriebspartner', description: 'Cedar, Fjord' });
    expect(report).toMatchObject({ created: 2, totals: { byStatus: { won: { rows: 1 }, lost: { rows: 1 } } } });
    expect(report.written).toContainEqual({ path: 'mappings/pipeline.yaml', kind: 'mapping' });

    const next = await importText(root, text.replace('2,Fjord', '3,Fjord'), { file: 'pipeline-2026-04-14.csv' });
    expect(next).toMatchObject({
      created: 1,
      unchanged: 1,
      needsMapping: undefined,
      mappings: [
        { file: 'pipeline-2026-04-14.csv', path: 'mappings/pipeline.yaml', how: 'remembered', newHeaders: [] },
      ],
    });
  });

  it('is proposed the column that looks most like it: names of partners, words of stages', async () => {
    const root = await territory();
    const text =
      'Opportunity ID,Region,Score,Whose,How far,When\n' +
      '1,North,5,Cedar,Heiss,2026-01-01\n2,North,5,Fjord,Won,2026-01-01\n3,South,5,Cedar,Heiss,2026-01-01\n';
    const { report, person } = await askWhileImporting(root, text, {
      answers: [ENTER, ENTER, ENTER, ENTER, ENTER],
    });
    const proposed = person.asked.map(({ choices, proposal }) => choices.find(({ value }) => value === proposal)?.name);
    expect(proposed).toEqual(['How far', 'Whose', 'Score', 'When', 'open']);
    expect(report).toMatchObject({ created: 3, unmatched: [], totals: { amount: { EUR: 5, USD: 10 } } });
  });

  it('may say that none of several columns holds the amounts, and is not asked again', async () => {
    const root = await territory();
    const text = 'Opportunity ID,Partner,Stage,Score,Seats\n1,Cedar,Won,5,10\n2,Fjord,Won,7,20\n';
    const { report, person } = await askWhileImporting(root, text, { answers: [ENTER] });
    expect(person.messages).toEqual(['export.csv: which column holds the amounts?']);
    expect(report).toMatchObject({ created: 2, totals: { amount: {} } });
    const again = await askWhileImporting(root, text);
    expect(again.person.asked).toEqual([]);
  });

  it('offers a column of amounts or dates although a cell of it holds words, and rejects that row by name', async () => {
    const root = await territory();
    const rows = [
      '1;10,50;2026-01-31',
      '2;20,00;2026-02-28',
      '3;30,00;2026-06-31',
      '4;40,00;2026-04-30',
      '5;tbc;2026-05-31',
    ];
    const text = `Opportunity ID;Partner;Stage;Worth;By\n${rows.map((row) => row.replace(';', ';Cedar;Won;')).join('\n')}\n`;
    const { report, person } = await askWhileImporting(root, text, { answers: [ENTER, ENTER] });
    expect(person.messages).toEqual([
      'export.csv: which column holds the amounts?',
      'export.csv: which column holds the close dates?',
    ]);
    expect(report).toMatchObject({ created: 3, totals: { amount: { USD: 70.5 } } });
    expect(report.rejected.map(({ where }) => where)).toEqual(['export.csv:4', 'export.csv:6']);
  });

  it('keeps the memory when the columns stand in another order, or one is new, and is told which', async () => {
    const root = await territory();
    await askWhileImporting(root, 'Opportunity ID,Reseller,Stage,Amount\n1,Cedar,Hot,5\n', { answers: [ENTER] });
    const moved = await importText(root, 'amount,STAGE,Reseller,Opportunity ID\n5,Hot,Cedar,1\n');
    expect(moved).toMatchObject({ unchanged: 1, mappings: [{ newHeaders: [] }] });
    const wider = await importText(root, 'Opportunity ID,Reseller,Stage,Amount,Region\n1,Cedar,Hot,5,North\n');
    expect(wider).toMatchObject({ unchanged: 1, mappings: [{ how: 'remembered', newHeaders: ['Region'] }] });
  });

  it('is asked again when a column that was mapped is gone, or the export has little in common with the known one', async () => {
    const root = await territory();
    const text = 'Opportunity ID,Haendler,Stage,Amount\n1,Cedar,Hot,5\n';
    await askWhileImporting(root, text, { answers: [named('Haendler'), ENTER] });
    const gone = await importText(root, text.replace('Haendler', 'Partner'), { file: 'other.csv' });
    expect(gone.needsMapping?.questions).toEqual([
      'other.csv: "Hot" (1 row) is neither open, won nor lost by its name',
    ]);
    const foreign = await importText(root, 'Record ID,Haendler,Deal Stage,a,b,c,d\n1,Cedar,Hot,,,,\n', {
      file: 'foreign.csv',
    });
    expect(foreign.needsMapping?.questions).toHaveLength(2);
  });

  it('adds a new label to what was remembered, and the file keeps the comments somebody wrote into it', async () => {
    const root = await territory();
    const text = 'Opportunity ID,Partner,Stage\n1,Cedar,Hot\n';
    await askWhileImporting(root, text, { answers: [ENTER] });
    const path = join(root, 'mappings/export.yaml');
    await writeFile(path, `# Ask Ines about these.\n${await readFile(path, 'utf8')}`);
    const { report } = await askWhileImporting(root, `${text}2,Cedar,Cold\n`, { answers: [named('lost')] });
    expect(report).toMatchObject({ created: 1, unchanged: 1 });
    const written = await readFile(path, 'utf8');
    expect(written).toMatch(/^# Ask Ines about these\.\n/);
    expect(written).toContain('"Hot": open');
    expect(await importText(root, `${text}2,Cedar,Cold\n`)).toMatchObject({ unchanged: 2, written: [] });
  });

  it('sees with examples of the file what either reading of a date or a number would mean', async () => {
    const root = await territory();
    const text = `${HEADER}\n1,A,Cedar,Won,1.234,03/04/2026\n2,B,Cedar,Won,5.678,05/06/2026\n`;
    const { report, person } = await askWhileImporting(root, text, { answers: ['mdy', ENTER] });
    expect(person.asked).toEqual([
      {
        message: 'The dates in "Close Date" have',
        choices: [
          { value: 'dmy', name: 'the day first: 03/04/2026 is 3 Apr 2026, 05/06/2026 is 5 Jun 2026' },
          { value: 'mdy', name: 'the month first: 03/04/2026 is 4 Mar 2026, 05/06/2026 is 6 May 2026' },
        ],
        proposal: 'dmy',
      },
      {
        message: 'The numbers in "Amount" have',
        choices: [
          { value: '.', name: 'a decimal point: 1.234 is 1.234, 5.678 is 5.678' },
          { value: ',', name: 'a decimal comma: 1.234 is 1,234, 5.678 is 5,678' },
        ],
        proposal: ',',
      },
    ]);
    expect(report).toMatchObject({ created: 2, dateOrder: 'mdy', totals: { amount: { USD: 6912 } } });
    expect(await importText(root, text)).toMatchObject({ unchanged: 2, dateOrder: 'mdy' });
  });

  it('gets the proposal of the file when none of the columns fits', async () => {
    const root = await territory();
    const { report } = await askWhileImporting(root, 'Opportunity ID,Who,Stage\n1,Cedar,Won\n', {
      answers: [named('None of these')],
    });
    expect(report.needsMapping?.proposals).toHaveLength(1);
    expect(report.created).toBe(0);
  });

  it('who gives up leaves nothing behind', async () => {
    const root = await territory();
    const before = await filesOf(root);
    const text = 'Opportunity ID,Partner,Stage\n1,Cedar,Hot\n2,Nobody,Won\n';
    const giveUp = (): string => {
      throw Object.assign(new Error('User force closed the prompt'), { name: 'ExitPromptError' });
    };
    await expect(askWhileImporting(root, text, { answers: [ENTER, giveUp] })).rejects.toThrow('force closed');
    expect(await filesOf(root)).toEqual(before);
  });

  it('answers in a dry run without anything being remembered', async () => {
    const root = await territory();
    const before = await filesOf(root);
    const text = 'Opportunity ID,Partner,Stage\n1,Cedar,Hot\n';
    const { report } = await askWhileImporting(root, text, { answers: [ENTER], dryRun: true });
    expect(report).toMatchObject({ created: 1, written: [] });
    expect(await filesOf(root)).toEqual(before);
  });

  it('is asked once about two files of one shape', async () => {
    const root = await territory();
    await writeFile(join(root, 'second.csv'), 'Opportunity ID,Partner,Stage\n2,Cedar,Hot\n');
    const { report, person } = await askWhileImporting(root, 'Opportunity ID,Partner,Stage\n1,Cedar,Hot\n', {
      files: ['export.csv', 'second.csv'],
      answers: [ENTER],
    });
    expect(person.asked).toHaveLength(1);
    expect(report).toMatchObject({ created: 2 });
  });
});

describe('a workbook with a table on each of several sheets', () => {
  const header = HEADER.split(',');
  async function workbook(root: string, file: string, stage: string): Promise<void> {
    const book = new ExcelJS.Workbook();
    book.addWorksheet('Pipeline').addRows([header, ['1', 'A', 'Cedar', stage, 5, '2026-02-10']]);
    book.addWorksheet('Targets').addRows([header, ['2', 'B', 'Cedar', 'Won', 6, '2026-02-10']]);
    await book.xlsx.writeFile(join(root, file));
  }

  it('asks which one is meant, and knows it the next time', async () => {
    const root = await territory();
    await workbook(root, 'book.xlsx', 'Propose');
    const person = new Person([named('Pipeline')]);
    const effects = { currentFolder: root, today: TODAY, progress: () => undefined };
    const request = { root, files: ['book.xlsx'], createPartners: false, dryRun: false };
    const first = await importFiles(request, effects, person.ask);
    expect(person.messages).toEqual(['book.xlsx: which sheet is meant?']);
    expect(first).toMatchObject({ report: { created: 1 } });
    expect((await filesOf(root))['mappings/book.yaml']).toContain('sheet: "Pipeline"');
    await workbook(root, 'book.xlsx', 'Won');
    expect(await importInto(root, ['book.xlsx'])).toMatchObject({ updated: 1, mappings: [{ how: 'remembered' }] });
  });

  it('names them where nobody can be asked', async () => {
    const root = await territory();
    await workbook(root, 'book.xlsx', 'Propose');
    await expect(importInto(root, ['book.xlsx'])).rejects.toMatchObject({
      kind: 'usage',
      message: 'book.xlsx holds a table on each of several sheets: "Pipeline", "Targets".',
      remedy: 'Nothing was imported. Say which one: --sheet Pipeline',
    });
    expect(await importInto(root, ['book.xlsx'], { sheet: 'targets' })).toMatchObject({ created: 1 });
  });
});

describe('a partner name that nobody knows', () => {
  const text = `${HEADER}\n1,A,Cedar Solutions,Won,5,2026-02-10\n2,B,CEDAR SOLUTIONS LTD,Won,6,2026-02-10\n3,C,Direct,Won,7,2026-02-10\n`;

  it('is never given to a partner with a similar name by itself, but that one is proposed', async () => {
    const root = await territory();
    expect((await importText(root, text)).unmatched).toHaveLength(3);
    const { report, person } = await askWhileImporting(root, text, { answers: [ENTER, named('Leave these rows out')] });
    expect(person.messages).toEqual([
      '"CEDAR SOLUTIONS LTD" in 2 rows (no partner has this name):',
      '"Direct" in 1 row (no partner has this name):',
    ]);
    expect(person.asked[0]).toMatchObject({ proposal: 'partner:cedar' });
    expect(person.asked[1]!.proposal).toBe('create');
    expect(report).toMatchObject({
      created: 2,
      unmatched: [],
      leftOut: [{ partner: 'Direct', rows: 1, amount: 7 }],
      totals: { byPartner: { cedar: { rows: 2, amount: 11 } } },
    });
    const mapping = (await filesOf(root))['mappings/export.yaml']!;
    expect(mapping).toContain('partners:\n  "CEDAR SOLUTIONS LTD": cedar\n  "Cedar Solutions": cedar\n  "Direct":\n');
    expect((await filesOf(root))['partners/cedar/partner.yaml']).toBe(partnerYaml('Cedar GmbH'));
    expect(await importText(root, text)).toMatchObject({ unchanged: 2, unmatched: [], leftOut: [{ rows: 1 }] });
  });

  it('becomes a new partner when the person says so, one for all its spellings', async () => {
    const root = await territory();
    const { report } = await askWhileImporting(root, text, { answers: [named('Add "'), named('Add "')] });
    expect(report.createdPartners.map(({ id }) => id)).toEqual(['cedar-solutions', 'direct']);
    expect(report).toMatchObject({ created: 3, unmatched: [] });
    expect(await importText(root, text)).toMatchObject({ unchanged: 3, written: [] });
  });

  it('is settled with all others at once when there are many', async () => {
    const rows = Array.from({ length: 9 }, (_, id) => `${id},A,Partner ${'ABCDEFGHI'[id]!}x,Won,1,2026-02-10`);
    const root = await territory();
    const many = [HEADER, ...rows].join('\n');
    const later = await askWhileImporting(root, many, { answers: [named('Not now')] });
    expect(later.report.unmatched).toHaveLength(9);
    const all = await askWhileImporting(root, many, { answers: [named('Add all')] });
    expect(all.report.createdPartners).toHaveLength(9);
  });

  it('may be none: rows that name nobody are given to a partner or left out for good', async () => {
    const root = await territory();
    const { person } = await askWhileImporting(root, `${HEADER}\n1,A,,Won,5,2026-02-10\n`, {
      answers: [named('Fjord')],
    });
    expect(person.messages).toEqual(['1 row names no partner; whose are such rows?']);
    expect((await filesOf(root))['partners/fjord/deals.csv']).toContain('export,1,A,5,Won,won,2026-02-10');
  });
});
