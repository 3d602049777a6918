// Who may import whom. Everything that is not listed is forbidden.
const MAY_IMPORT = {
  'libs/domain': [],
  'libs/contracts': ['libs/domain'],
  'libs/ledger': ['libs/domain'],
  'libs/projections': ['libs/domain', 'libs/contracts', 'libs/ledger'],
  'libs/processes': ['libs/domain', 'libs/contracts', 'libs/ledger', 'libs/projections'],
  'apps/api': ['libs/domain', 'libs/contracts', 'libs/ledger', 'libs/projections', 'libs/processes'],
  'apps/worker': ['libs/domain', 'libs/contracts', 'libs/ledger', 'libs/projections', 'libs/processes'],
  'apps/audit': ['libs/domain', 'libs/ledger', 'libs/projections'],
  'apps/web': ['libs/contracts', 'libs/ledger'],
};
const SPEC = '\\.spec\\.tsx?$';
const DRIVERS = '^node_modules/(pg|kafkajs|@eventstore/db-client|@photostructure/sqlite)/';

const forbid = (name, from, to, comment) => ({ name, severity: 'error', comment, from, to });
const units = Object.entries(MAY_IMPORT).map(([unit, friends]) =>
  forbid(
    `${unit} knows only its list`,
    { path: `^${unit}/`, pathNot: SPEC },
    { path: '^(apps|libs)/', pathNot: [unit, ...friends].map((path) => `^${path}/`) },
  ),
);

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...units,
    forbid(
      'the domain is pure',
      { path: '^libs/domain/', pathNot: SPEC },
      {
        dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'core'],
        pathNot: '^node_modules/(zod|temporal-polyfill|@noble/hashes|canonicalize)/',
      },
    ),
    forbid(
      'contracts use zod only',
      { path: '^libs/contracts/', pathNot: SPEC },
      { dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'core'], pathNot: '^node_modules/zod/' },
    ),
    forbid(
      'pages know the shape of answers only',
      { path: '^apps/web/', pathNot: SPEC },
      { path: '^libs/contracts/', dependencyTypesNot: ['type-only'] },
      'What the server checks with would travel to every browser.',
    ),
    forbid(
      'pages check proofs and nothing else of the ledger',
      { path: '^apps/web/', pathNot: SPEC },
      { path: '^libs/ledger/', pathNot: '^libs/ledger/src/verify\\.ts$' },
    ),
    forbid('nothing of Node in a page', { path: '^apps/web/src/', pathNot: SPEC }, { dependencyTypes: ['core'] }),
    forbid(
      'areas share only shell and parts',
      { path: '^apps/web/src/([^/]+)/', pathNot: '^apps/web/src/(shell|parts)/' },
      { path: '^apps/web/src/[^/]+/', pathNot: '^apps/web/src/($1|shell|parts)/' },
    ),
    forbid(
      'Nest only in the api and in module files',
      { path: '^(libs|apps/(audit|web))/', pathNot: [SPEC, '\\.module\\.ts$'] },
      { path: '^node_modules/@nestjs/' },
    ),
    forbid('drivers only in adapters', { path: '^(apps|libs)/', pathNot: ['/adapters/', SPEC] }, { path: DRIVERS }),
    forbid(
      'proofs are checked anywhere',
      { path: '^libs/ledger/src/(verify|proofs/[^/]+)\\.ts$', pathNot: SPEC },
      { pathNot: '^(libs/ledger/src/proofs/|node_modules/@noble/hashes/)' },
      'A browser checks with the same code: nothing of Node, nothing of the ledger.',
    ),
    forbid(
      'front door only',
      { path: '^(apps|libs)/([^/]+)/' },
      {
        path: '^libs/[^/]+/src/',
        pathNot: ['^$1/$2/', '^libs/[^/]+/src/(index|verify|bank|kafka|cases|testing/index)\\.ts$'],
      },
    ),
    forbid(
      'dev packages only in tests and what a browser is sent',
      { path: '^(apps|libs)/', pathNot: [SPEC, '/testing/', '^apps/web/'] },
      { dependencyTypes: ['npm-dev'] },
    ),
    forbid('no dead imports', {}, { couldNotResolve: true }),
    forbid('no cycles', {}, { circular: true }),
    forbid(
      'slices share only the shell',
      { path: '^apps/api/src/(facts|claims|approval|payments|audit|privacy|reports)/' },
      { path: '^apps/api/src/(facts|claims|approval|payments|audit|privacy|reports)/', pathNot: '^apps/api/src/$1/' },
    ),
    forbid('no orphans', { orphan: true, pathNot: ['\\.d\\.ts$', SPEC, '/testing/', 'vite\\.config\\.ts$'] }, {}),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^apps/web/index\\.html$' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.d.ts', '.js', '.json'],
    },
  },
};
