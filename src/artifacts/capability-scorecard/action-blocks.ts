import type { Column, Numbered, Table } from '../../document/block.ts';
import type { Edition } from '../../document/document.ts';
import { sentence, type Sentence } from '../../units/sentence.ts';
import { shortDate, text } from '../../units/value.ts';
import type { CapabilityStanding } from './result.ts';

/** Whose names stand for the sides of an action. */
export interface Sides {
  readonly partner: string;
  readonly vendor: string;
}

type OwnedBy = CapabilityStanding['actions'][number]['action']['owner'];

/** What closes the largest gaps: from where to where, what is done, by whom and when, and what the vendor brings. */
export function actionsTable({ actions }: CapabilityStanding, sides: Sides, edition: Edition): Table {
  return {
    kind: 'table',
    id: 'actions',
    heading: sentence('What closes the largest gaps'),
    aside: sentence('proposed, in the order of weight × (goal − score) ÷ effort'),
    columns: [
      { key: 'topic', label: 'Topic', align: 'left', weight: 2, cut: 'text', tone: 'strong', wraps: true },
      number('now', 'Now'),
      number('goal', 'Goal'),
      { key: 'action', label: 'Action', align: 'left', weight: 5, cut: 'text', wraps: true },
      { key: 'owner', label: 'Owner', align: 'left', weight: 1.4, cut: 'text', wraps: true },
      { key: 'by', label: 'By', align: 'right', weight: 1, cut: 'fixed' },
      {
        key: 'help',
        label: `Help from ${sides.vendor}`,
        align: 'left',
        weight: 3,
        cut: 'text',
        tone: 'soft',
        wraps: true,
      },
    ],
    rows: actions.map(({ topic, score, goal, action }) => ({
      cells: {
        topic: { value: text(topic.title) },
        now: { value: { kind: 'score', score } },
        goal: { value: { kind: 'score', score: goal } },
        action: { value: text(action.do) },
        owner: { value: text(ownerOf(action.owner, sides)) },
        by: { value: shortDate(action.due) },
        help: { value: action.resource === undefined ? { kind: 'none' } : text(action.resource) },
      },
    })),
    // The account manager's page may run on; the partner's is one sheet.
    ...(edition === 'internal' ? { isWhole: true } : { cutLast: true }),
  };
}

/** The first gaps as points of a slide: topic with its way, the action, who and by when. */
export function gapPoints({ actions }: CapabilityStanding, sides: Sides, most: number): Numbered | undefined {
  if (actions.length === 0) return undefined;
  return {
    kind: 'numbered',
    heading: sentence('Top gaps and what closes them'),
    items: actions.slice(0, most).map(({ topic, score, goal, action }) => ({
      lead: sentence('{topic}  {score} → {goal}', {
        topic: text(topic.title),
        score: { kind: 'score', score },
        goal: { kind: 'score', score: goal },
      }),
      detail: sentence('{action}', { action: text(action.do) }),
      owner: ownerLine(ownerOf(action.owner, sides), action),
    })),
  };
}

function ownerLine(owner: string, { due }: CapabilityStanding['actions'][number]['action']): Sentence {
  return sentence('{owner}, {due}', { owner: text(owner), due: shortDate(due) });
}

function ownerOf(owner: OwnedBy, { partner, vendor }: Sides): string {
  return { partner, vendor, both: 'Both sides' }[owner];
}

function number(key: string, label: string): Column {
  return { key, label, align: 'right', weight: 0.7, cut: 'fixed' };
}
