import { partnerById } from '../../../app/pages/partner-pages.ts';
import { correctableMonths } from '../../../app/adjustments/correctable-months.ts';
import {
  recordAdjustment,
  type RecordedAdjustment,
  type TypedAdjustment,
} from '../../../app/adjustments/record-adjustment.ts';
import { reasonsOf } from '../../../app/figures/reasons.ts';
import { territoryRoot } from '../../../app/territory/territory-root.ts';
import { Failure } from '../../../units/failure.ts';
import { formatAmount, formatMonth, formatValue } from '../../../units/format.ts';
import { parseYearMonth, type YearMonth } from '../../../units/year-month.ts';
import { detailLines, doneLine } from '../../print/change-text.ts';
import { EXIT, type CommandLine, type Outcome } from '../../command.ts';
import { openRequestOf, workspaceOf } from '../../page-options.ts';
import { plainSpaces } from '../../print/plain-spaces.ts';
import type { AdjustmentAnswers } from '../../prompts/adjustment-questions.ts';
import { signedAmount } from '../../signed-amount.ts';
import { plural } from '../../../units/plural.ts';
import { inputFiles } from '../../files-in-territory.ts';

/** `cam why ID FIGURE --adjust`: a correction of bookings, or with --dispute an objection to the figure. */
export async function recordFromLine(line: CommandLine): Promise<Outcome> {
  const { shared, effects } = line;
  const { dryRun } = shared;
  const root = await territoryRoot({ currentFolder: effects.currentFolder, workspace: shared.workspace });
  const recorded = await recordAdjustment(openRequestOf(line), await typedAdjustment(line), { root, dryRun });
  const written = !dryRun && !recorded.isKnown;
  const { partner, adjustment, figure, before, after, changed, path } = recorded;
  return {
    exitCode: EXIT.done,
    text: plainSpaces(closingText(recorded, line)),
    data: { partner: partner.id, figure, adjustment, before: before.value, after: after.value, changed, written },
    files: written ? inputFiles(root, [path]) : [],
  };
}

async function typedAdjustment(line: CommandLine): Promise<TypedAdjustment> {
  const { args, options } = line;
  const known = knownAnswers(options);
  const isDispute = options['dispute'] === true;
  if (isDispute && known.amount !== undefined)
    throw new Failure('usage', 'A dispute changes no number: say --adjust AMOUNT or --dispute, not both.');
  const complete = known.reason !== undefined && known.by !== undefined && (isDispute || known.amount !== undefined);
  const answers = complete ? undefined : await askedAnswers(line, known, isDispute);
  const { amount, month, reference, side = 'partner', reason = '', by = '' } = answers ?? known;
  return {
    partnerId: String(args[0]),
    figureId: String(args[1]),
    reason,
    side,
    by,
    pending: options['pending'] === true,
    ...(amount !== undefined && { amount }),
    ...(month !== undefined && { month }),
    ...(reference !== undefined && { reference }),
  };
}

type Known = { -readonly [Key in keyof AdjustmentAnswers]?: Exclude<AdjustmentAnswers[Key], undefined> };

function knownAnswers(options: CommandLine['options']): Known {
  const { adjust, month, reason, by, side, evidence } = options as Readonly<Record<string, string | true | undefined>>;
  const known: Known = {};
  if (typeof adjust === 'string') known.amount = amountOption(adjust);
  if (month !== undefined) known.month = monthOption(String(month));
  if (reason !== undefined) known.reason = String(reason);
  if (by !== undefined) known.by = String(by);
  if (side !== undefined) known.side = sideOption(String(side));
  if (evidence !== undefined) known.reference = String(evidence);
  return known;
}

function amountOption(typed: string): number {
  const amount = signedAmount(typed);
  if (amount !== undefined) return amount;
  throw new Failure(
    'usage',
    `--adjust: "${typed}" is no amount.`,
    'Write it with its sign: --adjust=+12000 or --adjust=-500.',
  );
}

function monthOption(typed: string): YearMonth {
  const month = parseYearMonth(typed.trim());
  if (month) return month;
  throw new Failure('usage', `--month: "${typed}" is no month.`, 'Write it as YYYY-MM, for example 2026-01.');
}

function sideOption(typed: string): 'partner' | 'vendor' {
  if (typed === 'partner' || typed === 'vendor') return typed;
  throw new Failure('usage', `--side: "${typed}" is no side.`, 'It is partner or vendor.');
}

/** The rest from a person at a terminal. */
async function askedAnswers(line: CommandLine, known: Known, isDispute: boolean): Promise<AdjustmentAnswers> {
  const { args, screen, shared } = line;
  if (!screen.interactive) {
    const remedy = isDispute
      ? 'Add: --reason "…" --by "Name"'
      : 'Add: --adjust=+12000 --month 2026-01 --reason "…" --by "Name"; or --dispute --reason "…" --by "Name"';
    throw new Failure('usage', 'An adjustment needs its reason and who raised it, a correction its amount.', remedy);
  }
  const workspace = await workspaceOf(line);
  const { figure, id } = reasonsOf(workspace, { partnerId: String(args[0]), figureId: String(args[1]) });
  const files = partnerById(workspace, String(args[0]));
  const { config } = workspace.territory;
  const { locale } = config;
  const currency = files.partner.currency ?? config.currency;
  const { askAdjustment } = await import('../../prompts/adjustment-questions.ts');
  return askAdjustment(known, {
    figure: `${figure.label} ${formatValue(figure.value, { locale })}`,
    currency,
    partner: files.partner.name,
    vendor: config.vendor.name,
    months: correctableMonths(workspace, files, id).map(({ month, booked }) => ({
      value: month,
      name: `${formatMonth(month)}, ${formatAmount(booked, currency, { locale, precision: 'full' })} booked`,
    })),
    isDispute,
    json: shared.json,
  });
}

function closingText(recorded: RecordedAdjustment, { shared, screen }: CommandLine): string {
  const { adjustment, isKnown, path, locale } = recorded;
  const done = isKnown
    ? `This stands on record already as ${adjustment.id}; nothing changed.`
    : `${shared.dryRun ? 'Would record' : 'Recorded'} ${adjustment.id}: ${adjustmentWords(recorded)}.`;
  const details = isKnown ? [] : [effectWords(recorded), ...(shared.dryRun ? ['Nothing was written.'] : [`${path}`])];
  return [
    doneLine(done, screen),
    ...details.flatMap((sentence) => detailLines(sentence, screen)),
    ...(adjustment.status === 'open' && !isKnown
      ? detailLines(
          `Settle it with: cam why ${recorded.partner.id} --accept ${adjustment.id} (or --reject, --withdraw)`,
          screen,
        )
      : []),
    '',
  ].join('\n');

  function adjustmentWords({ currency, before, after: _, ...rest }: RecordedAdjustment): string {
    const { amount, month, status } = rest.adjustment;
    if (amount === undefined) return `${before.label} is under review`;
    const words = formatAmount(Math.abs(amount), currency, { locale, precision: 'full' });
    const waits = status === 'open' ? ', open until it is accepted' : '';
    return `${amount < 0 ? '−' : '+'}${words} for ${formatMonth(month!)}${waits}`;
  }
}

/** "Pace 114 % → 115 %; 21 more figures follow." */
function effectWords({ before, after, changed, locale, figure }: RecordedAdjustment): string {
  const full = { locale, precision: 'full' } as const;
  const [then, now] = [formatValue(before.value, full), formatValue(after.value, full)];
  if (changed.length === 0) return `${before.label} stays ${then}.`;
  const others = changed.filter((name) => name !== figure).length;
  const follow = others > 0 ? ` ${plural(others, 'more figure')} ${others === 1 ? 'follows' : 'follow'}.` : '';
  return `${before.label}: ${then} → ${now}.${follow}`;
}
