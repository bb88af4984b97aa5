import { medianOf } from '../../domain/capability/peers.ts';
import { statusOfScore } from '../../domain/capability/score.ts';
import { isKnown, type Known } from '../../units/missing.ts';
import type { Status } from '../../units/value.ts';
import { shortName } from '../../domain/short-name.ts';
import type { Workspace } from '../territory/open-workspace.ts';
import { artifactInput, computeSiblings } from '../pages/partner-pages.ts';

/** The scores of every partner by category: the portfolio at a glance. */
export interface PortfolioScores {
  /** Titles of the categories, in the order of the questionnaire. */
  readonly categories: readonly string[];
  /** Best total first; partners without an assessment last. */
  readonly rows: readonly PortfolioRow[];
  /** Of each category, then of the total; undefined where nobody has a score. */
  readonly medians: readonly (number | undefined)[];
}

export interface PortfolioRow {
  readonly id: string;
  readonly name: string;
  /** Of each category, then of the total. */
  readonly scores: readonly { readonly score?: number; readonly status: Status }[];
  /** Points since the assessment before. */
  readonly change?: number;
}

/** The portfolio's capability on the workspace's day, of the partners named. */
export function portfolioScores(workspace: Workspace, ids: readonly string[]): PortfolioScores {
  const { territory } = workspace;
  const { categories } = territory.questionnaire;
  const open = categories.filter(({ audience }) => audience === 'partner');
  const rows = territory.partners
    .filter(({ id }) => ids.includes(id))
    .map((files): PortfolioRow => {
      const { capability } = computeSiblings(artifactInput(workspace, files));
      const score = capability.now?.assessed.score;
      const byId = new Map(score?.categories.map((category) => [category.id, category.score]));
      const scores = [...open.map(({ id }) => byId.get(id)), score?.score];
      const change = capability.now?.before?.change.overall.change;
      return {
        id: files.id,
        name: shortName(files.partner),
        scores: scores.map((own) => cellOf(own, territory.questionnaire.status)),
        ...(change !== undefined && isKnown(change) && { change }),
      };
    });
  const total = ({ scores }: PortfolioRow) => scores.at(-1)?.score ?? -1;
  return {
    categories: open.map(({ title }) => title),
    rows: rows.toSorted((a, b) => total(b) - total(a) || (a.name < b.name ? -1 : 1)),
    medians: [...open, undefined].map((_, index) => medianOf(rows.flatMap(({ scores }) => scores[index]?.score ?? []))),
  };
}

function cellOf(
  score: Known<number> | undefined,
  thresholds: Parameters<typeof statusOfScore>[1],
): PortfolioRow['scores'][number] {
  if (score === undefined || !isKnown(score)) return { status: { meaning: 'unknown', word: 'not scored' } };
  return { score, status: statusOfScore(score, thresholds) };
}
