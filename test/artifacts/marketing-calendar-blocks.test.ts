import { describe, expect, it } from 'vitest';
import { calendarBlocks } from '../../src/artifacts/marketing-plan/calendar-blocks.ts';
import { computeMarketingPlan } from '../../src/artifacts/marketing-plan/compute.ts';
import { marketingPlanDocument } from '../../src/artifacts/marketing-plan/document.ts';
import type { Table } from '../../src/document/block.ts';
import { renderHtml } from '../../src/render/html/render-html.ts';
import { marketingPlanFileSchema } from '../../src/schema/marketing-plan-file.ts';
import { formatValue } from '../../src/units/format.ts';
import { givenInput } from './given-input.ts';

const blocksOf = (campaigns: readonly object[], rest: object = {}) => {
  const plan = marketingPlanFileSchema.parse({ quarter: 'FY26-Q4', currency: 'USD', campaigns, ...rest });
  const input = givenInput();
  return calendarBlocks(computeMarketingPlan({ ...input, files: { ...input.files, marketingPlans: [plan] } }));
};
const linesOf = (table: Table) =>
  table.rows.map(({ cells }) =>
    table.columns
      .map(({ key }) => cells[key])
      .map((cell) => (cell?.status ? cell.status.word : cell ? formatValue(cell.value, { locale: 'en-GB' }) : '·'))
      .join(' ')
      .replaceAll('\u00a0', ' '),
  );
const tables = (...given: Parameters<typeof blocksOf>) =>
  blocksOf(...given).flatMap((block) => (block.kind === 'table' ? [linesOf(block)] : []));

describe('the calendar on a page', () => {
  it('marks what falls into each week, of several things the two most pressing, and a run in every week it touches', () => {
    const campaigns = [{ id: 'ads', tactic: 'search-ads', start: '2026-04-27', end: '2026-05-15', owner: 'Jon' }];
    const [weeks] = tables(campaigns, { reviews: { dates: ['2026-05-11'] } });
    expect(weeks).toEqual(['Search ads MP · · · SP R R R F N · · · C', 'Reviews · · · · · · · W · · · · · ·']);
  });

  it('says what the marks mean, and only of those that stand there', () => {
    const [, legend] = blocksOf([{ id: 'ads', tactic: 'search-ads', start: '2026-04-27', funding_share_percent: 0 }]);
    expect(JSON.stringify(legend)).toContain('R run · S first spend · F leads called · P preparation');
  });

  it('lists every step with its day, who sees to it and what is late', () => {
    const [weeks, steps] = tables([{ id: 'web', tactic: 'webinar', start: '2026-04-06', owner: 'Jon' }]);
    expect(weeks![0]).toMatch(/^Webinar MS!/);
    expect(steps!.slice(0, 2)).toEqual([
      '23 Feb Webinar Choose one customer problem and the speaker; send the MDF request Jon late',
      '23 Feb Webinar Last day to ask for MDF · late',
    ]);
  });

  it('tints what falls into a week: strongly a run, red on a pale ground what is late', () => {
    const campaigns = [{ id: 'web', tactic: 'webinar', start: '2026-04-06', end: '2026-04-06', owner: 'Jon' }];
    const [table] = blocksOf(campaigns);
    if (table?.kind !== 'table') throw new Error('no timetable');
    const [webinar] = table.rows;
    const printed = Object.entries(webinar!.cells).map(([week, { value, tint, meaning }]) =>
      [week, formatValue(value, { locale: 'en-GB' }), tint, meaning].filter(Boolean).join(' '),
    );
    expect(printed).toEqual(expect.arrayContaining(['wbefore MS! soft bad', 'w2 RF strong']));
  });

  it('stands whole on a sheet of its own with more than four campaigns, which leave their page to what they bring', () => {
    const planOf = (campaigns: number) => {
      const input = givenInput();
      const plan = marketingPlanFileSchema.parse({
        quarter: 'FY26-Q4',
        currency: 'USD',
        campaigns: Array.from({ length: campaigns }, (_, at) => ({
          id: `web-${at + 1}`,
          tactic: 'webinar',
          title: `Webinar ${at + 1}`,
          start: '2026-04-27',
        })),
      });
      const result = computeMarketingPlan({ ...input, files: { ...input.files, marketingPlans: [plan] } });
      return renderHtml(marketingPlanDocument(result, 'partner'));
    };
    const [page, sheet] = planOf(10).split('<div class="sheet">');
    expect(page!.match(/scope="row">Webinar \d+</g)).toHaveLength(10);
    expect(sheet!.match(/scope="row">Webinar \d+</g)).toHaveLength(10);
    expect(planOf(4)).not.toContain('<div class="sheet">');
  });

  it('is not there where nothing is planned', () => {
    expect(blocksOf([])).toEqual([]);
  });
});
