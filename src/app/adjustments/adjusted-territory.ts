import { join } from 'node:path';
import { differing } from '../../domain/adjustments/adjusted-figures.ts';
import { writeFileAtomically } from '../../output/write-file.ts';
import type { Adjustment } from '../../schema/adjustments.ts';
import type { PartnerFiles } from '../../schema/territory.ts';
import type { Workspace } from '../territory/open-workspace.ts';
import { everyFigure, type Figures } from '../figures/every-figure.ts';
import { artifactInput } from '../pages/partner-pages.ts';
import { planTableChanges } from '../tables/plan-changes.ts';
import { tableById } from '../tables/registry.ts';
import type { CellValue, RowChange } from '../tables/table.ts';

/** Every figure of a partner with these adjustments instead of those on its file. */
export function figuresWith(
  workspace: Workspace,
  files: PartnerFiles,
  adjustments: readonly Adjustment[] = files.adjustments ?? [],
): Figures {
  return everyFigure(artifactInput(workspace, { ...files, adjustments })).figures;
}

/** Names of the figures that a change of the adjustments changes. */
export function changedFigures(before: Figures, after: Figures): readonly string[] {
  return differing(after, before);
}

/** What of an adjustment stands in its file, by column. */
export function cellsOf(adjustment: Partial<Adjustment>): Readonly<Record<string, CellValue>> {
  return Object.fromEntries(
    Object.entries(adjustment).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

/**
 * Writes one change into the partner's `adjustments.yaml`, every other byte as it was.
 * @returns the file, relative to the territory
 */
export async function writeAdjustment(
  { territory }: Workspace,
  change: RowChange,
  { dryRun }: { readonly dryRun: boolean },
): Promise<string> {
  const planned = await planTableChanges(territory, [{ table: tableById('adjustments'), changes: [change] }]);
  if (!dryRun) {
    for (const { path, content } of planned) await writeFileAtomically(join(territory.root, path), content);
  }
  return `partners/${change.partner ?? ''}/adjustments.yaml`;
}
