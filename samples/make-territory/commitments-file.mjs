import { addDays, workdayUpTo } from './calendar.mjs';
import { lastReviewedQuarter } from './meetings.mjs';
import { yamlFile } from './yaml-file.mjs';

/** `commitments.yaml`: what both sides promised in the last review and what came of it. */
export function commitmentsFile({ figures, words, numbers, asOf }) {
  const quarter = lastReviewedQuarter(figures, numbers);
  const entries = [
    ...sideOf('partner', figures.partner_commitments, words.what_happened.partner),
    ...sideOf('vendor', figures.vendor_commitments, words.what_happened.vendor),
  ].map(({ id, ...entry }) => ({ id: `${quarter}-${id}`, ...entry, made: quarter, closed: closedOn(entry, asOf) }));
  const about = quarter
    ? [`Commitments of both sides from the review of ${quarter}. An entry keeps its id.`]
    : ['Commitments of both sides. The first review is still to come.'];
  return yamlFile({ commitments: entries }, { schema: '../../.cam/schemas/commitments.json', about });
}

function sideOf(side, commitments, whatHappened) {
  if (commitments.length !== whatHappened.length)
    throw new Error(`${side}: ${commitments.length} commitments, ${whatHappened.length} outcomes`);
  return commitments.map(([what, owner, due, result], index) => ({
    id: `${side[0].toUpperCase()}${index + 1}`,
    side,
    what,
    owner,
    due,
    ...(side === 'vendor' && { agreed_by: 'Ines Albrecht' }),
    result,
    what_happened: whatHappened[index],
  }));
}

/** Kept lines were noted by their day; the others when the day had passed, at the latest on the day of the data. */
function closedOn({ due, result }, asOf) {
  const day = result === 'kept' ? workdayUpTo(due) : workdayUpTo(addDays(due, 4));
  return day > asOf ? asOf : day;
}
