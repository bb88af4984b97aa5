import type { Block, Scores, Table } from '../../../document/block.ts';
import { blockHeading } from '../../../document/block-heading.ts';
import type { Document, Section } from '../../../document/document.ts';
import { blocksInOrder } from '../../../document/page-order.ts';
import { formatSentence } from '../../../units/format.ts';
import { sheetNames } from '../sheet-names.ts';
import { type ChartGrid, chartGrids } from './chart-grid.ts';
import { fitsSummary } from './summary-table.ts';

/** A sheet behind the first one. */
export interface PlannedSheet {
  readonly name: string;
  /** What it holds, in words. */
  readonly holds: string;
  readonly content: { readonly table: Table } | { readonly scores: Scores } | { readonly grid: ChartGrid };
}

export const SUMMARY = 'Summary';

/** The sheets of a page behind its summary, in the order of its sections: tables too large for it, and the numbers of its charts. */
export function plannedSheets(document: Document): PlannedSheet[] {
  const planned = document.sections.flatMap((section) => [
    ...chartGrids(section).map((grid) => ({
      title: gridTitle(grid),
      holds: gridWords(grid, document),
      content: { grid },
    })),
    ...blocksInOrder(section).flatMap((block) => ownSheet(block, section, document)),
  ]);
  const [, ...names] = sheetNames([SUMMARY, ...planned.map(({ title }) => title)]);
  return planned.map(({ holds, content }, index) => ({ name: names[index]!, holds, content }));
}

/** The sheet of a block that is too large for the summary. */
function ownSheet(block: Block, section: Section, document: Document) {
  if (block.kind !== 'scores' && (block.kind !== 'table' || fitsSummary(block))) return [];
  const holds = blockHeading(block, document.format).heading ?? section.kicker.name;
  const content = block.kind === 'scores' ? { scores: block } : { table: block };
  return [{ title: sheetTitle(block.id), holds, content }];
}

/** The name of the last chart: of several over the same months the one whose numbers are not yet summed. */
function gridTitle({ charts }: ChartGrid): string {
  return sheetTitle(charts.at(-1)!.id);
}

function gridWords({ charts }: ChartGrid, { format }: Document): string {
  return charts.map(({ heading }) => formatSentence(heading, format)).join(', ');
}

/** An id in words: `top-deals` is "Top deals". Names of sheets stay the same from partner to partner, so that others can refer to them. */
export function sheetTitle(id: string): string {
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
