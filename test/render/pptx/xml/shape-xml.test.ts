import { DOMParser } from '@xmldom/xmldom';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shapeXml, type Shape } from '../../../../src/render/pptx/xml/shape-xml.ts';

const BOX = { x: 1, y: 2, w: 3, h: 0.5 };
const LOOK = { size: 12, colour: 'tx1' };
const textBox = (text: string): Shape => ({
  id: 7,
  name: `summary.${text}`,
  box: BOX,
  geometry: 'rect',
  text: { paragraphs: [{ runs: [{ ...LOOK, text }] }], anchor: 'top' },
});

describe('a shape on a slide', () => {
  it('stands where it was drawn, in whole units of Office', () => {
    const xml = shapeXml({ ...textBox('Won'), box: { x: 0.6, y: 1.75, w: 7.55, h: 0.27 } }, 'en-GB');
    expect(xml).toContain('<a:off x="548640" y="1600200"/><a:ext cx="6903720" cy="246888"/>');
  });

  it('says any text and name that a person may write, unbroken', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (text) => {
        const xml = shapeXml(textBox(text), 'en-GB');
        const root = new DOMParser({ onError: (_, message) => expect.fail(message) }).parseFromString(
          `<r xmlns:a="a" xmlns:p="p">${xml}</r>`,
          'text/xml',
        );
        expect(root.getElementsByTagName('a:t')).toHaveLength(1);
        expect(root.getElementsByTagName('p:cNvPr')[0]?.getAttribute('id')).toBe('7');
      }),
    );
    expect(shapeXml(textBox('R&D <pilot> "A"'), 'en-GB')).toContain('<a:t>R&amp;D &lt;pilot&gt; &quot;A&quot;</a:t>');
  });

  it('takes colours from the theme, and fixed ones only where a meaning needs them', () => {
    expect(shapeXml({ ...textBox('Won'), fill: 'accent1' }, 'en-GB')).toContain('<a:schemeClr val="accent1"/>');
    expect(shapeXml({ ...textBox('Won'), fill: 'FCE8E6' }, 'en-GB')).toContain('<a:srgbClr val="FCE8E6"/>');
  });

  it('shows the number of its slide as a field, so that it stays right when slides are moved', () => {
    const runs = [
      { ...LOOK, text: '4' },
      { ...LOOK, text: '4', isPageNumber: true },
    ];
    const xml = shapeXml({ ...textBox(''), text: { paragraphs: [{ runs }], anchor: 'top' } }, 'en-GB');
    expect(xml.match(/type="slidenum"/g)).toHaveLength(1);
    expect(xml).toMatch(/<a:r><a:rPr [^>]*\/><a:t>4<\/a:t><\/a:r><a:fld /);
  });

  it('has a body for words even where there are none, as PowerPoint wants', () => {
    const xml = shapeXml({ id: 2, name: 'title.rule', box: BOX, geometry: 'rect', fill: 'accent1' }, 'en-GB');
    expect(xml).toContain('<a:p><a:endParaRPr lang="en-GB" sz="1200"/></a:p></p:txBody>');
  });

  it('keeps its corners round within what a small shape can hold', () => {
    const chip: Shape = { ...textBox('ahead'), fill: 'E4F3EA', geometry: 'roundRect' };
    expect(shapeXml({ ...chip, box: { ...BOX, h: 0.28 } }, 'en-GB')).toContain('fmla="val 21429"');
    expect(shapeXml({ ...chip, box: { ...BOX, h: 0.05 } }, 'en-GB')).toContain('fmla="val 50000"');
    expect(shapeXml({ ...chip, box: { ...BOX, h: 0 } }, 'en-GB')).toContain('fmla="val 50000"');
  });
});
