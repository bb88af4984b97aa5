import type { Block, Table } from '../../document/block.ts';
import type { FormatOptions } from '../../units/format.ts';

/** A piece of the page and the height it takes in CSS pixels. */
export interface Drawn {
  readonly html: string;
  readonly height: number;
}

/** What every block needs to know of the page it stands on. */
export interface Sheet {
  readonly format: FormatOptions;
  /** Rows a table may show so that the page holds; no entry means all it wants. */
  readonly limits: ReadonlyMap<Table, number>;
  /** Blocks as they were last drawn, and for what room: a page is drawn anew until it fits, with other rows in one table each time. */
  readonly drawn: Map<Block, { readonly width: number; readonly limit: number | undefined; readonly piece: Drawn }>;
  /** There is room for a second line in cells whose column allows it. */
  readonly wraps: boolean;
}

/** Pieces under each other with `gap` between them. */
export function stack(pieces: readonly Drawn[], gap: number): Drawn {
  const height = pieces.reduce((sum, piece) => sum + piece.height, Math.max(0, pieces.length - 1) * gap);
  return { html: pieces.map(({ html }) => html).join('\n'), height };
}
