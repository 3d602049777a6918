import type { AuthorisationRecord, ProcessingRecord } from '@uitkomst/contracts';
import type { Judgement, Look } from '@uitkomst/ledger';

/** The register entry under which this processing is described. */
const ACTIVITY = 'urn:uitkomst:verwerkingsactiviteit:beoordeling-uitstroompremie';

/** A look in the words of the Logboek Dataverwerkingen. */
export const processingRecord = (look: Look): ProcessingRecord => ({
  trace_id: look.traceId,
  span_id: look.spanId,
  status_code: look.status,
  name: look.operation,
  start_time: look.startedAt,
  end_time: look.endedAt,
  attributes: {
    'dpl.core.processing_activity_id': ACTIVITY,
    'dpl.core.data_subject_id': look.personRef,
    'dpl.core.data_subject_id_type': 'pseudonym',
    'uitkomst.subject': look.asker.subject,
    'uitkomst.roles': look.asker.roles.join(' '),
    'uitkomst.organisation': look.asker.organisation,
  },
});

/** A judgement in the words of the authorisation decision log; a denial is `Unset`, not an error. */
export const authorisationRecord = (judgement: Judgement): AuthorisationRecord => ({
  trace_id: judgement.traceId,
  span_id: judgement.spanId,
  status_code: 'Unset',
  name: 'adl.access_evaluation',
  time: judgement.decidedAt,
  attributes: {
    'adl.policy_version': judgement.policyVersion,
    'adl.request.subject': judgement.asker.subject,
    'adl.request.roles': judgement.asker.roles.join(' '),
    'adl.request.organisation': judgement.asker.organisation,
    'adl.request.action': judgement.operation,
    'adl.request.resource': judgement.resource,
    'adl.response.decision': String(judgement.allowed),
    ...(judgement.code === undefined ? {} : { 'adl.response.reason': judgement.code }),
  },
});
