// What a plan asks of the optimiser: need, people with their contracts, absences and wishes, what is decided, what must be held.
import type { PersonId } from '#base/contract'
import { refuse, type Work } from '#base/work'
import {
  askShape,
  nobodyToPlan,
  weekdays,
  type Ask,
  type AskInput,
  type GatheringId,
  type PatternId,
  type PlanRunAsk,
  type ShiftId,
} from '../contract.ts'
import { awayBetween } from '../plans/away.ts'
import { toCover, type ToCover } from '../plans/need.ts'
import { peopleOfPlan, type Planned } from '../plans/people.ts'
import { midnight, spanOf, windowOf, type Dated, type Span } from '../rules/days.ts'
import { ms } from '../rules/drawn.ts'
import { presentBy } from '../rules/counted.ts'
import type { Working } from '../rules/presence.ts'
import { besideOthers } from '../rules/traffic.ts'
import { awayDays, shiftOf } from '../rules/to-ask.ts'
import { seenAs } from '../publish/seen.ts'
import { inForceBetween } from '../store/in-force.ts'
import type { PlanRow } from '../store/plan.ts'
import { grantedWishes } from '../store/preference.ts'
import { shiftsOfPlan, type KeptShift } from '../store/shift.ts'
import { contractsFor } from '../terms/contracts.ts'
import { fairnessFor } from '../terms/fairness.ts'
import { patternsNow, usualPattern } from '../terms/patterns.ts'
import { settingsNow } from '../terms/settings.ts'
import { UNQUEUED } from '../engine/say-why.ts'
import { uniqueNames } from './names.ts'
import { sessionsOf } from './sessions.ts'

const MOST_SHIFTS = 60_000
const WEEKS_BEFORE = 11
const MOST_DAYS = 35

/** The ask, and what its names mean. */
export type Asked = {
  ask: Ask
  window: Dated
  people: ReadonlyMap<string, PersonId>
  patterns: ReadonlyMap<string, PatternId>
  sessions: ReadonlyMap<string, GatheringId>
  versions: ReadonlyMap<ShiftId, number> // of the shifts it was asked with
}

export async function askOfPlan(work: Work, plan: PlanRow, asked: PlanRunAsk): Promise<Asked> {
  const window = windowOf(plan, { from: asked.from, days: Math.min(asked.days ?? plan.days, MOST_DAYS) })
  const people = (await peopleOfPlan(work, plan)).filter(({ id }) => asked.people.length === 0 || asked.people.includes(id))
  if (people.length === 0) throw refuse(nobodyToPlan, {})
  const span = spanOf(window)
  const names = uniqueNames(people)
  const cover = await toCover(work, plan, span)
  const labels = uniqueNames(
    cover.groups.map(({ group, label }) => ({
      id: group,
      name: label || group || (cover.groups.length > 1 ? UNQUEUED : 'work'),
    })),
  )
  const shifts = await shiftsAround(work, plan, { window, names, keep: asked.keep })
  const sessions = await sessionsOf(work, plan, { window, names, staying: shifts.staying })
  const settings = await settingsNow(work)
  const patterns = await patternsOf(work, cover)
  const { contracts, nameOf } = await contractsOf(work, people, window)
  const input: AskInput = {
    name: plan.name || window.first_day.toString(),
    zone: plan.zone,
    first_day: window.first_day.toString(),
    days: window.days,
    interval_min: cover.grid.interval_min === 30 ? 30 : 15,
    needs: needsOf(cover, labels, await besidesThem(work, plan, { cover, asked: names, span })),
    people: await peopleAsked(work, people, { window, cover, labels, names, contract: nameOf }),
    contracts,
    patterns: patterns.map(({ terms }) => terms),
    law: settings.law,
    ...shifts.asked,
    sessions: sessions.asked,
    late_after: settings.late_after,
    early_before: settings.early_before,
    limits: { seconds: asked.seconds, gap: asked.gap },
  }
  return {
    ask: askShape.parse(input),
    window,
    people: new Map([...names].map(([id, name]) => [name, id])),
    patterns: new Map(patterns.flatMap(({ id, terms }) => (id ? [[terms.name, id] as const] : []))),
    sessions: sessions.named,
    versions: shifts.versions,
  }
}

type Beside = { cover: ToCover; asked: ReadonlyMap<PersonId, string>; span: Span }
// Who is there whatever is planned: people of other plans, those of this one who are not asked about, and nights that reach into the first morning.
async function besidesThem(work: Work, plan: PlanRow, { cover, asked, span }: Beside): Promise<Working[]> {
  const own: readonly Working[] = await shiftsOfPlan(work, { plan: plan.id, ...span, most: MOST_SHIFTS })
  return [...own, ...cover.elsewhere].filter(
    ({ person, starts_at }) => !asked.has(person as PersonId) || ms(starts_at) < span.from.epochMilliseconds, // a shift’s person is one of staff
  )
}

// Who can serve a group has its name as a skill: what routing asks of whoever takes its work is already weighed.
function needsOf(
  cover: ToCover,
  labels: ReadonlyMap<string, string>,
  besides: readonly Working[],
): NonNullable<AskInput['needs']> {
  const there = presentBy(cover, besides)
  return cover.groups.map(({ group, need, traffic }, g) => {
    const [name, others] = [labels.get(group) ?? 'work', there[g] ?? []]
    return {
      ...(traffic && { traffic: besideOthers(traffic, { need, others }) }),
      name,
      skills: need.length === 0 ? [] : [name],
      need: Array.from({ length: cover.grid.count }, (_, nth) =>
        Math.max(0, Math.round(100 * ((need[nth] ?? 0) - (others[nth] ?? 0))) / 100),
      ),
    }
  })
}

// Where nothing is known of the need, nobody is sent to work on a weekend by chance.
async function patternsOf(work: Work, { groups }: ToCover): Promise<{ id: PatternId | null; terms: typeof usualPattern }[]> {
  const kept: { id: PatternId | null; terms: typeof usualPattern }[] = await patternsNow(work)
  const patterns = kept.length > 0 ? kept : [{ id: null, terms: usualPattern }]
  if (groups.some(({ need }) => need.some((wanted) => wanted > 0))) return patterns
  return patterns.map(({ id, terms }) => ({ id, terms: { ...terms, days: terms.days ?? weekdays.slice(0, 5) } }))
}

type Around = { window: Dated; names: ReadonlyMap<PersonId, string>; keep: PlanRunAsk['keep'] }
async function shiftsAround(
  work: Work,
  plan: PlanRow,
  { window, names, keep }: Around,
): Promise<{
  asked: Pick<AskInput, 'fixed' | 'previous' | 'before' | 'after'>
  versions: Asked['versions']
  staying: Set<string>
}> {
  const people = [...names.keys()]
  const span = spanOf(window)
  const edge = {
    from: midnight(window.first_day.subtract({ weeks: WEEKS_BEFORE }), plan.zone),
    to: midnight(window.first_day.add({ days: window.days + 7 }), plan.zone),
  }
  const own = await shiftsOfPlan(work, { plan: plan.id, ...edge, people, most: MOST_SHIFTS })
  const others = (await inForceBetween(work, { ...edge, people, but: plan.id, most: MOST_SHIFTS })).map(seenAs)
  const isHere = ({ starts_at }: { starts_at: string }): boolean => {
    const begins = Temporal.Instant.from(starts_at)
    return Temporal.Instant.compare(begins, span.from) >= 0 && Temporal.Instant.compare(begins, span.to) < 0
  }
  const decided = ({ locked, starts_at }: KeptShift): boolean =>
    keep === 'all' || locked || Temporal.Instant.compare(Temporal.Instant.from(starts_at), work.now) <= 0
  const here = own.filter(isHere)
  const [first, end] = [span.from.toString(), span.to.toString()]
  return {
    asked: {
      fixed: [...here.filter(decided), ...others.filter(isHere)].map((shift) => shiftOf(shift, names)),
      previous: here.filter((shift) => !decided(shift)).map((shift) => shiftOf(shift, names)),
      before: [...own, ...others].filter(({ starts_at }) => starts_at < first).map((shift) => shiftOf(shift, names)),
      after: [...own, ...others].filter(({ starts_at }) => starts_at >= end).map((shift) => shiftOf(shift, names)),
    },
    versions: new Map(here.map(({ id, version }) => [id, version])),
    staying: new Set(own.filter((shift) => !isHere(shift) || decided(shift)).flatMap(({ activities }) => activities.flatMap(({ gathering }) => gathering ?? []))),
  } // prettier-ignore
}

async function contractsOf(
  work: Work,
  people: readonly Planned[],
  { first_day }: Dated,
): Promise<{ contracts: NonNullable<AskInput['contracts']>; nameOf: (id: PersonId) => string }> {
  const known = await contractsFor(work, people.map(({ id }) => id)) // prettier-ignore
  const day = first_day.toString()
  const written = new Map(people.map(({ id }) => [id, JSON.stringify(known.on(id, day))]))
  const distinct = [...new Set(written.values())].slice(0, 100)
  const terms = distinct.map((text) => JSON.parse(text) as ReturnType<typeof known.on>) // as it was written two lines above
  const names = uniqueNames(terms.map(({ name }, nth) => ({ id: String(nth), name })))
  return {
    contracts: terms.map((contract, nth) => ({ ...contract, name: names.get(String(nth))! })),
    nameOf: (id) => names.get(String(Math.max(0, distinct.indexOf(written.get(id) ?? ''))))!,
  }
}

type Known = {
  window: Dated
  cover: ToCover
  labels: ReadonlyMap<string, string>
  names: ReadonlyMap<PersonId, string>
  contract: (id: PersonId) => string
}
async function peopleAsked(
  work: Work,
  people: readonly Planned[],
  { window, cover, labels, names, contract }: Known,
): Promise<AskInput['people']> {
  const ids = people.map(({ id }) => id)
  const last = window.first_day.add({ days: window.days - 1 }).toString()
  const [away, fair, wishes] = [
    await awayBetween(work, spanOf(window)),
    await fairnessFor(work, ids, { before: window.first_day }),
    Map.groupBy(await grantedWishes(work, ids, { from: window.first_day.toString(), to: last }), ({ person_id }) => person_id),
  ]
  return people.map(({ id, site }) => ({
    name: names.get(id)!,
    contract: contract(id),
    skills: cover.groups.filter(({ members }) => members.has(id)).map(({ group }) => labels.get(group) ?? 'work').slice(0, 50),
    ...(site ? { site: site.slice(0, 120) } : {}),
    away: awayDays(away.get(id) ?? [], window).slice(0, 100),
    wishes: (wishes.get(id) ?? []).slice(0, 50).map(({ kind, weekdays: days, day, weight }) => ({
      wish: kind,
      ...(days.length > 0 ? { days: days as (typeof weekdays)[number][] } : {}), // a check constraint bounds them
      ...(day ? { day: day.toString() } : {}),
      weight: weight / 3,
    })),
    history: { saturdays: (fair.get(id)?.saturdays ?? 0) + (fair.get(id)?.sundays ?? 0), lates: fair.get(id)?.late_shifts ?? 0 },
  })) // prettier-ignore
}
