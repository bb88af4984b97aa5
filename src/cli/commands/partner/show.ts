import stringWidth from 'string-width';
import { knownPartner } from '../../../app/partners/known-partner.ts';
import { openTerritory } from '../../../app/territory/open-territory.ts';
import { partnerProfile, type LoadedData, type PartnerProfile } from '../../../app/partners/partner-profile.ts';
import { territoryRoot } from '../../../app/territory/territory-root.ts';
import { Failure } from '../../../units/failure.ts';
import { formatAmount, formatDate, type Locale } from '../../../units/format.ts';
import type { PlainDate } from '../../../units/plain-date.ts';
import { coloursOf } from '../../print/colours.ts';
import { EXIT, type Command, type Screen } from '../../command.ts';
import { onboardingLines, stageLines } from '../../print/partner-stage-text.ts';
import { plainSpaces } from '../../print/plain-spaces.ts';
import { wrapWords } from '../../print/wrap-words.ts';
import { typedCommand } from '../../print/typed-command.ts';

/** `cam partner show ID`: who the partner is, what was agreed, what is loaded and what is open. */
export const run: Command = async ({ args, shared, effects, screen }) => {
  const { currentFolder, today } = effects;
  const root = await territoryRoot({ currentFolder, workspace: shared.workspace });
  const typed = String(args[0]);
  const { territory, partnerIds, leftOut } = await openTerritory(root);
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
    lines.length > 0 ? ['', bold(title), ...lines.map((line) => ' '.repeat(INDENT) + line)] : [];
  const targets = profile.targets.map(({ fiscalYear, amount, agreed }) => {
    const money = formatAmount(amount, profile.currency, { locale, precision: 'full' });
    return `${fiscalYear}  ${money}  ${dim(`agreed ${formatDate(agreed, locale)}`)}`;
  });
  const next = profile.loaded.deals ? `cam scorecard performance ${profile.id}` : 'cam import FILE.csv';
  return [
    ...heading(profile, screen),
    ...wrapWords(describe(profile), screen.width),
    ...stageLines(profile, { screen, locale }),
    ...onboardingLines(profile, { screen, locale }),
    ...list('Agreed', agreements(profile, locale, screen)),
    ...list(`Targets in force on ${formatDate(asOf, locale)}`, targets),
    ...list('Loaded', loadedLines(profile.loaded, locale, screen)),
    ...list('Open', profile.open),
    '',
    `${bold('Next')}  ${cyan(typedCommand(next, screen))}`,
  ]
    .map((line) => `${line}\n`)
    .join('');
}

/** Name and id on one line, or one below the other where they do not fit. */
function heading({ name, id }: PartnerProfile, screen: Screen): string[] {
  const { bold, dim } = coloursOf(screen);
  if (stringWidth(`${name}   ${id}`) <= screen.width) return [`${bold(name)}   ${dim(id)}`];
  return [...wrapWords(name, screen.width).map(bold), dim(id)];
}

function describe({ typeWords, tierTitle, currency, coverageTier, retired }: PartnerProfile): string {
  const parts = [typeWords, tierTitle ?? 'no tier', currency, `${coverageTier} coverage`];
  return [...parts, retired ? `retired ${retired}` : undefined].filter((part) => part !== undefined).join(' · ');
}

function agreements(
  { agreementSigned, parent, champions, formerNames, aliases }: PartnerProfile,
  locale: Locale,
  screen: Screen,
): string[] {
  const known: readonly (readonly [string, string | undefined])[] = [
    ['Signed', agreementSigned ? formatDate(agreementSigned, locale) : undefined],
    ['Belongs to', parent ?? undefined],
    ['Champions', champions.join(', ')],
    ['Formerly', formerNames.join(', ')],
    ['Also known as', aliases.join(', ')],
  ];
  return rows(known, screen);
}

function loadedLines(loaded: LoadedData, locale: Locale, screen: Screen): string[] {
  const { deals, facts, commitments, certifications, tasks, contacts, reviews, snapshots } = loaded;
  const known: readonly (readonly [string, string | undefined])[] = [
    ['Deals', deals ? `${deals.all}: ${deals.won} won, ${deals.open} open, ${deals.lost} lost` : 'not loaded'],
    ['Facts', facts === null ? undefined : `${facts} figures`],
    ['Commitments', commitments ? `${commitments.all}, ${commitments.open || 'none'} open` : undefined],
    ['Certifications', certifications === null ? undefined : String(certifications)],
    ['Tasks', tasks ? `${tasks.done} of ${tasks.all} done` : undefined],
    ['Contacts', contacts > 0 ? String(contacts) : undefined],
    ['Reviews', reviews.join(', ')],
    ['Snapshots', snapshots ? `${snapshots.count}, the last of ${formatDate(snapshots.last, locale)}` : undefined],
  ];
  return rows(known, screen);
}

const LABEL_WIDTH = 16;
const INDENT = 2;

function rows(known: readonly (readonly [string, string | undefined])[], { width }: Screen): string[] {
  const room = Math.max(20, width - INDENT - LABEL_WIDTH);
  return known.flatMap(([label, value]) =>
    wrapWords(value ?? '', room).map((line, index) => (index === 0 ? label : '').padEnd(LABEL_WIDTH) + line),
  );
}
