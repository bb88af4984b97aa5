import * as fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { unescapeXml } from '../../../src/ooxml/workbook/unescape-xml.ts';
import { XmlScanner, type XmlListener } from '../../../src/ooxml/workbook/xml-scanner.ts';

/** What a listener hears of a text that arrives in pieces of this many characters; neighbouring texts are one. */
function heard(xml: string, piece = xml.length, attributes: readonly string[] = ['r']): string[] {
  const events: string[] = [];
  const listener: XmlListener = {
    open(name, tag) {
      events.push(`<${name}${attributes.map((attribute) => ` ${attribute}=${tag.attribute(attribute)}`).join('')}`);
    },
    close: (name) => events.push(`>${name}`),
    text(raw) {
      const last = events.at(-1);
      if (last?.startsWith('"')) events[events.length - 1] = last + raw;
      else events.push(`"${raw}`);
    },
  };
  const scanner = new XmlScanner(listener);
  for (let at = 0; at < xml.length; at += Math.max(1, piece)) scanner.write(xml.slice(at, at + Math.max(1, piece)));
  scanner.end();
  return events.map((event) => (event.startsWith('"') ? `"${unescapeXml(event.slice(1))}` : event));
}

describe('XML as it arrives', () => {
  it.each([
    [
      'elements, texts and attributes',
      '<a r="1"><b>x &amp; y</b><c r=\'2\'/></a>',
      ['<a r=1', '<b r=undefined', '"x & y', '>b', '<c r=2', '>c', '>a'],
    ],
    ['names with a prefix', '<x:a x:r="1"><x:b/></x:a>', ['<a r=1', '<b r=undefined', '>b', '>a']],
    ['a sign of a tag inside an attribute', '<a q="x>y" r="1>2"/>', ['<a r=1>2', '>a']],
    ['an attribute that ends like another', '<a xr="1" r="2"/>', ['<a r=2', '>a']],
    ['white space inside a tag', '<a\n r = "1" ></a >', ['<a r=1', '>a']],
    [
      'comments, instructions and CDATA',
      '<?xml version="1.0"?><!-- <b> --><a>1<![CDATA[<&]]>2</a>',
      ['<a r=undefined', '"1<&2', '>a'],
    ],
    ['numbered characters', '<a>&#65;&#x1F600;&unknown;</a>', ['<a r=undefined', '"A😀&unknown;', '>a']],
  ])('is told whole, cut anywhere: %s', (_, xml, events) => {
    for (let piece = 1; piece <= xml.length; piece += 1) expect(heard(xml, piece)).toEqual(events);
  });

  it.each([
    ['an element left open', '<a><b></b>', 'is cut short: an element is not closed'],
    ['a tag cut short', '<a></a', 'is cut short: an element is not closed'],
    ['the wrong end', '<a><b></a></b>', 'is damaged: it closes "a" where "b" is open'],
    ['one end too many', '<a/></a>', 'is damaged: it closes "a" where "nothing" is open'],
    ['a document type', '<!DOCTYPE a><a/>', 'declares a document type, which no Office file does'],
    ['no XML at all', 'id,name', 'is no XML'],
    ['nothing', ' ', 'is empty'],
    ['a tag without end', `<a ${'x'.repeat(1_000_001)}`, 'is damaged: a tag does not end'],
  ])('is refused with %s', (_, xml, message) => {
    expect(() => heard(xml)).toThrow(message);
  });

  it('is read as a reader of all XML reads it', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '<', '>', '&', '"', "'", ']', '-', ' ', '\n', 'é', '😀') });
    const escaped = (raw: string): string => raw.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
    const { tree } = fc.letrec<{ tree: string }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        text.map(escaped),
        text.filter((raw) => !raw.includes(']]>')).map((raw) => `<![CDATA[${raw}]]>`),
        fc
          .tuple(fc.constantFrom('row', 'x:c', 'v'), text, fc.array(tie('tree'), { maxLength: 4 }))
          .map(
            ([name, value, children]) =>
              `<${name} s="1" r="${escaped(value).replaceAll('\n', ' ')}">${children.join('')}</${name}>`,
          ),
      ),
    }));
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 4 }), fc.integer({ min: 1, max: 40 }), (children, piece) => {
        const xml = `<root>${children.join('')}</root>`;
        expect(heard(xml, piece)).toEqual(heardBySaxes(xml));
      }),
    );
  });

  it('passes a long text on as it arrives, so that it is not copied again and again', () => {
    let heard = 0;
    const scanner = new XmlScanner({ open() {}, close() {}, text: (raw) => (heard += raw.length) });
    scanner.write('<a>');
    for (let pieces = 1; pieces <= 9; pieces += 1) {
      scanner.write('x'.repeat(65_536));
      expect(heard).toBe(pieces * 65_536);
    }
  });
});

function heardBySaxes(xml: string): string[] {
  const events: string[] = [];
  const local = (name: string): string => name.replace(/^.*:/, '');
  const tell = (raw: string): void => {
    const last = events.at(-1);
    if (raw === '') return;
    if (last?.startsWith('"')) events[events.length - 1] = last + raw;
    else events.push(`"${raw}`);
  };
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) =>
    events.push(`<${local(name)} r=${attributes.r as string | undefined}`),
  );
  parser.on('closetag', ({ name }) => events.push(`>${local(name)}`));
  parser.on('text', tell);
  parser.on('cdata', tell);
  parser.write(xml).close();
  return events;
}
