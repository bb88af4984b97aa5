import { nearest } from '../../input/nearest.ts';
import { placeOf } from '../../input/tabular/place-of.ts';
import { readSheets, type WorkbookSheet, type WorkbookSheets } from '../../input/tabular/read-sheets.ts';
import type { Answer, Answers } from '../../domain/interview/answer.ts';
import { CHOSEN, FORM_COLUMNS, IDENTITY_SHEET } from '../../render/xlsx/form/form-book.ts';
import { Failure } from '../../units/failure.ts';
import { parsePlainDate, type PlainDate } from '../../units/plain-date.ts';
import { ANSWERED_BY, ANSWERED_ON, IDENTITY, type TakeHomeForm, type WrittenQuestion } from './take-home-form.ts';

/** A workbook that a partner sent back, before its answers are understood. */
export interface ReturnedBook {
  readonly workbook: WorkbookSheets;
  /** What it says of itself: partner, questionnaire, version, content, form. */
  readonly identity: ReadonlyMap<string, string>;
}

/** What a partner answered, or everything that keeps it from being understood, each with its cell. */
export interface ReadAnswers {
  readonly said: Answers;
  readonly tookPart: readonly string[];
  readonly answeredOn?: PlainDate;
  readonly problems: readonly { readonly where: string; readonly why: string }[];
  /** Questions that stand nowhere in the workbook. */
  readonly notAsked: number;
}

/**
 * Opens a questionnaire that came back.
 * @throws Failure when the file is missing or damaged, or is no questionnaire of cam
 */
export async function openReturnedBook(path: string): Promise<ReturnedBook> {
  const workbook = await readSheets(path);
  const hidden = workbook.sheets.find(({ name }) => name.toLowerCase() === IDENTITY_SHEET);
  const identity = new Map((hidden?.rows ?? []).map(({ cells }) => [words(cells[0]), words(cells[1])]));
  if (identity.get('what') !== IDENTITY.what)
    throw new Failure(
      'data',
      `${workbook.file} is no questionnaire written by cam.`,
      'Write one under another name: cam scorecard capability ID --questionnaire FILE.xlsx',
    );
  return { workbook, identity };
}

/** Reads the answers. A question is found by its words, wherever it stands, so that moved rows do no harm. */
export function readAnswers({ workbook }: ReturnedBook, { written }: TakeHomeForm): ReadAnswers {
  const said = new Map<string, Answer>();
  const problems: { where: string; why: string }[] = [];
  const found = new Set<string>();
  const byText = new Map(written.map((question) => [plain(question.asked.text), question]));
  const sheets = workbook.sheets.filter(({ visibility }) => visibility === 'visible');
  for (const sheet of sheets) {
    const cellAt = (line: number, column: number) => placeOf({ file: workbook.file, sheet: sheet.name }, line, column);
    let current: WrittenQuestion | undefined;
    for (const { line, cells } of sheet.rows) {
      const [label, answer] = [words(cells[FORM_COLUMNS.question]), words(cells[FORM_COLUMNS.answer])];
      const question = byText.get(plain(label));
      if (question) {
        current = question;
        if (found.has(question.asked.id))
          problems.push({ where: cellAt(line, FORM_COLUMNS.question), why: 'the question stands here a second time' });
        found.add(question.asked.id);
      }
      if (answer === '' || !current) continue;
      const outcome = question ? answerTo(question, answer) : markOf(current, label, answer);
      if (outcome === undefined) continue;
      if ('why' in outcome) problems.push({ where: cellAt(line, FORM_COLUMNS.answer), why: outcome.why });
      else said.set(current.asked.id, merged(said.get(current.asked.id), outcome));
    }
  }
  const about = aboutIn(sheets, workbook.file);
  return {
    said,
    tookPart: about.tookPart,
    problems: [...problems, ...about.problems],
    notAsked: written.filter(({ asked }) => !found.has(asked.id)).length,
    ...(about.answeredOn && { answeredOn: about.answeredOn }),
  };
}

type Outcome = Answer | { readonly why: string };

/** The answer beside a question: one of its sentences, the number of a level, or words of one's own. */
function answerTo({ asked, form }: WrittenQuestion, written: string): Outcome | undefined {
  // Above a list to mark stands what to do.
  if (form.kind === 'many') return undefined;
  if (form.kind === 'words') return { value: written };
  const wanted = plain(written);
  const byWords = form.choices.find(({ words: sentence }) => plain(sentence) === wanted);
  if (byWords) return byWords.answer;
  const number = Number(written.replace(',', '.').replace(/\s*%$/, ''));
  if (asked.kind === 'levels' && asked.levels.some(({ level }) => level === number)) return { value: number };
  if (asked.kind === 'number' && Number.isFinite(number)) return { value: number };
  if (asked.kind === 'yes-no' && /^(true|false|y|n)$/.test(wanted))
    return { value: wanted === 'true' || wanted === 'y' };
  const near = nearest(
    written,
    form.choices.map(({ words: sentence }) => sentence),
  );
  const meant = near === undefined ? 'choose one from the list of the cell' : `did you mean "${near}"`;
  return { why: `"${shortened(written)}" is none of the answers; ${meant}` };
}

/** A mark beside a choice: of several, or of the one that was marked instead of chosen from the list. */
function markOf({ form }: WrittenQuestion, label: string, mark: string): Outcome | undefined {
  const choice = form.choices.find(({ words: sentence }) => plain(sentence) === plain(label));
  if (!choice)
    return { why: `"${shortened(mark)}" stands beside neither a question nor a choice; it belongs in a yellow cell` };
  if (/^(no|n|false|0)$/i.test(mark)) return undefined;
  if (/^(yes|y|x|true|1)$/i.test(mark) || mark.toLowerCase() === CHOSEN) return choice.answer;
  return { why: `"${shortened(mark)}" is no mark; write ${CHOSEN}, or leave the cell empty` };
}

/** Choices that were marked one by one are one answer. */
function merged(before: Answer | undefined, next: Answer): Answer {
  const list = (answer: Answer | undefined) =>
    answer && 'value' in answer && typeof answer.value === 'object' ? answer.value : [];
  return list(next).length === 0 ? next : { value: [...list(before), ...list(next)] };
}

function aboutIn(sheets: readonly WorkbookSheet[], file: string) {
  const problems: { where: string; why: string }[] = [];
  let [tookPart, answeredOn]: [readonly string[], PlainDate | undefined] = [[], undefined];
  for (const { name, rows } of sheets) {
    for (const { line, cells } of rows) {
      const [label, value] = [words(cells[1]), words(cells[2])];
      if (label === ANSWERED_BY)
        tookPart = value
          .split(',')
          .map((one) => one.trim())
          .filter((one) => one !== '');
      if (label !== ANSWERED_ON || value === '') continue;
      answeredOn = parsePlainDate(value.slice(0, 10));
      if (!answeredOn)
        problems.push({
          where: placeOf({ file, sheet: name }, line, 2),
          why: `"${shortened(value)}" is no date; write it as 2026-03-14`,
        });
    }
  }
  return { tookPart, answeredOn, problems };
}

/** What stands in a cell as words; a share that Excel made of "5 %" is written as it was typed. */
function words(cell: WorkbookSheet['rows'][number]['cells'][number] | undefined): string {
  if (cell === undefined) return '';
  if (typeof cell === 'object') return cell.percent ? `${cell.value} %` : String(cell.value);
  return String(cell).trim();
}

/** Words as they are compared: spaces and case say nothing. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase();
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
