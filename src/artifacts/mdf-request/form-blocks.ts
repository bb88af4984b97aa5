import type { Table } from '../../document/block.ts';
import { sentence } from '../../units/sentence.ts';
import { none, text } from '../../units/value.ts';
import type { FieldGroup, FormField } from './request-fields.ts';

const HEADINGS: Readonly<Record<FieldGroup, string>> = {
  activity: 'What is planned',
  money: 'What is asked for',
  return: 'What is expected',
  days: 'Days to keep',
  'follow-up': 'Proof and follow-up',
};

/** The fields of a group as a table of two columns; long words run over several lines. */
export function fieldTable(fields: readonly FormField[], group: FieldGroup): Table {
  const isNumbers = group !== 'activity' && group !== 'follow-up';
  return {
    kind: 'table',
    id: group,
    isWhole: true,
    heading: sentence(HEADINGS[group]),
    columns: [
      { key: 'field', label: '', align: 'left', weight: 2, cut: 'text', tone: 'soft', wraps: true },
      isNumbers
        ? { key: 'value', label: '', align: 'right', weight: 2, cut: 'fixed' }
        : { key: 'value', label: '', align: 'left', weight: 4, cut: 'text', wraps: true },
    ],
    rows: fields
      .filter((field) => field.group === group)
      .map(({ label, value }) => ({ cells: { field: { value: text(label) }, value: { value } } })),
  };
}

/** Empty fields that the vendor fills in by hand. */
export function answerTable(id: string, heading: string, labels: readonly string[]): Table {
  return {
    kind: 'table',
    id,
    isWhole: true,
    heading: sentence(heading),
    columns: labels.map((label, index) => ({
      key: `field-${index}`,
      label,
      align: 'left' as const,
      weight: 1,
      cut: 'text' as const,
    })),
    rows: [{ cells: { 'field-0': { value: none } } }],
    blankRows: 1,
  };
}
