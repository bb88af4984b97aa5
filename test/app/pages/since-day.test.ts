import { describe, expect, it } from 'vitest';
import { partnerById } from '../../../src/app/pages/partner-pages.ts';
import { nothingSince } from '../../../src/app/pages/since-day.ts';
import { openSample } from '../../artifacts/sample-pages.ts';
import { day } from '../../domain/given.ts';

const workspace = await openSample();
const asked = (id: string, since: string) => {
  const nothing = nothingSince(workspace, partnerById(workspace, id), day(since));
  return nothing && `${nothing.message} ${nothing.remedy}`.replaceAll('\u00a0', ' ');
};

describe('the day from which it is counted what moved', () => {
  it('is any day from the first export on that lists its deals', () => {
    expect(asked('larkmoor-managed-services', '2025-12-31')).toBeUndefined();
    expect(asked('larkmoor-managed-services', '2026-02-28')).toBeUndefined();
  });

  it.each([
    [
      'larkmoor-managed-services',
      '2020-01-01',
      'No export of Larkmoor Managed Services up to 1 Jan 2020 is on record: what moved since is not known. The earliest to compare with is of 31 Dec 2025.',
    ],
    [
      'larkmoor-managed-services',
      '2025-11-15',
      'What moved since the export of Larkmoor Managed Services of 30 Sep 2025 is not known: the earlier export lists no deals. The earliest to compare with is of 31 Dec 2025.',
    ],
    [
      'kestrowe-digital',
      '2025-12-31',
      'No export of Kestrowe Digital up to 31 Dec 2025 is on record: what moved since is not known. Each import of deals keeps one, and so does cam scorecard performance --snapshot.',
    ],
  ])('is answered with what there is: %s, %s', (id, since, words) => {
    expect(asked(id, since)).toBe(words);
  });

  it('lies not ahead', () => {
    expect(() => asked('larkmoor-managed-services', '2026-03-01')).toThrow(
      /^--since: 1.Mar.2026 is after 28.Feb.2026, the day the page is of\.$/,
    );
  });
});
