import { knownPartner } from '../../app/known-partner.ts';
import { openTerritory } from '../../app/open-territory.ts';
import { partnerProfile, type LoadedData, type PartnerProfile } from '../../app/partner-profile.ts';
import { territoryRoot } from '../../app/territory-root.ts';
import { Failure } from '../../units/failure.ts';
import { formatAmount, formatDate, type Locale } from '../../units/format.ts';
import type { PlainDate } from '../../units/plain-date.ts';
import { coloursOf } from '../colours.ts';
import { EXIT, type Command, type Screen } from '../command.ts';
import { plainSpaces } from '../plain-spaces.ts';

/** `cam partner show ID`: who the partner is, what was agreed, what is loaded and what is open. */
export const run: Command = async ({ args, shared, effects, screen }) => {
  const { currentFolder, today } = effects;
  const root = await territoryRoot({ currentFolder, workspace: shared.workspace });
  const typed = String(args[0]);
  const { territory, partnerIds, leftOut } = await openTerritory(root, { only: [typed] });
  const id = knownPartner(typed, partnerIds);
  const files = territory.partners.find((partner) => partner.id === id);
  if (!files) {
    const remedy = leftOut.includes(id) ? `cam check partners/${id} shows them.` : `Write partners/${id}/partner.yaml.`;
    throw new Failure('data', `The files of ${id} have problems.`, remedy);
  }
  const asOf = shared.asOf ?? territory.config.as_of ?? today;
  const profile = partnerProfile(files, territory, asOf);
  return {
    exitCode: EXIT.done,
    text: plainSpaces(pageOf(profile, { screen, asOf, locale: territory.config.locale })),
    data: { asOf, partner: profile },
  };
};

interface PageOptions {
  readonly screen: Screen;
  readonly asOf: PlainDate;
  readonly locale: Locale;
}

function pageOf(profile: PartnerProfile, { screen, asOf, locale }: PageOptions): string {
  const { bold, dim, cyan } = coloursOf(screen);
  const list = (title: string, lines: readonly string[]) =>
    lines.length > 0 ? ['', bold(title), ...lines.map((line) => `  ${line}`)] : [];
  const targets = profile.targets.map(({ fiscalYear, amount, agreed }) => {
    const money = formatAmount(amount, profile.currency, { locale, precision: 'full' });
    return `${fiscalYear}  ${money}  ${dim(`agreed ${formatDate(agreed, locale)}`)}`;
  });
  const next = profile.loaded.deals ? `cam scorecard performance ${profile.id}` : 'cam import FILE.csv';
  return [
    `${bold(profile.name)}   ${dim(profile.id)}`,
    describe(profile),
    ...list('Agreed', agreements(profile, locale)),
    ...list(`Targets in force on ${formatDate(asOf, locale)}`, targets),
    ...list('Loaded', loadedLines(profile.loaded, locale)),
    ...list('Open', profile.open),
    '',
    `${bold('Next')}  ${cyan(next)}`,
  ]
    .map((line) => `${line}\n`)
    .join('');
}

function describe({ typeWords, tierTitle, currency, coverageTier, lifeStage, retired }: PartnerProfile): string {
  const stage = lifeStage ? `stage ${lifeStage}` : undefined;
  const parts = [typeWords, tierTitle ?? 'no tier', currency, `${coverageTier} coverage`, stage];
  return [...parts, retired ? `retired ${retired}` : undefined].filter((part) => part !== undefined).join(' · ');
}

function agreements({ agreementSigned, parent, champions, formerNames, aliases }: PartnerProfile, locale: Locale) {
  const known: readonly (readonly [string, string | undefined])[] = [
    ['Signed', agreementSigned ? formatDate(agreementSigned, locale) : undefined],
    ['Belongs to', parent ?? undefined],
    ['Champions', champions.join(', ')],
    ['Formerly', formerNames.join(', ')],
    ['Also known as', aliases.join(', ')],
  ];
  return rows(known);
}

function loadedLines(loaded: LoadedData, locale: Locale): string[] {
  const { deals, facts, commitments, certifications, tasks, contacts, reviews, snapshots } = loaded;
  return rows([
    ['Deals', deals ? `${deals.all}: ${deals.won} won, ${deals.open} open, ${deals.lost} lost` : 'not loaded'],
    ['Facts', facts === null ? undefined : `${facts} figures`],
    ['Commitments', commitments ? `${commitments.all}, ${commitments.open || 'none'} open` : undefined],
    ['Certifications', certifications === null ? undefined : String(certifications)],
    ['Tasks', tasks ? `${tasks.done} of ${tasks.all} done` : undefined],
    ['Contacts', contacts > 0 ? String(contacts) : undefined],
    ['Reviews', reviews.join(', ')],
    ['Snapshots', snapshots ? `${snapshots.count}, the last of ${formatDate(snapshots.last, locale)}` : undefined],
  ]);
}

function rows(known: readonly (readonly [string, string | undefined])[]): string[] {
  return known.flatMap(([label, value]) => (value ? [`${label.padEnd(15)} ${value}`] : []));
}
