import type { Table } from '../../../document/block.ts';
import { blockHeading } from '../../../document/block-heading.ts';
import type { Document, Section } from '../../../document/document.ts';
import { blocksInOrder } from '../../../document/page-order.ts';
import { scoresTable } from '../../../document/scores-table.ts';
import { formatSentence } from '../../../units/format.ts';
import { type ModelPart, modelParts } from '../model/model-sheets.ts';
import { sheetNames } from '../sheet-names.ts';
import { type ChartGrid, chartGrids } from './chart-grid.ts';

/** A sheet behind the first one. */
export interface PlannedSheet {
  readonly name: string;
  /** What it holds, in words. */
  readonly holds: string;
  readonly content: { readonly table: Table } | { readonly grid: ChartGrid } | { readonly part: ModelPart };
}

export const SUMMARY = 'Summary';
/** A table with more rows or columns than this has a sheet of its own. */
const MOST_ROWS = 12;
const MOST_COLUMNS = 6;

/** The sheets of a page behind its summary, in the order of its sections: tables too large for it, and the numbers of its charts. */
export function plannedSheets(document: Document): PlannedSheet[] {
  const parts = document.model ? modelParts(document.model) : [];
  const tables = document.sections.flatMap((section) => [
    ...chartGrids(section).map((grid) => ({
      title: gridTitle(grid),
      holds: gridWords(grid, document),
      content: { grid },
    })),
    ...tablesOf(section)
      .filter((table) => !fitsSummary(table))
      .map((table) => ({ title: wordsOf(table.id), holds: tableWords(table, section, document), content: { table } })),
  ]);
  const planned = [...tables, ...parts.map((part) => ({ title: part.title, holds: part.holds, content: { part } }))];
  const [, ...names] = sheetNames([SUMMARY, ...planned.map(({ title }) => title)]);
  return planned.map(({ holds, content }, index) => ({ name: names[index]!, holds, content }));
}

/** Whether a table is small enough for the summary: a name and a few figures a row. */
export function fitsSummary({ columns, rows, isWhole }: Table): boolean {
  const [, ...others] = columns;
  const isFigures = others.every(({ align, cut }) => align === 'right' && cut === 'fixed');
  return isFigures && !isWhole && rows.length <= MOST_ROWS && columns.length <= MOST_COLUMNS;
}

function tablesOf(section: Section): Table[] {
  return blocksInOrder(section).flatMap((block) =>
    block.kind === 'table' ? block : block.kind === 'scores' ? scoresTable(block) : [],
  );
}

/** The name of the last chart: of several over the same months the one whose numbers are not yet summed. */
function gridTitle({ charts }: ChartGrid): string {
  return wordsOf(charts.at(-1)!.id);
}

function gridWords({ charts }: ChartGrid, { format }: Document): string {
  return charts.map(({ heading }) => formatSentence(heading, format)).join(', ');
}

function tableWords(table: Table, section: Section, { format }: Document): string {
  return blockHeading(table, format).heading ?? section.kicker.name;
}

/** An id in words: `top-deals` is "Top deals". Names of sheets stay the same from partner to partner, so that others can refer to them. */
function wordsOf(id: string): string {
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
