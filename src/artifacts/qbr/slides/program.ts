import {
  keptSentence,
  leavingTable,
  requirementsTable,
  worthPanel,
  type TierPage,
} from '../../performance-scorecard/index.ts';
import type { SlideBuilder } from '../slide.ts';

/** The tier the partner works for: every requirement for the review date, what drops out before it, what it is worth. */
export const programSlide: SlideBuilder = ({ result, format, subject }) => {
  const { tier, input, performance, figures } = result.scorecard;
  if (!tier) return undefined;
  const page: TierPage = { standing: tier, figures, tiers: input.tiers, format, currency: performance.currency };
  const [worth, leaving, kept] = [worthPanel(page, subject.shortName), leavingTable(page), keptSentence(page)];
  const side = [...(worth ? [worth] : []), ...(leaving ? [leaving] : [])];
  const line = kept ? [{ kind: 'paragraph' as const, text: kept }] : [];
  return {
    layout: 'main-side',
    // A line alone does not make a column: the table has the page to itself then.
    main: [requirementsTable(page), ...(side.length === 0 ? line : [])],
    side: side.length === 0 ? [] : [...side, ...line],
    source: 'program rules, deals, certifications',
  };
};
