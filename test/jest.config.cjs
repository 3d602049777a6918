// Jest compiles everything to CommonJS with swc: no node flag, jest.mock works, coverage works.
const { readFileSync } = require('node:fs');
const { join } = require('node:path');

const root = join(__dirname, '..');

/** Packages Node treats as ES modules: read from what is installed, so the list never goes stale. */
function esmPackages() {
  const { packages } = JSON.parse(readFileSync(join(root, 'node_modules/.package-lock.json'), 'utf8'));
  const isEsm = (path) => {
    try {
      return JSON.parse(readFileSync(join(root, path, 'package.json'), 'utf8')).type === 'module';
    } catch {
      return false;
    }
  };
  const names = Object.keys(packages)
    .filter(isEsm)
    .map((path) => path.split('node_modules/').pop());
  return [...new Set(names)].map((name) => name.replace(/[.+]/g, '\\$&'));
}

const swc = (parser, transform = {}) => [
  '@swc/jest',
  {
    swcrc: false,
    sourceMaps: 'inline',
    module: { type: 'commonjs' },
    jsc: { target: 'es2022', keepClassNames: true, parser, transform },
  },
];

module.exports = {
  rootDir: root,
  testEnvironment: 'node',
  testTimeout: 180_000, // A limit for what hangs, not a measure of speed: machines differ.
  maxWorkers: '100%', // Jest alone would leave one of two cores idle.
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/test'],
  testMatch: ['**/*.spec.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/test/qa'],
  resolver: '<rootDir>/test/jest.resolver.cjs',
  setupFiles: ['reflect-metadata'],
  moduleNameMapper: {
    '^@uitkomst/([^/]+)/testing$': '<rootDir>/libs/$1/src/testing/index.ts',
    '^@uitkomst/ledger/verify$': '<rootDir>/libs/ledger/src/verify.ts',
    '^@uitkomst/([^/]+)/(bank|kafka|cases)$': '<rootDir>/libs/$1/src/$2.ts',
    '^@uitkomst/([^/]+)$': '<rootDir>/libs/$1/src/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  transform: {
    '\\.tsx$': swc({ syntax: 'typescript', tsx: true }, { react: { runtime: 'automatic' } }),
    '\\.ts$': swc(
      { syntax: 'typescript', decorators: true },
      { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    ),
    '\\.m?js$': swc({ syntax: 'ecmascript' }),
  },
  transformIgnorePatterns: [`/node_modules/(?!(?:.*/node_modules/)?(?:${esmPackages().join('|')})/).*(?<!\\.mjs)$`],
};
