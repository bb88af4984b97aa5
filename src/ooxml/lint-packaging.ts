import type { LintProblem, LintRule, OpenPackage } from './lint-problem.ts';
import { descendants } from './xml-elements.ts';

const CONTENT_TYPES = '[Content_Types].xml';

/** Rules about the package itself: content types, relationships, parts that nothing leads to. */
export const PACKAGING_RULES: readonly LintRule[] = [contentTypeProblems, relationshipProblems, orphanProblems];

interface Relationship {
  readonly id: string;
  readonly target: string;
  readonly isExternal: boolean;
}

function contentTypeProblems(opened: OpenPackage): LintProblem[] {
  const types = opened.documents.get(CONTENT_TYPES);
  if (types === undefined) return [{ part: CONTENT_TYPES, rule: 'content-types', message: 'is missing' }];
  const overrides = descendants(types, 'ct:Override').map((entry) =>
    (entry.getAttribute('PartName') ?? '').replace(/^\//, ''),
  );
  const defaults = descendants(types, 'ct:Default').map((entry) => [
    entry.getAttribute('Extension') ?? '',
    entry.getAttribute('ContentType') ?? '',
  ]);
  const extensions = new Set(defaults.map(([extension]) => extension));
  const found = [...opened.parts.keys()].filter((path) => path !== CONTENT_TYPES);
  const used = new Set(found.map(extensionOf)).add('xml').add('rels');
  const report = (message: string): LintProblem => ({ part: CONTENT_TYPES, rule: 'content-types', message });
  return [
    ...overrides.filter((path) => !opened.parts.has(path)).map((path) => report(`names ${path}, which is not there`)),
    ...overrides
      .filter((path, index) => overrides.indexOf(path) !== index)
      .map((path) => report(`names ${path} twice`)),
    ...[...extensions]
      .filter((extension) => !used.has(extension ?? ''))
      .map((extension) => report(`names .${extension}, which no part has`)),
    ...defaults.filter(([, type]) => type === 'image/jpg').map(() => report('calls JPEG pictures image/jpg')),
    ...found
      .filter((path) => !isTyped(path, overrides, extensions))
      .map((path) => report(`gives ${path} no type of its own`)),
  ];
}

// Plain "application/xml" is no type that Office reads a part by.
function isTyped(path: string, overrides: readonly string[], extensions: ReadonlySet<string | undefined>): boolean {
  const extension = extensionOf(path);
  return overrides.includes(path) || (extension !== 'xml' && extensions.has(extension));
}

function extensionOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1).toLowerCase();
}

function relationshipProblems(opened: OpenPackage): LintProblem[] {
  return [...opened.documents.keys()]
    .filter((path) => path.endsWith('.rels'))
    .flatMap((part) => {
      const relationships = relationshipsIn(opened, part);
      const ids = relationships.map((relationship) => relationship.id);
      const inside = relationships.filter((relationship) => !relationship.isExternal);
      const report = (message: string): LintProblem => ({ part, rule: 'relationships', message });
      return [
        ...inside
          .filter(({ target }) => !opened.parts.has(resolved(part, target)))
          .map(({ target }) => report(`leads to ${target}, which is not there`)),
        ...inside
          .filter(({ target }) => target.startsWith('/'))
          .map(({ target }) => report(`leads to ${target} by an absolute path`)),
        ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => report(`uses ${id} twice`)),
        ...missingIds(opened, part, ids).map((id) => report(`lacks ${id}, which its part refers to`)),
      ];
    });
}

function missingIds(opened: OpenPackage, part: string, ids: readonly string[]): string[] {
  const owner = opened.parts.get(part.replace(/_rels\/([^/]*)\.rels$/, '$1'));
  if (owner === undefined) return [];
  const text = new TextDecoder().decode(owner);
  const used = new Set(Array.from(text.matchAll(/ r:(?:id|embed|link|pict)="([^"]+)"/g), (match) => match[1] ?? ''));
  return [...used].filter((id) => !ids.includes(id));
}

function orphanProblems(opened: OpenPackage): LintProblem[] {
  const reached = new Set<string>(['_rels/.rels', CONTENT_TYPES]);
  const waiting = ['_rels/.rels'];
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    for (const { target, isExternal } of relationshipsIn(opened, part)) {
      const path = resolved(part, target);
      if (isExternal || reached.has(path)) continue;
      const relationships = path.replace(/([^/]*)$/, '_rels/$1.rels');
      reached.add(path).add(relationships);
      waiting.push(relationships);
    }
  }
  const orphans = [...opened.parts.keys()].filter((path) => !reached.has(path));
  return orphans.map((part) => ({ part, rule: 'orphan-part', message: 'is in the package, but nothing leads to it' }));
}

function relationshipsIn(opened: OpenPackage, part: string): Relationship[] {
  const document = opened.documents.get(part);
  if (document === undefined) return [];
  return descendants(document, 'rel:Relationship').map((element) => ({
    id: element.getAttribute('Id') ?? '',
    target: element.getAttribute('Target') ?? '',
    isExternal: element.getAttribute('TargetMode') === 'External',
  }));
}

/**
 * The path inside the package that a relationship leads to.
 * @param part the `.rels` part; @param target its target as written.
 */
export function resolved(part: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const segments = part
    .replace(/_rels\/[^/]*$/, '')
    .split('/')
    .filter((segment) => segment !== '');
  for (const segment of target.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '.') segments.push(segment);
  }
  return segments.join('/');
}
