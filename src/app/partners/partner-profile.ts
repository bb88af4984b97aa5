import type { Onboarding } from '../../domain/life-stage/onboarding.ts';
import type { Target } from '../../schema/partner.ts';
import type { PartnerFiles, Territory } from '../../schema/territory.ts';
import { formatFiscalYear } from '../../units/fiscal-quarter.ts';
import type { PlainDate } from '../../units/plain-date.ts';
import { partnerLine, type PartnerLine } from './partner-list.ts';
import { stageReader } from './partner-stages.ts';
import { stageProfile, type StageProfile } from './stage-profile.ts';

/** Everything that is known of one partner, and what is not. */
export interface PartnerProfile extends PartnerLine {
  readonly stage: StageProfile;
  /** The first days of a new partner. */
  readonly onboarding: Onboarding | null;
  readonly coverageTier: string;
  readonly parent: string | null;
  readonly agreementSigned: PlainDate | null;
  readonly formerNames: readonly string[];
  readonly aliases: readonly string[];
  readonly champions: readonly string[];
  /** What holds on the date asked for, one entry a fiscal year. */
  readonly targets: readonly TargetInForce[];
  /** Null where nothing was loaded, which is not the same as none. */
  readonly loaded: LoadedData;
  /** What is still missing for scorecards and reviews, as short clauses. */
  readonly open: readonly string[];
}

export interface TargetInForce {
  readonly fiscalYear: string;
  readonly amount: number;
  readonly agreed: PlainDate;
}

export interface LoadedData {
  readonly deals: { readonly all: number; readonly won: number; readonly open: number; readonly lost: number } | null;
  readonly facts: number | null;
  readonly commitments: { readonly all: number; readonly open: number } | null;
  readonly certifications: number | null;
  readonly tasks: { readonly all: number; readonly done: number } | null;
  readonly contacts: number;
  readonly reviews: readonly string[];
  readonly snapshots: { readonly count: number; readonly last: PlainDate } | null;
}

/** One partner as of a date. */
export function partnerProfile(files: PartnerFiles, territory: Territory, asOf: PlainDate): PartnerProfile {
  const { partner } = files;
  const targets = targetsInForce(partner.targets, asOf);
  const standing = stageReader(territory, asOf)(files);
  return {
    ...partnerLine(files, territory, standing),
    stage: stageProfile(standing, { asOf, locale: territory.config.locale }),
    onboarding: standing.onboarding ?? null,
    coverageTier: partner.coverage_tier,
    parent: partner.parent ?? null,
    agreementSigned: partner.agreement_signed ?? null,
    formerNames: partner.former_names.map(({ name }) => name),
    aliases: partner.aliases,
    champions: partner.contacts.filter(({ champion }) => champion).map(({ name }) => name),
    targets,
    loaded: loadedData(files),
    open: openInputs(files, targets),
  };
}

function targetsInForce(targets: readonly Target[], asOf: PlainDate): TargetInForce[] {
  const agreed = targets.filter((target) => target.agreed <= asOf).toSorted((a, b) => (a.agreed < b.agreed ? -1 : 1));
  const newest = new Map(agreed.map((target) => [target.fiscal_year, target]));
  return [...newest.values()]
    .sort((a, b) => a.fiscal_year - b.fiscal_year)
    .map((target) => ({
      fiscalYear: formatFiscalYear(target.fiscal_year),
      amount: target.annual ?? sum(target.quarters ?? target.months ?? []),
      agreed: target.agreed,
    }));
}

function loadedData({ partner, deals, facts, commitments, qbr, snapshots }: PartnerFiles): LoadedData {
  const withStatus = (status: string) => deals?.rows.filter((deal) => deal.status === status).length ?? 0;
  const counts = { won: withStatus('won'), open: withStatus('open'), lost: withStatus('lost') };
  const { certifications, tasks, contacts } = partner;
  const last = snapshots.at(-1);
  const ledger = commitments?.commitments;
  return {
    deals: deals ? { all: deals.rows.length, ...counts } : null,
    facts: facts?.rows.length ?? null,
    commitments: ledger ? { all: ledger.length, open: ledger.filter(({ result }) => result === 'open').length } : null,
    certifications: certifications?.length ?? null,
    tasks: tasks ? { all: tasks.length, done: tasks.filter(({ done }) => done !== undefined).length } : null,
    contacts: contacts.length,
    reviews: [...qbr.keys()].sort(),
    snapshots: last ? { count: snapshots.length, last: last.date } : null,
  };
}

function openInputs(files: PartnerFiles, targets: readonly TargetInForce[]): string[] {
  const { partner, deals, commitments } = files;
  const open: readonly (readonly [boolean, string])[] = [
    [!deals, 'no deals: cam import FILE.csv'],
    [targets.length === 0, 'no target'],
    [partner.tier === undefined, 'no tier'],
    [partner.contacts.length === 0, 'no contact'],
    [partner.contacts.length > 0 && !partner.contacts.some(({ champion }) => champion), 'no contact is a champion'],
    [partner.certifications === undefined, 'certifications are not known'],
    [!commitments, 'commitments are not known'],
  ];
  return open.flatMap(([isOpen, clause]) => (isOpen ? [clause] : []));
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
