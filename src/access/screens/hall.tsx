/** The hall of counters: a letter finds the one window that is lit. Drawn, not photographed, in the colours of the theme. */
export function Hall() {
  return (
    <svg className="access-hall-scene" viewBox="0 0 520 360" aria-hidden="true">
      <path className="access-floor" d="M20 322h480" />
      <Window x={48} />
      <Window x={352} />
      <g className="access-lit">
        <path className="access-glow" d="M200 300V172a60 60 0 0 1 120 0v128z" />
        <path className="access-frame" d="M200 300V172a60 60 0 0 1 120 0v128" />
        <circle className="access-person" cx="260" cy="196" r="20" />
        <path className="access-person" d="M222 262c2-26 18-38 38-38s36 12 38 38z" />
        <path className="access-counter" d="M184 262h152v12H184z" />
        <path className="access-frame" d="M192 274v48M328 274v48" />
        <path className="access-lamp" d="M260 96v-30M246 104a14 14 0 0 1 28 0z" />
      </g>
      <path className="access-way" d="M62 90c60-52 146-42 152 36 3 42-6 76 2 122" />
      <g className="access-letter">
        <path className="access-paper" d="M-30-20h60v40h-60z" />
        <path className="access-fold" d="M-30-20 0 4l30-24" />
        <path className="access-stamp" d="M14-14h10v10H14z" />
      </g>
    </svg>
  )
}

const Window = ({ x }: { x: number }) => (
  <g className="access-dim">
    <path className="access-shade" d={`M${x} 300V182a60 60 0 0 1 120 0v118z`} />
    <path
      className="access-frame"
      d={`M${x} 300V182a60 60 0 0 1 120 0v118M${x - 16} 262h152M${x - 8} 274v48M${x + 128} 274v48`}
    />
    <path className="access-frame" d={`M${x} 206h120M${x} 226h120M${x} 246h120`} />
  </g>
)
