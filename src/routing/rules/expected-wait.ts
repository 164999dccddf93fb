// How long somebody who comes now will wait, guessed from how long the last ones did. Pure.
//
// The mean of the waits of the last few who were taken, never less than whoever is first in line has waited already (delay history: "last to enter
// service" and "head of the line", R. Ibrahim and W. Whitt, Manufacturing & Service Operations Management 11(3), 2009). It needs neither the pace of the
// queue nor how many serve it: a pace measured while nobody waits is that of those who come, and would tell of an hour where people wait for a second.
// Its limit: it looks back, so it is late when a wave comes; the head of the line mends half of that.

export const expectedWaitFormula = {
  id: 'routing.expected_wait.2',
  fr: 'La moyenne des attentes des cinq derniers pris depuis trente minutes, et jamais moins que l’attente de la personne suivante. Rien n’est dit sous trois.',
  en: 'The mean of the waits of the last five who were taken in the last thirty minutes, and never less than whoever is next has waited. Under three, nothing is said.',
} as const

export const PACE_SECONDS = 1_800
export const LOOKED_AT = 5
const FEWEST = 3

type Seen = {
  waiting: number
  free: number // people ready who may take from the queue
  oldest_s: number | null // how long the one has waited who waits the longest
  recent: { count: number; mean_s: number } | null // of the last LOOKED_AT taken within PACE_SECONDS
}

/** Seconds; 0 while nobody waits and somebody is free; null when too few were taken of late to say. */
export function expectedWait({ waiting, free, oldest_s, recent }: Seen): number | null {
  if (waiting === 0 && free > 0) return 0
  if (!recent || recent.count < FEWEST) return null
  return Math.max(recent.mean_s, oldest_s ?? 0)
}
