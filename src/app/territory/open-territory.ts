import { loadTerritory } from '../../input/load-territory.ts';
import type { Problem } from '../../input/problem.ts';
import type { Territory } from '../../schema/territory.ts';
import { Failure } from '../../units/failure.ts';

/** A territory that can be used, and what was wrong with the partners that were left out of it. */
export interface OpenTerritory {
  readonly territory: Territory;
  readonly problems: readonly Problem[];
  /** Ids of partners whose files have an error. */
  readonly leftOut: readonly string[];
  /** Every partner that has a folder. */
  readonly partnerIds: readonly string[];
  /** Files read. */
  readonly files: number;
}

/**
 * Opens the territory in a folder, whole or for some partners.
 * @throws Failure (data) when `cam.yaml` or the tiers cannot be used.
 */
export async function openTerritory(
  root: string,
  options: { readonly only?: readonly string[] } = {},
): Promise<OpenTerritory> {
  const { territory, problems, partnerIds, files } = await loadTerritory(root, options);
  if (!territory) throw unusable(problems);
  const failed = problems.filter(({ severity, partner }) => severity === 'error' && partner !== undefined);
  const leftOut = [...new Set(failed.map(({ partner }) => partner!))].sort();
  return { territory, problems, leftOut, partnerIds, files };
}

/** The failure of a territory or a template that cannot be used, by its first mistake. */
export function unusable(problems: readonly Problem[]): Failure {
  const first = problems.find(({ severity, partner }) => severity === 'error' && partner === undefined);
  if (!first) throw new Error('A territory without a problem could not be opened.');
  const place = first.line === undefined ? first.file : `${first.file}:${first.line}`;
  const words = first.path ? `${first.path}: ${first.message}` : first.message;
  return new Failure('data', `${place}: ${words}.`, first.remedy ?? 'cam check shows every problem with its place.');
}
