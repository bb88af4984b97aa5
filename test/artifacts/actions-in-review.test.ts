import { describe, expect, it } from 'vitest';
import type { Edition } from '../../src/document/document.ts';
import { openSample, pagesOf, sectionOf } from './sample-pages.ts';

const workspace = await openSample();

function nextLines(id: string, edition: Edition): string {
  const section = sectionOf(pagesOf(workspace, id, edition).deck, 'next-commitments');
  return JSON.stringify(section.layout === 'table' ? section.main : []);
}

describe('an open action of an assessment in the review', () => {
  it('waits as a proposal among the next commitments of the internal edition', () => {
    const lines = nextLines('dunmore-valley-computers', 'internal');
    expect(lines).toContain('Build the 36-month plan in one meeting');
    expect(lines.match(/proposal, not confirmed/g)).toHaveLength(2);
  });

  it('is not promised in the partner edition, whichever side it binds', () => {
    expect(nextLines('dunmore-valley-computers', 'partner')).not.toContain('36-month plan');
    expect(nextLines('redfern-stack-solutions', 'partner')).not.toContain('quote desk');
  });

  it('that is done or dropped is no proposal any more', () => {
    expect(nextLines('larkmoor-managed-services', 'internal')).not.toContain('Raise the attach rate');
    expect(nextLines('redfern-stack-solutions', 'internal')).not.toContain('Present the plan to management');
  });
});
