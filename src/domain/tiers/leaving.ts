import { formatFiscalQuarter } from '../../units/fiscal-quarter.ts';
import { isKnown } from '../../units/missing.ts';
import type { PlainDate } from '../../units/plain-date.ts';
import { amount, type Value } from '../../units/value.ts';
import { completedQuarters, rangeOfQuarter } from '../fiscal-calendar.ts';
import type { RequirementStanding } from './judge-requirement.ts';
import { readMetric, validOn } from './metric-readers.ts';
import type { TierBasis } from './tier-basis.ts';

/** Something that counts today and no longer on the review date. */
export type Leaving =
  | { readonly kind: 'quarters'; readonly quarters: string; readonly metric: string; readonly value: Value }
  | { readonly kind: 'certification'; readonly holder: string; readonly role: string; readonly expires: PlainDate };

/** Quarters that leave the windows of these requirements before the review, and certificates that end, soonest first. */
export function leavingBefore(basis: TierBasis, requirements: readonly RequirementStanding[]): Leaving[] {
  return [...leavingQuarters(basis, requirements), ...endingCertifications(basis, requirements)];
}

function leavingQuarters(basis: TierBasis, requirements: readonly RequirementStanding[]): Leaving[] {
  const { asOf, reviewDay, calendar, tiers } = basis;
  const stay = new Set(completedQuarters(reviewDay, 4, calendar).map(formatFiscalQuarter));
  const leave = completedQuarters(asOf, 4, calendar).filter((quarter) => !stay.has(formatFiscalQuarter(quarter)));
  const money = requirements.filter(({ metric, unit }) => unit === 'amount' && isTrailing(basis, metric));
  if (leave.length === 0) return [];
  const span = {
    from: rangeOfQuarter(leave[0]!, calendar).from,
    to: rangeOfQuarter(leave.at(-1)!, calendar).to,
  };
  const quarters = [...new Set([leave[0]!, leave.at(-1)!].map(formatFiscalQuarter))].join(' to ');
  return money.flatMap(({ metric }): Leaving[] => {
    const { value } = readMetric(basis, metric, span);
    return isKnown(value) && value !== 0
      ? [{ kind: 'quarters', quarters, metric, value: amount(value, tiers.currency) }]
      : [];
  });
}

function isTrailing({ tiers }: TierBasis, metric: string): boolean {
  const requirements = tiers.tiers.flatMap(({ paths }) => paths.flatMap((path) => path.requirements));
  return requirements.some((one) => one.metric === metric && one.window === 'trailing-four-quarters');
}

const CERTIFIED = { sales_certified_people: 'sales', technical_certified_people: 'technical' } as const;

function endingCertifications(basis: TierBasis, requirements: readonly RequirementStanding[]): Leaving[] {
  const { files, asOf, reviewDay } = basis;
  const certifications = files.partner.certifications ?? [];
  return requirements
    .flatMap(({ metric }): (Leaving & { kind: 'certification' })[] => {
      const role = CERTIFIED[metric as keyof typeof CERTIFIED];
      if (role === undefined) return [];
      const staying = new Set(validOn(certifications, reviewDay, asOf, role).map(({ holder }) => holder));
      return validOn(certifications, asOf, asOf, role)
        .filter(({ holder }) => !staying.has(holder))
        .map(({ holder, expires }) => ({ kind: 'certification', holder, role, expires: expires! }));
    })
    .sort((a, b) => (a.expires < b.expires ? -1 : 1));
}
