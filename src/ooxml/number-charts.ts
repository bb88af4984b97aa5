import type { Parts } from './parts.ts';

const CHART = /^ppt\/charts\/chart(\d+)\.xml$/;

/**
 * The parts with charts and their workbooks numbered from 1: the library counts on through all decks of a process.
 * References to charts become relative, as every other reference in the package is.
 */
export function numberCharts(parts: Readonly<Parts>): Parts {
  const numbers = [...parts.keys()]
    .flatMap((path) => CHART.exec(path)?.[1] ?? [])
    .sort((a, b) => Number(a) - Number(b));
  const renumbered = new Map(numbers.map((number, index) => [number, index + 1]));
  const numbered: Parts = new Map();
  for (const [path, content] of parts) {
    const isReference = path.endsWith('.rels') && typeof content === 'string';
    numbered.set(renamed(path, renumbered), isReference ? retargeted(content, renumbered) : content);
  }
  return numbered;
}

function renamed(path: string, numbers: ReadonlyMap<string, number>): string {
  return path.replace(
    /^(ppt\/charts\/(?:_rels\/)?chart|ppt\/embeddings\/Microsoft_Excel_Worksheet)(\d+)(?=\.)/,
    (_, stem: string, number: string) => `${stem}${numbers.get(number) ?? number}`,
  );
}

function retargeted(relationships: string, numbers: ReadonlyMap<string, number>): string {
  return relationships
    .replace(/Target="(?:\/ppt|\.\.)\/charts\/chart(\d+)\.xml"/g, (_, number: string) => {
      return `Target="../charts/chart${numbers.get(number) ?? number}.xml"`;
    })
    .replace(
      /(Target="\.\.\/embeddings\/Microsoft_Excel_Worksheet)(\d+)(?=\.xlsx")/g,
      (_, stem: string, number: string) => {
        return `${stem}${numbers.get(number) ?? number}`;
      },
    );
}
