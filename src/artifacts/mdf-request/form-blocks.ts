import type { Table } from '../../document/block.ts';
import { sentence } from '../../units/sentence.ts';
import { text } from '../../units/value.ts';
import type { FieldGroup, FormField } from './request-fields.ts';

/** Words above each group of fields. */
export type FormHeadings = Readonly<Record<FieldGroup, string>>;

/** The fields of a group as a table of two columns under its heading; long words run over several lines. */
export function fieldTable(fields: readonly FormField[], group: FieldGroup, headings: FormHeadings): Table {
  const isWords = group === 'activity' || group === 'follow-up';
  return {
    kind: 'table',
    id: group,
    isWhole: true,
    columns: [
      { key: 'field', label: headings[group], align: 'left', weight: isWords ? 3 : 4, cut: 'text', wraps: true },
      isWords
        ? { key: 'value', label: '', align: 'left', weight: 5, cut: 'text', wraps: true }
        : { key: 'value', label: '', align: 'right', weight: 3, cut: 'fixed' },
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
    rows: [{ cells: { 'field-0': { value: text(' ') } } }],
    blankRows: 1,
  };
}

/** All of a form as one table, with lines for the answer: it is filed, sent and filled in as one sheet. */
export function formTable(
  title: string,
  fields: readonly FormField[],
  {
    headings,
    answer,
  }: {
    readonly headings: FormHeadings;
    readonly answer: { readonly heading: string; readonly labels: readonly string[] };
  },
): Table {
  const lines = [
    ...fields.map(({ group, label, value }) => ({ part: headings[group], label, value })),
    ...answer.labels.map((label) => ({ part: answer.heading, label, value: text(' ') })),
  ];
  return {
    kind: 'table',
    id: 'form',
    isWhole: true,
    heading: sentence('{title}', { title: text(title) }),
    columns: [
      { key: 'part', label: 'Part', align: 'left', weight: 3, cut: 'text', tone: 'strong' },
      { key: 'field', label: 'Field', align: 'left', weight: 4, cut: 'text', wraps: true },
      { key: 'value', label: 'Entry', align: 'left', weight: 7, cut: 'text', wraps: true },
    ],
    rows: lines.map(({ part, label, value }, index) => ({
      cells: {
        ...(lines[index - 1]?.part !== part && { part: { value: text(part) } }),
        field: { value: text(label) },
        value: { value },
      },
    })),
  };
}
