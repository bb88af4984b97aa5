import type { Block } from './block.ts';
import type { Document, Section } from './document.ts';

export type Strip = NonNullable<Section['strip']>;

/** A document as one continuous page reads it: the first section opens it, the others follow under their names. */
export interface PageOrder {
  readonly opening: Section | undefined;
  readonly parts: readonly { readonly section: Section; readonly strip?: Strip }[];
  /** The only strip of the document closes the page, whichever section it belongs to. */
  readonly closing?: Strip;
}

/** Puts the sections of a document in the order of a continuous page. Several strips stay with their sections. */
export function pageOrder({ sections }: Document): PageOrder {
  const strips = sections.flatMap((section) => section.strip ?? []);
  const opening = sections[0];
  if (strips.length === 1) return { opening, parts: sections.map((section) => ({ section })), closing: strips[0]! };
  return { opening, parts: sections.map((section) => ({ section, ...(section.strip && { strip: section.strip }) })) };
}

/** The blocks of a section as one reads them: from the top, then from the left. A page without an end needs no short forms. */
export function blocksInOrder(section: Section): readonly Block[] {
  return everyBlock(section).filter((block) => !('shortOf' in block));
}

function everyBlock(section: Section): readonly Block[] {
  switch (section.layout) {
    case 'cover':
      return [];
    case 'key-figures':
      return [...section.top, ...section.main, ...section.side];
    case 'table':
      return section.main;
    case 'main-side':
    case 'appendix':
      return [...section.main, ...section.side];
    case 'side-main':
      return [...section.side, ...section.main];
    case 'two-columns':
      return [...section.left, ...section.right];
    case 'panels':
      return section.panels;
  }
}

/**
 * The same for a page of text: running totals add nothing for a reader of numbers where the months they sum stand beside them, so
 * only the months stay.
 */
export function textBlocksInOrder(section: Section): readonly Block[] {
  const blocks = blocksInOrder(section);
  const hasMonths = blocks.some((block) => block.kind === 'columns' && block.density === 'many');
  return hasMonths ? blocks.filter(({ kind }) => kind !== 'lines') : blocks;
}

/** Where the sections of a page take their data from, each source once. */
export function sourcesOf({ sections }: Document): string {
  const sources = sections.flatMap(({ source }) => source.split(',').map((part) => part.trim()));
  return [...new Set(sources.filter((source) => source !== ''))].join(', ');
}
