import type { Document } from '../../document/document.ts';
import { formatSentence } from '../../units/format.ts';
import { modelData, type ModelData } from './model-data.ts';
import { plainFigure } from './plain-figure.ts';
import { tablesData, type TableData } from './table-data.ts';

/** A document as data for scripts: figures by name, unrounded, with their units and the reasons for what is unknown. */
export interface DocumentData {
  readonly schemaVersion: 1;
  readonly artifact: string;
  readonly edition: 'partner' | 'internal';
  readonly vendor: string;
  readonly partner: { readonly id: string; readonly name: string };
  readonly period: string;
  readonly dates: { readonly results: string; readonly pipeline: string };
  readonly headline: string | null;
  /** Numbers (shares as ratios), ISO dates, true or false, texts; null for what is unknown or does not apply. */
  readonly figures: Readonly<Record<string, number | string | boolean | null>>;
  /** A currency code, or what the number counts; figures without a unit have no entry. */
  readonly units: Readonly<Record<string, string>>;
  /** Why a figure is null. */
  readonly missing: Readonly<Record<string, string>>;
  /** Corrections in the figures and objections to them, each with the names of the figures it is about. */
  readonly footnotes: readonly { readonly text: string; readonly figures: readonly string[] }[];
  readonly tables: readonly TableData[];
  /** The forecast behind the page, where there is one: its profit and loss by month, quarter and year. */
  readonly model?: ModelData;
}

/** The data of a document; names are sorted, so that the same figures give the same text. */
export function documentData(document: Document): DocumentData {
  const { subject, dates, sections, format } = document;
  const figures = Object.entries(document.figures).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const entries = figures.map(([name, value]) => ({ name, ...plainFigure(value) }));
  return {
    schemaVersion: 1,
    artifact: document.id,
    edition: document.edition,
    vendor: document.vendor,
    partner: { id: subject.id, name: subject.name },
    period: document.period.name,
    dates: { results: dates.results, pipeline: dates.pipeline },
    headline: sections[0] ? formatSentence(sections[0].headline, format) : null,
    figures: Object.fromEntries(entries.map(({ name, figure }) => [name, figure])),
    units: Object.fromEntries(entries.flatMap(({ name, unit }) => (unit === undefined ? [] : [[name, unit]]))),
    missing: Object.fromEntries(entries.flatMap(({ name, reason }) => (reason === undefined ? [] : [[name, reason]]))),
    footnotes: (document.footnotes ?? []).map(({ text, figures }) => ({
      text: formatSentence(text, { ...format, precision: 'full' }),
      figures,
    })),
    tables: tablesData(document),
    ...(document.model && { model: modelData(document.model) }),
  };
}
