import { isKnown, missing, whenKnown, type Known } from '../../units/missing.ts';
import { sentence, type Sentence } from '../../units/sentence.ts';
import { amount, count, date, share } from '../../units/value.ts';
import type { Selection } from '../deals-at.ts';
import type { Figure } from '../figure.ts';
import type { PerformanceBasis } from './basis.ts';
import { dealSources } from './sources.ts';

/** What is open, and which of it needs a hand. Amounts in the partner's currency. */
export function hygieneFigures(basis: PerformanceBasis) {
  const { open } = basis;
  const worth = (label: string, selection: Known<Selection> | undefined, formula: string) =>
    openFigure(basis, { label, selection, formula, counted: false });
  const counted = (label: string, selection: Known<Selection> | undefined, formula: string) =>
    openFigure(basis, { label, selection, formula, counted: true });
  const passed = 'open deals whose close date has passed';
  return {
    open_pipeline: worth('Open pipeline', open?.all, 'sum of open deals'),
    open_deals: counted('Open deals', open?.all, 'number of open deals'),
    overdue_deals: counted('Past their close date', open?.overdue, passed),
    overdue_amount: worth('Past their close date, value', open?.overdue, passed),
    no_next_step_deals: counted('Without a next step', open?.withoutNextStep, 'open deals with an empty next step'),
    stale_deals: counted('Quiet deals', open?.quiet, quietFormula(basis)),
    stale_amount: worth('Quiet deals, value', open?.quiet, quietFormula(basis)),
    stale_share: staleShare(basis),
    no_close_date_deals: counted('Without a close date', open?.withoutCloseDate, 'open deals without a close date'),
  } satisfies Record<string, Figure>;
}

/** A figure over open deals: their number or their worth. */
function openFigure(
  basis: PerformanceBasis,
  part: {
    readonly label: string;
    readonly selection: Known<Selection> | undefined;
    readonly formula: string;
    readonly counted: boolean;
  },
): Figure {
  const { label, selection, formula, counted } = part;
  const known = selection ?? missing('no deals imported');
  const value = counted
    ? count(whenKnown([known], ({ counted: deals }) => deals.length))
    : amount(
        whenKnown([known], (deals) => deals.amount),
        basis.currency,
      );
  return { label, value, evidence: { formula, ...openRows(basis, known), sources: dealSources(basis) } };
}

/** The open deals behind a figure, for its evidence. */
export function openRows(
  { review }: PerformanceBasis,
  selection: Known<Selection> | undefined,
): { readonly selection?: Selection; readonly rows?: Sentence } {
  if (selection === undefined || !isKnown(selection)) return {};
  return { selection, rows: sentence('open deals as of {day}', { day: date(review.pipeline) }) };
}

function staleShare(basis: PerformanceBasis): Figure {
  const { open } = basis;
  const ratio: Known<number> = !open
    ? missing('no deals imported')
    : whenKnown([open.all.amount, isKnown(open.quiet) ? open.quiet.amount : open.quiet], (all, quiet) =>
        all > 0 ? quiet / all : missing('no open deal'),
      );
  return {
    label: 'Quiet share of the pipeline',
    value: share(ratio),
    evidence: {
      formula: `${quietFormula(basis)} ÷ open pipeline`,
      ...openRows(basis, open?.quiet),
      sources: dealSources(basis),
    },
  };
}

function quietFormula({ config }: PerformanceBasis): string {
  return `open deals without activity for more than ${config.thresholds.quiet_days} days`;
}
