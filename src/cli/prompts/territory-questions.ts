import { input, select } from '@inquirer/prompts';
import { currencyCode } from '../../app/partners/add-partner.ts';
import type { TerritoryAnswers } from '../../app/territory/new-territory-file.ts';
import { singleLine } from '../../units/clean-text.ts';
import { formatMonthInFull } from '../../units/format.ts';
import { yearMonth } from '../../units/year-month.ts';
import { promptOutput } from './prompt-output.ts';

const MONTHS = Array.from({ length: 12 }, (_, index) => formatMonthInFull(yearMonth(2000, index + 1)));

/** Asks what a new territory needs to know and was not said on the command line. */
export async function askTerritory(
  known: Partial<TerritoryAnswers>,
  { json, defaults }: { readonly json: boolean; readonly defaults: TerritoryAnswers },
): Promise<TerritoryAnswers> {
  const context = promptOutput(json);
  const ask = (message: string) =>
    input({ message, validate: (text) => singleLine(text) !== '' || 'Please type a name.' }, context);
  const vendor = known.vendor ?? (await ask('The company whose partners you manage:'));
  const name = known.name ?? (await ask('Your name, as it stands on reviews:'));
  const currency =
    known.currency ??
    (await input(
      { message: 'Currency (three-letter code):', default: defaults.currency, validate: isCurrency },
      context,
    ));
  const fiscalStartMonth =
    known.fiscalStartMonth ??
    (await select(
      {
        message: 'Your fiscal year starts in:',
        choices: MONTHS.map((month, index) => ({ name: month, value: index + 1 })),
        default: defaults.fiscalStartMonth,
      },
      context,
    ));
  return { vendor: singleLine(vendor), name: singleLine(name), currency: currencyCode(currency), fiscalStartMonth };
}

function isCurrency(text: string): true | string {
  return /^[A-Za-z]{3}$/.test(text.trim()) || 'Write a three-letter code, for example USD.';
}
