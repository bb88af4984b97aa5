import { formatFiscalYear, type FiscalYear } from '../../units/fiscal-quarter.ts';
import { sentence, type Sentence } from '../../units/sentence.ts';
import { count, date, text } from '../../units/value.ts';
import type { Plan } from '../targets.ts';
import type { PerformanceBasis } from './basis.ts';

/** Where the deals come from: the file, and the export that was imported last on or before the review's data date. */
export function dealSources({ files, review }: PerformanceBasis): Sentence[] {
  const sources: Sentence[] = [];
  if (files.deals) {
    sources.push(
      sentence('{file}, {rows|row|rows}', { file: text(files.deals.path), rows: count(files.deals.rows.length) }),
    );
  }
  const export_ = files.snapshots.filter((snapshot) => snapshot.date <= review.pipeline).at(-1);
  for (const { file } of export_?.sources ?? []) {
    sources.push(sentence('{file}, data of {day}', { file: text(file), day: date(export_!.date) }));
  }
  if (files.facts)
    sources.push(
      sentence('{file}, {rows|row|rows}', { file: text(files.facts.path), rows: count(files.facts.rows.length) }),
    );
  return sources;
}

/** Where the plan comes from. */
export function planSources({ files }: Pick<PerformanceBasis, 'files'>, year: FiscalYear): Sentence[] {
  return [
    sentence('{file}, targets {year}', {
      file: text(`partners/${files.id}/partner.yaml`),
      year: text(formatFiscalYear(year)),
    }),
  ];
}

/** How the plan was agreed, for the reasons of a figure that uses it. */
export function planWords(plan: Plan | undefined): Sentence[] {
  if (!plan) return [];
  const values = { day: date(plan.agreed) };
  return [
    plan.basis === 'months'
      ? sentence('12 monthly targets, agreed {day}', values)
      : sentence('a target for the year, agreed {day}, counted by days', values),
  ];
}
