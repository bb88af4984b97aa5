import { editPartner } from '../../app/partner-edit/edit-partner.ts';
import type { Pair } from '../../app/partner-edit/partner-edit.ts';
import { Failure } from '../../units/failure.ts';
import type { Command, CommandLine } from '../command.ts';
import { outcomeOfEdit } from '../edit-outcome.ts';
import { changeSettingOf } from '../page-options.ts';

/** `cam fact ID METRIC VALUE --period P`: one figure in the partner's facts; the same metric and period is replaced. */
export const run: Command = async (line) => {
  const { args, shared } = line;
  const pairs = typedFact(line);
  const request = { ...(await changeSettingOf(line)), id: String(args[0]), force: shared.force };
  return outcomeOfEdit(await editPartner(request, [{ kind: 'add', what: 'fact', pairs }]), line);
};

function typedFact({ args, options }: CommandLine): readonly Pair[] {
  const { period, currency, source } = options as Readonly<Record<string, string | undefined>>;
  if (period === undefined) {
    const remedy = '--period 2026-01, FY26-Q3, FY26 or a day such as 2026-02-28.';
    throw new Failure('usage', 'A figure needs its period.', remedy);
  }
  return [
    { key: 'metric', value: String(args[1]) },
    { key: 'period', value: period },
    { key: 'value', value: String(args[2]) },
    ...(currency === undefined ? [] : [{ key: 'currency', value: currency.toUpperCase() }]),
    ...(source === undefined ? [] : [{ key: 'source', value: source }]),
  ];
}
