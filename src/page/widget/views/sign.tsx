/** @jsxImportSource preact */
// The drawings of the window, on a grid of 24.

const paths = {
  down: 'm6 9.5 6 6 6-6',
  back: 'm14.5 6-6 6 6 6',
  more: 'M6 12v.01M12 12v.01M18 12v.01',
  send: 'M12 19V5m-6 6 6-6 6 6',
  clip: 'm19.5 11.5-7.6 7.6a4.6 4.6 0 0 1-6.5-6.5l8-8a3 3 0 0 1 4.3 4.3l-8 8a1.5 1.5 0 0 1-2.2-2.1l7-7',
  smile: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm-4-7.5c.8 1.6 2.3 2.5 4 2.5s3.2-.9 4-2.5M9 9.5h.01M15 9.5h.01',
  cross: 'M6.5 6.5l11 11m0-11-11 11',
  phone: 'M5 4h4l1.5 4.5-2 1.5a12 12 0 0 0 5.5 5.5l1.5-2L20 15v4a1.5 1.5 0 0 1-1.6 1.5A16 16 0 0 1 3.5 5.6 1.5 1.5 0 0 1 5 4Z',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm0-14v5l3 2',
} as const

export const Sign = ({ name }: { name: keyof typeof paths }) => <Drawn path={paths[name]} />

export const Drawn = ({ path }: { path: string }) => (
  <svg viewBox="0 0 24 24" aria-hidden="true">
    <path d={path} />
  </svg>
)
