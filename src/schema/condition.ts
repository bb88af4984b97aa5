import * as z from 'zod';
import { ExpressionError, type Expression } from '../expression/expression.ts';
import { parseExpression } from '../expression/parse.ts';

/** A condition or formula of a template, parsed; mistakes are reported at their place in the text. */
export const condition = z.string().transform((text, context): Expression => {
  try {
    return parseExpression(text);
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    context.addIssue({ code: 'custom', message: `${error.message} (character ${error.offset + 1})` });
    return z.NEVER;
  }
});
