/** @jsxImportSource preact */
// The drawings of the bubble, on a grid of 24; the window has more.
const paths = {
  bubble: 'M20 4H4a1.5 1.5 0 0 0-1.5 1.5v10A1.5 1.5 0 0 0 4 17h3v4l5-4h8a1.5 1.5 0 0 0 1.5-1.5v-10A1.5 1.5 0 0 0 20 4Z',
  down: 'm6 9.5 6 6 6-6',
} as const

export const Icon = ({ name }: { name: keyof typeof paths }) => <Drawn path={paths[name]} />

export const Drawn = ({ path }: { path: string }) => (
  <svg viewBox="0 0 24 24" aria-hidden="true">
    <path d={path} />
  </svg>
)
