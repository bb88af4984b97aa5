import ExcelJS from 'exceljs';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { cam, each, envelope, filesIn, sampleTerritory, type Answer } from './cam.ts';

const NO_NUMBER = /\b(NaN|undefined|Infinity)\b|\[object/;

describe('the scorecards of all partners', () => {
  let demo: string;
  let batch: Answer;
  let pages: string[];
  beforeAll(async () => {
    demo = await sampleTerritory();
    batch = await cam(['scorecard', 'performance', '--all', '--format', 'html,md,json,xlsx'], { in: demo });
    pages = Object.keys(filesIn(join(demo, 'out')));
  });

  it('are four files a partner', () => {
    expect([batch.code, pages.length]).toEqual([0, 48]);
    const [first] = pages;
    expect(first).toBe('cobaltine-networks/performance-scorecard-FY26-Q3.html');
  });

  it('never print what is no number', () => {
    for (const path of pages.filter((name) => !name.endsWith('.xlsx')))
      expect(readFileSync(join(demo, 'out', path), 'utf8'), path).not.toMatch(NO_NUMBER);
  });

  it('are pages that load nothing and run nothing', () => {
    for (const path of pages.filter((name) => name.endsWith('.html'))) {
      const html = readFileSync(join(demo, 'out', path), 'utf8');
      expect(html, path).toMatch(/^<!doctype html>/i);
      expect(html, path).toContain('Content-Security-Policy');
      expect(html, path).not.toMatch(/<script|<link|<iframe|\son[a-z]+=|(?:src|href)="(?!#)/i);
    }
  });

  it('say in every format the sentence that the terminal says first', async () => {
    const { out } = await cam(['scorecard', 'performance', 'larkmoor-managed-services'], { in: demo });
    const sentence = out.split('\n')[1]!;
    expect(sentence).toMatch(/^Bookings are at 114 % of plan/);
    const page = (extension: string): string =>
      readFileSync(
        join(demo, `out/larkmoor-managed-services/performance-scorecard-FY26-Q3.${extension}`),
        'utf8',
      ).replaceAll('\u00a0', ' ');
    expect((JSON.parse(page('json')) as { headline: string }).headline).toBe(sentence);
    expect(page('md')).toContain(sentence);
    expect(page('html').replaceAll('&nbsp;', ' ')).toContain(sentence);
  });
});

describe('the scorecard as a workbook', () => {
  let demo: string;
  const path = 'out/dunmore-valley-computers/performance-scorecard-FY26-Q3.xlsx';
  beforeAll(async () => {
    demo = await sampleTerritory();
  });

  it('is written for one partner with a word, and holds the sentence and the figures of the page', async () => {
    const { code, out } = await cam(['scorecard', 'performance', 'dunmore-valley-computers', '--format', 'xlsx'], {
      in: demo,
    });
    expect(code).toBe(0);
    expect(out).toContain(path);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(join(demo, path));
    const summary = workbook.getWorksheet('Summary')!;
    const { data } = envelope(
      await cam(['scorecard', 'performance', 'dunmore-valley-computers', '--json', '--dry-run'], { in: demo }),
    );
    const { figures } = data as { figures: Record<string, number> };
    expect(summary.getCell('B5').value).toBe('Won, year to date');
    expect(summary.getCell('C5').value).toBe(figures['bookings_ytd']);
    expect(summary.getCell('D5').value).toBe(figures['plan_to_date']);
  });

  it('is never overwritten once it was edited by hand', async () => {
    writeFileSync(join(demo, path), 'edited');
    const answer = await cam(['scorecard', 'performance', 'dunmore-valley-computers', '--format', 'xlsx'], {
      in: demo,
    });
    expect([answer.code, readFileSync(join(demo, path), 'utf8')]).toEqual([0, 'edited']);
  });
});

describe('the reasons of a figure', () => {
  let demo: string;
  beforeAll(async () => {
    demo = await sampleTerritory();
  });

  it('are printed for a figure that is known, one that is not, and one of the program', async () => {
    const asked = [
      ['larkmoor-managed-services', 'pace'],
      ['kestrowe-digital', 'coverage'],
      ['nordhavn-datateknik', 'next_tier_worth'],
    ] as const;
    const answers = await each(asked, ([partner, figure]) => cam(['why', partner, figure], { in: demo }));
    for (const [index, { code, out, err }] of answers.entries()) {
      expect([asked[index], code, err]).toEqual([asked[index], 0, '']);
      expect(out).toMatch(/^Formula /m);
      expect(out).not.toMatch(NO_NUMBER);
    }
  });

  it('account for every row of the deals: counted or left out with a reason', async () => {
    const deals =
      readFileSync(join(demo, 'partners/larkmoor-managed-services/deals.csv'), 'utf8').trimEnd().split('\n').length - 1;
    for (const figure of ['bookings_ytd', 'coverage', 'open_pipeline']) {
      const { data } = envelope(await cam(['why', 'larkmoor-managed-services', figure, '--json'], { in: demo }));
      const { counted, leftOut } = data as { counted: unknown[]; leftOut: { rows: number }[] };
      expect(
        leftOut.reduce((rows, entry) => rows + entry.rows, counted.length),
        figure,
      ).toBe(deals);
    }
  });

  it('show euro for a partner that reports in euro', async () => {
    const { out } = await cam(['why', 'nordhavn-datateknik', 'bookings_ytd'], { in: demo });
    expect(out).toContain('€145,300');
  });
});
