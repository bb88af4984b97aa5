import { importFiles } from '../../../app/import/import-files.ts';
import type { Ask } from '../../../app/import/mapping/question.ts';
import type { ImportRequest } from '../../../app/import/import-setting.ts';
import { IMPORT_KINDS } from '../../../app/import/records/kinds.ts';
import type { ImportReport } from '../../../app/import/import-report.ts';
import { territoryRoot } from '../../../app/territory/territory-root.ts';
import { DATE_ORDERS, DECIMAL_SIGNS } from '../../../schema/import-mapping.ts';
import { Failure } from '../../../units/failure.ts';
import { EXIT, type Command, type CommandLine, type Outcome, type Screen } from '../../command.ts';
import { clearMemoryEarly } from '../../clear-memory-early.ts';
import { importText } from '../../print/spreadsheets/import-text.ts';
import { territoryProblems } from '../../print/territory-problems.ts';
import { bringBack } from './import-workbook.ts';
import { filesInTerritory } from '../../files-in-territory.ts';

/** `cam import`: what a CRM or another system exports, into the territory. */
export const run: Command = async (line) => {
  const { shared, effects, screen } = line;
  const root = await territoryRoot({
    currentFolder: effects.currentFolder,
    ...(shared.workspace !== undefined && { workspace: shared.workspace }),
  });
  const brought = await bringBack(line, root);
  if (brought) return brought;
  clearMemoryEarly();
  const result = await importFiles(requestFrom(line, root), effects, askerFor(line));
  if (result.kind === 'report') return reportOutcome(result.report, { root, screen });
  return territoryProblems(result.problems, screen, {
    whose: result.of === 'mapping' ? 'the mapping' : 'the territory',
  });
};

/** Who can be asked is asked; a script gets a proposal or the name of a flag. */
function askerFor({ screen, shared, effects }: CommandLine): Ask | undefined {
  if (!screen.interactive) return undefined;
  return async (question) => {
    const { askOnTerminal } = await import('../../prompts/mapping-questions.ts');
    effects.progress('');
    return askOnTerminal(question, shared.json);
  };
}

function requestFrom({ args, options, shared }: CommandLine, root: string): ImportRequest {
  const [files = []] = args as readonly [(readonly string[])?];
  const text = (name: string): string | undefined => options[name] as string | undefined;
  const mapFile = filled('--map', text('map'));
  const partnerColumn = filled('--partner-column', text('partnerColumn'));
  const partner = filled('--partner', text('partner'));
  const sheet = filled('--sheet', text('sheet'));
  const kind = oneOf('--kind', text('kind'), [...IMPORT_KINDS, 'workbook'] as const);
  const importKind = kind === 'workbook' ? undefined : kind;
  const dateOrder = oneOf('--date-order', text('dateOrder')?.toLowerCase(), DATE_ORDERS);
  const decimal = oneOf('--decimal', text('decimal'), DECIMAL_SIGNS);
  return {
    root,
    files,
    createPartners: options['createPartners'] === true,
    dryRun: shared.dryRun,
    ...(importKind !== undefined && { importKind }),
    ...(mapFile !== undefined && { mapFile }),
    ...(partnerColumn !== undefined && { partnerColumn }),
    ...(partner !== undefined && { partner }),
    ...(sheet !== undefined && { sheet }),
    ...(dateOrder !== undefined && { dateOrder }),
    ...(decimal !== undefined && { decimal }),
    ...(shared.asOf !== undefined && { asOf: shared.asOf }),
  };
}

/** A script's empty variable must not quietly mean that nothing was said. */
function filled(flag: string, typed: string | undefined): string | undefined {
  if (typed?.trim() !== '') return typed;
  throw new Failure('usage', `${flag} needs a value; it was given an empty one.`);
}

function oneOf<const T extends readonly string[]>(
  flag: string,
  typed: string | undefined,
  allowed: T,
): T[number] | undefined {
  if (typed === undefined) return undefined;
  const known = allowed.find((value) => value === typed.trim());
  if (known !== undefined) return known;
  throw new Failure('usage', `${flag}: "${typed}" is not allowed.`, `Allowed: ${allowed.join('  ')}`);
}

function reportOutcome(
  report: ImportReport,
  { root, screen }: { readonly root: string; readonly screen: Screen },
): Outcome {
  const { written, warnings, ...data } = report;
  const isSound = report.needsMapping === undefined && report.rejected.length === 0 && report.unmatched.length === 0;
  return {
    exitCode: isSound ? EXIT.done : EXIT.dataNeedsFixing,
    text: importText(report, screen),
    data: { ...data, needsMapping: report.needsMapping ?? null },
    files: filesInTerritory(root, written),
    warnings,
  };
}
