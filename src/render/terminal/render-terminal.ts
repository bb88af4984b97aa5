import { blockHeading } from '../../document/block-heading.ts';
import type { Document, Section } from '../../document/document.ts';
import { textBlocksInOrder, pageOrder, type Strip } from '../../document/page-order.ts';
import { datesText } from '../../document/dates-text.ts';
import { footnotesIn } from '../../document/footnotes.ts';
import { bindNumbers } from '../../units/bind-numbers.ts';
import { formatFootnoteNumbers, formatSentence } from '../../units/format.ts';
import { drawBlock } from './draw-block.ts';
import { cellWidth } from './grid.ts';
import { blanks, Pen, run, type Line, type Screen } from './pen.ts';
import { labelled } from './wrap.ts';

/**
 * A document as lines for a screen, sentence first, without boxes and never wider than the screen (20 to 120 columns are used).
 * `colour` allows the sixteen ANSI colours, `unicode` signs beyond ASCII. Ends with a line break.
 */
export function renderTerminal(document: Document, screen: Screen): string {
  const pen = new Pen(screen);
  const { opening, parts, closing } = pageOrder(document);
  const groups = [
    drawHeader(document, opening, pen),
    ...parts.flatMap(({ section, strip }) => [
      ...drawSection(section, document, pen),
      ...(strip ? [drawStrip(strip, document, pen)] : []),
    ]),
    ...(closing ? [drawStrip(closing, document, pen)] : []),
    drawFootnotes(document, pen),
  ];
  const lines = groups.filter((group) => group.length > 0).map((group) => group.map((line) => pen.paint(line)));
  return `${lines.map((group) => group.join('\n')).join('\n\n')}\n`;
}

function drawFootnotes(document: Document, pen: Pen): Line[] {
  return footnotesIn(document, document.sections).flatMap(({ number, text }) =>
    labelled(
      [run(formatFootnoteNumbers([number]), 'dim'), blanks(1)],
      formatSentence(text, document.format),
      pen,
      'dim',
    ),
  );
}

function drawHeader(document: Document, opening: Section | undefined, pen: Pen): Line[] {
  const { subject, dates, format, edition } = document;
  const name = run(subject.name, 'bold');
  const description = run(subject.description, 'dim');
  const both = run(datesText(dates, format.locale).join(', '), 'dim');
  const fits = (line: Line) => cellWidth(line, pen) <= pen.width;
  const described = [name, blanks(2), description];
  const whole = [...described, blanks(2), both];
  const first = fits(described)
    ? [described]
    : [...labelled([], subject.name, pen, 'bold'), ...labelled([], subject.description, pen, 'dim')];
  return [
    ...(edition === 'internal' ? labelled([], 'Internal edition, not for the partner', pen, 'watch') : []),
    ...(pen.wide && fits(whole) ? [whole] : first),
    ...(opening ? labelled([], bindNumbers(formatSentence(opening.headline, format)), pen) : []),
    ...(pen.wide && fits(whole) ? [] : labelled([], both.text, pen, 'dim')),
  ];
}

/** A section under its name; its first heading goes behind the name, in grey. What has no heading belongs to the block before. */
function drawSection(section: Section, { format }: Document, pen: Pen): Line[][] {
  const blocks = textBlocksInOrder(section);
  if (section.layout === 'cover') return [drawCover(section.cover, pen)];
  const groups: Line[][] = [];
  blocks.forEach((block, index) => {
    const { heading, aside } = blockHeading(block, format);
    const name = index === 0 ? section.kicker.name : (heading ?? '');
    const grey = [index === 0 && heading !== name ? heading : undefined, aside].filter((words) => words !== undefined);
    const lines = [...drawHeading(name, grey.join(' · '), pen), ...drawBlock(block, format, pen)];
    const isRemark = index > 0 && heading === undefined && block.kind !== 'table' && block.kind !== 'key-figures';
    if (isRemark) groups.at(-1)!.push(...lines);
    else groups.push(lines);
  });
  return groups;
}

function drawHeading(name: string, grey: string, pen: Pen): Line[] {
  const words = [run(name, 'bold'), ...(grey ? [blanks(name ? 2 : 0), run(grey, 'dim')] : [])];
  if (name === '' && grey === '') return [];
  if (cellWidth(words, pen) <= pen.width) return [words];
  return [...labelled([], name, pen, 'bold'), ...labelled([], grey, pen, 'dim')];
}

function drawCover(
  { occasion, forPartner, forVendor }: Extract<Section, { layout: 'cover' }>['cover'],
  pen: Pen,
): Line[] {
  return [
    ...labelled([], occasion, pen, 'bold'),
    ...(forPartner.length > 0 ? labelled([run('For the partner', 'dim'), blanks(2)], forPartner.join(', '), pen) : []),
    ...(forVendor.length > 0 ? labelled([run('For the vendor', 'dim'), blanks(3)], forVendor.join(', '), pen) : []),
  ];
}

function drawStrip({ why, next }: Strip, { format }: Document, pen: Pen): Line[] {
  return [
    ...labelled([run('Why', 'bold'), blanks(3)], formatSentence(why, format), pen),
    ...(next ? labelled([run('Next', 'bold'), blanks(2)], formatSentence(next, format), pen) : []),
  ];
}
