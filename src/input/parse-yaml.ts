import { isPair, isScalar, parseDocument, visit, type Alias, type Document, type Pair } from 'yaml';
import type { PlaceProblem, Problem, TextRange } from './problem.ts';
import { YAML_SYNTAX_WORDS } from './yaml-syntax-words.ts';
import { rangeOf } from './yaml-place.ts';

/** Anchors may be repeated, but a small file must not grow into a large one. */
const MOST_ALIASES = 100;

/** A YAML text as a document and as plain values; the values are there only when the text has no problem. */
export interface ParsedYaml {
  readonly document: Document.Parsed;
  readonly value?: unknown;
  readonly problems: readonly Problem[];
}

/**
 * Parses one YAML 1.2 document strictly: besides mistakes of syntax, everything that a library lets pass and a person did not
 * mean is a problem with its place: doubled keys, unknown tags, not-a-number, control characters, `__proto__`, bombs of aliases.
 * An empty text is an empty mapping.
 */
export function parseYaml(text: string, place: PlaceProblem): ParsedYaml {
  let document: Document.Parsed = parseDocument('');
  try {
    document = parseDocument(text, { prettyErrors: false, uniqueKeys: false, logLevel: 'error' });
    const problems = onePerLine([...textProblems(document, text, place), ...nodeProblems(document, place)]);
    if (problems.length > 0) return { document, problems };
    return { document, value: document.toJS({ maxAliasCount: MOST_ALIASES }) ?? {}, problems };
  } catch {
    // The library gives up on endless nesting and on aliases that multiply.
    const message = 'the file is nested too deeply, or its aliases multiply';
    return { document, problems: [place(undefined, { message })] };
  }
}

function textProblems(document: Document.Parsed, text: string, place: PlaceProblem): Problem[] {
  const problems = syntaxProblems(document, place);
  const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.exec(text);
  if (control) {
    const range = { start: control.index, end: control.index + 1 };
    problems.push(place(range, { message: 'a control character stands here', remedy: 'Delete it.' }));
  }
  if (document.directives.yaml.explicit && document.directives.yaml.version !== '1.2') {
    const remedy = 'Remove the line that starts with %YAML.';
    problems.push(place({ start: 0, end: 1 }, { message: 'the file asks for another version of YAML', remedy }));
  }
  return problems;
}

function syntaxProblems(document: Document.Parsed, place: PlaceProblem): Problem[] {
  return [...document.errors, ...document.warnings].map(({ code, message, pos }) => {
    const opening = neverClosed(message) && openingBefore(document, pos[0]);
    if (opening) return place(opening.range, { message: `the ${opening.kind} that opens here is not closed` });
    return place({ start: pos[0], end: pos[1] }, YAML_SYNTAX_WORDS[code] ?? { message });
  });
}

/** A single slip often makes the parser stumble several times. */
function onePerLine(problems: readonly Problem[]): readonly Problem[] {
  const seen = new Set<number | undefined>();
  return problems.filter(({ line }) => !seen.has(line) && seen.add(line));
}

function neverClosed(message: string): boolean {
  return /^Missing closing|must be sufficiently indented and end with/.test(message);
}

/** The library reports a quote or bracket that is never closed at the end of the text; a person looks for its beginning. */
function openingBefore(document: Document.Parsed, offset: number) {
  let opening: { readonly range: TextRange; readonly kind: 'quote' | 'bracket' } | undefined;
  const consider = (node: unknown, kind: 'quote' | 'bracket') => {
    const start = rangeOf(node)?.start;
    if (start !== undefined && start < offset) opening = { range: { start, end: start + 1 }, kind };
  };
  visit(document, {
    Collection: (_, node) => void (node.flow && consider(node, 'bracket')),
    Scalar: (_, node) => void (node.type?.startsWith('QUOTE') && consider(node, 'quote')),
  });
  return opening;
}

function nodeProblems(document: Document.Parsed, place: PlaceProblem): Problem[] {
  const problems: Problem[] = [];
  let aliases = 0;
  visit(document, {
    Map: (_, map) => void problems.push(...keyProblems(map.items, place)),
    Scalar: (_, scalar) => {
      if (typeof scalar.value !== 'number' || Number.isFinite(scalar.value)) return;
      problems.push(place(rangeOf(scalar), { message: 'this is not a finite number', written: scalar.source }));
    },
    Alias: (_, alias, ancestors) => {
      aliases += 1;
      if (aliases > MOST_ALIASES) throw new RangeError('too many aliases');
      problems.push(...aliasProblems(alias, { document, ancestors, place }));
    },
  });
  return problems;
}

function aliasProblems(
  alias: Alias,
  at: { readonly document: Document.Parsed; readonly ancestors: readonly unknown[]; readonly place: PlaceProblem },
): Problem[] {
  const target = alias.resolve(at.document);
  if (!target) {
    const remedy = 'Put text that starts with * in quotes.';
    return [at.place(rangeOf(alias), { message: `there is no anchor &${alias.source} above`, remedy })];
  }
  const loops = at.ancestors.some((ancestor) => (isPair(ancestor) ? ancestor.value : ancestor) === target);
  return loops ? [at.place(rangeOf(alias), { message: 'the alias stands inside what it repeats' })] : [];
}

function keyProblems(pairs: readonly Pair[], place: PlaceProblem): Problem[] {
  const problems: Problem[] = [];
  const firstOf = new Map<string, unknown>();
  for (const { key } of pairs) {
    if (!isScalar(key) || key.value === null) {
      problems.push(place(rangeOf(key), { message: 'a key must be one word' }));
      continue;
    }
    const name = String(key.value);
    const first = firstOf.get(name);
    if (name === '__proto__') problems.push(place(rangeOf(key), { message: `"${name}" cannot be a key` }));
    else if (first) {
      const { line } = place(rangeOf(first), { message: '' });
      problems.push(place(rangeOf(key), { message: `"${name}" is already given in line ${line}`, written: name }));
    } else firstOf.set(name, key);
  }
  return problems;
}
