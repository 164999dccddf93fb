// Which moves of a plan one hears of are somebody else's. One's own are known by the version they gave the plan; an event may come before its answer.
type Later = (run: () => void, milliseconds: number) => unknown

const SETTLES = 600 // milliseconds in which the answer to a move of one's own is here
const KEPT = 200

export type MovesHeard = { mine: (version: number) => void; heard: (version: number | undefined) => void }

/** `others` is told once for all that was heard within a moment, and only when one of it was not one's own. */
export function movesHeard(others: () => void, later: Later = setTimeout): MovesHeard {
  const own = new Set<number>()
  let waiting: (number | undefined)[] = []
  const settle = (): void => {
    const isOthers = waiting.some((version) => version === undefined || !own.has(version))
    waiting = []
    if (isOthers) others()
  }
  return {
    mine: (version) => {
      own.add(version)
      if (own.size > KEPT) own.delete(own.values().next().value ?? version)
    },
    heard: (version) => {
      waiting.push(version)
      if (waiting.length === 1) later(settle, SETTLES)
    },
  }
}
