import type { RecordedAs } from '../events.js';

/** Whether the file was opened for a person, and whether it turned out to be somebody else's too. */
export interface Registration {
  readonly registeredOn?: string;
  /** The file goes on elsewhere: nothing more is recorded here. */
  readonly mergedInto?: string;
  /** Files that turned out to be this person's too. */
  readonly absorbed: readonly string[];
}

type RegistrationEvent =
  | RecordedAs<'ClientRegistered'>
  | RecordedAs<'ClientMerged'>
  | RecordedAs<'ClientAbsorbed'>
  | RecordedAs<'ClientMergeReverted'>;

export const unregistered: Registration = { absorbed: [] };

export function evolveRegistration(registration: Registration, event: RegistrationEvent): Registration {
  switch (event.type) {
    case 'ClientRegistered':
      return { ...registration, registeredOn: event.payload.validFrom };
    case 'ClientMerged':
      return { ...registration, mergedInto: event.payload.survivorRef };
    case 'ClientAbsorbed':
      return { ...registration, absorbed: [...registration.absorbed, event.payload.mergedRef] };
    case 'ClientMergeReverted': {
      const { mergedInto, ...rest } = registration;
      const absorbed = registration.absorbed.filter((ref) => ref !== event.payload.otherRef);
      return mergedInto === undefined || mergedInto === event.payload.otherRef
        ? { ...rest, absorbed }
        : { ...registration, absorbed };
    }
    default:
      return event satisfies never;
  }
}
