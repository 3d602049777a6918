import type { ReactNode } from 'react';
import type { Lane, Life, Stretch } from './life-of.js';
import { markRows } from './mark-rows.js';
import { scaleOf, type Scale } from './scale.js';
import { useWidth } from './use-width.js';

const LANES: readonly Lane[] = ['benefit', 'traject', 'job', 'subsidy', 'window'];
const LANE_HEIGHT = 46;
const ROW_HEIGHT = 22;
const TOP = 26;
const MARK_ROW = 20;
const PICTURE = { role: 'img' };

interface Props {
  readonly life: Life;
  /** The last day drawn: what still runs reaches it. */
  readonly until: string;
  readonly title: string;
  readonly laneNames: Readonly<Record<Lane, string>>;
  readonly nameOf: (stretch: Stretch) => string;
}

/** The drawing itself. It says nothing that the table beside it does not say. */
export function TimelineDrawing({ life, until, title, laneNames, nameOf }: Props) {
  const [element, width] = useWidth();
  const days = [...life.stretches.map(({ from }) => from), ...life.marks.map(({ on }) => on)].toSorted();
  const scale = scaleOf(days[0] ?? until, until, width);
  const lanes = placed(life.stretches);
  const below = TOP + lanes.reduce((sum, { rows }) => sum + heightOf(rows), 0);
  const places = life.marks.map(({ on }) => Math.min(Math.max(scale.x(on), 9), width - 9));
  const rowsOfMarks = markRows(places);
  const height = below + (Math.max(-1, ...rowsOfMarks) + 1) * MARK_ROW + 4;
  return (
    <div ref={element} className="timeline">
      <svg {...PICTURE} aria-label={title} width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
        <Ticks scale={scale} bottom={below} width={width} />
        {lanes.map(({ lane, rows }, place) => {
          const y = lanes.slice(0, place).reduce((sum, above) => sum + heightOf(above.rows), TOP);
          return (
            <g key={lane} className={`lane lane-${lane}`}>
              <text className="lane-name" x={0} y={y + 14}>
                {laneNames[lane]}
              </text>
              {rows.flatMap((row, index) =>
                row.map((stretch) => (
                  <Bar
                    key={`${stretch.from} ${nameOf(stretch)}`}
                    {...{ stretch, scale, until }}
                    y={y + 20 + index * ROW_HEIGHT}
                    name={nameOf(stretch)}
                  />
                )),
              )}
            </g>
          );
        })}
        {life.marks.map(({ on, kind, about }, index) => (
          <Numbered
            key={`${kind} ${about} ${on}`}
            x={scale.x(on)}
            centre={places[index] ?? 0}
            y={below + (rowsOfMarks[index] ?? 0) * MARK_ROW + 10}
            number={index + 1}
          />
        ))}
      </svg>
    </div>
  );
}

interface PlacedLane {
  readonly lane: Lane;
  readonly rows: readonly (readonly Stretch[])[];
}

const heightOf = (rows: PlacedLane['rows']): number => LANE_HEIGHT + (rows.length - 1) * ROW_HEIGHT;

/** Stretches of one lane that overlap are drawn below each other. */
function placed(stretches: readonly Stretch[]): PlacedLane[] {
  return LANES.flatMap((lane) => {
    const rows: Stretch[][] = [];
    for (const stretch of stretches.filter((one) => one.lane === lane)) {
      const free = rows.find((row) => row.every((other) => (other.to ?? '9') <= stretch.from));
      if (free === undefined) rows.push([stretch]);
      else free.push(stretch);
    }
    return rows.length === 0 ? [] : [{ lane, rows }];
  });
}

interface BarProps {
  readonly stretch: Stretch;
  readonly scale: Scale;
  readonly until: string;
  readonly y: number;
  readonly name: string;
}

const LETTER = 7;
/** The width of a month and a year. */
const LABEL = 50;

function Bar({ stretch: { from, to }, scale, until, y, name }: BarProps): ReactNode {
  const start = scale.x(from);
  const length = Math.max(3, scale.x(to ?? until) - start);
  return (
    <>
      <rect className="bar" x={start} y={y} width={length} height={18} rx={2} />
      {name.length * LETTER < length && (
        <text className="bar-name" x={start + 5} y={y + 13}>
          {name}
        </text>
      )}
    </>
  );
}

function Ticks({ scale, bottom, width }: { readonly scale: Scale; readonly bottom: number; readonly width: number }) {
  return (
    <g className="ticks">
      {scale.ticks.map(({ on, label }) => {
        const x = scale.x(on);
        return (
          <g key={on}>
            <line x1={x} x2={x} y1={18} y2={bottom} />
            <text x={Math.min(x + 2, width - LABEL)} y={12}>
              {label}
            </text>
          </g>
        );
      })}
    </g>
  );
}

interface NumberedProps {
  readonly x: number;
  readonly centre: number;
  readonly y: number;
  readonly number: number;
}

/** A day as a line with a number; what the number stands for is in the table. */
function Numbered({ x, centre, y, number }: NumberedProps) {
  return (
    <g className="mark">
      <line x1={x} x2={x} y1={18} y2={y - 9} />
      <circle cx={centre} cy={y} r={9} />
      <text x={centre} y={y + 4} textAnchor="middle">
        {number}
      </text>
    </g>
  );
}
