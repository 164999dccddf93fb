// What the made-up centre's earlier chat tool counted: sixteen weeks of quarters of an hour, as a sheet somebody exported. Pure.
import { chanceOf, type Chance } from './chance.ts'
import type { Came } from './served-today.ts'

const WEEKS = 16
const ZONE = 'Europe/Paris'
// Chats an hour, hour by hour from eight to eight, on an ordinary Tuesday: about as many as come while the demonstration runs.
const HOURS = [7, 17, 25, 28, 22, 16, 19, 25, 27, 24, 18, 9]
const FIRST_HOUR = 8
const QUARTERS = HOURS.length * 4
const WEEKDAYS = [1.14, 1, 0.97, 0.96, 1.02, 0.72, 0.55] // Monday first
const INVOICES = { day: 5, lasts: 3, times: 1.35 } // invoices leave on the fifth
const STORM_DAYS_AGO = 37 // the carrier lost a lorry: somebody has to say whether that counts

/** CSV: start (local time), arrived, handled_s. Up to yesterday evening: the centre moved in this very day. */
export function countsBeforeUs({ seed, now }: { seed: number; now: Temporal.Instant }): string {
  const chance = chanceOf(seed + 77)
  const today = now.toZonedDateTimeISO(ZONE).toPlainDate()
  const lines = ['start,arrived,handled_s']
  for (let back = WEEKS * 7; back > 0; back--) {
    const day = today.subtract({ days: back })
    const times = timesOf(day, back) * (0.9 + chance.below(21) / 100)
    for (let quarter = 0; quarter < QUARTERS; quarter++) lines.push(lineOf(day, { quarter, times, chance }))
  }
  return `${lines.join('\n')}\n`
}

/** How many came in each quarter of an hour of today that has begun. */
export function chatsToday({ seed, now }: { seed: number; now: Temporal.Instant }): Came[] {
  const chance = chanceOf(seed + 78)
  const day = now.toZonedDateTimeISO(ZONE).toPlainDate()
  const opens = day.toZonedDateTime({ timeZone: ZONE, plainTime: `0${FIRST_HOUR}:00` }).epochMilliseconds
  const times = timesOf(day, 0) * (0.95 + chance.below(16) / 100)
  return Array.from({ length: QUARTERS }, (_, quarter) => ({
    at: opens + quarter * 900_000,
    arrived: poisson(meanOf(quarter) * times, chance),
  })).filter(({ at }) => at < now.epochMilliseconds)
}

function timesOf(day: Temporal.PlainDate, back: number): number {
  const invoiced = day.day >= INVOICES.day && day.day < INVOICES.day + INVOICES.lasts ? INVOICES.times : 1
  return WEEKDAYS[day.dayOfWeek - 1]! * invoiced * (back === STORM_DAYS_AGO ? 2.4 : 1) // seven of them
}

type Quarter = { quarter: number; times: number; chance: Chance }
function lineOf(day: Temporal.PlainDate, { quarter, times, chance }: Quarter): string {
  const [hour, minute] = [FIRST_HOUR + Math.floor(quarter / 4), (quarter % 4) * 15]
  const arrived = poisson(meanOf(quarter) * times, chance)
  const handled = 230 + chance.between(-25, 25)
  return `${day.toString()}T${two(hour)}:${two(minute)},${arrived},${arrived === 0 ? '' : handled}`
}

function meanOf(quarter: number): number {
  const [here, next] = [HOURS[Math.floor(quarter / 4)]!, HOURS[Math.floor(quarter / 4) + 1] ?? 6] // within the bounds of the loops
  return (here + ((next - here) * (quarter % 4)) / 4) / 4
}

const two = (n: number): string => String(n).padStart(2, '0')

/** Knuth's way, good for the small means of a quarter of an hour. */
function poisson(mean: number, chance: Chance): number {
  const least = Math.exp(-mean)
  let [n, product] = [0, 1]
  for (;;) {
    product *= (chance.below(1_000_000) + 1) / 1_000_001
    if (product <= least) return n
    n++
  }
}
