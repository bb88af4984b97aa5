import { installSchemas, schemaEntries, schemaNamed } from '../../../app/territory/install-schemas.ts';
import { territoryRoot } from '../../../app/territory/territory-root.ts';
import { EXIT, type Command } from '../../command.ts';
import { textTable } from '../../print/text-table.ts';
import { filesInTerritory } from '../../files-in-territory.ts';

/** `cam schema [NAME]`: the schemas of the files that people write, for editors and scripts. */
export const run: Command = async ({ args, options, shared, effects, screen }) => {
  if (options['install'] === true) {
    const { currentFolder } = effects;
    const root = await territoryRoot({ currentFolder, workspace: shared.workspace });
    const paths = shared.dryRun ? [] : await installSchemas(root);
    const text = `${paths.length} schemas written to .cam/schemas; editors that know YAML schemas find them there.\n`;
    return {
      exitCode: EXIT.done,
      text,
      files: filesInTerritory(
        root,
        paths.map((path) => ({ path, kind: 'schema' })),
      ),
    };
  }
  if (typeof args[0] === 'string') {
    const { name, schema } = schemaNamed(args[0]);
    return { exitCode: EXIT.done, text: `${JSON.stringify(schema, undefined, 2)}\n`, data: { name, schema } };
  }
  const schemas = schemaEntries();
  const rows = schemas.map(({ name, title, files }) => [name, title, files]);
  return {
    exitCode: EXIT.done,
    text: textTable(['Name', 'Title', 'Files'], rows, { screen, flexible: 1, droppable: 1 }),
    data: { schemas },
  };
};
