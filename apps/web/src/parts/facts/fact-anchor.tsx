/** The place of an event in the table of facts on this page. */
export const anchorOf = (eventId: string): string => `gebeurtenis-${eventId}`;

/** Leads to an event in the table of facts further down, unfolding it. */
export function FactLink({ eventId, name }: { readonly eventId: string; readonly name: string }) {
  return (
    <a href={`#${anchorOf(eventId)}`} onClick={() => show(eventId)}>
      {name}
    </a>
  );
}

function show(eventId: string): void {
  const place = document.getElementById(anchorOf(eventId));
  place?.closest('details')?.setAttribute('open', '');
  place?.focus();
}
