import type { Block, KeyFigures, Row, Table } from './block.ts';
import type { ClusterChart } from './chart.ts';
import type { Document, Section } from './document.ts';

/**
 * The document as a partner may read it: what is not known is left out (key figures, rows and columns that hold nothing else)
 * instead of being listed as a gap. A single unknown cell among known ones stays empty.
 */
export function knownOnly(document: Document): Document {
  const { form } = document;
  return { ...document, sections: document.sections.map(knownSection), ...(form && { form: knownTable(form) }) };
}

function knownSection(section: Section): Section {
  const known = (blocks: readonly Block[]) => blocks.map(knownBlock).filter(hasContent);
  switch (section.layout) {
    case 'cover':
      return section;
    case 'key-figures':
      return { ...section, top: known(section.top), main: known(section.main), side: known(section.side) };
    case 'table':
      return { ...section, main: known(section.main) };
    case 'main-side':
    case 'side-main':
    case 'appendix':
      return { ...section, main: known(section.main), side: known(section.side) };
    case 'two-columns':
      return { ...section, left: known(section.left), right: known(section.right) };
    case 'panels':
      return { ...section, panels: known(section.panels) };
  }
}

function knownBlock(block: Block): Block {
  if (block.kind === 'key-figures') return knownFigures(block);
  if (block.kind === 'scores') return { ...block, rows: block.rows.filter(({ now }) => now?.kind !== 'missing') };
  if (block.kind === 'clusters') return knownClusters(block);
  return block.kind === 'table' ? knownTable(block) : block;
}

function knownFigures(block: KeyFigures): KeyFigures {
  return { ...block, figures: block.figures.filter(({ value }) => value.kind !== 'missing') };
}

/** Categories and series of which nothing is known are left out. */
function knownClusters(chart: ClusterChart): ClusterChart {
  const isKnown = (value: number | null | undefined) => value !== null && value !== undefined;
  const known = chart.categories.map((_, at) => chart.series.some(({ values }) => isKnown(values[at])));
  const keep = <T>(list: readonly T[]) => list.filter((_, at) => known[at]);
  const series = chart.series.filter(({ values }) => values.some(isKnown));
  return {
    ...chart,
    categories: keep(chart.categories),
    series: series.map((one) => ({ ...one, values: keep(one.values) })),
  };
}

function knownTable(table: Table): Table {
  const [first, ...others] = table.columns.map(({ key }) => key);
  // A row with a name is a thing, a deal for example: it is there and counted though nothing else is known of it.
  const isListOfThings = table.columns[0]?.cut === 'name';
  const rows = table.rows.filter((row) => isListOfThings || !onlyUnknown(others.map((key) => row.cells[key])));
  const empty = new Set(others.filter((key) => onlyUnknown(rows.map((row) => row.cells[key]))));
  const columns = table.columns.filter(({ key }) => key === first || !empty.has(key));
  return { ...table, columns, rows: rows.map(withoutUnknownCells) };
}

/** True for cells of which at least one is unknown and none says anything. */
function onlyUnknown(cells: readonly (Row['cells'][string] | undefined)[]): boolean {
  const kinds = cells.map((cell) => (cell?.status ? 'status' : (cell?.value.kind ?? 'none')));
  return kinds.includes('missing') && kinds.every((kind) => kind === 'missing' || kind === 'none');
}

function withoutUnknownCells(row: Row): Row {
  if (Object.values(row.cells).every(({ value }) => value.kind !== 'missing')) return row;
  const cells = Object.entries(row.cells).flatMap(([key, cell]) => {
    if (cell.value.kind !== 'missing') return [[key, cell] as const];
    return cell.status ? [[key, { ...cell, value: { kind: 'none' } as const }] as const] : [];
  });
  return { ...row, cells: Object.fromEntries(cells) };
}

function hasContent(block: Block): boolean {
  if (block.kind === 'key-figures') return block.figures.length > 0;
  if (block.kind === 'clusters') return block.series.length > 0;
  return block.kind !== 'table' || block.rows.length > 0 || (block.blankRows ?? 0) > 0;
}
