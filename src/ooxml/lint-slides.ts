import type { Document, Element } from '@xmldom/xmldom';
import { resolved } from './lint-packaging.ts';
import type { LintProblem, LintRule, OpenPackage } from './lint-problem.ts';
import { isPresetShape } from './preset-shapes.ts';
import { child, children, descendants, qualifiedName } from './xml-elements.ts';

const SLIDE = /^ppt\/slides\/[^/]+\.xml$/;
const SHAPE_TREE = /^ppt\/(?:slides|slideLayouts|slideMasters|notesSlides|notesMasters)\/[^/]+\.xml$/;
const PRESENTATION_ORDER = [
  'p:sldMasterIdLst',
  'p:notesMasterIdLst',
  'p:handoutMasterIdLst',
  'p:sldIdLst',
  'p:sldSz',
  'p:notesSz',
];

/** Rules about slides and whatever else holds shapes. */
export const SLIDE_RULES: readonly LintRule[] = [
  titleProblems,
  outlineProblems,
  themeProblems,
  ...[shapeIdProblems, textProblems, geometryProblems, backgroundProblems].map((check) => onParts(SHAPE_TREE, check)),
  ...[textBodyProblems, descriptionProblems, tableProblems].map((check) => onParts(SLIDE, check)),
];

type Offence = readonly [rule: string, message: string];

function onParts(pattern: RegExp, check: (document: Document) => Offence[]): LintRule {
  return ({ documents }) =>
    [...documents]
      .filter(([part]) => pattern.test(part))
      .flatMap(([part, document]) => check(document).map(([rule, message]) => ({ part, rule, message })));
}

function titleProblems({ documents }: OpenPackage): LintProblem[] {
  const titles = new Map<string, string>();
  return [...documents]
    .filter(([part]) => SLIDE.test(part))
    .flatMap(([part, document]) => {
      const title = descendants(document, 'p:sp').find(isTitle);
      const words = (title === undefined ? [] : descendants(title, 'a:t'))
        .map((run) => run.textContent ?? '')
        .join('')
        .trim();
      const report = (message: string): LintProblem[] => [{ part, rule: 'slide-title', message }];
      if (title === undefined) return report('has no title placeholder');
      if (words === '') return report('has an empty title');
      const other = titles.get(words);
      titles.set(words, part);
      return other === undefined ? [] : report(`has the title of ${other}: "${words}"`);
    });
}

function isTitle(shape: Element): boolean {
  return descendants(shape, 'p:ph').some((placeholder) =>
    ['title', 'ctrTitle'].includes(placeholder.getAttribute('type') ?? ''),
  );
}

function outlineProblems({ documents }: OpenPackage): LintProblem[] {
  const part = 'ppt/presentation.xml';
  const root = documents.get(part)?.documentElement;
  if (root === undefined || root === null) return [];
  const ranks = children(root)
    .map((element) => PRESENTATION_ORDER.indexOf(qualifiedName(element)))
    .filter((rank) => rank >= 0);
  const isSorted = ranks.every((rank, index) => index === 0 || rank > (ranks[index - 1] ?? 0));
  return isSorted ? [] : [{ part, rule: 'element-order', message: 'lists masters and slides in the wrong order' }];
}

function themeProblems({ documents }: OpenPackage): LintProblem[] {
  const owners = new Map<string, string>();
  return [...documents]
    .filter(([part]) => /Masters\/_rels\/[^/]+\.rels$/.test(part))
    .flatMap(([part, document]) => {
      const relationship = descendants(document, 'rel:Relationship').find((element) =>
        element.getAttribute('Type')?.endsWith('/theme'),
      );
      const theme = relationship === undefined ? undefined : resolved(part, relationship.getAttribute('Target') ?? '');
      if (theme === undefined) return [{ part, rule: 'theme', message: 'leads to no theme' }];
      const owner = owners.get(theme);
      owners.set(theme, part);
      return owner === undefined ? [] : [{ part, rule: 'theme', message: `shares ${theme} with another master` }];
    });
}

function shapeIdProblems(document: Document): Offence[] {
  const ids = descendants(document, 'p:cNvPr').map((shape) => shape.getAttribute('id') ?? '');
  const repeated = ids.filter((id, index) => ids.indexOf(id) !== index);
  const unusable = ids.filter((id) => !/^[1-9]\d*$/.test(id));
  return [
    ...repeated.map((id): Offence => ['shape-ids', `gives two shapes the id ${id}`]),
    ...unusable.map((id): Offence => ['shape-ids', `gives a shape the id "${id}"`]),
  ];
}

function textProblems(document: Document): Offence[] {
  const paragraphs = descendants(document, 'a:p');
  const late = paragraphs.filter((paragraph) =>
    children(paragraph)
      .slice(1)
      .some((element) => qualifiedName(element) === 'a:pPr'),
  );
  const anchors = ['a:bodyPr', 'a:tcPr']
    .flatMap((name) => descendants(document, name))
    .map((element) => element.getAttribute('anchor'));
  const odd = anchors.filter((anchor) => anchor !== null && !['t', 'ctr', 'b', 'just', 'dist'].includes(anchor));
  return [
    ...late.map((): Offence => ['element-order', 'has paragraph properties after the first run']),
    ...odd.map((anchor): Offence => ['text', `anchors text at "${anchor}"`]),
  ];
}

function geometryProblems(document: Document): Offence[] {
  const presets = descendants(document, 'a:prstGeom').map((element) => element.getAttribute('prst') ?? '');
  const extents = descendants(document, 'a:ext').filter((element) => element.hasAttribute('cx'));
  const negative = extents.filter((extent) =>
    [extent.getAttribute('cx'), extent.getAttribute('cy')].some((size) => !(Number(size) >= 0)),
  );
  const lines = descendants(document, 'a:ln').filter(
    (line) => children(line).length === 0 && line.attributes.length === 0,
  );
  return [
    ...presets
      .filter((name) => !isPresetShape(name))
      .map((name): Offence => ['geometry', `has a shape called "${name}", which Office does not know`]),
    ...negative.map((): Offence => ['geometry', 'has a shape of negative size']),
    ...lines.map((): Offence => ['geometry', 'has an outline that says nothing']),
  ];
}

function backgroundProblems(document: Document): Offence[] {
  const bare = descendants(document, 'p:bgPr').filter((background) => child(background, 'a:effectLst') === undefined);
  return bare.map((): Offence => ['background', 'has a background without its list of effects']);
}

function textBodyProblems(document: Document): Offence[] {
  const bare = descendants(document, 'p:sp').filter((shape) => child(shape, 'p:txBody') === undefined);
  return bare.map((shape): Offence => ['text-body', `has no text body in "${nameOf(shape)}"`]);
}

function descriptionProblems(document: Document): Offence[] {
  return ['p:pic', 'p:graphicFrame']
    .flatMap((name) => descendants(document, name))
    .filter((shape) => {
      const description = descendants(shape, 'p:cNvPr')[0]?.getAttribute('descr')?.trim() ?? '';
      return description === '' || /^\S+\.(?:png|jpe?g|gif|svg)$/i.test(description);
    })
    .map((shape): Offence => ['alt-text', `says nothing to a screen reader about "${nameOf(shape)}"`]);
}

function nameOf(shape: Element): string {
  return descendants(shape, 'p:cNvPr')[0]?.getAttribute('name') ?? '';
}

function tableProblems(document: Document): Offence[] {
  return descendants(document, 'a:tbl').flatMap((table) => {
    const columns = descendants(table, 'a:gridCol').length;
    const uneven = children(table, 'a:tr').filter((row) => children(row, 'a:tc').length !== columns);
    const bodiless = descendants(table, 'a:tc').filter((cell) => child(cell, 'a:txBody') === undefined);
    const properties = child(table, 'a:tblPr');
    return [
      ...uneven.map((row): Offence => [
        'table',
        `has a row of ${children(row, 'a:tc').length} cells under ${columns} columns`,
      ]),
      ...bodiless.map((): Offence => ['text-body', 'has a table cell without a text body']),
      ...(properties?.getAttribute('firstRow') === '1'
        ? []
        : [['table', 'has a table without a header row'] satisfies Offence]),
    ];
  });
}
