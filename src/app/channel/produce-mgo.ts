import { mgoDocument, type MgoResult } from '../../artifacts/mgo/index.ts';
import type { Document } from '../../document/document.ts';
import { fiscalCalendarOf, fiscalQuarterOf } from '../../domain/fiscal-calendar.ts';
import { givenMgo, keyInFile } from '../../domain/marketing/mgo/given-mgo.ts';
import { solveMgo } from '../../domain/marketing/mgo/solve-mgo.ts';
import { loadMgo, MGO_FILE } from '../../input/load-mgo.ts';
import { loadTemplate } from '../../input/load-template.ts';
import { mgoTemplateSchema, type MgoFile, type MgoName, type MgoTemplate } from '../../schema/mgo.ts';
import { formatFiscalYear } from '../../units/fiscal-quarter.ts';
import { unusable } from '../territory/open-territory.ts';
import type { Workspace } from '../territory/open-workspace.ts';
import type { FileFormat } from '../pages/render-page.ts';
import { writePage, type WrittenPage } from '../pages/write-page.ts';
import { mgoFailure } from './mgo-failure.ts';

/** What to work out, and what to make of it. */
export interface MgoRequest {
  /** Numbers tried out in place of the file's, rates as ratios. */
  readonly tried: ReadonlyMap<MgoName, number>;
  readonly solve: MgoName | undefined;
  readonly formats: readonly FileFormat[];
  /** Folder of everything generated, absolute. */
  readonly out: string;
  readonly force: boolean;
  readonly dryRun: boolean;
}

/** The page of the worksheet, and what became of its files. */
export interface ProducedMgo {
  readonly document: Document;
  readonly solved: MgoName;
  readonly isExample: boolean;
  readonly files: readonly WrittenPage[];
}

/**
 * Works out the worksheet of marketing-generated opportunities and writes its files; without one of the territory's own, the example.
 * @throws Failure (data) when the file or the template cannot be used, or the numbers leave more or less than one unknown
 */
export async function produceMgo(workspace: Workspace, request: MgoRequest): Promise<ProducedMgo> {
  const { territory } = workspace;
  const [{ value: file, problems }, template] = await Promise.all([
    loadMgo(territory.root),
    loadTemplate('mgo', mgoTemplateSchema, territory.root),
  ]);
  if (problems.length > 0) throw unusable(problems);
  if (!template.value) throw unusable(template.problems);
  const result = workedOut(workspace, { file, template: template.value, request });
  const document = mgoDocument(result);
  const { formats, out, force, dryRun } = request;
  const files = await writePage(document, { formats, out, force, dryRun, edition: 'partner', root: workspace.root });
  return { document, solved: result.solution.solved, isExample: result.isExample, files };
}

interface Setting {
  readonly file: MgoFile | undefined;
  readonly template: MgoTemplate;
  readonly request: MgoRequest;
}

function workedOut({ territory, asOf }: Workspace, { file, template, request }: Setting): MgoResult {
  const { config } = territory;
  const { numbers, tried } = givenMgo(file ?? template.example, request);
  const solution = solveMgo(numbers);
  if ('kind' in solution) throw mgoFailure(solution, { locale: config.locale });
  const sourceOf = (name: MgoName): string => {
    if (tried.has(name)) return 'tried out';
    return file ? (file.sources[keyInFile(name)] ?? MGO_FILE) : template.source;
  };
  const year = file?.fiscal_year ?? fiscalQuarterOf(asOf, fiscalCalendarOf(config)).year;
  return {
    solution,
    sources: new Map([...numbers.keys()].map((name) => [name, sourceOf(name)])),
    isExample: file === undefined,
    currency: file?.currency ?? config.currency,
    fiscalYear: formatFiscalYear(year),
    asOf,
    template,
    config,
  };
}
