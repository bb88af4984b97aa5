import * as z from 'zod';
import { namesIn } from '../expression/names-in.ts';
import { partsOfPattern } from '../units/sentence.ts';
import { condition } from './condition.ts';
import { entryId, line } from './values.ts';

const pattern = z
  .string()
  .min(1)
  .max(400)
  .describe('A sentence; {name} prints a figure, {name|one|many} a count with the right word');

const mood = z.enum(['good', 'watch', 'bad', 'missing', 'neutral']);
const sentenceRule = z.strictObject({ when: condition, text: pattern });

const headline = z.strictObject({ id: entryId, mood, when: condition, text: pattern });
const finding = z.strictObject({
  id: entryId,
  topic: entryId.describe('Of one topic only the first finding that holds is used'),
  mood,
  when: condition,
  lead: pattern,
  detail: pattern,
});
const panel = z.strictObject({ heading: line, items: z.array(pattern).min(1).max(5) });

const slide = z.strictObject({
  id: entryId,
  kicker: pattern,
  question: line,
  needs: z.array(z.string()).default([]).describe('Figures that must all be known'),
  show_when: condition.optional(),
  open_input: line.optional().describe("What goes on the channel account manager's list when the slide is left out"),
  open_effort: line.optional().describe('About how long that takes'),
  headlines: z.array(headline).min(1),
  strip: z.strictObject({ why: z.array(sentenceRule).default([]), next: z.array(sentenceRule).default([]) }).optional(),
  findings: z.array(finding).optional(),
  fallback: z.strictObject({ when: condition, panels: z.array(panel).length(3) }).optional(),
  first_deals: z
    .strictObject({ when: condition, number: line, kicker: line, heading: line, items: z.array(pattern).min(1) })
    .optional(),
  results: z.record(z.string(), line).optional(),
  top_deals: z
    .strictObject({
      columns: z.array(z.string()),
      most: z.int().min(1).max(20),
      never: z.array(line).default([]),
      unless: line.optional(),
    })
    .optional(),
  risk: z
    .array(z.strictObject({ id: entryId, mood: mood.default('watch'), when: condition, text: pattern }))
    .optional(),
  notes_partner: z.array(pattern).default([]),
  notes_internal: z.array(pattern).default([]),
});

const proposal = z.strictObject({ id: entryId, when: condition, text: pattern, why: pattern.optional() });
const pick = z.strictObject({ id: entryId.optional(), text: pattern, agreed_by: line });

/** `qbr-storyline.yaml`: the slides of the review in their order, the sentences they may say and when. */
export const qbrStorylineSchema = z
  .strictObject({
    id: entryId,
    source: line,
    meeting: z.record(z.string(), z.unknown()).optional(),
    headline_max_characters: z.int().min(40).max(200),
    figures: z.record(z.string(), z.array(z.string())).describe('The names sentences and conditions may use'),
    meaning: z.record(z.string(), line).optional(),
    slides: z.array(slide).min(1),
    decisions: z.strictObject({ confirm: z.literal(true), proposals: z.array(proposal) }),
    asks: z.strictObject({
      of_partner: z.strictObject({ confirm: z.literal(true), proposals: z.array(proposal) }),
      of_vendor: z.strictObject({
        confirm: z.literal(true),
        proposals: z.array(proposal),
        picklist: z.array(pick).default([]),
      }),
    }),
    commitment_patterns: z.strictObject({
      confirm: z.literal(true),
      form: pattern,
      partner: z.array(pattern),
      vendor: z.array(pick),
    }),
  })
  .superRefine((storyline, context) => {
    const known = new Set(Object.values(storyline.figures).flat());
    storyline.slides.forEach((slide, index) => {
      for (const name of namesOfSlide(slide)) {
        if (known.has(name)) continue;
        context.addIssue({
          code: 'custom',
          path: ['slides', index],
          message: `slide "${slide.id}" uses "${name}", which is not among the figures`,
        });
      }
    });
  });

export type QbrStoryline = z.output<typeof qbrStorylineSchema>;
export type StorySlide = z.output<typeof slide>;

function namesOfSlide(slide: StorySlide): Set<string> {
  const lines = [...slide.headlines, ...(slide.strip?.why ?? []), ...(slide.strip?.next ?? []), ...(slide.risk ?? [])];
  const conditions = [...lines.map(({ when }) => when), ...(slide.findings ?? []).map(({ when }) => when)];
  const optional = [slide.show_when, slide.fallback?.when, slide.first_deals?.when].filter(
    (when) => when !== undefined,
  );
  const patterns = [
    slide.kicker,
    ...lines.map(({ text }) => text),
    ...(slide.findings ?? []).flatMap(({ lead, detail }) => [lead, detail]),
    ...(slide.fallback?.panels ?? []).flatMap(({ items }) => items),
    ...(slide.first_deals?.items ?? []),
    ...slide.notes_partner,
    ...slide.notes_internal,
  ];
  return new Set([
    ...slide.needs,
    ...[...conditions, ...optional].flatMap((expression) => [...namesIn(expression)]),
    ...patterns.flatMap((text) => partsOfPattern(text).flatMap((part) => ('name' in part ? [part.name] : []))),
  ]);
}
