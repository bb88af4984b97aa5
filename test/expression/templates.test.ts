import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { evaluate } from '../../src/expression/evaluate.ts';
import { parseExpression } from '../../src/expression/parse.ts';
import { scopeOf } from './scope-of.ts';

const folder = fileURLToPath(new URL('../../templates/', import.meta.url));
/** The keys under which templates hold conditions and formulas. */
const KEYS: ReadonlySet<string> = new Set(['when', 'show_when', 'holds', 'worth_formula', 'loss_formula']);

/** Every expression of a template with the way to it. */
function* expressionsIn(content: unknown, path: string): Generator<readonly [path: string, text: unknown]> {
  if (typeof content !== 'object' || content === null) return;
  for (const [key, inner] of Object.entries(content)) {
    const here = `${path} › ${key}`;
    if (KEYS.has(key)) yield [here, inner];
    else if (key === 'recognise') for (const text of (inner as { all: unknown[] }).all) yield [here, text];
    else yield* expressionsIn(inner, here);
  }
}

describe('the templates we ship', () => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  const all = files.flatMap((file) => [...expressionsIn(parse(readFileSync(folder + file, 'utf8')), file)]);

  it('hold conditions and formulas, more than a hundred of them', () => {
    expect(all.length).toBeGreaterThan(100);
  });

  it('hold none that cannot be read', () => {
    const unreadable = all.filter(([, text]) => {
      try {
        return !parseExpression(text as string);
      } catch {
        return true;
      }
    });
    expect(unreadable).toEqual([]);
  });
});

describe('the page about expressions', () => {
  const page = readFileSync(`${folder}EXPRESSIONS.md`, 'utf8');
  const written = [...page.matchAll(/^\| `([^`]+)` \| ([^|]+[.?]) \|$/gm)].map(
    ([, text, message]) => [text!, message!] as const,
  );
  const scope = scopeOf({ close_date: '2026-02-28' });

  it('shows several mistakes', () => {
    expect(written.length).toBeGreaterThanOrEqual(6);
  });

  it.each(written)('gives for %s the message the tool gives', (text, message) => {
    expect(() => evaluate(parseExpression(text), scope)).toThrow(
      expect.objectContaining({ name: 'ExpressionError', message }),
    );
  });
});
