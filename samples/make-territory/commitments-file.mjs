import { addDays, workdayUpTo } from './calendar.mjs';
import { lastReviewedQuarter } from './meetings.mjs';
import { yamlFile } from './yaml-file.mjs';

/** `commitments.yaml`: what both sides promised in the last review and what came of it, then the actions for gaps of the assessment and what was promised for the plan. */
export function commitmentsFile({ figures, words, numbers, asOf, plan }) {
  const quarter = lastReviewedQuarter(figures, numbers);
  const entries = [
    ...sideOf('partner', figures.partner_commitments, words.what_happened.partner),
    ...sideOf('vendor', figures.vendor_commitments, words.what_happened.vendor),
  ].map(({ id, ...entry }) => ({ id: `${quarter}-${id}`, ...entry, made: quarter, closed: closedOn(entry, asOf) }));
  const actions = (words.actions ?? []).map((action) => actionOf(action, figures, numbers));
  const about = quarter
    ? [`Commitments of both sides from the review of ${quarter}. An entry keeps its id.`]
    : ['Commitments of both sides. The first review is still to come.'];
  return yamlFile(
    { commitments: [...entries, ...actions, ...promisedFor(plan, asOf)] },
    { schema: '../../.cam/schemas/commitments.json', about },
  );
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

/** An action that was agreed on the day of the assessment, for one of its gaps; its id is the one under which it was proposed. */
function actionOf({ topic, ...action }, figures, { assessment_dates: dates }) {
  const day = dates.exceptions[figures.id] ?? dates.current;
  const isOurs = action.side === 'vendor' || action.jointly;
  const { side, jointly, what, owner, due, resource, ...outcome } = action;
  return {
    id: `A-${day}-${topic}`,
    side,
    ...(jointly && { jointly }),
    what,
    owner,
    due,
    agreed: day,
    topic,
    assessment: day,
    resource,
    ...(isOurs && { agreed_by: 'Ines Albrecht' }),
    ...outcome,
  };
}

/** What both sides promised when they agreed to the business plan. */
function promisedFor(plan, asOf) {
  return (plan?.commitments ?? []).map(({ side, result, what_happened, ...entry }, index) => ({
    id: `P-${plan.fiscal_year}-${index + 1}`,
    side,
    ...entry,
    agreed: plan.agreed.on,
    plan: plan.fiscal_year,
    ...(side === 'vendor' && { agreed_by: plan.agreed.vendor }),
    result,
    what_happened,
    closed: closedOn({ due: entry.due, result }, asOf),
  }));
}

/** Kept lines were noted by their day; the others when the day had passed, at the latest on the day of the data. */
function closedOn({ due, result }, asOf) {
  const day = result === 'kept' ? workdayUpTo(due) : workdayUpTo(addDays(due, 4));
  return day > asOf ? asOf : day;
}
