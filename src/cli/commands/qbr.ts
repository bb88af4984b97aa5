import { writableFormats } from '../page-command.ts';
import { activePartnerIds } from '../../app/partners/active-partners.ts';
import { deckThreadFor } from '../../app/pages/deck-thread.ts';
import { partnerById } from '../../app/pages/partner-pages.ts';
import { produceBatch, shardOf, type BatchResult, type PageRequest } from '../../app/pages/produce.ts';
import { Failure } from '../../units/failure.ts';
import { EXIT, type Command } from '../command.ts';
import { editionOption, openRequestOf, outFolder, partnerChoice, quarterOption, workspaceOf } from '../page-options.ts';
import { printBatch } from '../print/print-batch.ts';
import { batchOutcome } from '../print/batch-outcome.ts';
import { typedCommand } from '../print/typed-command.ts';

/** `cam qbr`: review decks for one partner, several or all. */
export const run: Command = async (line) => {
  const { args, options, shared, effects, screen } = line;
  const typed = (args[0] ?? []) as readonly string[];
  const all = options['all'] === true;
  const formats = writableFormats(line, { artifact: 'qbr', what: 'A deck' });
  const makeDeck = formats.includes('pptx') ? await deckThreadFor(openRequestOf(line), all ? [] : typed) : undefined;
  const workspace = await workspaceOf(line);
  const chosen = partnerChoice(typed, all, workspace);
  if (!all) chosen.forEach((id) => partnerById(workspace, id));
  const quarter = quarterOption(options);
  const request: PageRequest = {
    artifact: 'qbr',
    edition: editionOption(options),
    ...(quarter && { quarter }),
    formats,
    out: outFolder(workspace, line),
    force: shared.force,
    dryRun: shared.dryRun,
  };
  const result = await produceBatch(workspace, shardOf(chosen, shardOption(options)), {
    request,
    progress: effects.progress,
    makeDeck,
  });
  const printing = {
    screen,
    locale: workspace.territory.config.locale,
    currency: workspace.territory.config.currency,
    out: request.out,
    currentFolder: effects.currentFolder,
    noun: 'deck',
    dryRun: shared.dryRun,
    retired: all ? activePartnerIds(workspace).retired : [],
  };
  return {
    ...batchOutcome(result, request),
    text:
      printBatch(result, printing) +
      openInputsHint(result, request, typedCommand(`cam qbr ${all ? '--all' : chosen.join(' ')}`, screen)),
    exitCode: result.failed.length > 0 ? EXIT.someFailed : EXIT.done,
  };
};

/** What is open is counted beside each deck of the partner edition and listed in the other one. */
function openInputsHint({ pages }: BatchResult, { edition, dryRun }: PageRequest, command: string): string {
  const isOpen = edition === 'partner' && !dryRun && pages.some(({ openInputs }) => openInputs.length > 0);
  return isOpen ? `What is open is listed by:\n  ${command} --edition internal\n` : '';
}

function shardOption(options: Readonly<Record<string, unknown>>): { readonly part: number; readonly of: number } {
  const typed = options['shard'];
  if (typed === undefined) return { part: 1, of: 1 };
  const match = /^(\d{1,3})\/(\d{1,3})$/.exec(String(typed));
  const [part, of] = [Number(match?.[1]), Number(match?.[2])];
  if (!(part >= 1 && part <= of))
    throw new Failure('usage', `"${String(typed)}" is no shard.`, 'Write part 2 of 4 as 2/4.');
  return { part, of };
}
