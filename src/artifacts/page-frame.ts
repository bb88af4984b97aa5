import type { Document } from '../document/document.ts';
import { shortName } from '../domain/short-name.ts';
import { formatFiscalQuarter } from '../units/fiscal-quarter.ts';
import { formatMonthInFull, type FormatOptions } from '../units/format.ts';
import type { PlainDate } from '../units/plain-date.ts';
import { monthOf } from '../units/year-month.ts';
import { PARTNER_WORDS } from '../domain/partner-words.ts';
import type { ArtifactInput } from './artifact.ts';

/** What every page of a partner carries: whose it is, which period, the two dates, the words' language. */
export function pageFrame({
  config,
  tiers,
  files,
  review,
}: ArtifactInput): Omit<Document, 'id' | 'title' | 'edition' | 'sections' | 'figures'> {
  const { partner, id } = files;
  const tier = tiers.tiers.find((entry) => entry.id === partner.tier)?.title;
  const accent = config.brand.accent?.replace('#', '').toUpperCase();
  return {
    format: formatOf(config.locale),
    language: config.locale,
    vendor: shortName(config.vendor),
    ...(accent && { accent }),
    subject: {
      id,
      name: partner.name,
      shortName: shortName(partner),
      description: [PARTNER_WORDS[partner.type], tier].filter(Boolean).join(', '),
    },
    period: { name: formatFiscalQuarter(review.quarter), words: quarterWords(review.quarterRange) },
    dates: { results: review.results, pipeline: review.pipeline },
  };
}

function formatOf(locale: FormatOptions['locale']): FormatOptions {
  return { locale };
}

/** "January to March 2026"; a quarter across the turn of the year names both years. */
export function quarterWords({ from, to }: ArtifactInput['review']['quarterRange']): string {
  const words = (day: PlainDate) => formatMonthInFull(monthOf(day));
  const [start, end] = [from.slice(0, 4), to.slice(0, 4)];
  return start === end ? `${words(from)} to ${words(to)} ${end}` : `${words(from)} ${start} to ${words(to)} ${end}`;
}
