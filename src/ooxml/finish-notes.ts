/**
 * A notes page with one paragraph a line: the library writes all of it as one run, whose line breaks nobody sees.
 * @param xml the notes page as pptxgenjs writes it; the language is the one its text is in, as `en-GB`.
 */
export function finishNotes(xml: string, language: string): string {
  return xml
    .replace(
      /<a:p><a:r>(<a:rPr[^>]*>)<a:t>([\s\S]*?)<\/a:t><\/a:r><a:endParaRPr[^>]*><\/a:p>/,
      (_, properties: string, text: string) => {
        return text
          .split(/\r\n?|\n/)
          .map((line) => paragraph(line, properties))
          .join('');
      },
    )
    .replace(/ lang="[^"]*"/g, ` lang="${language}"`);
}

function paragraph(line: string, properties: string): string {
  return line === '' ? '<a:p><a:endParaRPr lang=""/></a:p>' : `<a:p><a:r>${properties}<a:t>${line}</a:t></a:r></a:p>`;
}
