import type { Column, Table } from '../../document/block.ts';
import { sentence } from '../../units/sentence.ts';
import { text } from '../../units/value.ts';
import type { BusinessPlanResult } from './compute.ts';

const number = (key: string, label: string): Column => ({ key, label, align: 'right', weight: 0.7, cut: 'fixed' });

/** What it takes to break even, question by question; no table where nothing is asked. */
export function questionsTable({ questions }: BusinessPlanResult): readonly Table[] {
  if (questions.length === 0) return [];
  return [
    {
      kind: 'table',
      id: 'questions',
      heading: sentence('What it takes, everything else as planned'),
      columns: [
        { key: 'question', label: '', align: 'left', weight: 2, cut: 'text' },
        number('needed', 'needed'),
        number('planned', 'planned'),
        { key: 'unit', label: '', align: 'left', weight: 1, cut: 'fixed', tone: 'soft' },
      ],
      rows: questions.map(({ text: question, needed, planned, unit }) => ({
        cells: {
          question: { value: text(question) },
          // That none does is an answer, not a gap.
          needed: { value: needed.kind === 'missing' ? text(needed.reason) : needed },
          planned: { value: planned },
          unit: { value: text(unit) },
        },
      })),
    },
  ];
}
