import { afterEach, describe, expect, it } from 'vitest';
import { finishPresentation } from '../../src/ooxml/finish-presentation.ts';
import { lintPackage } from '../../src/ooxml/lint-package.ts';
import { writeZip } from '../../src/ooxml/write-zip.ts';
import { addSlide, chartOptions, FINISH, newDeck, rawParts, series } from './decks.ts';
import { FEATURE_DESCRIPTIONS, featureDeck } from './feature-deck.ts';
import { validateOffice } from './validate-office.ts';

const OPTIONS = { ...FINISH, descriptions: FEATURE_DESCRIPTIONS ?? [], customProperties: { 'cam.baseline': 'a & b' } };

async function build(): Promise<Buffer> {
  return writeZip(finishPresentation(await rawParts(featureDeck()), OPTIONS));
}

async function buildAnother(): Promise<void> {
  const deck = newDeck();
  addSlide(deck, 'Another partner').addChart('line', [series('Won'), series('Plan')], chartOptions());
  writeZip(finishPresentation(await rawParts(deck), FINISH));
}

describe('a deck of every feature', () => {
  it('has no fault that the Open XML validator or our own check can find', async () => {
    const deck = await build();
    expect(lintPackage(deck)).toEqual([]);
    expect(await validateOffice(deck)).toEqual([]);
  });

  it('has workbooks behind its charts that the validator finds sound', async () => {
    const parts = finishPresentation(await rawParts(featureDeck()), OPTIONS);
    const workbooks = [...parts].filter(([path]) => path.endsWith('.xlsx'));
    expect(workbooks).toHaveLength(5);
    for (const [, bytes] of workbooks) expect(await validateOffice(bytes as Uint8Array, 'xlsx')).toEqual([]);
  });

  it('would be repaired by PowerPoint as the library leaves it', async () => {
    const raw = writeZip(await rawParts(featureDeck()));
    expect((await validateOffice(raw)).length).toBeGreaterThan(10);
    expect(lintPackage(raw).length).toBeGreaterThan(50);
  });
});

describe('the bytes of a deck', () => {
  const zone = process.env['TZ'];
  afterEach(() => {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  it('are the same when other decks are built before it', async () => {
    const first = await build();
    await buildAnother();
    expect((await build()).equals(first)).toBe(true);
  });

  it('are the same when other decks are built at the same time', async () => {
    const [first, , second] = await Promise.all([build(), buildAnother(), build()]);
    expect(second.equals(first)).toBe(true);
  });

  it('are the same in another time zone', async () => {
    process.env['TZ'] = 'Pacific/Auckland';
    const first = await build();
    process.env['TZ'] = 'America/Anchorage';
    expect(new Date(2026, 1, 28).getTimezoneOffset()).toBe(540);
    expect((await build()).equals(first)).toBe(true);
  });
});
