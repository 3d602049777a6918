// Second entry, `@uitkomst/projections/cases`: cases read from files and decided, for those who have some.
export { decideCase } from './cases/files/decide-case.js';
export { lineOf, type CheckResult } from './cases/files/check-result.js';
export { readCaseFile, type CasesRead } from './cases/files/read-case-file.js';
export { YamlText, problemText, type Problem } from './cases/files/yaml-text.js';
export * from './cases/golden-cases.js';
