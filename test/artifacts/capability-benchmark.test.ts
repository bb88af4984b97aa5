import { beforeAll, describe, expect, it } from 'vitest';
import type { Workspace } from '../../src/app/territory/open-workspace.ts';
import { artifactInput, partnerById } from '../../src/app/pages/partner-pages.ts';
import type { Scores } from '../../src/document/block.ts';
import type { Edition, Section } from '../../src/document/document.ts';
import { benchmarksSchema } from '../../src/schema/benchmarks.ts';
import { openSample, pagesFrom, sectionOf } from './sample-pages.ts';

const LARKMOOR = 'larkmoor-managed-services';
const BENCHMARKS = benchmarksSchema.parse({
  groups: [
    {
      id: 'service-providers',
      title: 'service providers in Europe',
      source: 'partner survey of 2025',
      partner_types: ['msp'],
      partners: 64,
      overall: { median: 69 },
      categories: { fit: 72 },
    },
  ],
});

let workspace: Workspace;
beforeAll(async () => {
  workspace = await openSample();
});

function pages(id: string, edition: Edition = 'partner') {
  const input = artifactInput(workspace, partnerById(workspace, id));
  return pagesFrom({ ...input, benchmarks: BENCHMARKS }, edition);
}

function scoresOn(id: string): Scores {
  const { main } = sectionOf(pages(id).capability, 'scores') as Extract<Section, { layout: 'table' }>;
  return main.find((block) => block.kind === 'scores')!;
}

describe('a benchmark on the capability page', () => {
  it('stands in place of the peers, by its title and how many partners it rests on', () => {
    expect(scoresOn(LARKMOOR).marks.peers).toBe('benchmark, n = 64, service providers in Europe');
    expect(sectionOf(pages(LARKMOOR).capability, 'scores').source).toBe('assessments, deals, benchmarks');
  });

  it('marks the total and the parts that it knows, and no other', () => {
    expect(scoresOn(LARKMOOR).rows.flatMap(({ label, peers }) => (peers ? [[label, peers]] : []))).toEqual([
      ['Overall', { kind: 'score', score: 69 }],
      ['Fit with the brand strategy', { kind: 'score', score: 72 }],
    ]);
  });

  it('is the figure that is asked for', () => {
    expect(pages(LARKMOOR).capability.figures['peer_median']).toEqual({ kind: 'score', score: 69 });
  });

  it('has no partner to name to the manager, and leaves a partner that it is not for to its own peers', () => {
    const named = (id: string) => JSON.stringify(pages(id, 'internal').capability).includes('"id":"peers"');
    expect([named(LARKMOOR), named('dunmore-valley-computers')]).toEqual([false, true]);
  });
});
