import type { Block } from '../../document/block.ts';
import type { Section } from '../../document/document.ts';
import { drawColumn } from './draw-column.ts';
import { stack, type Drawn, type Sheet } from './drawn.ts';
import { escapeHtml } from './escape-html.ts';
import { columnWidths, HEADING_LINE, LINE, PAGE_HEIGHT, PAGE_WIDTH, SECTION_GAP } from './geometry.ts';

/** Of the height of a sheet: what is taller may break. */
const MOST_IN_ONE_PIECE = 0.6;

/** A section: what stands across the page, then its columns side by side. Empty columns leave their room to the others. */
export function drawSection(section: Section, sheet: Sheet): Drawn {
  if (section.layout === 'cover') return drawCover(section.cover);
  const { across, columns } = arrange(section);
  const filled = columns.filter((blocks) => blocks.length > 0);
  const widths = columnWidths(section.layout, filled.length);
  const name = section.kicker.name;
  const top = across.length > 0 ? [drawColumn(across, sheet, { width: PAGE_WIDTH })] : [];
  const drawn = filled.map((blocks, index) =>
    drawColumn(blocks, sheet, { width: widths[index]!, ...(index === 0 && across.length === 0 && { name }) }),
  );
  const body = stack([...top, ...(drawn.length > 0 ? [sideBySide(drawn, widths)] : [])], SECTION_GAP);
  const hiddenName = across.length > 0 ? `<h2 class="sr">${escapeHtml(name)}</h2>` : '';
  return body.height === 0
    ? { html: '', height: 0 }
    : { html: `<section${classOf(body)}>${hiddenName}${body.html}</section>`, height: body.height + SECTION_GAP };
}

/** A section that would leave most of a sheet empty before it may go on over the next one. */
function classOf({ height }: Drawn): string {
  return height > MOST_IN_ONE_PIECE * PAGE_HEIGHT ? ' class="long"' : '';
}

/** The blocks of a section that stand side by side; the tallest column makes its height. */
export function columnsOf(section: Section): readonly (readonly Block[])[] {
  return section.layout === 'cover' ? [] : arrange(section).columns;
}

function arrange(section: Exclude<Section, { layout: 'cover' }>): {
  readonly across: readonly Block[];
  readonly columns: readonly (readonly Block[])[];
} {
  switch (section.layout) {
    case 'key-figures':
      return { across: section.top, columns: [section.main, section.side] };
    case 'table':
      return { across: [], columns: [section.main] };
    case 'main-side':
    case 'appendix':
      return { across: [], columns: [section.main, section.side] };
    case 'side-main':
      return { across: [], columns: [section.side, section.main] };
    case 'two-columns':
      return { across: [], columns: [section.left, section.right] };
    case 'panels':
      return { across: [], columns: section.panels.map((panel) => [panel]) };
  }
}

function sideBySide(columns: readonly Drawn[], widths: readonly number[]): Drawn {
  const tracks = widths.map((width) => `${width.toFixed(0)}fr`).join(' ');
  return {
    html: `<div class="columns" style="grid-template-columns:${tracks}">${columns.map(({ html }) => `<div>${html}</div>`).join('\n')}</div>`,
    height: Math.max(...columns.map(({ height }) => height)),
  };
}

function drawCover({ occasion, forPartner, forVendor }: Extract<Section, { layout: 'cover' }>['cover']): Drawn {
  const people = [
    ['For the partner', forPartner],
    ['For the vendor', forVendor],
  ] as const;
  const lines = people.filter(([, names]) => names.length > 0);
  return {
    html: `<section><h2>${escapeHtml(occasion)}</h2>${lines
      .map(([label, names]) => `<p><span class="grey">${label}</span> ${escapeHtml(names.join(', '))}</p>`)
      .join('')}</section>`,
    height: HEADING_LINE + lines.length * LINE + SECTION_GAP,
  };
}
