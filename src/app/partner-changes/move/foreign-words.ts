import { tierIdOf } from '../../../input/cross-checks.ts';
import type { CamConfig } from '../../../schema/cam-config.ts';
import type { Territory } from '../../../schema/territory.ts';
import type { SoundPartner } from '../sound-partner.ts';
import { plural } from '../../../units/plural.ts';

/** What a partner's files say and the other territory does not know, or reads differently: one clause each. */
export function foreignWords(
  { partner, reading }: SoundPartner,
  { config }: Territory,
  { config: there, tiers }: Territory,
): string[] {
  const deals = reading.tables.deals?.value?.rows ?? [];
  const stages = new Set(there.stages.map(({ name }) => name));
  const unknown = countBy(deals.flatMap(({ stage }) => (stage === undefined || stages.has(stage) ? [] : [stage])));
  const currency = partner.currency ?? config.currency;
  const currencies = countBy(deals.flatMap(({ currency: code }) => code ?? []).filter((code) => code !== currency));
  const tier = partner.tier;
  return [
    ...unknown.map(([stage, count]) => `the stage "${stage}" is not known there (${plural(count, 'deal')})`),
    ...(tier !== undefined && tierIdOf(tier, tiers) === undefined
      ? [`the tier "${tier}" is not known there, so it is left out`]
      : []),
    ...currencies
      .filter(([code]) => !hasRate(there, code, currency))
      .map(([code, count]) => `there is no rate from ${code} to ${currency} there (${plural(count, 'deal')})`),
    ...(currency !== there.currency && !hasRate(there, currency, there.currency)
      ? [`there is no rate from ${currency} to ${there.currency} there, so its figures are in no sum of the territory`]
      : []),
    ...calendarWords(config, there),
    ...bookingWords(config, there),
  ];
}

function calendarWords({ fiscal_year: here }: CamConfig, { fiscal_year: there }: CamConfig): string[] {
  if (here.start_month === there.start_month && here.named_after === there.named_after) return [];
  return ['the fiscal year there is another one: quarters, targets and review files now mean other months'];
}

function bookingWords({ bookings: here }: CamConfig, { bookings: there }: CamConfig): string[] {
  const same = here.value === there.value && here.count.toSorted().join() === there.count.toSorted().join();
  return same ? [] : ['what counts as a booking is not the same there: results may differ'];
}

function hasRate({ rates }: CamConfig, from: string, to: string): boolean {
  return rates.some((rate) => (rate.from === from && rate.to === to) || (rate.from === to && rate.to === from));
}

function countBy(words: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts];
}
