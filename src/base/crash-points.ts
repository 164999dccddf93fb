// Instructions with a name, at which a fault journey lets the process kill itself as `kill -9` would: before a commit, after it, between
// the relay's yes and our note of it. A point does nothing unless GUICHET_CRASH_AT names it, which nobody sets in earnest; every name in
// the source is found and tried by journeys/faults/points.test.ts, so a new point is a line here and none there.
const wanted = process.env.GUICHET_CRASH_AT ?? ''

export const point: (name: string) => void =
  wanted === ''
    ? () => {}
    : (name) => {
        if (name === wanted) process.kill(process.pid, 'SIGKILL')
      }
