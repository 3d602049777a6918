import { NotFoundException } from '@nestjs/common';
import { invalidField, problemOf } from './problem.js';
import { refused } from './refusals.js';

const fault = { in: 'query', pointer: '/fromSize', code: 'too_big', message: { nl: 'Ten hoogste 3', en: 'At most 3' } };

test('what is wrong with a field is told in the language asked for', () => {
  const wrong = invalidField({ ...fault, in: 'query' });
  for (const [language, message] of [
    ['nl', 'Ten hoogste 3'],
    ['en', 'At most 3'],
  ] as const)
    expect(problemOf(wrong, '/v1/x', language)).toMatchObject({ detail: message, errors: [{ ...fault, message }] });
});

test('an answer of HTTP itself is called by words in the language asked for', () => {
  for (const [language, title] of [
    ['nl', 'Niet gevonden'],
    ['en', 'Not found'],
  ] as const)
    expect(problemOf(new NotFoundException(), '/v1/x', language)).toMatchObject({ title, detail: title, status: 404 });
});

test('a refusal about the input says the same of its field as of the whole, in one language', () => {
  const unknown = refused({ code: 'UNKNOWN_REFERENCE', data: { field: 'source.ref' } }, { isProvider: false });
  for (const [language, message] of [
    ['nl', 'Onbekende verwijzing.'],
    ['en', 'Unknown reference.'],
  ] as const)
    expect(problemOf(unknown, '/v1/x', language)).toMatchObject({
      detail: message,
      errors: [{ in: 'body', pointer: '/source/ref', code: 'UNKNOWN_REFERENCE', message }],
    });
});
