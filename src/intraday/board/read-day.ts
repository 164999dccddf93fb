// What is known of a day, gathered from the rooms below: needs and forecast (staffing, forecasting), what came (forecasting), how it went and who is here
// (routing), who is planned (scheduling), who is away or late (staff, and what people did). Read as the house; whoever asks says what they may see.
import * as forecasting from '#forecasting'
import * as routing from '#routing'
import * as staffing from '#staffing'
import { system, type Work } from '#base/work'
import type { History, Published } from '#forecasting/contract'
import type { Floor } from '#routing/contract'
import type { Requirements } from '#staffing/contract'
import { peopleToday, type PersonToday } from '../people/people-today.ts'
import type { Today } from '../day/today.ts'

export type DayRead = {
  day: Today
  people: PersonToday[]
  needs: Requirements
  published: Published
  history: History
  floor: Floor
  counted: routing.QuarterOfQueue[]
  serves: ReadonlyMap<string, readonly string[]> // by person: queues they can take from, once every need has given way
}

export async function readDay(asked: Work): Promise<DayRead> {
  const work = { ...asked, actor: system('intraday') }
  const { day, people } = await peopleToday(work)
  const [from, to] = [String(day.from), String(day.to)]
  const needs = await staffing.requirementsFor(work, { from, to })
  const [published, history, floor, counted, serves] = await Promise.all([
    forecasting.publishedForecast(work, { from, to }),
    forecasting.historyOf(work, { from, to }),
    routing.floorNow(work, {}),
    routing.countedByInterval(work, { from: day.from, interval_s: needs.interval_min * 60 }),
    whoServes(work),
  ])
  return { day, people, needs, published, history, floor, counted, serves }
}

async function whoServes(work: Work): Promise<Map<string, string[]>> {
  const book = await routing.currentRulebook(work)
  if (!book) return new Map()
  const people = await routing.peopleOfRouting(work)
  const on = new Map<string, string[]>()
  for (const queue of book.document.queues)
    for (const { id } of routing.capableAfter(queue, people, { book: book.document, wait_s: Infinity })) on.set(id, [...(on.get(id) ?? []), queue.key])
  return on
} // prettier-ignore
