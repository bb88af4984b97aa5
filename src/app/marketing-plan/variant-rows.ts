import { cutText } from '../../units/cut-text.ts';
import { formatValue, NO_BREAK_SPACE } from '../../units/format.ts';
import type { Option } from '../../domain/interview/question.ts';
import type { TalkSetup } from './talk-setup.ts';
import type { Variant } from './variants.ts';

// With the word behind the proposed row, 80 columns are just enough.
const TITLE_WIDTH = 27;
const COLUMNS = [
  ['spend', 'Spend', 7],
  ['won', 'Won', 5],
  ['revenue', 'Revenue', 8],
  ['partner_roi', 'Return', 7],
  ['partner_roi_conservative', 'Conserv.', 9],
] as const;

/** Plans side by side: a header, and a row each that can be chosen. Spaces do not break, so that the columns stand under each other. */
export function variantRows(
  variants: readonly Variant[],
  setup: TalkSetup,
): { readonly header: string; readonly options: readonly Option[] } {
  const format = { locale: setup.input.config.locale };
  const options = variants.map(({ id, title, plan }) => {
    const { values } = setup.worked(plan);
    const cells = COLUMNS.map(([name, , width]) =>
      formatValue(values[name] ?? { kind: 'none' }, format).padStart(width, NO_BREAK_SPACE),
    );
    return { id, text: unbroken([padded(title), ...cells].join('')) };
  });
  const heads = COLUMNS.map(([, label, width]) => label.padStart(width, NO_BREAK_SPACE));
  // As far in as the rows stand behind their keys.
  return { header: unbroken(['   ', ' '.repeat(TITLE_WIDTH), ...heads].join('')), options };
}

function padded(title: string): string {
  return cutText(title, TITLE_WIDTH - 1).padEnd(TITLE_WIDTH, NO_BREAK_SPACE);
}

function unbroken(text: string): string {
  return text.replaceAll(' ', NO_BREAK_SPACE);
}
