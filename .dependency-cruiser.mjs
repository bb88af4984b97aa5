// Who may import whom. One sentence of reason a rule; CONTRIBUTING shows the same as a table.

/** Every import of a room that is not on its list breaks the rule. Lists hold rooms, packages and Node's own modules. */
const ROOMS = {
  units: {
    may: [],
    because: 'Values and their formatting stand under everything else, so they stand on nothing.',
  },
  expression: {
    may: ['units'],
    because: 'The language of conditions and formulas knows values, not partners or pages.',
  },
  schema: {
    may: ['units', 'expression', 'zod'],
    because: 'A schema says what a person may write, not where it is read from or what it is used for.',
  },
  domain: {
    may: ['units', 'expression', 'types of schema'],
    because: 'Business rules are tested and trusted without files, libraries or a clock.',
  },
  document: {
    may: ['units', 'expression'],
    because: 'A page is described in neutral blocks, so that every format can draw it.',
  },
  artifacts: {
    may: ['units', 'expression', 'domain', 'document', 'artifacts', 'types of schema'],
    because: 'An artifact computes and describes; how it is read, drawn and stored is not its business.',
  },
  ooxml: {
    may: ['@xmldom/xmldom', 'node:zlib'],
    because: 'The Office package is parts and bytes, whatever they mean to us.',
  },
  render: {
    // A workbook writes a page's model as live formulas: it prints its expressions.
    may: ['units', 'expression', 'document', 'ooxml', 'chalk', 'string-width'],
    because: 'A format draws any page; the moment it knows an artifact, the next artifact does not fit.',
  },
  input: {
    may: [
      ...['units', 'schema', 'ooxml', 'yaml', 'zod', 'fastest-levenshtein'],
      ...['node:fs', 'node:path', 'node:url', 'node:crypto', 'node:stream', 'node:zlib'],
    ],
    because: 'Reading a file is separate from what its figures mean.',
  },
  output: {
    may: ['units', 'yaml', 'node:fs', 'node:path', 'node:crypto', 'node:os'],
    because: 'Writing safely knows bytes and names, not what they are for.',
  },
  app: {
    may: [
      ...['units', 'expression', 'schema', 'input', 'domain', 'document', 'artifacts', 'render', 'ooxml', 'output'],
      ...['node:path', 'node:fs', 'node:crypto', 'node:worker_threads'],
    ],
    because: 'Use cases conduct the rooms and know nothing of command lines, terminals and questions.',
  },
  cli: {
    may: [
      ...['units', 'app', 'registries', 'schema', 'types of input'],
      ...['commander', 'chalk', 'string-width', '@inquirer/', 'node:path', 'package.json'],
    ],
    because: 'The command line asks and tells; what it would compute or store belongs behind a use case.',
  },
};

/** Packages with one home: the rest of the house does without them. */
const HOMES = {
  exceljs: {
    home: '^src/(render/xlsx|input)/',
    because: 'Workbooks are written in one place and read behind a guard.',
  },
  chalk: { home: '^src/(render/terminal|cli)/', because: 'Colour is a matter of terminals.' },
  commander: { home: '^src/cli/', because: 'A use case can be called without a command line.' },
  '@inquirer/': {
    home: '^src/cli/prompts/',
    because: 'Everything works without a terminal, so questions live in one place.',
  },
};

const names = Object.keys(ROOMS);
/** Installed or not: a package that cannot be found keeps the name it was asked for. */
const inPackage = (name) =>
  ['^node_modules/', '^'].map((start) => `${start}${name}${name.endsWith('/') ? '' : '(/|$)'}`);

/** The paths of what a list names. Node's own modules are resolved to their name without "node:". */
function allowedPaths(entry) {
  if (names.includes(entry)) return `^src/${entry}/`;
  if (entry === 'registries') return '^src/(artifacts|render)/registry\\.ts$';
  if (entry === 'package.json') return '^package\\.json$';
  if (entry.startsWith('node:')) return `^${entry.slice('node:'.length)}(/|$)`;
  return inPackage(entry);
}

function rulesOfRoom([room, { may, because }]) {
  const types = may.filter((entry) => entry.startsWith('types of ')).map((entry) => entry.slice('types of '.length));
  const whole = may.filter((entry) => !entry.startsWith('types of '));
  const from = { path: `^src/${room}/` };
  return [
    {
      name: `${room}-imports`,
      comment: because,
      severity: 'error',
      from,
      to: { pathNot: [room, ...whole, ...types].flatMap(allowedPaths) },
    },
    ...types.map((other) => ({
      name: `${room}-takes-only-types-of-${other}`,
      comment: because,
      severity: 'error',
      from,
      to: { path: `^src/${other}/`, dependencyTypesNot: ['type-only'] },
    })),
  ];
}

function ruleOfPackage([name, { home, because }]) {
  return {
    name: `${name.replace(/^@|\/$/g, '')}-stays-at-home`,
    comment: because,
    severity: 'error',
    from: { path: '^src/', pathNot: home },
    to: { path: inPackage(name) },
  };
}

export default {
  forbidden: [
    ...Object.entries(ROOMS).flatMap(rulesOfRoom),
    ...Object.entries(HOMES).map(ruleOfPackage),
    {
      name: 'formats-do-not-know-each-other',
      comment: 'A format can be added or thrown away by its folder.',
      severity: 'error',
      from: { path: '^src/render/([^/]+)/' },
      to: { path: '^src/render/[^/]+/', pathNot: '^src/render/$1/' },
    },
    {
      name: 'artifacts-have-one-door',
      comment: 'What an artifact offers to its siblings stands in its index.',
      severity: 'error',
      from: { path: '^src/artifacts/([^/]+)/' },
      to: { path: '^src/artifacts/[^/]+/', pathNot: ['^src/artifacts/$1/', '^src/artifacts/[^/]+/index\\.ts$'] },
    },
    {
      name: 'only-summaries-read-siblings',
      comment: 'The review, the roll-up and the cadence sum up other artifacts; the others stand alone.',
      severity: 'error',
      from: { path: '^src/artifacts/(?!(?:qbr|rollup|cadence)/)([^/]+)/' },
      to: { path: '^src/artifacts/[^/]+/', pathNot: '^src/artifacts/$1/' },
    },
    {
      name: 'product-stands-alone',
      comment: 'What is shipped does not depend on what tests, measures or demonstrates it.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(test|bench|samples|templates)/' },
    },
    {
      name: 'no-cycles',
      comment: 'Two modules that need each other are one module, or a third is missing.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'A module that nothing uses and that uses nothing is left over.',
      severity: 'error',
      from: { orphan: true, path: '^src/' },
      to: {},
    },
    {
      name: 'imports-exist',
      comment: 'An import that leads nowhere breaks on another machine first.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'packages-are-declared',
      comment: 'A package that only another package asked for can vanish with it.',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // A working copy whose libraries are linked from another one is judged by the same names.
    preserveSymlinks: true,
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
