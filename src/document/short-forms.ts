import type { Block, Table } from './block.ts';
import type { Document, Section } from './document.ts';

/** The document as it may be drawn on one sheet: tables that only pages without an end show are left out, their short form stands. */
export function forOneSheet(document: Document): Document {
  return withBlocks(document, (block) => !(block.kind === 'table' && block.detail));
}

/** The document with its tables in full: what only stands in for a longer table is left out. */
export function inFull(document: Document): Document {
  const ids = new Set(tablesOf(document).map(({ id }) => id));
  return withBlocks(document, (block) => !ids.has(shortFormOf(block) ?? ''));
}

/** The document with every table that has a short form in that form; undefined when none has one. */
export function inShort(document: Document): Document | undefined {
  const ids = new Set(tablesOf(document).map(({ id }) => id));
  const replaced = new Set(blocksOf(document).flatMap((block) => shortFormOf(block) ?? []));
  if (![...replaced].some((id) => ids.has(id))) return undefined;
  return withBlocks(document, (block) => block.kind !== 'table' || !replaced.has(block.id));
}

function shortFormOf(block: Block): string | undefined {
  return 'shortOf' in block ? block.shortOf : undefined;
}

function tablesOf(document: Document): readonly Table[] {
  return blocksOf(document).filter((block): block is Table => block.kind === 'table');
}

function blocksOf(document: Document): readonly Block[] {
  const found: Block[] = [];
  withBlocks(document, (block) => found.push(block) > 0);
  return found;
}

/** Without blocks that are not wanted, and without sections that had nothing else. */
function withBlocks(document: Document, isWanted: (block: Block) => boolean): Document {
  const sections = document.sections.flatMap((section) => {
    const filtered = filterSection(section, isWanted);
    return filtered === undefined ? [] : [filtered];
  });
  return { ...document, sections };
}

function filterSection(section: Section, isWanted: (block: Block) => boolean): Section | undefined {
  const kept = (blocks: readonly Block[]) => blocks.filter(isWanted);
  switch (section.layout) {
    case 'cover':
      return section;
    case 'key-figures':
      return { ...section, top: kept(section.top), main: kept(section.main), side: kept(section.side) };
    case 'table': {
      const main = kept(section.main);
      return main.some(({ kind }) => kind === 'table') || main.length === section.main.length
        ? { ...section, main }
        : undefined;
    }
    case 'main-side':
    case 'side-main':
    case 'appendix': {
      const [main, side] = [kept(section.main), kept(section.side)];
      const had = section.main.length + section.side.length;
      return main.length + side.length > 0 || had === 0 ? { ...section, main, side } : undefined;
    }
    case 'two-columns':
      return { ...section, left: kept(section.left), right: kept(section.right) };
    case 'panels':
      return { ...section, panels: kept(section.panels) };
  }
}
