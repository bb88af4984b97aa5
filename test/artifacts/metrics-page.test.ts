import { describe, expect, it } from 'vitest';
import { artifactInput, partnerById } from '../../src/app/pages/partner-pages.ts';
import { performanceScorecard } from '../../src/artifacts/performance-scorecard/index.ts';
import type { Table } from '../../src/document/block.ts';
import type { Edition } from '../../src/document/document.ts';
import { blocksInOrder } from '../../src/document/page-order.ts';
import { renderHtml } from '../../src/render/html/render-html.ts';
import { renderTerminal } from '../../src/render/terminal/render-terminal.ts';
import { findBrowser, sheetsOf } from '../render/html/printed-page.ts';
import { openSample } from './sample-pages.ts';

const workspace = await openSample();
const browser = findBrowser();
if (!browser && process.env['CI'] === 'true') throw new Error('Chromium is missing: printing cannot be tested.');
if (!browser) console.warn('Chromium is missing: whether a page prints on one sheet was NOT tested.');

/** The scorecard of a partner with so many metrics: the first of those that ship, then the same again. */
function pageOf(id: string, count: number, edition: Edition = 'partner') {
  const input = artifactInput(workspace, partnerById(workspace, id));
  const { metrics } = input.metrics;
  const many = Array.from({ length: count }, (_, index) => ({
    ...metrics[index % metrics.length]!,
    ...(index >= metrics.length && { id: `again-${index}` }),
  }));
  const result = performanceScorecard.compute({ ...input, metrics: { ...input.metrics, metrics: many } }, undefined);
  return { result, page: performanceScorecard.toDocument(result, edition) };
}

function metricsIn({ page }: ReturnType<typeof pageOf>): Table {
  const tables = page.sections.flatMap(blocksInOrder).filter((block): block is Table => block.kind === 'table');
  return tables.find(({ id }) => id === 'metrics')!;
}

describe('the metrics on the scorecard', () => {
  it.skipIf(!browser).each([
    ['larkmoor-managed-services', 3],
    ['larkmoor-managed-services', 30],
    ['kestrowe-digital', 3],
    ['kestrowe-digital', 30],
    ['continental-trade-distribution', 30],
  ])('of %s print on one sheet when they are %i', (id, count) => {
    const html = renderHtml(pageOf(id, count).page);
    for (const size of ['A4', 'Letter'] as const) expect(sheetsOf(html, browser!, { size, bottom: '10mm' })).toBe(1);
  });

  it('stand there by quarter where the sheet has room, else in short with the worst first', () => {
    expect(renderHtml(pageOf('kestrowe-digital', 30).page)).toContain('Year to date</th>');
    const short = renderHtml(pageOf('dunmore-valley-computers', 29).page);
    expect(short).not.toContain('>vs Q2<');
    expect(short).toMatch(/To date<\/th>[^]*?class="bad">▼[^]*?\+ \d+ more/);
  });

  it('show the very figures that cam why is asked for', () => {
    const made = pageOf('larkmoor-managed-services', 29);
    const { figures } = made.result.metrics();
    const rows = metricsIn(made).rows.filter(({ cells }) => cells['to-date']!.value.kind !== 'missing');
    expect(rows.length).toBeGreaterThan(15);
    for (const { cells } of rows) {
      const title = cells['metric']!.value;
      const name = Object.keys(figures).find((each) => title.kind === 'text' && figures[each]!.label === title.text)!;
      expect(cells['to-date']!.value, name).toBe(figures[name]!.value);
      expect(made.page.figures[name], name).toEqual(figures[name]!.value);
      for (const quarter of ['Q1', 'Q2', 'Q3'])
        expect(cells[quarter]!.value, name).toBe(figures[`${name}_${quarter.toLowerCase()}`]!.value);
    }
  });

  it('keep what is internal and what nobody knows out of the partner edition', () => {
    const titles = (edition: Edition) =>
      metricsIn(pageOf('larkmoor-managed-services', 29, edition)).rows.map(({ cells }) => cells['metric']!.value);
    const contact = { kind: 'text', text: 'Days since the last contact' };
    expect(titles('internal')).toContainEqual(contact);
    expect(titles('partner')).not.toContainEqual(contact);
    expect(Object.keys(pageOf('larkmoor-managed-services', 29).page.figures)).not.toContain('last_contact');
  });

  it('say on the internal page that only what was is measured', () => {
    const said = (edition: Edition) => {
      const input = artifactInput(workspace, partnerById(workspace, 'larkmoor-managed-services'));
      const metrics = input.metrics.metrics.filter(({ id }) => id === 'average-deal-size');
      const result = performanceScorecard.compute({ ...input, metrics: { ...input.metrics, metrics } }, undefined);
      const page = performanceScorecard.toDocument(result, edition);
      return renderTerminal(page, { width: 120, colour: false, unicode: true }).replaceAll(/\s+/g, ' ');
    };
    expect(said('internal')).toContain(
      'These metrics measure size only, which says how it was. Nothing measures outlook',
    );
    expect(said('partner')).not.toContain('These metrics measure');
  });
});
