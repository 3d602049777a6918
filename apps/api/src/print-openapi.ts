import 'reflect-metadata';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildAsyncApi } from '@uitkomst/contracts';
import { createApp } from './create-app.js';
import { buildOpenApi } from './shell/http/document/openapi.js';
import { readSettings } from './shell/settings.js';
import { API_VERSION } from './shell/version.js';

const folder = mkdtempSync(join(tmpdir(), 'uitkomst-'));
const app = await createApp({ settings: readSettings({ UITKOMST_DATA: folder, LOG_LEVEL: 'silent' }) });
writeFileSync('apps/api/openapi.json', `${JSON.stringify(await buildOpenApi(app.http), null, 2)}\n`);
writeFileSync('apps/api/asyncapi.json', `${JSON.stringify(buildAsyncApi(API_VERSION), null, 2)}\n`);
await app.close();
rmSync(folder, { recursive: true });
