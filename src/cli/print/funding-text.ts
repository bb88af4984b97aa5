import type { ClaimOutcome } from '../../app/marketing-plan/requests/claim-funds.ts';
import type { DecidedRequest } from '../../app/marketing-plan/requests/decide-request.ts';
import type { SubmitOutcome } from '../../app/marketing-plan/requests/submit-request.ts';
import { singleLine } from '../../units/clean-text.ts';
import { formatFiscalQuarter } from '../../units/fiscal-quarter.ts';
import { formatAmount, formatDate, formatSentence, formatValue } from '../../units/format.ts';
import { isKnown } from '../../units/missing.ts';
import { amount } from '../../units/value.ts';
import { coloursOf } from './colours.ts';
import { EXIT, type CommandLine, type Outcome, type WrittenFile } from '../command.ts';
import { plainSpaces } from './plain-spaces.ts';
import { wrapWords } from './wrap-words.ts';
import { writtenLines } from './written-lines.ts';

const FULL = { locale: 'en-GB', precision: 'full' } as const;

/** What a request became: all that stands in its way, or what was asked for and until when it is answered. */
export function submitOutcome(outcome: SubmitOutcome, line: CommandLine): Outcome {
  const { found, sheet, problems, holders, eligible } = outcome;
  const { id } = found.campaign;
  const words = {
    missing: problems.missing.map(({ key, what, reason }) => {
      const choice = key === 'fund' && sheet.fund === undefined ? chooseFrom(eligible) : '';
      return `${key}: ${what}${reason === undefined ? '' : ` (${reason})`}${choice}`;
    }),
    failed: problems.failed.map((sentence) => formatSentence(sentence, FULL)),
    warnings: problems.warnings.map((sentence) => formatSentence(sentence, FULL)),
    holders: holders.map(
      (one) =>
        `${one.partnerName}, ${one.title} (${one.campaign}): ${formatValue(amount(one.inFund, sheet.fund!.currency), FULL)} ${one.state}`,
    ),
  };
  const data = { partner: found.files.id, campaign: id, ...words };
  if (words.missing.length + words.failed.length > 0) {
    return {
      exitCode: EXIT.dataNeedsFixing,
      text: textOf(line, false, `The request for ${id} is not ready. Nothing was written.`, [
        ['Missing', words.missing],
        ['Does not hold', words.failed],
        [`Who holds money of ${sheet.fund?.fund.id ?? ''}`, words.holders],
        ['Deserves a look', words.warnings],
        ...(words.missing.length > 0
          ? [
              [
                'Fill in',
                [
                  `cam plan marketing ${found.files.id} --request ${id} --with requester="${singleLine(found.files.partner.contacts[0]?.name ?? 'First Last')}" …, or in the plan's file under request`,
                ],
              ] as const,
            ]
          : []),
      ]),
      data: { ...data, submitted: false },
    };
  }
  const asked = formatValue(amount(sheet.amountRequested, found.plan.currency), FULL);
  const answer = formatDate(sheet.deadlines.answerBy, 'en-GB');
  const fund = sheet.fund?.fund.title ?? sheet.fund?.fund.id ?? '';
  const verb =
    outcome.planFile === undefined
      ? 'was submitted already'
      : line.shared.dryRun
        ? 'would be submitted'
        : 'is submitted';
  return {
    exitCode: EXIT.done,
    text: textOf(line, true, `The request for ${id} ${verb}: ${asked} of ${fund}, to be answered by ${answer}.`, [
      ['Deserves a look', words.warnings],
      ['', filesWords(outcome, line)],
    ]),
    data: { ...data, submitted: true, amount: known(sheet.amountRequested), answer_by: sheet.deadlines.answerBy },
    files: filesOf(outcome, line),
  };
}

/** What was recorded of an answer. */
export function decisionOutcome(
  { found, answer, amount: money, planFile }: DecidedRequest,
  line: CommandLine,
): Outcome {
  const { id } = found.campaign;
  const words = money === undefined ? '' : `: ${formatAmount(money, found.plan.currency, FULL)}`;
  const what =
    answer === 'paid' ? `The claim of ${id} is paid${words}.` : `The request for ${id} is ${answer}${words}.`;
  const next =
    answer === 'rejected'
      ? [`Correct it, then send it again: cam plan marketing ${found.files.id} --request ${id}`]
      : [];
  return {
    exitCode: EXIT.done,
    text: textOf(line, true, line.shared.dryRun ? `${what} Nothing was written.` : what, [
      ['Next', next],
      ['', [planFile]],
    ]),
    data: { partner: found.files.id, campaign: id, answer, ...(money !== undefined && { amount: money }) },
    files: filesOf({ found, planFile, forms: [] }, line),
  };
}

/** What a claim became. */
export function claimOutcome(outcome: ClaimOutcome, line: CommandLine): Outcome {
  const { found, sheet } = outcome;
  const { id } = found.campaign;
  const problems = outcome.problems.map((sentence) => formatSentence(sentence, FULL));
  const data = { partner: found.files.id, campaign: id, problems, amount: known(sheet.amount) };
  const came = sheet.actual[0]?.count;
  const lacksCounts = came === undefined || !isKnown(came);
  const quarter = formatFiscalQuarter(found.plan.quarter);
  if (problems.length > 0) {
    return {
      exitCode: EXIT.dataNeedsFixing,
      text: textOf(line, false, `The claim of ${id} is not ready. Nothing was written.`, [
        ['To be mended', problems],
        ['Record what came', lacksCounts ? [`cam plan marketing ${found.files.id} --quarter ${quarter} --verify`] : []],
      ]),
      data: { ...data, claimed: false },
    };
  }
  const claimed = formatValue(amount(sheet.amount, found.plan.currency), FULL);
  return {
    exitCode: EXIT.done,
    text: textOf(line, true, `${claimed} ${line.shared.dryRun ? 'would be claimed' : 'is claimed'} for ${id}.`, [
      ['', filesWords(outcome, line)],
    ]),
    data: { ...data, claimed: true },
    files: filesOf(outcome, line),
  };
}

type Part = readonly [heading: string, lines: readonly string[]];

/** A first line with its sign, then a heading and its points for each part that has any. */
function textOf({ screen }: CommandLine, isGood: boolean, first: string, parts: readonly Part[]): string {
  const { green, red, bold } = coloursOf(screen);
  const sign = isGood ? green(screen.unicode ? '✓' : 'ok') : red(screen.unicode ? '✗' : 'x');
  const point = screen.unicode ? '·' : '-';
  const wrapped = (words: string, lead: string) =>
    wrapWords(plainSpaces(words), screen.width - lead.length).map(
      (text, index) => `${index === 0 ? lead : ' '.repeat(lead.length)}${text}`,
    );
  const lines = parts
    .filter(([, points]) => points.length > 0)
    .flatMap(([heading, points]) => [
      ...(heading === '' ? [] : ['', `  ${bold(heading)}`]),
      ...points.flatMap((words) => (heading === '' ? [`  ${words}`] : wrapped(words, `  ${point} `))),
    ]);
  const [head = '', ...rest] = wrapped(first, '  ');
  return [`${sign} ${head.trim()}`, ...rest, ...lines].map((text) => `${text}\n`).join('');
}

function chooseFrom(eligible: readonly string[]): string {
  return eligible.length === 0 ? '; none can pay it' : `: ${eligible.join(', ')}`;
}

interface Written {
  readonly found: { readonly files: { readonly id: string } };
  readonly planFile?: string;
  readonly forms: SubmitOutcome['forms'];
}

function filesWords({ planFile, forms }: Written, line: CommandLine): string[] {
  const plan = planFile === undefined ? [] : [line.shared.dryRun ? `Would write ${planFile}` : planFile];
  return [...plan, ...writtenLines(forms, line)];
}

function filesOf({ found, planFile, forms }: Written, { shared }: CommandLine): WrittenFile[] {
  if (shared.dryRun) return [];
  const partner = found.files.id;
  return [
    ...(planFile === undefined ? [] : [{ path: planFile, kind: 'input', partner }]),
    ...forms
      .filter(({ decision }) => decision !== 'edited-by-hand')
      .map(({ path }) => ({ path, kind: 'mdf-form', partner })),
  ];
}

function known<T>(value: T): Exclude<T, { missing: string }> | null {
  return isKnown(value as never) ? (value as Exclude<T, { missing: string }>) : null;
}
