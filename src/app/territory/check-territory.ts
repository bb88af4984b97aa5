import { access } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import { measureBalance } from '../../domain/metrics/measure-balance.ts';
import { SCHEMAS, type FileSchema } from '../../input/json-schemas.ts';
import { loadMgo } from '../../input/load-mgo.ts';
import { loadTemplate } from '../../input/load-template.ts';
import { TERRITORY_TEMPLATES } from '../../input/load-templates.ts';
import { loadTerritory } from '../../input/load-territory.ts';
import type { Problem } from '../../input/problem.ts';
import type { MetricsTemplate } from '../../schema/metrics.ts';
import { Failure } from '../../units/failure.ts';
import { loadRememberedMappings } from '../import/mapping/remembered-mappings.ts';

export type { Problem } from '../../input/problem.ts';

/** What a check found. */
export interface CheckReport {
  readonly root: string;
  readonly problems: readonly Problem[];
  readonly errors: number;
  readonly warnings: number;
  /** Files read. */
  readonly files: number;
  /** Files with an error or a warning. */
  readonly filesWithProblems: number;
  readonly partners: number;
  readonly deals: number;
}

export interface CheckRequest {
  /** Absolute path of the territory. */
  readonly root: string;
  readonly currentFolder: string;
  /** Files and folders to look at, relative to the current folder; none means the whole territory. */
  readonly paths: readonly string[];
}

/**
 * Validates every file of a territory, or the ones named.
 * @throws Failure (usage) for a path that does not exist or lies outside the territory.
 */
export async function checkTerritory({ root, currentFolder, paths }: CheckRequest): Promise<CheckReport> {
  const wanted = await Promise.all(paths.map((path) => insideOf(root, resolve(currentFolder, path), path)));
  const only = partnersOf(wanted);
  const { problems: found, files, territory } = await loadTerritory(root, only ? { only } : {});
  const overrides = await otherOverrides(root);
  const balance = territory ? balanceProblems(territory.metrics) : [];
  const remembered = only ? { mappings: [], problems: [] } : await loadRememberedMappings(root);
  const mgo = only ? { problems: [], read: false } : await loadMgo(root);
  const isWanted = ({ file }: Problem) =>
    wanted.length === 0 || wanted.some((path) => path === '' || file === path || file.startsWith(`${path}/`));
  const problems = [...found, ...overrides.problems, ...balance, ...remembered.problems, ...mgo.problems].filter(
    isWanted,
  );
  const count = (severity: Problem['severity']) => problems.filter((problem) => problem.severity === severity).length;
  return {
    root,
    problems,
    errors: count('error'),
    warnings: count('warning'),
    files: files + overrides.files + remembered.mappings.length + Number(mgo.read),
    filesWithProblems: new Set(problems.map(({ file }) => file)).size,
    partners: territory?.partners.length ?? 0,
    deals: territory?.partners.reduce((sum, { deals }) => sum + (deals?.rows.length ?? 0), 0) ?? 0,
  };
}

/** A program whose metrics measure only what was is told which kinds of measure it lacks. */
function balanceProblems(metrics: MetricsTemplate): Problem[] {
  const note = measureBalance(metrics);
  if (note === undefined) return [];
  const message = `${note.charAt(0).toLowerCase()}${note.slice(1)}`.replace(/\.$/, '');
  return [{ severity: 'warning', file: 'templates/metrics.yaml', message }];
}

/** Overrides of templates that reading the territory does not need. */
async function otherOverrides(
  root: string,
): Promise<{ readonly problems: readonly Problem[]; readonly files: number }> {
  const entries: readonly (readonly [string, FileSchema])[] = Object.entries(SCHEMAS);
  const names = entries.filter(([name, { override }]) => override && !TERRITORY_TEMPLATES.includes(name));
  const readings = await Promise.all(names.map(([name, { schema }]) => loadTemplate(name, schema, root)));
  const problems = readings.flatMap((reading) => reading.problems);
  return { problems, files: readings.filter(({ overridden }) => overridden).length };
}

/** The path relative to the territory, with forward slashes; empty for the territory itself. */
async function insideOf(root: string, path: string, typed: string): Promise<string> {
  const inside = relative(root, path).split(sep).join('/');
  if (inside === '..' || inside.startsWith('../')) {
    throw new Failure('usage', `${typed} is not in the territory ${root}.`);
  }
  await access(path).catch(() => {
    throw new Failure('usage', `There is no file or folder ${typed}.`);
  });
  return inside;
}

/** The partners that are enough to read, when every path lies in the folder of one. */
function partnersOf(paths: readonly string[]): readonly string[] | undefined {
  const ids = paths.map((path) => /^partners\/([^/]+)/.exec(path)?.[1]);
  return ids.length > 0 && ids.every((id) => id !== undefined) ? ids : undefined;
}
