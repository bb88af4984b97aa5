import { input, select } from '@inquirer/prompts';
import { currencyCode } from '../../app/partners/add-partner.ts';
import { STARTING_CURRENCY, type TerritoryAnswers } from '../../app/territory/new-territory-file.ts';
import { singleLine } from '../../units/clean-text.ts';
import { formatMonthInFull } from '../../units/format.ts';
import { parsePlainDate, type PlainDate } from '../../units/plain-date.ts';
import { yearMonth } from '../../units/year-month.ts';
import { promptOutput } from './prompt-output.ts';

const MONTHS = Array.from({ length: 12 }, (_, index) => formatMonthInFull(yearMonth(2000, index + 1)));

/** Asks what a new territory needs to know and was not said on the command line. */
export async function askTerritory(
  known: Partial<TerritoryAnswers>,
  { json, defaults, today }: { readonly json: boolean; readonly defaults: TerritoryAnswers; readonly today: PlainDate },
): Promise<TerritoryAnswers> {
  const context = promptOutput(json);
  const ask = (message: string) =>
    input({ message, validate: (text) => singleLine(text) !== '' || 'Please type a name.' }, context);
  const vendor = known.vendor ?? (await ask('The company whose partners you manage:'));
  const name = known.name ?? (await ask('Your name, as it stands on reviews:'));
  const typed =
    known.currency ??
    (await input(
      { message: 'Currency (three-letter code):', default: defaults.currency, validate: isCurrency },
      context,
    ));
  const currency = currencyCode(typed);
  const isForeign = known.currency === undefined && currency !== STARTING_CURRENCY;
  const rate = isForeign ? await askRate(currency, { today, context }) : undefined;
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
  return { vendor: singleLine(vendor), name: singleLine(name), currency, fiscalStartMonth, rate };
}

/** What the starting numbers of plans are turned into the territory's currency at; undefined where nobody says it. */
async function askRate(
  currency: string,
  { today, context }: { readonly today: PlainDate; readonly context: ReturnType<typeof promptOutput> },
): Promise<TerritoryAnswers['rate']> {
  const message = `1 ${STARTING_CURRENCY} in ${currency}, for the starting numbers of plans (Enter skips):`;
  const typed = (await input({ message, validate: isRate }, context)).trim();
  if (typed === '') return undefined;
  const day = await input({ message: 'That rate holds from:', default: today, validate: isDay }, context);
  return { rate: Number(typed), date: parsePlainDate(day.trim())! };
}

const HIGHEST_RATE = 1e9;

function isRate(text: string): true | string {
  const rate = /^\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : NaN;
  const isFine = text.trim() === '' || (rate > 0 && rate <= HIGHEST_RATE);
  return isFine || 'Write a number with a point, for example 0.92, or nothing.';
}

function isDay(text: string): true | string {
  return parsePlainDate(text.trim()) !== undefined || 'Write the day as 2026-03-31.';
}

function isCurrency(text: string): true | string {
  return /^[A-Za-z]{3}$/.test(text.trim()) || 'Write a three-letter code, for example USD.';
}
