/** The codebook file: one schema from which its types, its validation and `codebook.schema.json` come. */
import * as z from 'zod';

/** YAML is read with every scalar a string; editors see numbers too, so their schema allows them. */
const scalar = (description: string) => z.string().meta({ description, type: ['string', 'number', 'boolean'] });
const prose = (description: string) => z.string().optional().meta({ description });

const ID = /^[\p{Ll}\p{N}]+(?:[-_.][\p{Ll}\p{N}]+)*$/u;
const id = (description: string) =>
  z
    .string()
    .regex(ID, { error: 'lower-case letters, digits and hyphens, such as `handing-over`' })
    .meta({ description });

const language = z
  .string()
  .regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/, { error: 'a language code such as `nl` or `en`' })
  .meta({ description: 'Language code: nl or en.' });

const wholeNumber = (most: number, description: string) =>
  z
    .string()
    .refine((text) => /^(?:0|[1-9]\d{0,3})$/.test(text) && Number(text) <= most, {
      error: `a whole number from 0 to ${most}`,
    })
    .transform(Number)
    .optional()
    .meta({ description, type: 'integer', minimum: 0, maximum: most });

const details = {
  except: z.array(scalar('A term whose hits make an overlapping hit void.')).optional(),
  weight: wholeNumber(100, 'Weight of the coding, 0 to 100.'),
  memo: prose('A note on this term.'),
};

const items = (description: string) =>
  z
    .array(scalar('A word, phrase, wildcard, exact term or pattern.'))
    .min(2, { error: 'at least two terms' })
    .max(MOST_ITEMS, { error: `at most ${MOST_ITEMS} terms` })
    .meta({ description });

/** More are no idea that somebody expresses, and multiply the ways in which they may lie. */
const MOST_ITEMS = 8;
const FURTHEST = 100;

const longTerm = z
  .strictObject({ term: scalar('What is looked for, in the notation of any term.'), ...details })
  .meta({ id: 'LongTerm', description: 'A term with exceptions, a weight or a memo.' });

const nearTerm = z
  .strictObject({
    near: items('Terms that stand near each other.'),
    within: wholeNumber(FURTHEST, 'Most words between neighbours; 5 when left out.'),
    ordered: z
      .enum(['true', 'false'], { error: 'true or false' })
      .transform((text) => text === 'true')
      .optional()
      .meta({ description: 'Whether they come in this order.', type: 'boolean', enum: [true, false] }),
    ...details,
  })
  .meta({ id: 'NearTerm', description: 'Terms that stand near each other.' });

const allTerm = z
  .strictObject({ all: items('Terms that all stand in the segment.'), ...details })
  .meta({ id: 'AllTerm', description: 'Terms that all stand in one segment.' });

const term = z.union([scalar('A word, phrase, wildcard, exact term or pattern.'), longTerm, nearTerm, allTerm], {
  error: 'a term, or `term:`, `near:` or `all:` with what belongs to it',
});

const terms = z
  .union([z.array(term), z.record(z.string(), z.array(term))], {
    error: 'a list of terms, or such a list for each language',
  })
  .meta({ description: 'A list in the first language, or lists by language code; `any` holds for every language.' });

const examples = z
  .strictObject({
    match: z.array(scalar('A sentence that this code must be put on.')).optional(),
    no_match: z.array(scalar('A sentence that this code must not be put on.')).optional(),
  })
  .meta({ description: 'The tests of the code; `check` runs them.' });

const code = z
  .strictObject({
    id: id('Unique in the whole book.'),
    name: z
      .string()
      .min(1, { error: 'a name' })
      .optional()
      .meta({ description: 'Name in all tables; only a code of a book that is extended needs none.' }),
    definition: prose('What the code is about.'),
    include: prose('What belongs to it.'),
    exclude: prose('What does not belong to it, and where it goes instead.'),
    color: z
      .string()
      .regex(/^#[0-9a-fA-F]{6}$/, { error: 'six hexadecimal digits in quotes, such as "#2e86c1"' })
      .optional()
      .meta({ description: 'Colour as "#rrggbb"; subcodes take that of their parent.' }),
    memo: prose("The researcher's note."),
    examples: examples.optional(),
    terms: terms.optional(),
    get codes() {
      return z.array(code).optional().meta({ description: 'Subcodes.' });
    },
  })
  .meta({ id: 'Code' });

export const codebookSchema = z
  .strictObject({
    extends: z
      .union(
        [
          scalar('Path of a codebook.'),
          z.array(scalar('Path of a codebook.')).min(1, { error: 'at least one codebook' }),
        ],
        {
          error: 'the path of a codebook, or a list of them',
        },
      )
      .optional()
      .meta({
        description: 'Codebooks whose codes come first, as paths from this file; codes with the same id are joined.',
      }),
    name: id('Short name of the book.'),
    title: prose('Title in full.'),
    version: scalar('Version of the book.').optional(),
    languages: z
      .array(language)
      .min(1, { error: 'at least one language' })
      .meta({ description: 'Languages of the terms; the first is the default.' }),
    codes: z.array(code).min(1, { error: 'at least one code' }),
  })
  .meta({ title: 'Codebook of code-transcripts' });

/** The file as written. */
export type CodebookFile = z.infer<typeof codebookSchema>;
export type CodeEntry = z.infer<typeof code>;
export type TermEntry = z.infer<typeof term>;

/** JSON Schema of the file, for completion in editors. */
export function createJsonSchema(): object {
  return z.toJSONSchema(codebookSchema, { io: 'input' });
}
