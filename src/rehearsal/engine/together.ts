// Several contacts in the hands of one agent: each goes at the speed its company allows (processor sharing), and stands still while something
// more urgent interrupts it. Work left is brought up to date whenever a speed changes.
//
// Source: Kleinrock, "Time-shared systems: a theoretical treatment", JACM 14 (1967), for equal sharing; speeds by number are the chat model of
// Tezcan & Zhang, "Routing and staffing in customer service chat systems with impatient customers", Operations Research 62 (2014).
import { put } from './calendar.ts'
import { CODE_SHIFT, ENDS, type Play } from './play.ts'

/** Begins what is left of a visitor's work beside whatever the agent has of the same channel. */
export function join(play: Play, at: number, visitor: number): void {
  const { visitors } = play
  const list = listOf(play, visitor)
  visitors.since[visitor] = at
  visitors.rate[visitor] = 0
  visitors.aside[visitor] = 0
  const first = play.together[list]!
  visitors.next[visitor] = first
  visitors.previous[visitor] = -1
  if (first >= 0) visitors.previous[first] = visitor
  play.together[list] = visitor
  play.company[list]!++
  pace(play, at, list)
}

/** Ends work that was begun by `join`; the others of the list go faster. */
export function part(play: Play, at: number, visitor: number): void {
  const { visitors } = play
  const list = listOf(play, visitor)
  const before = visitors.previous[visitor]!
  const after = visitors.next[visitor]!
  if (before >= 0) visitors.next[before] = after
  else play.together[list] = after
  if (after >= 0) visitors.previous[after] = before
  play.company[list]!--
  pace(play, at, list)
}

/** Interrupted by something more urgent. */
export function setAside(play: Play, at: number, visitor: number): void {
  play.visitors.aside[visitor] = 1
  pace(play, at, listOf(play, visitor))
}

/** Nothing interrupts it any more. */
export function goOn(play: Play, at: number, visitor: number): void {
  play.visitors.aside[visitor] = 0
  pace(play, at, listOf(play, visitor))
}

const listOf = ({ visitors, side }: Play, visitor: number): number =>
  visitors.agent[visitor]! * side.rules.channels.length + side.places[visitors.kind[visitor]!]!.channel // a visitor is of one of the kinds

function pace(play: Play, at: number, list: number): void {
  const { visitors, side } = play
  const speeds = side.speeds[list % side.rules.channels.length]
  const company = play.company[list]!
  const speed = speeds ? (speeds[Math.min(company, speeds.length) - 1] ?? 1) : 1
  for (let visitor = play.together[list]!; visitor >= 0; visitor = visitors.next[visitor]!) {
    const rate = visitors.aside[visitor] === 1 ? 0 : speed
    if (rate === visitors.rate[visitor]) continue
    visitors.left[visitor] = Math.max(0, visitors.left[visitor]! - (at - visitors.since[visitor]!) * visitors.rate[visitor]!)
    visitors.since[visitor] = at
    visitors.rate[visitor] = rate
    const turn = visitors.turn[visitor]! + 1 // its end as it stood in the calendar is over
    visitors.turn[visitor] = turn
    if (rate > 0) put(play.calendar, at + visitors.left[visitor]! / rate, (ENDS << CODE_SHIFT) | visitor, turn)
  }
}
