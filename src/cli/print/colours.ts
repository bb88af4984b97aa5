/** Puts a text into a colour of the terminal, or leaves it as it is. */
export type Paint = (text: string) => string;
export type Colours = Readonly<Record<'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan', Paint>>;

/**
 * The few colours of help and errors. They are drawn here because a colour library spends more time at start-up on finding out what the
 * terminal can do, which the screen knows already, than printing the whole help takes.
 */
export function coloursOf({ colour }: { readonly colour: boolean }): Colours {
  const paint = (open: number, close: number): Paint =>
    colour ? (text) => `\u001b[${open}m${text}\u001b[${close}m` : (text) => text;
  return {
    bold: paint(1, 22),
    dim: paint(2, 22),
    red: paint(31, 39),
    green: paint(32, 39),
    yellow: paint(33, 39),
    cyan: paint(36, 39),
  };
}
