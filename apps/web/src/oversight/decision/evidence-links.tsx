import { Link } from 'react-router';
import { useEventWords } from '../../parts/facts/words/event-words.js';
import { dayText } from '../../shell/language/format.js';
import { useReading } from '../../shell/api/use-reading.js';

interface Props {
  readonly dossierRef: string;
  readonly eventIds: readonly string[];
}

/** The events a rule rests on, each a way down to its proof. */
export function EvidenceLinks({ dossierRef, eventIds }: Props) {
  const words = useEventWords();
  const { data } = useReading('/v1/dossiers/{dossierRef}/tijdlijn', { path: { dossierRef } });
  if (eventIds.length === 0) return '–';
  const known = new Map(data?.data.events.map((event) => [event.eventId, event]));
  return (
    <ul className="evidence">
      {eventIds.map((eventId) => {
        const event = known.get(eventId);
        const day = event?.fields['validFrom'];
        return (
          <li key={eventId}>
            <Link to={`/verantwoording/gebeurtenissen/${eventId}`}>
              {event === undefined ? eventId : words.name(event.type)}
              {typeof day === 'string' && ` ${dayText(day)}`}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
