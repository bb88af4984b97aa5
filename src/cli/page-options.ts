import { resolve } from 'node:path';
import { activePartnerIds } from '../app/partners/active-partners.ts';
import { openWorkspace, type OpenRequest, type Workspace } from '../app/territory/open-workspace.ts';
import { Failure } from '../units/failure.ts';
import { parseFiscalQuarter, type FiscalQuarter } from '../units/fiscal-quarter.ts';
import type { ChangeSetting } from '../app/partner-changes/change-setting.ts';
import { territoryRoot } from '../app/territory/territory-root.ts';
import type { CommandLine } from './command.ts';

/** Opens the territory a command works in, by its flags. */
export function workspaceOf(line: Pick<CommandLine, 'shared' | 'effects'>): Promise<Workspace> {
  return openWorkspace(openRequestOf(line));
}

/** Which territory a command works in, and as of when, by its flags. */
export function openRequestOf({ shared, effects }: Pick<CommandLine, 'shared' | 'effects'>): OpenRequest {
  return {
    currentFolder: effects.currentFolder,
    today: effects.today,
    workspace: shared.workspace,
    home: shared.home,
    asOf: shared.asOf,
  };
}

/** Where and as of when a command changes a partner, by its flags. */
export async function changeSettingOf({
  shared,
  effects,
}: Pick<CommandLine, 'shared' | 'effects'>): Promise<ChangeSetting> {
  const { currentFolder, today } = effects;
  const root = await territoryRoot({ currentFolder, workspace: shared.workspace });
  return { root, asOf: shared.asOf, today, dryRun: shared.dryRun };
}

/**
 * The quarter that was typed.
 * @throws Failure (usage) when it is none.
 */
export function quarterOption(options: CommandLine['options']): FiscalQuarter | undefined {
  const typed = options['quarter'];
  if (typed === undefined) return undefined;
  const quarter = parseFiscalQuarter(String(typed));
  if (!quarter) throw new Failure('usage', `"${String(typed)}" is no quarter.`, 'Write it as FY26-Q3.');
  return quarter;
}

/**
 * The edition that was typed; the partner's is the default.
 * @throws Failure (usage) when it is none.
 */
export function editionOption(options: CommandLine['options']): 'partner' | 'internal' {
  const typed = options['edition'] ?? 'partner';
  if (typed !== 'partner' && typed !== 'internal') {
    throw new Failure('usage', `"${String(typed)}" is no edition.`, 'It is partner or internal.');
  }
  return typed;
}

/**
 * The partners a command is for: those typed, or with --all every one that is not retired.
 * @throws Failure (usage) when neither or both were given, or all of none.
 */
export function partnerChoice(typed: readonly string[], all: boolean, workspace: Workspace): readonly string[] {
  if (all && typed.length > 0) throw new Failure('usage', 'Name partners or say --all, not both.');
  if (all && workspace.partnerIds.length === 0)
    throw new Failure(
      'usage',
      'This territory has no partner yet.',
      firstPartnerRemedy(workspace.root !== workspace.territory.root),
    );
  if (all) return activePartnerIds(workspace).active;
  if (typed.length === 0)
    throw new Failure('usage', 'Which partner?', 'Name one, or say --all. List them with: cam partner list');
  return [...new Set(typed)];
}

/** How the first partner comes in; a workbook in a territory's place takes no commands that write. */
export function firstPartnerRemedy(isWorkbook: boolean): string {
  return isWorkbook
    ? 'Fill in the sheet "Partners" of the workbook.'
    : 'Add one with: cam partner add NAME --type TYPE, or import deals with --create-partners';
}

/** Folder of everything generated: `--out` from the current folder, else `out` in the territory. */
export function outFolder({ root }: Workspace, { shared, effects }: Pick<CommandLine, 'shared' | 'effects'>): string {
  return shared.out === undefined ? resolve(root, 'out') : resolve(effects.currentFolder, shared.out);
}
