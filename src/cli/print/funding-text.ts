import type { ClaimOutcome } from '../../app/marketing-plan/requests/claim-funds.ts';
import type { DecidedRequest } from '../../app/marketing-plan/requests/decide-request.ts';
import type { SubmitOutcome } from '../../app/marketing-plan/requests/submit-request.ts';
import { singleLine } from '../../units/clean-text.ts';
import { formatFiscalQuarter } from '../../units/fiscal-quarter.ts';
import { formatAmount, formatDate, formatSentence, formatValue, type Locale } from '../../units/format.ts';
import { isKnown, type Known } from '../../units/missing.ts';
import { amount } from '../../units/value.ts';
import { EXIT, type CommandLine, type Outcome, type Screen, type WrittenFile } from '../command.ts';
import { inputFiles } from '../files-in-territory.ts';
import { pointsText } from './points-text.ts';
import { keptWarnings, writtenLines, writtenOf } from './written-lines.ts';
import { typedCommand } from './typed-command.ts';

/** Where the money of a campaign was dealt with, and who hears of it. */
export interface FundingTold {
  readonly line: CommandLine;
  /** Of the territory, absolute. */
  readonly root: string;
}

/** What a request became: all that stands in its way, or what was asked for and until when it is answered. */
export function submitOutcome(outcome: SubmitOutcome, told: FundingTold): Outcome {
  const { found, sheet, locale } = outcome;
  const { id } = found.campaign;
  const words = wordsInTheWay(outcome);
  const data = { partner: found.files.id, campaign: id, ...words };
  if (words.missing.length + words.failed.length > 0) return notReady(outcome, words, told);
  const asked = formatValue(amount(sheet.amountRequested, found.plan.currency), fully(locale));
  const answer = formatDate(sheet.deadlines.answerBy, locale);
  const fund = sheet.fund?.fund.title ?? sheet.fund?.fund.id ?? '';
  const sentence = `The request for ${id} ${submitted(outcome, told)}: ${asked} of ${fund}, to be answered by ${answer}.`;
  return {
    exitCode: EXIT.done,
    text: pointsText(
      { isGood: true, sentence },
      [
        ['Deserves a look', words.warnings],
        ['', filesWords(outcome, told)],
      ],
      told.line.screen,
    ),
    data: { ...data, submitted: true, amount: orNull(sheet.amountRequested), answer_by: sheet.deadlines.answerBy },
    files: filesOf(outcome, told),
    warnings: keptWarnings(outcome.forms),
  };
}

function submitted({ planFile }: SubmitOutcome, { line }: FundingTold): string {
  if (planFile === undefined) return 'was submitted already';
  return line.shared.dryRun ? 'would be submitted' : 'is submitted';
}

type InTheWay = ReturnType<typeof wordsInTheWay>;

function wordsInTheWay({ sheet, problems, holders, eligible, locale }: SubmitOutcome) {
  return {
    missing: problems.missing.map(({ key, what, reason }) => {
      const choice = key === 'fund' && sheet.fund === undefined ? chooseFrom(eligible) : '';
      return `${key}: ${what}${reason === undefined ? '' : ` (${reason})`}${choice}`;
    }),
    failed: problems.failed.map((sentence) => formatSentence(sentence, fully(locale))),
    warnings: problems.warnings.map((sentence) => formatSentence(sentence, fully(locale))),
    holders: holders.map(({ partnerName, title, campaign, inFund, state }) => {
      const held = formatValue(amount(inFund, sheet.fund!.currency), fully(locale));
      return `${partnerName}, ${title} (${campaign}): ${held} ${state}`;
    }),
  };
}

function chooseFrom(eligible: readonly string[]): string {
  return eligible.length === 0 ? '; none can pay it' : `: ${eligible.join(', ')}`;
}

function notReady({ found, sheet }: SubmitOutcome, words: InTheWay, { line }: FundingTold): Outcome {
  const { files, campaign } = found;
  const requester = singleLine(files.partner.contacts[0]?.name ?? 'First Last');
  const ask = `cam plan marketing ${files.id} --request ${campaign.id} --with requester="${requester}" …`;
  const command = typedCommand(ask, line.screen);
  return {
    exitCode: EXIT.dataNeedsFixing,
    text: pointsText(
      { isGood: false, sentence: `The request for ${campaign.id} is not ready. Nothing was written.` },
      [
        ['Missing', words.missing],
        ['Does not hold', words.failed],
        [`Who holds money of ${sheet.fund?.fund.id ?? ''}`, words.holders],
        ['Deserves a look', words.warnings],
        ['Fill in', words.missing.length > 0 ? [`${command}, or in the plan's file under request`] : []],
      ],
      line.screen,
    ),
    data: { partner: files.id, campaign: campaign.id, ...words, submitted: false },
  };
}

/** What was recorded of an answer. */
export function decisionOutcome(
  { found, answer, amount: money, planFile, locale }: DecidedRequest,
  { line, root }: FundingTold,
): Outcome {
  const { id } = found.campaign;
  const words = money === undefined ? '' : `: ${formatAmount(money, found.plan.currency, fully(locale))}`;
  const what =
    answer === 'paid' ? `The claim of ${id} is paid${words}.` : `The request for ${id} is ${answer}${words}.`;
  const command = typedCommand(`cam plan marketing ${found.files.id} --request ${id}`, line.screen);
  return {
    exitCode: EXIT.done,
    text: pointsText(
      { isGood: true, sentence: line.shared.dryRun ? `${what} Nothing was written.` : what },
      [
        ['Next', answer === 'rejected' ? [`Correct it, then send it again: ${command}`] : []],
        ['', [planFile]],
      ],
      line.screen,
    ),
    data: { partner: found.files.id, campaign: id, answer, ...(money !== undefined && { amount: money }) },
    files: filesOf({ planFile, forms: [], found }, { line, root }),
  };
}

/** What a claim became. */
export function claimOutcome(outcome: ClaimOutcome, told: FundingTold): Outcome {
  const { found, sheet, locale } = outcome;
  const { id } = found.campaign;
  const { screen, shared } = told.line;
  const problems = outcome.problems.map((sentence) => formatSentence(sentence, fully(locale)));
  const data = { partner: found.files.id, campaign: id, problems, amount: orNull(sheet.amount) };
  if (problems.length > 0) {
    const sentence = `The claim of ${id} is not ready. Nothing was written.`;
    return {
      exitCode: EXIT.dataNeedsFixing,
      text: pointsText(
        { isGood: false, sentence },
        [
          ['To be mended', problems],
          ['Record what came', verifyFirst(outcome, screen)],
        ],
        screen,
      ),
      data: { ...data, claimed: false },
    };
  }
  const claimed = formatValue(amount(sheet.amount, found.plan.currency), fully(locale));
  const sentence = `${claimed} ${shared.dryRun ? 'would be claimed' : 'is claimed'} for ${id}.`;
  return {
    exitCode: EXIT.done,
    text: pointsText({ isGood: true, sentence }, [['', filesWords(outcome, told)]], screen),
    data: { ...data, claimed: true },
    files: filesOf(outcome, told),
    warnings: keptWarnings(outcome.forms),
  };
}

/** The command that records what came, where nobody knows how many leads did. */
function verifyFirst({ found, sheet }: ClaimOutcome, screen: Screen): string[] {
  const came = sheet.actual[0]?.count;
  if (came !== undefined && isKnown(came)) return [];
  const command = `cam plan marketing ${found.files.id} --quarter ${formatFiscalQuarter(found.plan.quarter)} --verify`;
  return [typedCommand(command, screen)];
}

type Written = Pick<ClaimOutcome, 'found' | 'planFile' | 'forms'>;

function filesWords({ planFile, forms }: Written, { line }: FundingTold): string[] {
  const plan = planFile === undefined ? [] : [line.shared.dryRun ? `Would write ${planFile}` : planFile];
  return [...plan, ...writtenLines(forms, line)];
}

function filesOf({ found, planFile, forms }: Written, { line, root }: FundingTold): WrittenFile[] {
  const { dryRun } = line.shared;
  return [
    ...inputFiles(root, planFile === undefined || dryRun ? [] : [planFile]),
    ...writtenOf(forms, dryRun).map(({ path }) => ({ path, kind: 'mdf-form', partner: found.files.id })),
  ];
}

function fully(locale: Locale) {
  return { locale, precision: 'full' } as const;
}

function orNull(value: Known<number>): number | null {
  return isKnown(value) ? value : null;
}
