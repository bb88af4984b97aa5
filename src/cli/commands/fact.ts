import { editPartner } from '../../app/partner-edit/edit-partner.ts';
import { openWorkspace } from '../../app/territory/open-workspace.ts';
import type { Pair } from '../../app/partner-edit/partner-edit.ts';
import { Failure } from '../../units/failure.ts';
import { monthOf } from '../../units/year-month.ts';
import type { Command, CommandLine } from '../command.ts';
import { outcomeOfEdit } from '../print/edit-outcome.ts';
import { changeSettingOf, openRequestOf } from '../page-options.ts';

/** `cam fact ID METRIC VALUE --period P`: one figure in the partner's facts; the same metric and period is replaced. */
export const run: Command = async (line) => {
  const { args, shared } = line;
  const pairs = typedFact(line, await periodOf(line));
  const request = { ...(await changeSettingOf(line)), id: String(args[0]), force: shared.force };
  return outcomeOfEdit(await editPartner(request, [{ kind: 'add', what: 'fact', pairs }]), line, request.root);
};

/** The period that was typed; at a terminal it is asked for, and Enter takes the month of the as-of day. */
async function periodOf({ args, options, screen, shared, effects }: CommandLine): Promise<string> {
  const typed = options['period'];
  if (typeof typed === 'string') return typed;
  if (!screen.interactive) {
    const remedy = '--period 2026-01, FY26-Q3, FY26 or a day such as 2026-02-28.';
    throw new Failure('usage', 'A figure needs its period.', remedy);
  }
  const { asOf } = await openWorkspace(openRequestOf({ shared, effects }));
  const { askPeriod } = await import('../prompts/period-question.ts');
  return askPeriod({ metric: String(args[1]), month: monthOf(asOf), json: shared.json });
}

function typedFact({ args, options }: CommandLine, period: string): readonly Pair[] {
  const { currency, source } = options as Readonly<Record<string, string | undefined>>;
  return [
    { key: 'metric', value: String(args[1]) },
    { key: 'period', value: period },
    { key: 'value', value: String(args[2]) },
    ...(currency === undefined ? [] : [{ key: 'currency', value: currency.toUpperCase() }]),
    ...(source === undefined ? [] : [{ key: 'source', value: source }]),
  ];
}
