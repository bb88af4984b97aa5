import type { Cell, Row } from '../../../document/block.ts';
import { gradeLastReview, type GradedCommitments } from '../../../domain/commitment-ledger.ts';
import type { Commitment } from '../../../schema/commitments.ts';
import { isKnown } from '../../../units/missing.ts';
import { none, shortDate, text } from '../../../units/value.ts';
import { formatFiscalQuarter } from '../../../units/fiscal-quarter.ts';
import { COMMITMENT_RESULTS } from '../../commitment-results.ts';
import type { SlideBuilder } from '../slide.ts';

/** What both sides promised last time, and what came of it. */
export const commitmentsSlide: SlideBuilder = ({ result, subject, vendor }) => {
  const { files, review } = result.input;
  const graded = gradeLastReview(files.commitments, { before: review.quarter, on: review.asOf });
  if (!isKnown(graded) || graded.commitments.length === 0) return undefined;
  return {
    layout: 'table',
    main: [
      {
        kind: 'table',
        id: 'commitments',
        columns: [
          { key: 'side', label: 'Side', align: 'left', weight: 2.1, cut: 'text', tone: 'strong' },
          { key: 'what', label: 'Commitment', align: 'left', weight: 3.9, cut: 'text' },
          { key: 'owner', label: 'Owner', align: 'left', weight: 1.5, cut: 'text' },
          { key: 'due', label: 'Due', align: 'right', weight: 0.8, cut: 'fixed' },
          { key: 'result', label: 'Result', align: 'left', weight: 1.1, cut: 'fixed' },
          { key: 'happened', label: 'What happened', align: 'left', weight: 2.7, cut: 'text', tone: 'soft' },
        ],
        rows: inOrder(graded).map((commitment) =>
          commitmentRow(commitment, commitment.side === 'partner' ? subject.shortName : vendor),
        ),
      },
    ],
    source: `review of ${formatFiscalQuarter(graded.quarter)}`,
  };
};

function commitmentRow(commitment: Commitment, side: string): Row {
  const cells: Record<string, Cell> = {
    side: { value: text(side) },
    what: { value: text(commitment.what) },
    owner: { value: text(commitment.owner) },
    due: { value: shortDate(commitment.due) },
    result: { value: none, status: COMMITMENT_RESULTS[commitment.result] },
    ...(commitment.what_happened && { happened: { value: text(commitment.what_happened) } }),
  };
  return { cells, group: commitment.side };
}

/** What we missed ourselves comes first; otherwise the partner's lines do. */
function inOrder({ commitments, vendor }: GradedCommitments): readonly Commitment[] {
  const ours = commitments.filter(({ side }) => side === 'vendor');
  return vendor.missed > 0 ? [...ours, ...commitments.filter(({ side }) => side === 'partner')] : commitments;
}
