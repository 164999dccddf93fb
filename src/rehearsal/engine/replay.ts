// One replication, from its first second to its last: what happens next is taken from the calendar, told to the routing engine, and what that
// decides is done.
import { nextWake, tick } from '#routing/engine'
import { draw, gammaLaw } from '../maths/distributions.ts'
import { begin } from './arrivals.ts'
import { comes, expect } from './arrive.ts'
import { dueOf, put, take } from './calendar.ts'
import { clearFates, STILL_WAITS } from './fates.ts'
import { doorsChange, rosterChanges } from './hours.ts'
import { countBusy } from './finish.ts'
import { remember } from './lose.ts'
import { obey } from './obey.ts'
import { ARRIVES, CODE_SHIFT, dayNumber, OPENING, prepare, ROSTER, type Play } from './play.ts'
import { UNSERVED } from './tally.ts'
import { turnOf } from './turns.ts'
import { WAITING } from './visitors.ts'

const WHOSE = (1 << CODE_SHIFT) - 1
/** A replication that has not ended after so many events is cut there. */
export const MOST_EVENTS = 400_000_000

export function replay(play: Play, replication: number): void {
  prepare(play, replication)
  if (play.fates) clearFates(play.fates)
  openTheDay(play)
  const { calendar, routed, tally } = play
  const { end } = play.window
  const { next } = calendar
  let events = 0
  while (events < MOST_EVENTS) {
    const wake = nextWake(routed)
    if (wake < dueOf(calendar)) {
      if (wake > end) break
      tick(routed, wake)
      obey(play, wake)
      events++
      continue
    }
    if (!take(calendar) || next[0]! > end) break
    events += happen(play)
  }
  tally.events = events
  closeTheBooks(play)
}

function openTheDay(play: Play): void {
  play.streams = play.flows.map(({ source, kind }, number) => {
    const own = kind.busyness?.cv ?? 0
    const factor = (day: number) =>
      factorOf(dayNumber(play, -1, day), play.busyness) * factorOf(dayNumber(play, number, day), own)
    return begin(source, own > 0 || play.busyness > 0 ? factor : null)
  })
  for (let kind = 0; kind < play.flows.length; kind++) expect(play, kind)
  const { roster, hours } = play.side
  if (roster.at.length > 0) put(play.calendar, roster.at[0]!, ROSTER << CODE_SHIFT, 0)
  if (hours.length > 0) put(play.calendar, hours[0]!.at, OPENING << CODE_SHIFT, 0) // not empty
}

// A day's factor: gamma with mean 1, as counts of days are seen to spread (Jongbloed & Koole, "Managing uncertainty in call centres using
// Poisson mixtures", 2001).
const factorOf = (number: number, cv: number): number => (cv > 0 ? draw(gammaLaw(1 / (cv * cv), cv * cv), number) : 1)

// Returns 1, or 0 when it was over before it came.
function happen(play: Play): number {
  const { next, nextWhat, nextTurn } = play.calendar
  const at = next[0]!
  const code = nextWhat >> CODE_SHIFT
  const whose = nextWhat & WHOSE
  if (code === ARRIVES) comes(play, at, whose)
  else if (code === ROSTER) rosterChanges(play, at)
  else if (code === OPENING) doorsChange(play, at)
  else if (play.visitors.turn[whose] === nextTurn) turnOf(play, at, { code, visitor: whose })
  else return 0
  return 1
}

function closeTheBooks(play: Play): void {
  const { load, visitors, tally, window } = play
  for (let agent = 0; agent < load.length; agent++) if (load[agent]! > 0) countBusy(play, window.end, agent)
  for (let visitor = 0; visitor < visitors.size; visitor++) {
    if (visitors.state[visitor] !== WAITING) continue
    const cell = visitors.cell[visitor]!
    if (cell >= 0) tally.sums[cell + UNSERVED]!++
    if (play.fates) remember(play, visitor, { outcome: STILL_WAITS, wait: window.end - visitors.arrivedAt[visitor]! })
  }
}
