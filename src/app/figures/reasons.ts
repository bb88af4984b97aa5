import type { Figure } from '../../domain/figure.ts';
import type { DealAt } from '../../domain/deals-at.ts';
import { isKnown } from '../../units/missing.ts';
import type { Locale } from '../../units/format.ts';
import type { ReviewDates } from '../../document/document.ts';
import { figureNamed } from './figure-named.ts';
import type { Workspace } from '../territory/open-workspace.ts';
import { everyFigure } from './every-figure.ts';
import { historyOf, type HistoryEntry } from './figure-history.ts';
import { artifactInput, partnerById, type ReviewChoice } from '../pages/partner-pages.ts';

/** A figure with its evidence, ready to be printed. */
export interface Reasons {
  readonly partner: { readonly id: string; readonly name: string };
  readonly figure: Figure;
  readonly id: string;
  readonly currency: string;
  readonly locale: Locale;
  readonly dates: ReviewDates;
  /** Other figures that can be asked for. */
  readonly others: readonly string[];
  /** Left-out rows by reason with their sum; null when no amount is known. */
  readonly leftOut: readonly { readonly reason: string; readonly rows: number; readonly amount: number | null }[];
  /** Every correction of the figure and objection to it, settled or not. */
  readonly history: readonly HistoryEntry[];
}

/**
 * Why a figure is what it is.
 * @throws Failure (usage) naming the nearest figure when there is none of that name.
 */
export function reasonsOf(
  workspace: Workspace,
  { figureId, ...asked }: ReviewChoice & { readonly partnerId: string; readonly figureId: string },
): Reasons {
  return reasonsOfPartner(workspace, asked)(figureId);
}

/** Answers why for one figure of a partner after the other, all of them worked out once. */
export function reasonsOfPartner(
  workspace: Workspace,
  { partnerId, ...review }: ReviewChoice & { readonly partnerId: string },
): (figureId: string) => Reasons {
  const files = partnerById(workspace, partnerId);
  const input = artifactInput(workspace, files, review);
  const { figures, pages, scorecard } = everyFigure(input);
  const { performance, notes } = scorecard;
  const { adjustments = [] } = files;
  return (figureId) => {
    const id = figureNamed(figureId, pages);
    const figure = figures[id]!;
    return {
      partner: { id: files.id, name: files.partner.name },
      figure,
      id,
      currency: performance.currency,
      locale: workspace.territory.config.locale,
      dates: { results: input.review.results, pipeline: input.review.pipeline },
      others: Object.keys(figures).filter((name) => name !== id),
      leftOut: (figure.evidence.selection?.leftOut ?? []).map(({ reason, deals }) => ({
        reason,
        rows: deals.length,
        amount: sumOf(deals),
      })),
      history: historyOf({
        ...{ figure: id, figures, adjustments, notes, on: input.review.asOf, currency: performance.currency },
        figuresWith: (others) => everyFigure({ ...input, files: { ...files, adjustments: others } }).figures,
      }),
    };
  };
}

function sumOf(deals: readonly DealAt[]): number | null {
  const known = deals.flatMap(({ amount }) => (isKnown(amount) ? [amount] : []));
  return known.length === 0 ? null : known.reduce((total, amount) => total + amount, 0);
}
