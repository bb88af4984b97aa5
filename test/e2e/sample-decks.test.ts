import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { lintPackage } from '../../src/ooxml/lint-package.ts';
import { validateOffice } from '../ooxml/validate-office.ts';
import { cam, each, filesIn, sampleTerritory, type Answer } from './cam.ts';
import { notesOf, slidesOf } from './decks.ts';

const QUARTER = 'FY26-Q3';

describe('the decks of the sample territory', () => {
  let demo: string;
  let batch: Answer;
  let decks: Record<string, string>;
  const inOut = (name: string): string => join(demo, 'out', name);
  const sameDecks = (folder: string): void => expect(filesIn(join(demo, folder))).toEqual(decks);

  beforeAll(async () => {
    demo = await sampleTerritory();
    batch = await cam(['qbr', '--all'], { in: demo });
    decks = filesIn(join(demo, 'out'));
  });

  it('come out of a territory that has no problem', async () => {
    const { code, out } = await cam(['check'], { in: demo });
    expect([code, out]).toEqual([
      0,
      expect.stringMatching(/^✓ No problems: 192 files, 12 partners, [\d,]+ deals checked\.\n$/),
    ]);
  });

  it('are twelve, one in the folder of each partner, and nothing else lies there', () => {
    expect(batch.code).toBe(0);
    expect(batch.out).toContain('12 decks in out');
    expect(Object.keys(decks)).toHaveLength(12);
    for (const path of Object.keys(decks)) expect(path).toMatch(new RegExp(`^[a-z-]+/qbr-${QUARTER}\\.pptx$`));
  });

  it('are sound packages, every one', () => {
    for (const path of Object.keys(decks)) expect(lintPackage(readFileSync(inOut(path))), path).toEqual([]);
  });

  it.each(['larkmoor-managed-services', 'kestrowe-digital', 'continental-trade-distribution'])(
    'satisfy the Open XML validator: %s',
    async (partner) => {
      expect(await validateOffice(readFileSync(inOut(`${partner}/qbr-${QUARTER}.pptx`)))).toEqual([]);
    },
  );

  it('hold no word that says a number is none', () => {
    for (const path of Object.keys(decks)) {
      const words = [...slidesOf(inOut(path)), ...notesOf(inOut(path))].join('\n');
      expect(words, path).not.toMatch(/\b(NaN|undefined|Infinity|null)\b|\[object|−0\b(?![.,\d])/);
    }
  });

  it('name no other partner and nothing that is for the vendor only', () => {
    const names = {
      'larkmoor-managed-services': 'Larkmoor',
      'dunmore-valley-computers': 'Dunmore',
      'redfern-stack-solutions': 'Redfern',
      'cobaltine-networks': 'Cobaltine',
      'veylan-consulting-group': 'Veylan',
    };
    for (const partner of Object.keys(names)) {
      const words = [
        ...slidesOf(inOut(`${partner}/qbr-${QUARTER}.pptx`)),
        ...notesOf(inOut(`${partner}/qbr-${QUARTER}.pptx`)),
      ].join('\n');
      const others = Object.entries(names).filter(([id]) => id !== partner);
      for (const [, name] of others) expect(words, partner).not.toContain(name);
      expect(words, partner).not.toMatch(/internal edition|n\/a|probability/i);
    }
  });

  it('stay as they are, to the byte, when they are made again', async () => {
    const { code } = await cam(['qbr', '--all'], { in: demo });
    expect(code).toBe(0);
    sameDecks('out');
  });

  it('are the same in three shards as in one batch', async () => {
    const shards = ['1/3', '2/3', '3/3'].map((shard) => ['qbr', '--all', '--shard', shard, '--out', 'shards']);
    const answers = await each(shards, (argv) => cam(argv, { in: demo }));
    expect(answers.map(({ code }) => code)).toEqual([0, 0, 0]);
    sameDecks('shards');
  });

  it('are the same in another time zone and language, and written in another order', async () => {
    const env = { TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' };
    const ids = Object.keys(decks).map((path) => path.split('/')[0]!);
    expect((await cam(['qbr', ...ids.reverse(), '--out', 'elsewhere'], { in: demo, env })).code).toBe(0);
    sameDecks('elsewhere');
  });

  it('are the same when a partner is made alone', async () => {
    const path = `ostrander-pike-technology/qbr-${QUARTER}.pptx`;
    expect((await cam(['qbr', 'ostrander-pike-technology', '--out', 'alone'], { in: demo })).code).toBe(0);
    expect(filesIn(join(demo, 'alone'))).toEqual({ [path]: decks[path] });
  });

  it('say so on every slide and in the name of the file when they are internal', async () => {
    expect((await cam(['qbr', '--all', '--edition', 'internal', '--out', 'internal'], { in: demo })).code).toBe(0);
    const internal = Object.keys(filesIn(join(demo, 'internal')));
    expect(internal).toEqual(Object.keys(decks).map((path) => path.replace('.pptx', '-internal.pptx')));
    for (const path of internal) {
      for (const slide of slidesOf(join(demo, 'internal', path)))
        expect(slide, path).toContain('Internal edition, not for the partner');
      expect(lintPackage(readFileSync(join(demo, 'internal', path))), path).toEqual([]);
    }
  });
});

describe('the quarter reviewed', () => {
  let demo: string;
  beforeAll(async () => {
    demo = await sampleTerritory();
  });

  it('has its results at its end when it is over', async () => {
    const { code } = await cam(['qbr', 'larkmoor-managed-services', '--quarter', 'FY26-Q1'], { in: demo });
    expect(code).toBe(0);
    const [cover, summary] = slidesOf(join(demo, 'out/larkmoor-managed-services/qbr-FY26-Q1.pptx'));
    expect(cover).toContain('30 Sep 2025');
    expect(summary).toContain('30 Sep 2025');
  });

  it('is refused when it has not begun, before a file is written', async () => {
    const { code, out, err } = await cam(['qbr', '--all', '--quarter', 'FY27-Q1'], { in: demo });
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('FY27-Q1 has not begun on 28 Feb 2026.\n  It starts on 1 Jul 2026.');
    expect(Object.keys(filesIn(demo)).filter((path) => path.endsWith('.pptx') && !path.includes('FY26-Q1'))).toEqual(
      [],
    );
  });

  it('is refused when it is none', async () => {
    const { code, err } = await cam(['qbr', '--all', '--quarter', 'Q3'], { in: demo });
    expect([code, err]).toEqual([2, '✗ "Q3" is no quarter.\n  Write it as FY26-Q3.\n']);
  });

  it('may lie before all data: a deck that claims nothing', async () => {
    const { code } = await cam(['qbr', 'larkmoor-managed-services', '--as-of', '2019-01-15', '--out', 'early'], {
      in: demo,
    });
    expect(code).toBe(0);
    const path = join(demo, 'early/larkmoor-managed-services/qbr-FY19-Q3.pptx');
    expect(lintPackage(readFileSync(path))).toEqual([]);
    expect(slidesOf(path).join('\n')).not.toMatch(/NaN|undefined|Infinity|n\/a/);
  });
});
