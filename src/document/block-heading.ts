import { formatSentence, type FormatOptions } from '../units/format.ts';
import type { Block } from './block.ts';

/** The words above a block: its heading and, behind it in grey, what else is said there. */
export interface BlockHeading {
  readonly heading?: string;
  readonly aside?: string;
}

/** The heading of a block in words; empty for blocks that have none. */
export function blockHeading(block: Block, format: FormatOptions): BlockHeading {
  const own = 'heading' in block ? block.heading : undefined;
  const heading = own === undefined || typeof own === 'string' ? own : formatSentence(own, format);
  const aside = asideOf(block, format);
  return { ...(heading !== undefined && { heading }), ...(aside !== undefined && { aside }) };
}

function asideOf(block: Block, format: FormatOptions): string | undefined {
  if (block.kind === 'clusters') return block.unit;
  return block.kind === 'table' && block.aside ? formatSentence(block.aside, format) : undefined;
}
