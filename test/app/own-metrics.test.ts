import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkspace } from '../../src/app/territory/open-workspace.ts';
import { artifactInput, computeSiblings, partnerById } from '../../src/app/pages/partner-pages.ts';
import { reasonsOf } from '../../src/app/figures/reasons.ts';
import { tierStanding } from '../../src/domain/tiers/tier-standing.ts';
import { day } from '../domain/given.ts';

const LARKMOOR = 'larkmoor-managed-services';
const METRICS = `metrics:
  - { id: renewals, remove: true }
  - id: large-open-deals
    add: true
    title: Open deals above 100K
    category: performance
    measures: outlook
    unit: count
    grain: state
    direction: up
    read: { from: deals, where: 'status == "open" and amount > 100000' }
`;
const TIERS = `tiers:
  - id: gold
    paths:
      - id: skills
        requirements:
          - { id: gold-large, add: true, metric: large_open_deals, operator: ">=", threshold: 2, window: as-of }
`;
let root = '';

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'cam-own-metrics-'));
  await cp(fileURLToPath(new URL('../../samples/territory', import.meta.url)), root, { recursive: true });
  await mkdir(join(root, 'templates'));
  await writeFile(join(root, 'templates/metrics.yaml'), METRICS);
  await writeFile(join(root, 'templates/tiers.yaml'), TIERS);
});
afterAll(() => rm(root, { recursive: true }));

describe('a vendor changes the metrics without code', () => {
  it('takes one out and adds one that asks a table, on the page and in its reasons', async () => {
    const workspace = await openWorkspace({ currentFolder: root, today: day('2026-02-28') });
    const { scorecard } = computeSiblings(artifactInput(workspace, partnerById(workspace, LARKMOOR)));
    const ids = scorecard.metrics().standings.map(({ metric }) => metric.id);
    expect(ids).not.toContain('renewals');
    expect(ids).toContain('large-open-deals');
    const large = workspace.territory.partners
      .find(({ id }) => id === LARKMOOR)!
      .deals!.rows.filter(({ status, amount = 0 }) => status === 'open' && amount > 100_000);
    expect(large.length).toBeGreaterThan(0);
    const { figure } = reasonsOf(workspace, { partnerId: LARKMOOR, figureId: 'large-open-deals' });
    expect(figure.value).toEqual({ kind: 'count', count: large.length });
    expect(figure.evidence.selection!.counted.map(({ deal }) => deal.id).sort()).toEqual(
      large.map(({ id }) => id).sort(),
    );
  });

  it('asks the tier for it by the same name', async () => {
    const workspace = await openWorkspace({ currentFolder: root, today: day('2026-02-28') });
    const standing = tierStanding(artifactInput(workspace, partnerById(workspace, LARKMOOR)))!;
    const paths = [standing.current.path, ...standing.current.others];
    const asked = paths.flatMap(({ requirements }) => requirements).find(({ id }) => id === 'gold-large');
    expect(asked).toMatchObject({ metric: 'large_open_deals', secured: 2, status: 'met', unit: 'count' });
  });
});
