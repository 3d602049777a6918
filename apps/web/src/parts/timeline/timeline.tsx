import type { Schema } from '../../shell/api/client.js';
import { DataTable } from '../data-table.js';
import { useFactsTexts, wordFor } from '../facts/facts-texts.js';
import { Day } from '../values.js';
import { lifeOf, type Stretch } from './life-of.js';
import { TimelineDrawing } from './timeline-drawing.js';
import { useTimelineTexts } from './timeline-texts.js';

interface Props {
  readonly events: Schema<'Timeline'>['events'];
  /** The day up to which is drawn: the one the question was put for. */
  readonly asOf: string;
}

interface Row {
  readonly key: string;
  readonly number: number | undefined;
  readonly what: string;
  readonly from: string;
  readonly to: string | undefined;
  readonly isDay: boolean;
}

const ROOM_AFTER = 120;

/** A client's life as a drawing and, beside it, as the table it is drawn from. */
export function Timeline({ events, asOf }: Props) {
  const texts = useTimelineTexts();
  const factsTexts = useFactsTexts();
  const life = lifeOf(events);
  const words = { ...factsTexts.benefits, ...factsTexts.forms, ...factsTexts.schemes };
  const nameOf = ({ about, employerId }: Stretch): string =>
    [
      ...about.map((code) => wordFor(words, code)),
      ...(employerId === undefined ? [] : [texts.employer(employerId)]),
    ].join(', ');
  const rows: Row[] = [
    ...life.stretches.map((stretch) => ({
      key: `${stretch.lane} ${stretch.from} ${nameOf(stretch)}`,
      number: undefined,
      what: `${texts.lanes[stretch.lane]}: ${nameOf(stretch)}`,
      from: stretch.from,
      to: stretch.to,
      isDay: false,
    })),
    ...life.marks.map(({ kind, on, about }, index) => ({
      key: `${kind} ${on} ${about}`,
      number: index + 1,
      what: `${texts.marks[kind]} (${about})`,
      from: on,
      to: undefined,
      isDay: true,
    })),
  ];
  if (rows.length === 0) return <p>{factsTexts.noFacts}</p>;
  return (
    <figure className="timeline-figure">
      <figcaption className="visually-hidden">{texts.title}</figcaption>
      <TimelineDrawing
        life={life}
        until={lastDay(life.stretches, life.marks, asOf)}
        title={texts.drawing}
        laneNames={texts.lanes}
        nameOf={nameOf}
      />
      <details>
        <summary>{texts.asTable}</summary>
        <DataTable
          caption={texts.title}
          captionHidden
          columns={[
            { head: texts.what, cell: ({ number, what }) => (number === undefined ? what : `${number} · ${what}`) },
            { head: texts.from, cell: ({ from }) => <Day on={from} /> },
            { head: texts.to, cell: ({ to, isDay }) => (to === undefined && !isDay ? texts.running : <Day on={to} />) },
          ]}
          rows={rows}
          keyOf={({ key }) => key}
        />
      </details>
    </figure>
  );
}

/** Drawn until a while after the last thing that happened, and never past the day that was asked for. */
function lastDay(stretches: readonly Stretch[], marks: readonly { readonly on: string }[], asOf: string): string {
  const days = [...stretches.flatMap(({ from, to }) => [from, to ?? from]), ...marks.map(({ on }) => on)];
  const last = days.toSorted().at(-1) ?? asOf;
  const after = new Date(Date.parse(`${last}T00:00:00Z`) + ROOM_AFTER * 86_400_000).toISOString().slice(0, 10);
  return after < asOf ? after : last > asOf ? last : asOf;
}
