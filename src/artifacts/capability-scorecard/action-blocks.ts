import type { Column, Numbered, Row, Table } from '../../document/block.ts';
import type { Edition } from '../../document/document.ts';
import type { GapAction } from '../../domain/actions/action-plan.ts';
import type { PlainDate } from '../../units/plain-date.ts';
import { sentence } from '../../units/sentence.ts';
import { count, none, shortDate, text } from '../../units/value.ts';
import type { CapabilityStanding } from './result.ts';

/** Whose names stand for the sides of an action. */
export interface Sides {
  readonly partner: string;
  readonly vendor: string;
}

/** What of an action may be said: that nobody has agreed to it yet is said, and nothing is promised in anybody's name. */
interface SaidAction {
  readonly what: string;
  readonly owner: string;
  readonly due?: PlainDate;
  readonly resource?: string;
}

/** What closes the largest gaps: from where to where, what is done, by whom and when, and what the vendor brings. */
export function actionsTable({ actions }: CapabilityStanding, sides: Sides, edition: Edition): Table {
  const agreed = actions.filter((action) => action.agreed !== undefined).length;
  const rows = actions.map((gap) => actionRow(gap, sides, edition));
  return {
    kind: 'table',
    id: 'actions',
    heading: sentence('What closes the largest gaps'),
    aside: sentence('{agreed} of {all} agreed; in the order of weight × (goal − score) ÷ effort', {
      agreed: count(agreed),
      all: count(actions.length),
    }),
    // Days and help that nobody promised are no column of dashes.
    columns: actionColumns(sides.vendor).filter(
      ({ key }) => key === 'topic' || rows.some(({ cells }) => cells[key]!.value.kind !== 'none'),
    ),
    rows,
    // The account manager's page may run on; the partner's is one sheet.
    ...(edition === 'internal' ? { isWhole: true } : { cutLast: true }),
  };
}

function actionColumns(vendor: string): readonly Column[] {
  return [
    { key: 'topic', label: 'Topic', align: 'left', weight: 2, cut: 'text', tone: 'strong', wraps: true },
    number('now', 'Now'),
    number('goal', 'Goal'),
    { key: 'action', label: 'Action', align: 'left', weight: 5, cut: 'text', wraps: true },
    { key: 'owner', label: 'Owner', align: 'left', weight: 1.6, cut: 'text', wraps: true },
    { key: 'by', label: 'By', align: 'right', weight: 1, cut: 'fixed' },
    { key: 'help', label: `Help from ${vendor}`, align: 'left', weight: 3, cut: 'text', tone: 'soft', wraps: true },
  ];
}

function actionRow(gap: GapAction, sides: Sides, edition: Edition): Row {
  const { what, owner, due, resource } = saidOf(gap, sides, edition);
  return {
    cells: {
      topic: { value: text(gap.topic.title) },
      now: { value: { kind: 'score', score: gap.score } },
      goal: { value: { kind: 'score', score: gap.goal } },
      action: { value: text(what) },
      owner: { value: text(owner) },
      by: { value: due === undefined ? none : shortDate(due) },
      help: { value: resource === undefined ? none : text(resource) },
    },
  };
}

/** The first gaps as points of a slide: topic with its way, the action, who and by when. */
export function gapPoints(
  { actions }: CapabilityStanding,
  sides: Sides,
  { edition, most }: { readonly edition: Edition; readonly most: number },
): Numbered | undefined {
  if (actions.length === 0) return undefined;
  return {
    kind: 'numbered',
    heading: sentence('Top gaps and what closes them'),
    items: actions.slice(0, most).map((gap) => {
      const { what, owner, due } = saidOf(gap, sides, edition);
      return {
        lead: sentence('{topic}  {score} → {goal}', {
          topic: text(gap.topic.title),
          score: { kind: 'score', score: gap.score },
          goal: { kind: 'score', score: gap.goal },
        }),
        detail: sentence('{action}', { action: text(what) }),
        owner:
          due === undefined
            ? sentence('{owner}', { owner: text(owner) })
            : sentence('{owner}, {due}', { owner: text(owner), due: shortDate(due) }),
      };
    }),
  };
}

/** An agreed action with its owner and day; one that is not agreed with whom it would fall to, for the account manager alone. */
function saidOf({ action, agreed }: GapAction, { partner, vendor }: Sides, edition: Edition): SaidAction {
  if (agreed) {
    const { what, owner, due, resource } = agreed;
    return { what, owner, due, ...(resource !== undefined && { resource }) };
  }
  if (edition === 'partner') return { what: action.do, owner: 'To be agreed' };
  const owner = { partner, vendor, both: 'Both sides' }[action.owner];
  const { due, resource } = action;
  return { what: action.do, owner: `${owner}, proposed`, due, ...(resource !== undefined && { resource }) };
}

function number(key: string, label: string): Column {
  return { key, label, align: 'right', weight: 0.7, cut: 'fixed' };
}
