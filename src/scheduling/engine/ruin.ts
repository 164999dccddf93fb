// A plan made better by taking some people out and giving each the best week there is, given the others: large neighbourhoods, ruin and recreate
// (Shaw, CP 1998; Schrimpf et al., Journal of Computational Physics 159, 2000).
import { bestWeek } from './best-week.ts'
import type { Planned, WeekAsked } from './person.ts'
import { cover, FROZEN, MOST_PAUSES, OFF, ownCost, type Rota } from './rota.ts'
import { placedPauses } from './tour.ts'

const sums = new Float64Array(8_192)

/** Running sums of what one more of this person's kind would cost, over the days of a week. */
export function sumPrices({ supply }: Rota, { type }: Planned, { from, to }: { from: number; to: number }): Float64Array {
  const at = type * supply.room
  let sum = 0
  for (let slot = from; slot < to; slot++) {
    sums[slot] = sum
    sum += type < 0 ? 0 : supply.plus[at + slot]!
  }
  sums[to] = sum
  return sums
}

/** Takes somebody's week out: days off but for what is fixed. */
export function clearWeek(rota: Rota, person: Planned, week: WeekAsked): void {
  for (let day = week.from; day < week.to; day++) {
    const at = person.index * rota.days + day
    if (rota.choice[at]! < 0) continue
    cover(rota, person, { day, by: -1 })
    rota.choice[at] = OFF
  }
}

/** Gives somebody the best week there is, the others staying as they are. */
export function fillWeek(rota: Rota, person: Planned, week: WeekAsked): void {
  const { grid } = rota.problem
  const prices = sumPrices(rota, person, {
    from: grid.dayStart[week.from]!,
    to: Math.min(grid.room, grid.dayStart[week.to]! + 99),
  })
  const { choice } = bestWeek(rota, { person, week, sums: prices })
  for (let d = 0; d < choice.length; d++) {
    const place = choice[d]!
    if (place < 0) continue
    setDay(rota, person, { day: week.from + d, place, prices })
  }
}

export function setDay(
  rota: Rota,
  person: Planned,
  { day, place, prices }: { day: number; place: number; prices: Float64Array },
): void {
  const at = person.index * rota.days + day
  if (rota.choice[at] === FROZEN) return
  rota.choice[at] = place
  const pauses = placedPauses(person.catalog.days[day]![place]!, prices)
  for (const [i, slot] of pauses.entries()) rota.pauses[at * MOST_PAUSES + i] = slot
  cover(rota, person, { day, by: 1 })
}

/** What somebody's week was, to be put back. */
export type Kept = { choice: Int16Array; pauses: Int16Array }
export function keepWeek({ choice, pauses, days }: Rota, { index }: Planned, { from, to }: WeekAsked): Kept {
  const [a, b] = [index * days + from, index * days + to]
  return { choice: choice.slice(a, b), pauses: pauses.slice(a * MOST_PAUSES, b * MOST_PAUSES) }
}

export function putBack(rota: Rota, { person, week }: { person: Planned; week: WeekAsked }, kept: Kept): void {
  const at = person.index * rota.days + week.from
  rota.choice.set(kept.choice, at)
  rota.pauses.set(kept.pauses, at * MOST_PAUSES)
  for (let day = week.from; day < week.to; day++) cover(rota, person, { day, by: 1 })
}

export function refreshOwn(rota: Rota, person: Planned): number {
  const cost = ownCost(rota, person)
  const change = cost - rota.own[person.index]!
  rota.own[person.index] = cost
  return change
}

/** Places the pauses of a day anew where they hurt least, the shift staying as it is. */
export function placePausesAnew(rota: Rota, person: Planned, day: number): void {
  const place = rota.choice[person.index * rota.days + day]!
  if (place < 0) return
  cover(rota, person, { day, by: -1 })
  const { start, end } = person.catalog.days[day]![place]!
  setDay(rota, person, { day, place, prices: sumPrices(rota, person, { from: start, to: end }) })
}
