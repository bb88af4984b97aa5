import { AGAIN, NOTHING, ROWS_BEHIND, refusals, type ImportCase } from './import-case.ts';

/** CSV files in which there is nothing, or no table. */
export const EMPTY_CASES: readonly ImportCase[] = refusals(
  (
    [
      ['an empty one', '', 'deals.csv is empty.', AGAIN],
      ['white space', ' \n\t\r\n', 'deals.csv holds nothing but white space.', AGAIN],
      ['commas only', ',,\n,,\n', 'deals.csv holds nothing but white space.', AGAIN],
      ['a header only', 'id,name\n', 'deals.csv has a header and no rows.', AGAIN],
      [
        'a quotation mark that never closes',
        'id,name\n1,"a\nb"\n2,"c\n3,d\n',
        'deals.csv:4: a quotation mark opens here and is never closed.',
        `${NOTHING} Export the file again, or close the quotation mark in that line.`,
      ],
      [
        'a letter',
        'Dear Ines,\n\nthank you for the call, the numbers, and the plan.\nWe will send the list soon, I hope.\nWe look forward to it, as ever.\n\nBest, Bo, Acme, Oslo, Norway\n',
        'deals.csv holds no table: 3 of 3 lines do not have the 3 cells of the line taken for its header (thank you for the call, the numbers, and the plan.).',
        ROWS_BEHIND,
      ],
      [
        'sentences, one to a line',
        'Statement of account\nYour balance was 500.00 on the first of May.\nYour balance was 700.00 on the first of June.\n',
        'deals.csv holds no table: it is text in one column.',
        ROWS_BEHIND,
      ],
      [
        'lines that differ in their cells',
        'Statement,May,2026\na,b\nc\nd,e\nf,g,h,i\nj,k\n',
        'deals.csv holds no table: 5 of 5 lines do not have the 3 cells of the line taken for its header (Statement, May, 2026).',
        ROWS_BEHIND,
      ],
    ] as const
  ).map(([name, content, message, remedy]) => [name, 'deals.csv', content, `data: ${message}`, remedy] as const),
);
