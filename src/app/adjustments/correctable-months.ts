import { monthsOfYear } from '../../domain/fiscal-calendar.ts';
import { BOOKINGS } from '../../domain/adjustments/adjusted-figures.ts';
import type { Adjustment } from '../../schema/adjustments.ts';
import type { PartnerFiles } from '../../schema/territory.ts';
import { isKnown } from '../../units/missing.ts';
import { addMonths, firstDay, type YearMonth } from '../../units/year-month.ts';
import type { Workspace } from '../territory/open-workspace.ts';
import { artifactInput, computeSiblings } from '../pages/partner-pages.ts';
import { changedFigures, figuresWith } from './adjusted-territory.ts';

/** A month whose bookings a figure rests on. */
export interface CorrectableMonth {
  readonly month: YearMonth;
  /** What is booked in it now. */
  readonly booked: number;
}

/** The months of this fiscal year and the one before whose bookings a figure rests on, oldest first: each is tried with a single coin. */
export function correctableMonths(
  workspace: Workspace,
  files: PartnerFiles,
  figure: string,
): readonly CorrectableMonth[] {
  const { performance } = computeSiblings(artifactInput(workspace, files)).scorecard;
  const { review, months } = performance;
  const before = figuresWith(workspace, files);
  const thisYear = monthsOfYear(review.quarter.year, review.calendar);
  return [...thisYear.map((month) => addMonths(month, -12)), ...thisYear]
    .filter((month) => firstDay(month) <= workspace.asOf)
    .flatMap((month): CorrectableMonth[] => {
      const probe: Adjustment = { ...PROBE, month, recorded: workspace.asOf, settled: workspace.asOf };
      const changed = changedFigures(before, figuresWith(workspace, files, [...(files.adjustments ?? []), probe]));
      const index = thisYear.indexOf(month);
      const booked = index < 0 ? months[thisYear.indexOf(addMonths(month, 12))]?.lastYear : months[index]?.won;
      return changed.includes(figure) && typeof booked === 'number' && isKnown(booked) ? [{ month, booked }] : [];
    });
}

const PROBE = {
  id: 'probe',
  kind: 'correction',
  figure: BOOKINGS,
  amount: 1,
  reason: 'probe',
  side: 'vendor',
  by: 'probe',
  status: 'accepted',
} as const;
