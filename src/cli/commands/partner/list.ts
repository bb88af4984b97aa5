import stringWidth from 'string-width';
import { openTerritory } from '../../../app/territory/open-territory.ts';
import { partnerLines, type PartnerLine } from '../../../app/partners/partner-list.ts';
import { territoryRoot } from '../../../app/territory/territory-root.ts';
import { cutText } from '../../../units/cut-text.ts';
import { formatDate } from '../../../units/format.ts';
import { coloursOf } from '../../print/colours.ts';
import { EXIT, type Command } from '../../command.ts';
import { firstPartnerRemedy } from '../../page-options.ts';
import { plainSpaces } from '../../print/plain-spaces.ts';
import { textTable } from '../../print/text-table.ts';
import { typedCommand } from '../../print/typed-command.ts';
import { wrapWords } from '../../print/wrap-words.ts';

/** On a narrower screen a long type is cut: otherwise its column would go whole, so that names stay readable. */
const ROOMY = 140;
const LONGEST_TYPE = 18;

/** `cam partner list`: every partner with its id. */
export const run: Command = async ({ shared, effects, screen }) => {
  const { currentFolder, today } = effects;
  const root = await territoryRoot({ currentFolder, workspace: shared.workspace });
  const { territory, leftOut } = await openTerritory(root);
  const { locale } = territory.config;
  const asOf = shared.asOf ?? territory.config.as_of ?? today;
  const lines = partnerLines(territory, asOf);
  const isWide = screen.width >= 100;
  const named = ({ name, retired }: PartnerLine): string =>
    retired ? `${name} (${retired < asOf ? 'retired' : 'until'} ${formatDate(retired, locale)})` : name;
  const row = (line: PartnerLine) => [
    line.id,
    named(line),
    screen.width < ROOMY ? cutText(line.typeWords, LONGEST_TYPE) : line.typeWords,
    line.tierTitle ?? 'no tier',
    ...(isWide ? [line.lapsed ? `${line.lifeStage}, lapsed` : line.lifeStage] : []),
    line.lastData ? formatDate(line.lastData, locale) : 'none',
  ];
  // That a partner has gone weighs more than the types of all.
  const withEnd = lines.filter(({ retired }) => retired).map((line) => stringWidth(named(line)));
  const layout = { screen, flexible: 1, droppable: 2, enough: Math.max(0, ...withEnd) };
  const table = textTable(
    ['Id', 'Name', 'Type', 'Tier', ...(isWide ? ['Stage'] : []), 'Last data'],
    lines.map(row),
    layout,
  );
  const { yellow } = coloursOf(screen);
  const missing = leftOut.flatMap((id) => {
    const words = `${id} has problems and is not listed: ${typedCommand(`cam check partners/${id}`, screen)}`;
    return wrapWords(words, screen.width - 2).map((line, index) => `${index === 0 ? yellow('!') : ' '} ${line}\n`);
  });
  const none = wrapWords(`No partners yet. ${firstPartnerRemedy(shared.home !== undefined)}`, screen.width).map(
    (line) => `${line}\n`,
  );
  return {
    exitCode: EXIT.done,
    text: plainSpaces((lines.length > 0 ? table : leftOut.length > 0 ? '' : none.join('')) + missing.join('')),
    data: { partners: lines },
    warnings: leftOut.map((id) => ({ where: `partners/${id}`, message: 'has problems and is not listed: cam check' })),
  };
};
