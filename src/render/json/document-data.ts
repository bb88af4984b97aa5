import type { Document } from '../../document/document.ts';
import { formatSentence } from '../../units/format.ts';
import type { Value } from '../../units/value.ts';

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
  };
}

interface PlainFigure {
  readonly figure: number | string | boolean | null;
  readonly unit?: string;
  readonly reason?: string;
}

function plainFigure(value: Value): PlainFigure {
  switch (value.kind) {
    case 'amount':
      return number(value.amount, value.currency);
    case 'share':
    case 'change':
    case 'times':
      return number(value.ratio, 'ratio');
    case 'points':
      return number(value.points, 'points');
    case 'score':
      return number(value.score, 'points');
    case 'count':
      return number(value.count, 'count');
    case 'date':
      return { figure: value.date, unit: 'date' };
    case 'month':
      return { figure: value.month, unit: 'month' };
    case 'flag':
      return { figure: value.flag };
    case 'text':
      return { figure: value.text };
    case 'none':
      return { figure: null, reason: 'does not apply' };
    case 'missing':
      return { figure: null, reason: value.reason };
  }
}

/** JSON knows no infinity and no negative zero: the first cannot be said, the second is zero. */
function number(figure: number, unit: string): PlainFigure {
  return Number.isFinite(figure) ? { figure: figure + 0, unit } : { figure: null, reason: 'cannot be computed' };
}
