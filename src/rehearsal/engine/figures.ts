// From what one replication counted to its figures, each as a numerator and a denominator: over replications the two are added up apart, so that
// a quiet replication weighs as little as it should.
import { daySeconds } from '../contract/clock.ts'
import { figureNames, type FigureName, type ServiceFormula } from '../contract/report.ts'
import { quantilesOf } from './quantiles.ts'
import type { Side, Window } from './side.ts'
import {
  ABANDONED, ABANDONED_IN_TIME, ABANDONED_WAIT, ANSWERED, ANSWERED_IN_TIME, ANSWERED_ON_LINE, BLOCKED, BUCKETS, BY_PERSON, CALLED_BACK, CASES,
  DUE_KEPT, FINISHED, HAD_DUE, HAD_PERSON, HANDLING, HOURS, LONGEST, OFFERED, OVERFLOWED, PEOPLE_MET, RETRIED, SOJOURN, UNSERVED, WAIT, WAITED, WIDTH,
  type Tally,
} from './tally.ts' // prettier-ignore

/** Two numbers a figure, in the order of `figureNames`, scope after scope: the whole, each queue, each team, each hour. */
export type Row = Float64Array
const PAIR = 2 * figureNames.length
const placeOf = (scope: number, name: FigureName): number => scope * PAIR + 2 * figureNames.indexOf(name)

export type Scopes = { queues: number; teams: number }
export const scopeCount = ({ queues, teams }: Scopes): number => 1 + queues + teams + HOURS
export const rowLength = (scopes: Scopes): number => scopeCount(scopes) * PAIR
export const queueScope = (queue: number): number => 1 + queue
export const teamScope = ({ queues }: Scopes, team: number): number => 1 + queues + team
export const hourScope = ({ queues, teams }: Scopes, hour: number): number => 1 + queues + teams + hour

export function rowOf(tally: Tally, side: Side, { window, formula }: { window: Window; formula: ServiceFormula }): Row {
  const scopes = { queues: side.queues.length, teams: side.teams.length }
  const row = new Float64Array(rowLength(scopes))
  const period = window.to - window.from
  const all = Array.from(side.queues.keys())
  const awaited = all.filter((queue) => side.awaited[queue] === 1)
  const hours = Array.from({ length: HOURS }, (_, hour) => hour)
  const allCounts = { counts: tally.byQueue, parts: awaited.map((queue) => queue * BUCKETS) }
  ofContacts(row, 0, { sums: added(tally, all, hours), awaited: added(tally, awaited, hours), waits: allCounts, period, formula })
  for (const queue of all) {
    const waits = { counts: tally.byQueue, parts: [queue * BUCKETS] }
    const sums = added(tally, [queue], hours)
    ofContacts(row, queueScope(queue), { sums, awaited: sums, waits, period, formula })
  }
  for (const hour of hours) {
    const waits = { counts: tally.byHour, parts: [hour * BUCKETS] }
    ofContacts(row, hourScope(scopes, hour), {
      sums: added(tally, all, [hour]),
      awaited: added(tally, awaited, [hour]),
      waits,
      period: secondsOfHour(hour, window),
      formula,
    })
  }
  ofPeople(row, tally, side)
  return row
}

// How many seconds of the counted time lie in an hour of the day.
function secondsOfHour(hour: number, { from, to }: Window): number {
  let seconds = 0
  for (let begins = Math.floor(from / daySeconds) * daySeconds + hour * 3_600; begins < to; begins += daySeconds)
    seconds += Math.max(0, Math.min(to, begins + 3_600) - Math.max(from, begins))
  return seconds
}

function added({ sums }: Tally, queues: readonly number[], hours: readonly number[]): Float64Array {
  const total = new Float64Array(WIDTH)
  for (const queue of queues) {
    for (const hour of hours) {
      const cell = (queue * HOURS + hour) * WIDTH
      for (let place = 0; place < WIDTH; place++) {
        const value = sums[cell + place]! // a cell has WIDTH places
        total[place] = place === LONGEST ? Math.max(total[place]!, value) : total[place]! + value // likewise
      }
    }
  }
  return total
}

type Counted = {
  sums: Float64Array
  awaited: Float64Array // the same of those whose waits count
  waits: { counts: Int32Array; parts: readonly number[] }
  period: number
  formula: ServiceFormula
}

function ofContacts(row: Row, scope: number, { sums, awaited, waits, period, formula }: Counted): void {
  const of = (place: number): number => sums[place]! // WIDTH places
  const write = (name: FigureName, over: number, under: number): void => writePair(row, placeOf(scope, name), { over, under })
  const waited = (place: number): number => awaited[place]! // likewise
  const offered = of(OFFERED)
  const onLine = waited(ANSWERED_ON_LINE)
  const [inTime, outOf] = serviceLevel(waited, formula)
  write('service_level', inTime, outOf)
  write('offered', offered, 1)
  write('answered', of(ANSWERED), 1)
  write('abandoned', of(ABANDONED), offered)
  write('blocked', of(BLOCKED), offered)
  write('called_back', of(CALLED_BACK), offered)
  write('retried', of(RETRIED), offered)
  write('unserved', of(UNSERVED), offered)
  write('waited', waited(WAITED), waited(OFFERED))
  write('wait_mean', waited(WAIT), onLine)
  write('wait_of_all_mean', waited(WAIT) + waited(ABANDONED_WAIT), onLine + waited(ABANDONED))
  const [p50 = 0, p80 = 0, p95 = 0] = onLine > 0 ? quantilesOf(waits.counts, waits.parts, [0.5, 0.8, 0.95]) : []
  const any = onLine > 0 ? 1 : 0
  write('wait_p50', p50, any)
  write('wait_p80', p80, any)
  write('wait_p95', p95, any)
  write('wait_max', waited(LONGEST), any)
  write('abandoned_wait_mean', of(ABANDONED_WAIT), of(ABANDONED))
  write('handling_mean', of(HANDLING), of(FINISHED))
  write('sojourn_mean', of(SOJOURN), of(FINISHED))
  write('waiting_mean', of(WAIT) + of(ABANDONED_WAIT), period)
  write('due_kept', of(DUE_KEPT), of(HAD_DUE))
  write('person_first', of(BY_PERSON), of(HAD_PERSON))
  write('overflowed', of(OVERFLOWED), offered)
  write('people_met', of(PEOPLE_MET), of(CASES))
}

function serviceLevel(of: (place: number) => number, formula: ServiceFormula): [number, number] {
  switch (formula) {
    case 'answered_within_of_offered':
      return [of(ANSWERED_IN_TIME), of(OFFERED)]
    case 'answered_within_of_answered':
      return [of(ANSWERED_IN_TIME), of(ANSWERED_ON_LINE)]
    case 'answered_within_of_offered_less_short_abandons':
      return [of(ANSWERED_IN_TIME), of(OFFERED) - of(ABANDONED_IN_TIME)]
    case 'answered_or_left_within_of_offered':
      return [of(ANSWERED_IN_TIME) + of(ABANDONED_IN_TIME), of(OFFERED)]
  }
}

// What people do: of each team, and of all in the whole.
function ofPeople(row: Row, tally: Tally, side: Side): void {
  const scopes = { queues: side.queues.length, teams: side.teams.length }
  const parts = Array.from({ length: 1 + side.teams.length }, () => ({ busy: 0, work: 0, paid: 0, answered: 0, handling: 0 }))
  for (let person = 0; person < side.people.length; person++) {
    const team = side.teamOf[person]! // as many as people
    for (const part of team < 0 ? [parts[0]!] : [parts[0]!, parts[1 + team]!]) {
      part.busy += tally.busy[person]! // likewise, as are those below
      part.work += side.roster.workedSeconds[person]! + tally.overtime[person]!
      part.paid += side.roster.paidSeconds[person]! * side.costPerSecond[person]!
      part.answered += tally.answeredBy[person]!
      part.handling += tally.handlingBy[person]!
    }
  }
  for (const [part, { busy, work, paid, answered, handling }] of parts.entries()) {
    const scope = part === 0 ? 0 : teamScope(scopes, part - 1)
    const write = (name: FigureName, over: number, under: number): void => writePair(row, placeOf(scope, name), { over, under })
    write('occupancy', busy, work)
    write('staffed_hours', work / 3_600, 1)
    write('cost', paid, 1)
    write('cost_per_answered', paid, answered)
    if (part === 0) continue
    write('answered', answered, 1)
    write('handling_mean', handling, answered)
  }
}

function writePair(row: Row, place: number, { over, under }: { over: number; under: number }): void {
  row[place] = over
  row[place + 1] = under
}
