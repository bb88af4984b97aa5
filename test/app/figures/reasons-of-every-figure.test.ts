import { describe, expect, it } from 'vitest';
import { artifactInput, computeSiblings, partnerById } from '../../../src/app/pages/partner-pages.ts';
import { reasonsOfPartner } from '../../../src/app/figures/reasons.ts';
import { printReasons } from '../../../src/cli/print/print-reasons.ts';
import { allFigures } from '../../../src/artifacts/performance-scorecard/index.ts';
import { openSample } from '../../artifacts/sample-pages.ts';

const NO_NUMBER = /\b(NaN|undefined|Infinity)\b|\[object/;
const SCREEN = { width: 80, colour: false, unicode: true, interactive: false };

const workspace = await openSample();

describe('the reasons of every figure', () => {
  it.each(workspace.territory.partners.map(({ id }) => id))('of %s name formula and source, on 80 columns', (id) => {
    const figures = allFigures(computeSiblings(artifactInput(workspace, partnerById(workspace, id))).scorecard);
    // A metric's quarters are explained as its year to date is: the second stands for all.
    const names = Object.keys(figures).filter((name) => !/_q[134]$/.test(name));
    expect(names.length).toBeGreaterThan(40);
    const reasonsOf = reasonsOfPartner(workspace, { partnerId: id });
    for (const name of names) {
      const text = printReasons(reasonsOf(name), SCREEN);
      expect(text, name).not.toMatch(NO_NUMBER);
      expect(text, name).toMatch(/^Formula /m);
      // The months of the fiscal year come from no file but the calendar.
      // A table that was not loaded has no file.
      const isNotLoaded = /unknown: (registrations|leads|contacts|funds\.yaml) not loaded/.test(
        text.replaceAll(/\s+/g, ' '),
      );
      if (name !== 'months_left' && !isNotLoaded) expect(text, name).toMatch(/^Source /m);
      for (const line of text.split('\n')) expect(line.length, `${name}: ${line}`).toBeLessThanOrEqual(80);
    }
  });
});
