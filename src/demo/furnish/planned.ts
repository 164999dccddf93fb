// The made-up centre's workforce: what came before us, a forecast of what comes, what is aimed at, two weeks published and one drawn up.
import * as forecasting from '#forecasting'
import * as scheduling from '#scheduling'
import * as staff from '#staff'
import * as staffing from '#staffing'
import { handClock } from '#base/clock'
import { inWork, type Work } from '#base/work'
import { postImport } from '#forecasting/contract'
import { postMove, postPlan, getPlan, putContract, putPublished, type Plan } from '#scheduling/contract'
import { targetsDocumentShape } from '#staffing/contract'
import { countsBeforeUs } from '../texts/before-us.ts'
import { planned, turnsOf } from '../texts/rota.ts'
import { asPerson, by } from './act.ts'
import type { Place } from './place.ts'
import type { Scene } from './scene.ts'

const ZONE = 'Europe/Paris'

/** Whoever directs the centre did it. */
export async function planWorkforce(
  { open, as, now, seed }: Pick<Scene, 'open' | 'as' | 'now' | 'seed'>,
  place: Place,
): Promise<void> {
  const marc = place.people.get('marc')!
  const monday = mondayOf(now)
  const marcs = { ...as, actor: asPerson(marc.id, marc.role) }
  await inWork(open, marcs, async (work) => {
    await by(forecasting.routes)(work, postImport, {
      name: 'ancien-outil-de-chat.csv', text: countsBeforeUs({ seed, now }), queue: 'conseil', channel: 'chat', zone: ZONE, missing: 'zero',
    }) // prettier-ignore
    await forecasting.forecastSoon(work)
    await aim(work)
  })
  await forecasting.forecastBackThen(
    { database: open.database, clock: handClock(String(earlyOn(monday.subtract({ weeks: 2 })))) },
    marcs,
  )
  await inWork(open, marcs, async (work) => {
    for (const who of planned) await engage(work, place.people.get(who)!.id, monday)
    const published = await draw(work, place, { name: 'Deux semaines', first_day: monday, weeks: 2 })
    await by(scheduling.routes)(work, putPublished, { id: published.id, version: published.version, note: '' })
    await draw(work, place, { name: 'La semaine d’après', first_day: monday.add({ days: 14 }), weeks: 0 })
  })
}

const mondayOf = (now: Temporal.Instant): Temporal.PlainDate => {
  const today = now.toZonedDateTimeISO(ZONE).toPlainDate()
  return today.subtract({ days: today.dayOfWeek - 1 })
}

const earlyOn = (day: Temporal.PlainDate): Temporal.Instant =>
  day.toZonedDateTime({ timeZone: ZONE, plainTime: '06:00' }).toInstant()

async function aim(work: Work): Promise<void> {
  const document = targetsDocumentShape.parse({
    streams: [
      {
        queue: 'conseil',
        channel: 'chat',
        targets: [{ formula: 'answered_within_of_offered', share: 0.8, within_s: 60 }],
      },
    ],
    shrinkage: [
      {
        parts: [
          { kind: 'leave', share: 0.1 },
          { kind: 'meetings', share: 0.03 },
          { kind: 'breaks', share: 0.06 },
        ],
      },
    ], // what a plan shows by itself
  })
  await staffing.changeTargets(work, { version: 0, note: 'Huit chats sur dix en une minute', document })
}

async function engage(work: Work, person: string, monday: Temporal.PlainDate): Promise<void> {
  const from = monday.subtract({ days: 364 }).toString()
  await by(scheduling.routes)(work, putContract, {
    person,
    version: 0,
    from,
    terms: { name: '35 h', hours_week: 35, hours_more: 2 },
  })
}

type Wish = { name: string; first_day: Temporal.PlainDate; weeks: number }
async function draw(work: Work, place: Place, { name, first_day, weeks }: Wish): Promise<Plan> {
  const people = planned.map((who) => place.people.get(who)!.id)
  const days = Math.max(1, weeks) * 7
  const plan = await by(scheduling.routes)(work, postPlan, { name, first_day: first_day.toString(), days, zone: ZONE, people })
  const isAway = await absences(work, first_day, days)
  for (let week = 0; week < weeks; week++)
    for (const { who, weekday, from, to } of turnsOf(week)) {
      const day = first_day.add({ days: week * 7 + weekday - 1 })
      const [starts_at, ends_at] = [instantOf(day, from), instantOf(day, to)]
      const person = place.people.get(who)!.id
      if (isAway(person, starts_at, ends_at)) continue
      const move = { do: 'add', person, starts_at: starts_at.toString(), ends_at: ends_at.toString() }
      await by(scheduling.routes)(work, postMove, { id: plan.id, move })
    }
  return await by(scheduling.routes)(work, getPlan, { id: plan.id })
}

const instantOf = (day: Temporal.PlainDate, time: string): Temporal.Instant =>
  day.toZonedDateTime({ timeZone: ZONE, plainTime: time }).toInstant()

type IsAway = (person: string, from: Temporal.Instant, to: Temporal.Instant) => boolean
async function absences(work: Work, first_day: Temporal.PlainDate, days: number): Promise<IsAway> {
  const span = { starts_at: instantOf(first_day, '00:00'), ends_at: instantOf(first_day.add({ days }), '00:00') }
  const away = await staff.absencesBetween(work, span)
  return (person, from, to) =>
    away.some(
      ({ person: whose, starts_at, ends_at }) =>
        whose === person && Temporal.Instant.compare(starts_at, to) < 0 && Temporal.Instant.compare(ends_at, from) > 0,
    )
}
