import type { Row } from '../../../document/block.ts';
import { openEntries } from '../../../domain/commitment-ledger.ts';
import type { QbrFile } from '../../../schema/qbr-file.ts';
import { shortDate, text } from '../../../units/value.ts';
import type { QbrResult } from '../compute.ts';
import { confirmedLines, waitingLines } from '../confirmed.ts';
import type { SlideBuilder } from '../slide.ts';

/** Lines on the page, so that five a side can be written in during the meeting. */
const LINES = 8;
const MOST_A_SIDE = 5;

/** What both sides do until the next review: confirmed lines, then empty ones to write in. */
export const nextCommitmentsSlide: SlideBuilder = ({ result, edition, subject, vendor }) => {
  const confirmed = confirmedLines(result.file).commitments;
  const waiting = edition === 'internal' ? [...waitingLines(result.file).commitments, ...openActions(result)] : [];
  const sideOf = (side: 'partner' | 'vendor') =>
    [...confirmed, ...waiting]
      .filter((line) => line.side === side)
      .slice(0, MOST_A_SIDE)
      .map((line) => nextRow(line, side === 'partner' ? subject.shortName : vendor, confirmed.includes(line)));
  const rows = [...sideOf('partner'), ...sideOf('vendor')];
  return {
    layout: 'table',
    main: [
      {
        kind: 'table',
        id: 'next-commitments',
        columns: [
          { key: 'side', label: 'Side', align: 'left', weight: 2.1, cut: 'text', tone: 'strong' },
          { key: 'what', label: 'What', align: 'left', weight: 4.2, cut: 'text' },
          { key: 'owner', label: 'Owner', align: 'left', weight: 1.6, cut: 'text' },
          { key: 'by', label: 'By', align: 'right', weight: 0.9, cut: 'fixed' },
          { key: 'measure', label: 'Measure', align: 'left', weight: 2.4, cut: 'text', tone: 'soft' },
        ],
        rows,
        blankRows: Math.max(2, LINES - rows.length),
      },
    ],
    strip: false,
    source: rows.length > 0 ? 'review file' : 'to be agreed in this review',
  };
};

/** Actions that were agreed outside a review and are still open: proposals for this one, where its file does not name them already. */
function openActions({ file, input: { files, review } }: QbrResult): QbrFile['commitments'] {
  const named = new Set((file?.commitments ?? []).map(({ what }) => what.toLowerCase()));
  return openEntries(files.commitments?.commitments ?? [], review.asOf)
    .filter(({ made, what }) => made === undefined && !named.has(what.toLowerCase()))
    .map(({ side, what, owner, due, measure }) => ({
      side,
      what,
      owner,
      due,
      ...(measure !== undefined && { measure }),
      confirmed: false,
    }));
}

function nextRow(
  { what, owner, due, measure, side }: QbrFile['commitments'][number],
  name: string,
  confirmed: boolean,
): Row {
  const words = confirmed ? measure : `proposal, not confirmed${measure ? `: ${measure}` : ''}`;
  return {
    cells: {
      side: { value: text(name) },
      what: { value: text(what) },
      ...(owner && { owner: { value: text(owner) } }),
      ...(due && { by: { value: shortDate(due) } }),
      ...(words && { measure: { value: text(words) } }),
    },
    group: side,
  };
}
