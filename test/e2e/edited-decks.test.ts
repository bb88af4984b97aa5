import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { cam, envelope, filesIn, sampleTerritory } from './cam.ts';

const PARTNER = 'larkmoor-managed-services';
const DECK = `out/${PARTNER}/qbr-FY26-Q3.pptx`;

describe('a deck that somebody edited by hand', () => {
  let demo: string;
  let written: Buffer;
  let edited: Buffer;

  beforeEach(async () => {
    demo = await sampleTerritory();
    await cam(['qbr', PARTNER], { in: demo });
    written = readFileSync(join(demo, DECK));
    edited = Buffer.from(written);
    const middle = Math.floor(edited.length / 2);
    edited[middle] = edited[middle]! ^ 1;
    writeFileSync(join(demo, DECK), edited);
  });

  it('stays as it is, with a warning and without an error', async () => {
    const { code, out } = await cam(['qbr', PARTNER, 'kestrowe-digital'], { in: demo });
    expect(code).toBe(0);
    expect(out).toMatch(/larkmoor-managed-services +kept: edited by hand \(--force\)/);
    expect(readFileSync(join(demo, DECK))).toEqual(edited);
    expect(Object.keys(filesIn(join(demo, 'out')))).toContain('kestrowe-digital/qbr-FY26-Q3.pptx');
  });

  it('is named to a script as a warning, not among the files written', async () => {
    const answer = await cam(['qbr', PARTNER, '--json'], { in: demo });
    expect(answer.code).toBe(0);
    const { warnings, files } = envelope(answer);
    expect(files).toEqual([]);
    const [warning, ...more] = warnings;
    expect(more).toEqual([]);
    expect(warning!.where.replaceAll('\\', '/')).toContain(DECK);
    expect(warning!.message).toContain('edited by hand');
  });

  it('is replaced with --force', async () => {
    expect((await cam(['qbr', PARTNER, '--force'], { in: demo })).code).toBe(0);
    expect(readFileSync(join(demo, DECK))).toEqual(written);
  });

  it('gives way to a newer deck once it is what we wrote again', async () => {
    writeFileSync(join(demo, DECK), written);
    const partner = join(demo, 'partners', PARTNER, 'partner.yaml');
    writeFileSync(
      partner,
      readFileSync(partner, 'utf8').replace('name: Larkmoor Managed Services', 'name: Larkmoor Services'),
    );
    const { code, out } = await cam(['qbr', PARTNER], { in: demo });
    expect([code, out]).toEqual([0, expect.not.stringContaining('edited by hand')]);
    expect(readFileSync(join(demo, DECK)).equals(written)).toBe(false);
  });
});

describe('a dry run', () => {
  it.each([
    ['of two decks', ['qbr', PARTNER, 'kestrowe-digital', '--dry-run']],
    ['of a scorecard', ['scorecard', 'performance', PARTNER, '--dry-run']],
    ['of a new partner', ['partner', 'add', 'Bluefjord Systems', '--type', 'msp', '--dry-run', '--no-input']],
  ])('%s writes nothing', async (_, argv) => {
    const demo = await sampleTerritory();
    const before = filesIn(demo);
    const answer = await cam([...argv, '--json'], { in: demo });
    expect(answer.code).toBe(0);
    expect(envelope(answer)).toMatchObject({ files: [], warnings: [] });
    expect(filesIn(demo)).toEqual(before);
  });

  it('says that it was one, in every tense', async () => {
    const demo = await sampleTerritory();
    const batch = await cam(['qbr', PARTNER, '--dry-run'], { in: demo });
    expect(batch.out).toContain('Dry run: nothing was written.');
    const page = await cam(['scorecard', 'performance', PARTNER, '--dry-run'], { in: demo });
    expect(page.out).toContain(`Would write out/${PARTNER}/performance-scorecard-FY26-Q3.html`);
    expect(page.out).not.toMatch(/^Wrote/m);
  });
});

describe('a batch with one partner whose file is broken', () => {
  let demo: string;
  beforeAll(async () => {
    demo = await sampleTerritory();
    const file = join(demo, 'partners/okonjo-advisory/partner.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^type: .*$/m, 'type: refferal-agent'));
  });

  it('makes the decks of all others and ends with exit code 3', async () => {
    const { code, out } = await cam(['qbr', '--all'], { in: demo });
    expect(code).toBe(3);
    expect(Object.keys(filesIn(join(demo, 'out')))).toHaveLength(11);
    expect(out).toMatch(/▼ okonjo-advisory +failed\n {2}partners\/okonjo-advisory\/partner\.yaml:\d+: /);
    expect(out).toContain('11 decks in out');
    expect(out).toContain('1 failed');
  });

  it('tells a script which one failed and where', async () => {
    const answer = await cam(['qbr', '--all', '--json'], { in: demo });
    expect(answer.code).toBe(3);
    const { failed, files } = envelope(answer);
    expect(failed).toEqual([
      { partner: 'okonjo-advisory', message: expect.stringMatching(/^partners\/okonjo-advisory\/partner\.yaml:\d+: /) },
    ]);
    expect(files.map(({ partner }) => partner)).not.toContain('okonjo-advisory');
    expect(files).toHaveLength(11);
  });

  it('is exit code 1 with the place when that partner is asked for by name', async () => {
    const { code, err } = await cam(['scorecard', 'performance', 'okonjo-advisory'], { in: demo });
    expect(code).toBe(1);
    expect(err).toMatch(/partners\/okonjo-advisory\/partner\.yaml:\d+: .*refferal-agent/);
  });

  it('is exit code 1 of the check, which names what was meant', async () => {
    const { code, out } = await cam(['check'], { in: demo });
    expect(code).toBe(1);
    expect(out).toContain('Did you mean referral-agent?');
  });
});
