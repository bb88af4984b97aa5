import type { ImportReport } from './import-report.ts';
import type { ImportRequest } from './import-setting.ts';
import type { PlannedImport } from './planned-import.ts';
import type { FileReport } from './records/records-report.ts';

type WholeReport = PlannedImport['report'];

interface Combining {
  readonly request: ImportRequest;
  /** Partners that rows of records named and nobody knew. */
  readonly createdPartners: ImportReport['createdPartners'];
}

/** One report of all files: that of the only kind there is, or the sums of several with each of them beside. */
export function combineReports(reports: readonly FileReport[], { request, createdPartners }: Combining): WholeReport {
  const [first] = reports;
  const kinds = new Set(reports.map(({ kind }) => kind));
  const sum = (of: (report: FileReport) => number): number => reports.reduce((total, report) => total + of(report), 0);
  const rowsTaken = reports.some((report) => report.rowsTaken !== undefined)
    ? sum((report) => report.rowsTaken ?? report.created + report.updated + report.unchanged)
    : undefined;
  const combined: WholeReport = {
    ...first!,
    kind: kinds.size === 1 ? first!.kind : 'several',
    files: request.files,
    sources: [...new Set(reports.flatMap(({ sources }) => sources))],
    rows: sum(({ rows }) => rows),
    created: sum(({ created }) => created),
    updated: sum(({ updated }) => updated),
    moved: sum(({ moved }) => moved),
    unchanged: sum(({ unchanged }) => unchanged),
    repeated: sum(({ repeated }) => repeated),
    repeats: reports.flatMap(({ repeats }) => repeats),
    withoutId: sum(({ withoutId }) => withoutId),
    ...(rowsTaken !== undefined && { rowsTaken }),
    rejected: reports.flatMap(({ rejected }) => rejected),
    unmatched: reports.flatMap(({ unmatched }) => unmatched),
    leftOut: reports.flatMap(({ leftOut }) => leftOut),
    createdPartners: [...reports.flatMap((report) => report.createdPartners), ...createdPartners],
    statedTotals: reports.flatMap((report) => report.statedTotals),
    skipped: reports.flatMap(({ skipped }) => skipped),
    restated: reports.flatMap(({ restated }) => restated),
    vanished: reports.flatMap(({ vanished }) => vanished),
    warnings: reports.flatMap(({ warnings }) => warnings),
    unusedColumns: [...new Set(reports.flatMap(({ unusedColumns }) => unusedColumns))],
    needsMapping: undefined,
  };
  return reports.length === 1 ? combined : { ...combined, parts: reports };
}
