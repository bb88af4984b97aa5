import type { Edition } from '../document/document.ts';
import type { Value } from '../units/value.ts';

/** Figures that only the channel account manager reads: the CRM's odds, and what is still missing from a review. */
const INTERNAL_FIGURES: ReadonlySet<string> = new Set(['crm_weighted', 'open_inputs']);

/** The figures a document may carry for machines: what a partner must not read on its pages is not beside them either. */
export function figuresOf(
  figures: Readonly<Record<string, Value>>,
  edition: Edition,
  internal: ReadonlySet<string> = new Set(),
): Readonly<Record<string, Value>> {
  if (edition === 'internal') return figures;
  const isInternal = (name: string) => INTERNAL_FIGURES.has(name) || internal.has(name);
  return Object.fromEntries(Object.entries(figures).filter(([name]) => !isInternal(name)));
}
