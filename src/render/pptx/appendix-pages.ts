import type { Block, Table } from '../../document/block.ts';
import type { Section } from '../../document/document.ts';
import { HEADING_HEIGHT } from './block-plan.ts';
import { bodyBox } from './grid.ts';
import { headerHeight } from './table/row-layout.ts';

type Appendix = Extract<Section, { layout: 'appendix' }>;

/** Up to this many rows stand in one table; more in two, side by side. */
const ONE_TABLE = 15;
const ROWS_A_HALF = 20;
const ROW = { dense: 0.245, twoLined: 0.44 } as const;
/** Room for a paragraph at the foot of the page. */
export const NOTE_HEIGHT = 0.42;

/** The slides a section takes: one, or as many as the table of an appendix needs to show all of its rows. */
export function pagesOf(section: Section, titleLines: 1 | 2): readonly Section[] {
  if (section.layout !== 'appendix') return [section];
  const [table, ...rest] = section.main;
  if (table?.kind !== 'table' || rest.some((block) => block.kind !== 'paragraph')) return [section];
  const perPage = rowsAPage(section, table, titleLines);
  if (table.rows.length <= perPage || perPage < 1) return [section];
  const count = Math.ceil(table.rows.length / perPage);
  return Array.from({ length: count }, (_, page) => ({
    ...section,
    main: [
      { ...table, rows: table.rows.slice(page * perPage, (page + 1) * perPage) },
      ...(page === count - 1 ? rest : []),
    ],
    side: page === 0 ? section.side : [],
  }));
}

/** The two halves of a long table that stands alone on its page; undefined when one table will do. */
export function halvesOf(
  main: readonly Block[],
  side: readonly Block[],
): { readonly whole: Table; readonly parts: readonly [Table, Table] } | undefined {
  const table = main[0];
  if (table?.kind !== 'table' || side.length > 0 || table.rows.length <= ONE_TABLE) return undefined;
  if (main.slice(1).some((block) => block.kind !== 'paragraph')) return undefined;
  const middle = Math.ceil(table.rows.length / 2);
  const [first, second] = [table.rows.slice(0, middle), table.rows.slice(middle)];
  return {
    whole: table,
    parts: [
      { ...table, rows: first },
      { ...table, rows: second },
    ],
  };
}

function rowsAPage(section: Appendix, table: Table, titleLines: 1 | 2): number {
  const body = bodyBox(titleLines, section.strip !== undefined);
  const note = section.main.length > 1 ? NOTE_HEIGHT : 0;
  const room = body.h - (table.heading ? HEADING_HEIGHT : 0) - headerHeight(table) - note;
  if (section.side.length > 0) return Math.floor(room / ROW.twoLined);
  return 2 * Math.min(ROWS_A_HALF, Math.floor(room / ROW.dense));
}
