import { internalWords, isForPartner, noteWords } from '../artifacts/figure-footnotes.ts';
import type { FigureNote } from '../domain/adjustments/adjusted-figures.ts';
import type { Figure } from '../domain/figure.ts';
import { lifeStageOf } from '../domain/life-stage/life-stage.ts';
import type { DealAt } from '../domain/deals-at.ts';
import { isKnown } from '../units/missing.ts';
import type { Sentence } from '../units/sentence.ts';
import type { Locale } from '../units/format.ts';
import type { ReviewDates } from '../document/document.ts';
import { figureNamed } from './figure-named.ts';
import type { Workspace } from './open-workspace.ts';
import { allFigures } from '../artifacts/performance-scorecard/index.ts';
import { artifactInput, computeSiblings, partnerById, type ReviewChoice } from './partner-pages.ts';

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
  /** Corrections in the figure and objections to it. */
  readonly notes: readonly ReasonNote[];
}

/** A correction in a figure or an objection to it, in words. */
export interface ReasonNote {
  readonly id: string;
  /** With who raised it and what proves it, for the account manager. */
  readonly internal: Sentence;
  /** As the partner reads it; undefined where it does not. */
  readonly forPartner?: Sentence;
}

/**
 * Why a figure is what it is.
 * @throws Failure (usage) naming the nearest figure when there is none of that name.
 */
export function reasonsOf(
  workspace: Workspace,
  { partnerId, figureId, ...review }: ReviewChoice & { readonly partnerId: string; readonly figureId: string },
): Reasons {
  const files = partnerById(workspace, partnerId);
  const input = artifactInput(workspace, files, review);
  const { scorecard, capability } = computeSiblings(input);
  const { performance, notes } = scorecard;
  const figures: Readonly<Record<string, Figure>> = {
    ...allFigures(scorecard),
    ...capability.figures,
    ...lifeStageOf(input).figures,
  };
  const id = figureNamed(figureId, figures);
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
    notes: notes.filter((note) => note.figures.has(id)).map((note) => reasonNote(note, performance.currency)),
  };
}

function reasonNote(note: FigureNote, currency: string): ReasonNote {
  return {
    id: note.adjustment.id,
    internal: internalWords(note, currency),
    ...(isForPartner(note) && { forPartner: noteWords(note, currency) }),
  };
}

function sumOf(deals: readonly DealAt[]): number | null {
  const known = deals.flatMap(({ amount }) => (isKnown(amount) ? [amount] : []));
  return known.length === 0 ? null : known.reduce((total, amount) => total + amount, 0);
}
