import { addPartner, PARTNER_TYPE_CHOICES, partnerType, type AddedPartner } from '../../../app/partners/add-partner.ts';
import { openTerritory } from '../../../app/territory/open-territory.ts';
import { territoryRoot } from '../../../app/territory/territory-root.ts';
import type { Territory } from '../../../schema/territory.ts';
import { Failure } from '../../../units/failure.ts';
import { coloursOf } from '../../print/colours.ts';
import { EXIT, type Command, type CommandLine } from '../../command.ts';
import { inputFiles } from '../../files-in-territory.ts';
import { typedCommand } from '../../print/typed-command.ts';

/** `cam partner add NAME`: a folder and a profile for a new partner. */
export const run: Command = async (line) => {
  const { args, options, shared, effects } = line;
  const { currentFolder } = effects;
  const root = await territoryRoot({ currentFolder, workspace: shared.workspace });
  const { territory } = await openTerritory(root);
  const { currency, id } = options as Readonly<Record<string, string | undefined>>;
  const name = ((args[0] as readonly string[] | undefined) ?? []).join(' ');
  const kind = await typeAndTier(line, territory);
  const typed = { name, ...kind, ...(currency !== undefined && { currency }), ...(id !== undefined && { id }) };
  const added = await addPartner(typed, { territory, dryRun: shared.dryRun });
  return {
    exitCode: EXIT.done,
    text: closingWords(added, line),
    data: { partner: { id: added.id, name: added.name }, written: !shared.dryRun },
    files: shared.dryRun ? [] : inputFiles(root, [added.file]),
    warnings: added.sameName.map((other) => ({ where: added.file, message: `${other} has the same name` })),
  };
};

/** What was said on the command line; a person at a terminal is asked for the rest. */
async function typeAndTier({ options, shared, screen }: CommandLine, { tiers }: Territory) {
  const { type, tier } = options as Readonly<Record<string, string | undefined>>;
  if (type !== undefined) return { type: partnerType(type), ...(tier !== undefined && { tier }) };
  if (!screen.interactive) {
    const choices = PARTNER_TYPE_CHOICES.map(({ value }) => value).join(', ');
    throw new Failure('usage', 'A new partner needs a type: --type TYPE.', `Types: ${choices}.`);
  }
  const { askPartnerType, askTier } = await import('../../prompts/partner-questions.ts');
  const asked = await askPartnerType(PARTNER_TYPE_CHOICES, shared.json);
  const tierChoices = tiers.tiers.map(({ id, title }) => ({ value: id, name: title }));
  const askedTier = tier ?? (await askTier(tierChoices, shared.json));
  return { type: asked, ...(askedTier !== undefined && { tier: askedTier }) };
}

function closingWords({ id, name, file, sameName }: AddedPartner, { shared, screen }: CommandLine): string {
  const { bold, cyan, green, yellow } = coloursOf(screen);
  if (shared.dryRun) return `${name} would be added as ${id}: ${file}. Nothing was written.\n`;
  return [
    `${green(screen.unicode ? '✓' : 'ok')} ${name} is added as ${bold(id)}.`,
    ...sameName.map((other) => `${yellow('!')} ${other} has the same name: two partners, or one added twice?`),
    `  ${file}`,
    '',
    `${bold('Next')}  ${cyan(typedCommand(`cam import FILE.csv --partner ${id}`, screen))}`,
    '',
  ].join('\n');
}
