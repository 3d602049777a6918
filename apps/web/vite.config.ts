import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

const from = (path: string): string => resolve(import.meta.dirname, path);
const outDir = from('../../dist/apps/web');

/** Compresses once, at the build, what the server would otherwise compress for every reader. */
const compressed: Plugin = {
  name: 'compressed',
  apply: 'build',
  closeBundle: () => {
    for (const path of readdirSync(outDir, { recursive: true, encoding: 'utf8' })) {
      if (!/\.(js|css|html)$/.test(path)) continue;
      const content = readFileSync(join(outDir, path));
      writeFileSync(join(outDir, `${path}.br`), brotliCompressSync(content));
      writeFileSync(join(outDir, `${path}.gz`), gzipSync(content, { level: 9 }));
    }
  },
};

export default defineConfig({
  root: import.meta.dirname,
  plugins: [compressed],
  resolve: { alias: { '@uitkomst/ledger/verify': from('../../libs/ledger/src/verify.ts') } },
  css: { transformer: 'lightningcss' },
  build: {
    outDir,
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0, // A data: URL in CSS would need a wider content security policy.
    modulePreload: { polyfill: false }, // It would be an inline script.
    rolldownOptions: {
      onwarn: (warning, report) => {
        if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') report(warning);
      },
    },
  },
  server: { proxy: { '/v1': 'http://127.0.0.1:3000', '/sessie': 'http://127.0.0.1:3000' } },
});
