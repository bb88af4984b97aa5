import { describe, expect, it } from 'vitest';
import { progressOn } from '../../src/cli/progress.ts';

function stream(isTTY: boolean): { isTTY: boolean; columns: number; text: string; write(text: string): void } {
  return {
    isTTY,
    columns: 30,
    text: '',
    write(text) {
      this.text += text;
    },
  };
}

describe('a line about work under way', () => {
  it('is a line of its own in a log', () => {
    const log = stream(false);
    const progress = progressOn(log, { quiet: false, renewing: true });
    progress.show('1 of 12 acme');
    progress.show('2 of 12 borealis');
    progress.clear();
    expect(log.text).toBe('1 of 12 acme\n2 of 12 borealis\n');
  });

  it('renews itself on a terminal, never wraps, and is gone before anything else is printed', () => {
    const screen = stream(true);
    const progress = progressOn(screen, { quiet: false, renewing: true });
    progress.show('1 of 12 a partner with a name that is far too long');
    progress.clear();
    const [before, line, after] = screen.text.split('\r\u001b[K');
    expect([before, after]).toEqual(['', '']);
    expect(line).toMatch(/^1 of 12 .*…$/);
    expect(line!.length).toBeLessThan(30);
  });

  it('is not said with --quiet', () => {
    const screen = stream(true);
    const progress = progressOn(screen, { quiet: true, renewing: true });
    progress.show('1 of 12 acme');
    progress.clear();
    expect(screen.text).toBe('');
  });
});
