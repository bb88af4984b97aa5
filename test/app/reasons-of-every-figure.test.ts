import { describe, expect, it } from 'vitest';
import { artifactInput, computeSiblings, partnerById } from '../../src/app/partner-pages.ts';
import { reasonsOf } from '../../src/app/reasons.ts';
import { printReasons } from '../../src/cli/print-reasons.ts';
import { openSample } from '../artifacts/sample-pages.ts';

const NO_NUMBER = /\b(NaN|undefined|Infinity)\b|\[object/;
const SCREEN = { width: 80, colour: false, unicode: true, interactive: false };

const workspace = await openSample();

describe('the reasons of every figure', () => {
  it.each(workspace.territory.partners.map(({ id }) => id))('of %s name formula and source, on 80 columns', (id) => {
    const { figures } = computeSiblings(artifactInput(workspace, partnerById(workspace, id))).scorecard;
    const names = Object.keys(figures);
    expect(names.length).toBeGreaterThan(40);
    for (const name of names) {
      const text = printReasons(reasonsOf(workspace, { partnerId: id, figureId: name }), SCREEN);
      expect(text, name).not.toMatch(NO_NUMBER);
      expect(text, name).toMatch(/^Formula /m);
      // The months of the fiscal year come from no file but the calendar.
      if (name !== 'months_left') expect(text, name).toMatch(/^Source /m);
      for (const line of text.split('\n')) expect(line.length, `${name}: ${line}`).toBeLessThanOrEqual(80);
    }
  });
});
