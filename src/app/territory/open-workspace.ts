import { creditDeals } from '../../domain/deal-credit.ts';
import { loadTemplate } from '../../input/load-template.ts';
import type { Problem } from '../../input/problem.ts';
import { qbrStorylineSchema, type QbrStoryline } from '../../schema/qbr-storyline.ts';
import type { Deal } from '../../schema/deal.ts';
import type { PeerScore } from '../../domain/capability/peers.ts';
import type { FundBalance } from '../../domain/marketing/funds/fund-balance.ts';
import type { Territory } from '../../schema/territory.ts';
import type { PlainDate } from '../../units/plain-date.ts';
import { peerScoresOf } from '../capability/peer-scores.ts';
import { fundBalancesOf } from '../marketing-plan/fund-balances-of.ts';
import { openTerritory, unusable } from './open-territory.ts';
import { territoryRoot } from './territory-root.ts';

/** A territory opened for reading pages from it. */
export interface Workspace {
  /** Folder of `out` and of the record of written pages: the territory's own, or that of the workbook in its place. */
  readonly root: string;
  readonly territory: Territory;
  readonly storyline: QbrStoryline;
  readonly asOf: PlainDate;
  /** Deals by the partner they are credited to. */
  readonly credited: ReadonlyMap<string, readonly Deal[]>;
  /** The newest capability score of every active partner. */
  readonly peerScores: readonly PeerScore[];
  /** What is left of every fund, over the plans of all partners. */
  readonly fundBalances: readonly FundBalance[];
  /** Every partner that has a folder, those whose files cannot be used included. */
  readonly partnerIds: readonly string[];
  readonly problems: readonly Problem[];
  readonly files: number;
}

export interface OpenRequest {
  readonly currentFolder: string;
  readonly today: PlainDate;
  readonly workspace?: string | undefined;
  /** Where pages stand when it is not the territory. */
  readonly home?: string | undefined;
  readonly asOf?: PlainDate | undefined;
}

/**
 * Reads the territory a command works in. The as-of date is the one typed, else the territory's, else today.
 * @throws Failure when there is no territory, or when `cam.yaml` or a template cannot be used.
 */
export async function openWorkspace({ currentFolder, today, workspace, home, asOf }: OpenRequest): Promise<Workspace> {
  const root = await territoryRoot({ currentFolder, ...(workspace !== undefined && { workspace }) });
  const [{ territory, problems, partnerIds, files }, storyline] = await Promise.all([
    openTerritory(root),
    loadTemplate('qbr-storyline', qbrStorylineSchema, root),
  ]);
  if (!storyline.value) throw unusable(storyline.problems);
  const day = asOf ?? territory.config.as_of ?? today;
  return {
    root: home ?? root,
    territory,
    storyline: storyline.value,
    asOf: day,
    credited: creditDeals(territory.partners, territory.config),
    peerScores: peerScoresOf(territory, day),
    fundBalances: fundBalancesOf(territory, day),
    partnerIds,
    problems,
    files,
  };
}
