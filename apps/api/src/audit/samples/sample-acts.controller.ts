import { NotFoundException } from '@nestjs/common';
import { SampleParams } from '@uitkomst/contracts';
import { sampleDecider } from '@uitkomst/domain';
import { actsController, type FindActs } from '../../shell/acts/acts.controller.js';
import { staffAct } from '../../shell/acts/shown-act.js';
import { onlyAuditor } from '../../shell/auth/principal.js';
import { readStream } from '../../shell/commands/decide-on-stream.js';
import { sampleStream } from '../../shell/commands/handle-sample.js';

const ofSample: FindActs<SampleParams> = async ({ ledger }, principal, { sampleId }) => {
  onlyAuditor(principal);
  const stream = sampleStream(principal.municipality, sampleId);
  if ((await readStream(ledger, sampleDecider, stream)) === undefined) throw new NotFoundException('Niet gevonden');
  return { stream, show: staffAct };
};

/** Controles of a sample: what the auditor found of each claim, also what was found before it was looked at again. */
export const SAMPLE_ACTS = [
  actsController({
    path: 'steekproeven/:sampleId/controles',
    params: SampleParams,
    tag: 'verantwoording',
    find: ofSample,
    types: ['SampleChecked'],
    list: { id: 'listChecks', summary: 'Controles van een steekproef' },
    get: { id: 'getCheck', summary: 'Eén controle van een steekproef' },
  }),
];
