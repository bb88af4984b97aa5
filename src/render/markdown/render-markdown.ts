import type { Block } from '../../document/block.ts';
import { blockHeading } from '../../document/block-heading.ts';
import type { Document, Section } from '../../document/document.ts';
import { knownOnly } from '../../document/known-only.ts';
import { pageOrder, sourcesOf, textBlocksInOrder, type Strip } from '../../document/page-order.ts';
import { datesText } from '../../document/dates-text.ts';
import { footnotesIn } from '../../document/footnotes.ts';
import { formatFootnoteNumbers, formatSentence } from '../../units/format.ts';
import { drawBlock } from './draw-block.ts';
import { escapeLine, escapeMarkdown } from './escape-markdown.ts';

/** A document as GitHub-flavoured Markdown that also reads as plain text in an e-mail. Ends with a line break. */
export function renderMarkdown(document: Document): string {
  const page = document.edition === 'partner' ? knownOnly(document) : document;
  const { opening, parts, closing } = pageOrder(page);
  const pieces = [
    ...drawHeader(page, opening),
    ...parts.flatMap(({ section, strip }) => [
      ...drawSection(section, page, opening),
      ...(strip ? [drawStrip(strip, page)] : []),
    ]),
    ...(closing ? [drawStrip(closing, page)] : []),
    drawFootnotes(page),
    ...drawFooter(page),
  ];
  return `${pieces.filter((piece) => piece !== '').join('\n\n')}\n`;
}

function drawHeader(
  { subject, dates, format, edition, title, vendor }: Document,
  opening: Section | undefined,
): string[] {
  const headline = opening ? formatSentence(opening.headline, format) : subject.name;
  const both = datesText(dates, format.locale).join(', ');
  return [
    `# ${escapeMarkdown(headline)}`,
    ...(edition === 'internal' ? ['**Internal edition, not for the partner**'] : []),
    `**${escapeMarkdown(subject.name)}** · ${escapeMarkdown(subject.description)}  \n${escapeMarkdown(title)}, ${escapeMarkdown(vendor)}  \n${escapeMarkdown(both)}`,
  ];
}

/** A section under its name, with its own sentence where that says more than the page's first one. */
function drawSection(section: Section, { format }: Document, opening: Section | undefined): string[] {
  if (section.layout === 'cover') return drawCover(section.cover);
  const blocks = textBlocksInOrder(section);
  if (blocks.length === 0) return [];
  const headline = formatSentence(section.headline, format);
  const isNew = opening !== undefined && headline !== formatSentence(opening.headline, format);
  const bodies = blocks.flatMap((block) => [drawHeading(block, section, format), drawBlock(block, format)]);
  return [`## ${escapeMarkdown(section.kicker.name)}`, ...(isNew ? [escapeLine(headline)] : []), ...bodies];
}

function drawHeading(block: Block, { kicker }: Section, format: Document['format']): string {
  const { heading, aside } = blockHeading(block, format);
  if (heading === undefined || heading === kicker.name) return '';
  return `### ${escapeMarkdown(heading)}${aside === undefined ? '' : ` (${escapeMarkdown(aside)})`}`;
}

function drawCover({ occasion, forPartner, forVendor }: Extract<Section, { layout: 'cover' }>['cover']): string[] {
  return [
    `**${escapeMarkdown(occasion)}**`,
    forPartner.length > 0 ? `For the partner: ${escapeMarkdown(forPartner.join(', '))}` : '',
    forVendor.length > 0 ? `For the vendor: ${escapeMarkdown(forVendor.join(', '))}` : '',
  ];
}

function drawStrip({ why, next }: Strip, { format }: Document): string {
  const lines = [
    `**Why it matters:** ${escapeMarkdown(formatSentence(why, format))}`,
    ...(next ? [`**Next:** ${escapeMarkdown(formatSentence(next, format))}`] : []),
  ];
  return lines.join('\n\n');
}

/** One line each; two spaces at the end break it. */
function drawFootnotes(page: Document): string {
  return footnotesIn(page, page.sections)
    .map(
      ({ number, text }) => `${formatFootnoteNumbers([number])} ${escapeMarkdown(formatSentence(text, page.format))}`,
    )
    .join('  \n');
}

function drawFooter(document: Document): string[] {
  const sources = sourcesOf(document);
  const notes = document.sections.flatMap(({ notes }) => notes.map((note) => formatSentence(note, document.format)));
  if (sources === '' && notes.length === 0) return [];
  return [
    '---',
    sources === '' ? '' : `Sources: ${escapeMarkdown(sources)}`,
    [...new Set(notes)].map((note) => `- ${escapeLine(note)}`).join('\n'),
  ];
}
