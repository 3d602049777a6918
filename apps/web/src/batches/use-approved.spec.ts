import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { BATCH_MAX } from './use-approved.js';

interface Document {
  readonly components: {
    readonly schemas: {
      readonly PrepareBatch: { readonly properties: { readonly claimIds: { readonly maxItems: number } } };
    };
  };
}

test('as many claims are offered for one batch as the server takes', () => {
  const { components } = JSON.parse(readFileSync(resolve('apps/api/openapi.json'), 'utf8')) as Document;
  expect(BATCH_MAX).toBe(components.schemas.PrepareBatch.properties.claimIds.maxItems);
});
