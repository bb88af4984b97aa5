import type { Block } from './block.ts';
import type { Document, Section } from './document.ts';

/** The document with its tables in full: what only stands in for a longer table is left out. */
export function inFull(document: Document): Document {
  return withBlocks(document, (block) => shortFormOf(block) === undefined);
}

/** The document with every table that has a short form in that form; undefined when none has one. */
export function inShort(document: Document): Document | undefined {
  const replaced = new Set<string>();
  withBlocks(document, (block) => {
    const id = shortFormOf(block);
    if (id !== undefined) replaced.add(id);
    return true;
  });
  if (replaced.size === 0) return undefined;
  return withBlocks(document, (block) => block.kind !== 'table' || !replaced.has(block.id));
}

function shortFormOf(block: Block): string | undefined {
  return block.kind === 'table' ? block.shortOf : undefined;
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
    case 'appendix':
      return { ...section, main: kept(section.main), side: kept(section.side) };
    case 'two-columns':
      return { ...section, left: kept(section.left), right: kept(section.right) };
    case 'panels':
      return { ...section, panels: kept(section.panels) };
  }
}
