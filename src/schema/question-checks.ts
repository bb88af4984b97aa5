import type { AskedQuestion, Scale } from './question.ts';

/** Reports a mistake at a place below what is checked, with the words allowed there. */
export type ReportMistake = (path: readonly (string | number)[], message: string, allowed?: readonly string[]) => void;

type Of<K extends AskedQuestion['kind']> = Extract<AskedQuestion, { kind: K }>;

/** What a question of each kind has to keep to: a text for every level, bands in order, points where it is scored. */
export function checkQuestion(question: AskedQuestion, scale: Scale, report: ReportMistake): void {
  switch (question.kind) {
    case 'graduated':
      return checkAnchors(question, question.scale ?? scale, report);
    case 'number-bands':
      return checkBands(question, scale, report);
    case 'single-choice':
    case 'multiple-choice':
      return checkOptions(question, report);
    case 'text':
      if (question.weight > 0) report(['weight'], 'a text is not scored: its weight is 0');
      return;
    case 'yes-no':
      return;
  }
}

function checkAnchors({ anchors }: Of<'graduated'>, { min, max }: Scale, report: ReportMistake): void {
  const levels = Array.from({ length: max - min + 1 }, (_, index) => String(min + index));
  const without = levels.filter((level) => anchors[level] === undefined);
  if (without.length > 0) {
    report(
      ['anchors'],
      `${without.length === 1 ? 'level' : 'levels'} ${without.join(', ')} of ${min} to ${max} say nothing`,
    );
  }
  for (const level of Object.keys(anchors)) {
    if (!levels.includes(level)) report(['anchors', level], `"${level}" is not a level from ${min} to ${max}`);
  }
}

function checkBands({ bands }: Of<'number-bands'>, { min, max }: Scale, report: ReportMistake): void {
  bands.forEach(({ below, level }, index) => {
    const before = bands[index - 1];
    const isLast = index === bands.length - 1;
    if (isLast && below !== undefined) report(['bands', index, 'below'], 'the last band has no upper end');
    if (!isLast && below === undefined) report(['bands', index], 'only the last band may leave out below');
    if (before?.below !== undefined && below !== undefined && below <= before.below) {
      report(['bands', index, 'below'], `must be more than ${before.below}, the end of the band before`);
    }
    if (level < min || level > max) report(['bands', index, 'level'], `must be from ${min} to ${max}`);
    else if (before && level <= before.level) {
      report(['bands', index, 'level'], `must be more than ${before.level}, the level of the band before`);
    }
  });
}

function checkOptions(question: Of<'single-choice' | 'multiple-choice'>, report: ReportMistake): void {
  const { options, weight } = question;
  options.forEach(({ id }, index) => {
    if (options.findIndex((other) => other.id === id) < index) {
      report(['options', index, 'id'], `"${id}" is already the id of another option`);
    }
  });
  if (weight === 0) return;
  options.forEach(({ points }, index) => {
    if (points === undefined) report(['options', index], 'a scored question gives points for each option');
  });
  const points = new Set(options.map((option) => option.points));
  const tellsApart =
    question.kind === 'single-choice' ? points.size > 1 : [...points].some((given) => (given ?? 0) > 0);
  if (!tellsApart && !points.has(undefined)) report(['options'], 'the points do not tell the options apart');
}
