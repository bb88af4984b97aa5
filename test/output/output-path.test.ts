import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { outputPath } from '../../src/output/output-path.ts';

describe('the name of a generated file', () => {
  it('holds artifact and period, in the partner’s folder', () => {
    const path = outputPath({
      out: 'out',
      partnerId: 'acme',
      artifact: 'qbr',
      period: 'FY26-Q3',
      edition: 'partner',
      extension: 'pptx',
    });
    expect(path).toBe(join('out', 'acme', 'qbr-FY26-Q3.pptx'));
  });

  it('says when the page is not for the partner', () => {
    const name = { out: 'out', partnerId: 'acme', edition: 'internal', extension: 'html' } as const;
    expect(outputPath({ ...name, artifact: 'qbr', period: 'FY26-Q3' })).toBe(
      join('out', 'acme', 'qbr-FY26-Q3-internal.html'),
    );
    expect(outputPath({ ...name, artifact: 'performance-scorecard' })).toBe(
      join('out', 'acme', 'performance-scorecard-internal.html'),
    );
  });

  it('lies directly in the folder when the page is about the whole territory', () => {
    expect(outputPath({ out: 'out', artifact: 'rollup', edition: 'partner', extension: 'md' })).toBe(
      join('out', 'rollup.md'),
    );
  });
});
