import 'reflect-metadata';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from './create-app.js';
import { buildOpenApi } from './shell/http/openapi.js';
import { readSettings } from './shell/settings.js';

const folder = mkdtempSync(join(tmpdir(), 'uitkomst-'));
const app = await createApp({ settings: readSettings({ UITKOMST_DATA: folder, LOG_LEVEL: 'silent' }) });
writeFileSync('apps/api/openapi.json', `${JSON.stringify(buildOpenApi(app.http), null, 2)}\n`);
await app.close();
rmSync(folder, { recursive: true });
