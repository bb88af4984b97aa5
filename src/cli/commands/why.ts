import { reasonsMarkdown } from '../../app/reasons-markdown.ts';
import { reasonsOf } from '../../app/reasons.ts';
import { EXIT, type Command } from '../command.ts';
import { quarterOption, workspaceOf } from '../page-options.ts';
import { printReasons } from '../print-reasons.ts';
import { formatSentence } from '../../units/format.ts';
import { isKnown } from '../../units/missing.ts';

/** `cam why`: the reasons of a figure. */
export const run: Command = async (line) => {
  const { args, options, shared, screen } = line;
  const workspace = await workspaceOf(line);
  const quarter = quarterOption(options);
  const reasons = reasonsOf(workspace, {
    partnerId: String(args[0]),
    figureId: String(args[1]),
    ...(quarter && { quarter }),
  });
  const { figure, id, partner, leftOut } = reasons;
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
      leftOut,
      sources: evidence.sources.map((words) => formatSentence(words, full)),
    },
  };
};
