import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import JsZipParts from '../../src/ooxml/jszip-parts.ts';
import { newDeck, addSlide, rawParts } from './decks.ts';

describe('the zip library under the deck library', () => {
  it('hands out the parts instead of a package', async () => {
    const deck = newDeck();
    addSlide(deck, 'Bookings');
    const parts = await rawParts(deck);
    expect(parts.get('ppt/slides/slide1.xml')).toContain('<a:t>Bookings</a:t>');
    expect([...parts.keys()].filter((path) => path.endsWith('/'))).toEqual([]);
  });

  it('still writes a whole package for whoever asks for one', async () => {
    const deck = newDeck();
    addSlide(deck, 'Bookings');
    const bytes = (await deck.write({ outputType: 'nodebuffer' })) as Buffer;
    expect(Object.keys(unzipSync(bytes))).toContain('ppt/slides/slide1.xml');
    const encoded = (await deck.write({ outputType: 'base64' })) as string;
    expect(Object.keys(unzipSync(Buffer.from(encoded, 'base64')))).toContain('ppt/slides/slide1.xml');
  });

  it('puts what is added to a folder into it, and turns base64 into bytes', async () => {
    const zip = new JsZipParts();
    zip.folder('ppt').folder('media').file('image.png', 'AQID', { base64: true }).file('note.xml', 'AQID');
    const parts = await zip.generateAsync({ type: 'parts' });
    expect(parts).toEqual(
      new Map<string, unknown>([
        ['ppt/media/image.png', Buffer.from([1, 2, 3])],
        ['ppt/media/note.xml', 'AQID'],
      ]),
    );
  });

  it('refuses what the deck library never asks of it under Node', async () => {
    const zip = new JsZipParts();
    await expect(zip.generateAsync({ type: 'blob' })).rejects.toThrow('A package cannot be written as "blob"');
    expect(() => zip.file('a.xml', 5 as unknown as string)).toThrow('The part a.xml is neither text nor bytes');
  });
});
