import type { Figure } from '../../domain/figure.ts';
import { BOOKINGS } from '../../domain/adjustments/adjusted-figures.ts';
import { withWorkspaceLock } from '../../output/lock.ts';
import type { Adjustment } from '../../schema/adjustments.ts';
import type { PartnerFiles } from '../../schema/territory.ts';
import { singleLine } from '../../units/clean-text.ts';
import { Failure } from '../../units/failure.ts';
import { formatDate, formatMonth, type Locale } from '../../units/format.ts';
import type { PlainDate } from '../../units/plain-date.ts';
import { firstDay, type YearMonth } from '../../units/year-month.ts';
import { everyFigure } from '../figures/every-figure.ts';
import { figureNamed } from '../figures/figure-named.ts';
import { openWorkspace, type OpenRequest, type Workspace } from '../territory/open-workspace.ts';
import { artifactInput, partnerById } from '../pages/partner-pages.ts';
import { cellsOf, changedFigures, figuresWith, writeAdjustment } from './adjusted-territory.ts';

/** A correction or a dispute as it was typed. */
export interface TypedAdjustment {
  readonly partnerId: string;
  readonly figureId: string;
  /** Of a correction: what it adds to the bookings of its month, in the partner's currency. A dispute has none. */
  readonly amount?: number;
  readonly month?: YearMonth;
  readonly reason: string;
  readonly side: Adjustment['side'];
  readonly by: string;
  readonly reference?: string;
  /** A correction that waits until it is accepted; otherwise it holds from the day it is recorded. */
  readonly pending: boolean;
}

/** What was recorded, or with a dry run would be. */
export interface RecordedAdjustment {
  readonly partner: { readonly id: string; readonly name: string };
  readonly adjustment: Adjustment;
  /** It stands in the file already, word for word: nothing was written. */
  readonly isKnown: boolean;
  readonly figure: string;
  readonly before: Figure;
  readonly after: Figure;
  /** Names of every figure that says something else with it. */
  readonly changed: readonly string[];
  readonly currency: string;
  readonly locale: Locale;
  /** Relative to the territory. */
  readonly path: string;
}

/**
 * Records a correction or a dispute in the partner's `adjustments.yaml`. The same one a second time changes nothing.
 * @throws Failure (usage) for a figure that is none or that a correction would not change, a month that has not begun, missing words
 */
export async function recordAdjustment(
  open: OpenRequest,
  typed: TypedAdjustment,
  { root, dryRun }: { readonly root: string; readonly dryRun: boolean },
): Promise<RecordedAdjustment> {
  const record = async () => addAdjustment(await openWorkspace(open), typed, dryRun);
  return dryRun ? record() : withWorkspaceLock(root, record);
}

async function addAdjustment(
  workspace: Workspace,
  typed: TypedAdjustment,
  dryRun: boolean,
): Promise<RecordedAdjustment> {
  const { config } = workspace.territory;
  const files = partnerById(workspace, typed.partnerId);
  const { figures: before, pages } = everyFigure(artifactInput(workspace, files));
  const figure = figureNamed(typed.figureId, pages);
  const wanted = entryOf(typed, { figure, files, asOf: workspace.asOf, locale: config.locale });
  const known = (files.adjustments ?? []).find((one) => saysTheSame(one, wanted));
  const adjustment = known ?? wanted;
  const after = known ? before : figuresWith(workspace, files, [...(files.adjustments ?? []), adjustment]);
  if (!known && wanted.kind === 'correction') requireEffect(workspace, { files, wanted, figure, before });
  const change = { kind: 'add', partner: files.id, values: cellsOf(adjustment) } as const;
  const path = await writeAdjustment(workspace, change, { dryRun: dryRun || known !== undefined });
  return {
    partner: { id: files.id, name: files.partner.name },
    adjustment,
    isKnown: known !== undefined,
    figure,
    before: before[figure]!,
    after: after[figure]!,
    changed: changedFigures(before, after),
    currency: files.partner.currency ?? config.currency,
    locale: config.locale,
    path,
  };
}

interface EntrySetting {
  readonly figure: string;
  readonly files: PartnerFiles;
  readonly asOf: PlainDate;
  readonly locale: Locale;
}

function entryOf(typed: TypedAdjustment, { figure, files, asOf, locale }: EntrySetting): Adjustment {
  const { amount, month, side, pending } = typed;
  const isCorrection = amount !== undefined;
  if (isCorrection && month === undefined)
    throw new Failure('usage', 'A correction changes the bookings of a month.', 'Say which: --month 2026-01');
  if (isCorrection && amount === 0) throw new Failure('usage', 'A correction of zero changes nothing.');
  if (month !== undefined && firstDay(month) > asOf)
    throw new Failure('usage', `${formatMonth(month)} has not begun on ${formatDate(asOf, locale)}.`);
  const reference = singleLine(typed.reference ?? '');
  const isHeld = isCorrection && !pending;
  return {
    id: nextId(files.adjustments ?? []),
    kind: isCorrection ? 'correction' : 'dispute',
    figure: isCorrection ? BOOKINGS : figure,
    ...(month !== undefined && { month }),
    ...(isCorrection && { amount }),
    reason: lineOf(typed.reason, '--reason "Why the figure should change"'),
    side,
    by: lineOf(typed.by, '--by "Name of who raised it"'),
    recorded: asOf,
    ...(reference !== '' && { reference: reference.slice(0, LONGEST) }),
    status: isHeld ? 'accepted' : 'open',
    ...(isHeld && { settled: asOf }),
  };
}

const LONGEST = 500;

function lineOf(typed: string, flag: string): string {
  const line = singleLine(typed);
  if (line === '') throw new Failure('usage', 'An adjustment says why, and who raised it.', `Add: ${flag}`);
  if (line.length > LONGEST)
    throw new Failure('usage', `A reason or a name holds ${LONGEST} characters; this one has ${line.length}.`);
  return line;
}

/** A correction that would leave the figure somebody objected to as it is helps nobody. */
function requireEffect(
  workspace: Workspace,
  {
    files,
    wanted,
    figure,
    before,
  }: {
    readonly files: PartnerFiles;
    readonly wanted: Adjustment;
    readonly figure: string;
    readonly before: Readonly<Record<string, Figure>>;
  },
): void {
  const held: Adjustment = { ...wanted, status: 'accepted', settled: wanted.settled ?? wanted.recorded };
  const after = figuresWith(workspace, files, [...(files.adjustments ?? []), held]);
  if (changedFigures(before, after).includes(figure)) return;
  const { label, value } = before[figure]!;
  if (value.kind === 'missing')
    throw new Failure(
      'data',
      `${label} is unknown: ${value.reason}.`,
      'What is unknown is loaded first, then corrected.',
    );
  throw new Failure(
    'usage',
    `${label} does not rest on the bookings of ${formatMonth(wanted.month!)}: a correction of them would not change it.`,
    'Record an objection instead, with --dispute; or correct it where it stands: deals.csv, facts.csv, partner.yaml.',
  );
}

function saysTheSame(known: Adjustment, wanted: Adjustment): boolean {
  if (known.status === 'rejected' || known.status === 'withdrawn') return false;
  return (['kind', 'figure', 'month', 'amount', 'reason'] as const).every((key) => known[key] === wanted[key]);
}

/** `adj-3` after `adj-2`; nothing is ever deleted, so a number is given once. */
function nextId(adjustments: readonly Adjustment[]): string {
  const numbers = adjustments.map(({ id }) => Number(/^adj-(\d+)$/i.exec(id)?.[1] ?? 0));
  return `adj-${Math.max(0, ...numbers) + 1}`;
}
