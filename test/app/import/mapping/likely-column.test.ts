import { describe, expect, it } from 'vitest';
import { likelyColumn } from '../../../../src/app/import/mapping/likely-column.ts';

const rows = (...cells: readonly (readonly string[])[]) => cells.map((row, index) => ({ line: index + 2, cells: row }));

describe('the column that is proposed for the stages', () => {
  it.each([
    ['Auftrag gewonnen', 'Auftrag verloren'],
    ['Affaire gagnée', 'Affaire perdue (prix), perdu'],
    ['Oportunidad ganada', 'Oportunidad perdida'],
  ])('is known by words of other languages inside its labels: %s', (won, lost) => {
    const table = {
      file: 'export.csv',
      sha256: '',
      headers: ['Region', 'Etappe'],
      rows: rows(['Nord', won], ['Nord', lost], ['Nord', won], ['Nord', lost]),
      skipped: [],
      broken: [],
    };
    const looking = { field: 'stage', table, spare: ['Region', 'Etappe'], taken: [], isPartner: () => false };
    expect(likelyColumn(looking)).toBe('Etappe');
  });
});
