import type { Figure } from '../domain/figure.ts';
import { lifeStageOf } from '../domain/life-stage/life-stage.ts';
import type { DealAt } from '../domain/deals-at.ts';
import { nearest } from '../input/nearest.ts';
import { Failure } from '../units/failure.ts';
import type { FiscalQuarter } from '../units/fiscal-quarter.ts';
import { isKnown } from '../units/missing.ts';
import type { Locale } from '../units/format.ts';
import type { ReviewDates } from '../document/document.ts';
import type { Workspace } from './open-workspace.ts';
import { artifactInput, computeSiblings, partnerById } from './partner-pages.ts';

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
}

/**
 * Why a figure is what it is.
 * @throws Failure (usage) naming the nearest figure when there is none of that name.
 */
export function reasonsOf(
  workspace: Workspace,
  {
    partnerId,
    figureId,
    quarter,
  }: { readonly partnerId: string; readonly figureId: string; readonly quarter?: FiscalQuarter },
): Reasons {
  const files = partnerById(workspace, partnerId);
  const input = artifactInput(workspace, files, quarter);
  const { performance, figures: computed } = computeSiblings(input).scorecard;
  const figures: Readonly<Record<string, Figure>> = { ...computed, ...lifeStageOf(input).figures };
  const names = Object.keys(figures);
  const id = figureId.replaceAll('-', '_').toLowerCase();
  if (!Object.hasOwn(figures, id)) {
    const similar = nearest(id, names);
    const remedy = similar === undefined ? `Ask for one of: ${names.join(', ')}` : `Did you mean ${similar}?`;
    throw new Failure('usage', `There is no figure "${figureId}".`, remedy);
  }
  const figure = figures[id]!;
  return {
    partner: { id: files.id, name: files.partner.name },
    figure,
    id,
    currency: performance.currency,
    locale: workspace.territory.config.locale,
    dates: { results: input.review.results, pipeline: input.review.pipeline },
    others: names.filter((name) => name !== id),
    leftOut: (figure.evidence.selection?.leftOut ?? []).map(({ reason, deals }) => ({
      reason,
      rows: deals.length,
      amount: sumOf(deals),
    })),
  };
}

function sumOf(deals: readonly DealAt[]): number | null {
  const known = deals.flatMap(({ amount }) => (isKnown(amount) ? [amount] : []));
  return known.length === 0 ? null : known.reduce((total, amount) => total + amount, 0);
}
