import { reasonsMarkdown } from '../../../app/figures/reasons-markdown.ts';
import { reasonsOf } from '../../../app/figures/reasons.ts';
import { EXIT, type Command, type CommandLine, type Outcome } from '../../command.ts';
import { dayOption } from '../../day-option.ts';
import { quarterOption, workspaceOf } from '../../page-options.ts';
import { printReasons } from '../../print/print-reasons.ts';
import { recordFromLine } from './adjust.ts';
import { settleFromLine, settlementOf } from './settle.ts';
import { Failure } from '../../../units/failure.ts';
import { formatSentence } from '../../../units/format.ts';
import { isKnown } from '../../../units/missing.ts';

/** `cam why`: the reasons of a figure; with --adjust or --dispute an objection to it is recorded, with --accept and the like settled. */
export const run: Command = async (line) => {
  const { options } = line;
  const settlement = settlementOf(line);
  if (settlement) return settleFromLine(line, settlement);
  if (line.args[1] === undefined)
    throw new Failure('usage', 'Which figure?', `For example: cam why ${String(line.args[0])} pace`);
  const isObjection = options['adjust'] !== undefined || options['dispute'] !== undefined;
  return isObjection ? recordFromLine(line) : reasonsFromLine(line);
};

async function reasonsFromLine(line: CommandLine): Promise<Outcome> {
  const { args, options, shared, screen } = line;
  const workspace = await workspaceOf(line);
  const quarter = quarterOption(options);
  const reasons = reasonsOf(workspace, {
    partnerId: String(args[0]),
    figureId: String(args[1]),
    quarter,
    since: dayOption(options['since'], '--since'),
  });
  const { figure, id, partner, leftOut, history } = reasons;
  const { evidence, value, status } = figure;
  const full = { locale: reasons.locale, precision: 'full' } as const;
  return {
    exitCode: EXIT.done,
    text: shared.format?.includes('md') ? reasonsMarkdown(reasons) : printReasons(reasons, screen),
    data: {
      partner: partner.id,
      figure: id,
      label: figure.label,
      value,
      status: status?.word ?? null,
      formula: evidence.formula,
      workings: evidence.workings ? formatSentence(evidence.workings, full) : null,
      counted: (evidence.selection?.counted ?? []).map(({ deal, amount, state }) => ({
        key: `${deal.source}:${deal.id}`,
        account: deal.account ?? null,
        name: deal.name ?? null,
        state,
        closeDate: deal.close_date ?? null,
        amount: isKnown(amount) ? amount : null,
      })),
      records: evidence.records?.counted ?? [],
      leftOut: evidence.records
        ? evidence.records.leftOut.map(({ reason, records }) => ({ reason, rows: records.length, amount: null }))
        : leftOut,
      plan: (evidence.plan ?? []).map((words) => formatSentence(words, full)),
      parts: (evidence.parts ?? []).map((words) => formatSentence(words, full)),
      beside: (evidence.beside ?? []).map((words) => formatSentence(words, full)),
      adjustments: history.map(({ adjustment, status, internal, effect }) => ({
        id: adjustment.id,
        status,
        recorded: adjustment.recorded,
        by: adjustment.by,
        settled: status === 'open' ? null : (adjustment.settled ?? null),
        settledBy: status === 'open' ? null : (adjustment.settled_by ?? null),
        without: effect?.without ?? null,
        text: formatSentence(internal, full),
      })),
      sources: evidence.sources.map((words) => formatSentence(words, full)),
    },
  };
}
