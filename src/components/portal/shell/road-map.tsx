const ROADS = [
  'M-20 150 H210 a30 30 0 0 1 30 30 V300 a30 30 0 0 0 30 30 H640',
  'M90 -20 V210 a30 30 0 0 0 30 30 H420 a30 30 0 0 1 30 30 V460',
  'M360 -20 V90 a30 30 0 0 0 30 30 H640',
  'M-20 420 H150 a30 30 0 0 0 30 -30 V270 a30 30 0 0 1 30 -30',
  'M520 -20 V300 a30 30 0 0 0 30 30',
] as const

const STOPS = [
  [90, 150],
  [240, 240],
  [450, 330],
  [360, 90],
  [520, 120],
  [180, 330],
] as const

/** A drawn network of roads and stops, for large quiet areas. Decoration only. */
export const RoadMap = () => (
  <svg aria-hidden viewBox="0 0 620 620" preserveAspectRatio="xMidYMin slice" fill="none">
    <g stroke="#fff" strokeWidth="12" strokeOpacity="0.045">
      {ROADS.map((d) => (
        <path key={d} d={d} />
      ))}
    </g>
    <g stroke="#fff" strokeWidth="1" strokeOpacity="0.2" strokeDasharray="5 7">
      {ROADS.map((d) => (
        <path key={d} d={d} />
      ))}
    </g>
    {STOPS.map(([x, y]) => (
      <g key={`${x} ${y}`}>
        <circle cx={x} cy={y} r="11" fill="#fff" fillOpacity="0.1" />
        <circle cx={x} cy={y} r="4" fill="#fff" fillOpacity="0.85" />
      </g>
    ))}
  </svg>
)
