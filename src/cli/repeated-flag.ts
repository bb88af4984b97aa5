import type { Option } from 'commander';
import { singleLine } from '../units/clean-text.ts';
import { Failure } from '../units/failure.ts';

/** Placeholders of flags that take several values with commas between them: `--format <list>`. */
const LIST = /<(list|ids|numbers|pairs|people|names|kinds)>$/;

/**
 * The flag, made to mind that it is typed twice: the values of a list add up, `--format xlsx --format html`; of any other flag that takes
 * one value nobody knows which one is meant. Switches and flags of many words stay as they are.
 * @throws Failure (usage) while the command line is read
 */
export function onceOrList(option: Option): Option {
  if (option.isBoolean() || option.variadic) return option;
  const isList = LIST.test(option.flags);
  return option.argParser<string>((value, earlier) => {
    if (typeof earlier !== 'string') return value;
    if (isList) return `${earlier}, ${value}`;
    throw new Failure(
      'usage',
      `${option.long} is given twice: ${singleLine(earlier)} and ${singleLine(value)}.`,
      'Say it once.',
    );
  });
}
