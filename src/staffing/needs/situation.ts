// Everything a need rests on, read once for a span: what is forecast, what is aimed at, who serves what, when queues are open, what is lost of the time.
import * as routing from '#routing'
import * as forecasting from '#forecasting'
import { inPieces } from '#base/give-way'
import { system, type Work } from '#base/work'
import { streamKey, type PublishedStream } from '#forecasting/contract'
import type { EffectiveAim, StreamLoad, TargetsDocument } from '../contract.ts'
import { groupsOf, type HouseGroup } from '../groups/form.ts'
import { houseOpenings, openingsOf } from '../groups/openings.ts'
import { forecastBetween, INTERVAL_MIN, type Span } from '../groups/streams.ts'
import { aimsFor } from '../rules/aims.ts'
import type { Opens } from '../rules/moments.ts'
import { openIn } from '../rules/open-intervals.ts'
import { shrinkageAt } from '../rules/shrinkage.ts'
import { targetsInForce } from '../targets/in-force.ts'
import { houseZone } from '../groups/zone.ts'
import { daysAround, type Days } from './days.ts'

export type GroupSituation = {
  group: HouseGroup
  loads: StreamLoad[]
  opens: Opens // of each queue that is not always open
  open: boolean[] // one of its queues is
  workable: boolean[] // somebody may be at work for what can wait
  shrinkage: { all: number; unplanned: number }
}
export type Situation = {
  days: Days
  forecast_at: string | null
  targets: { number: number; document: TargetsDocument }
  rules: number | null
  groups: GroupSituation[]
}

const LEAD_DAYS = 7 // work that can wait came up to a week before, and may be done up to a week later
const USUAL_HANDLING_S = 300 // where nothing was ever measured

export async function situationOf(asker: Work, span: Span, queues?: readonly string[]): Promise<Situation> {
  const work = { ...asker, actor: system('staffing') } // whoever may see needs may see what they rest on; nothing of it leaves this room
  const zone = await houseZone(work)
  const wide = daysAround(span, zone, { before: LEAD_DAYS, after: LEAD_DAYS })
  const [targets, rulebook] = [await targetsInForce(work), await routing.currentRulebook(work)]
  const streams = await forecasting.streamsForecast(work, wide)
  const aims = aimsFor(streams, rulebook?.document ?? null, targets.document)
  const around = aims.some(({ deferred }) => deferred) ? wide : daysAround(span, zone, { before: 0, after: 0 })
  const forecast = await forecastBetween(work, around)
  const groups = (await groupsOf(work, streams)).filter(
    (group) => !queues || group.queues.some(({ key }) => queues.includes(key)),
  )
  const opens = await openQueues(work, around, groups)
  const house = await houseOpenings(work, zone, around)
  const known = {
    forecast: new Map(forecast.streams.map((each) => [streamKey(each.stream), each])),
    aims: new Map(aims.map((aim) => [aim.stream, aim])),
    days: around,
  }
  return {
    days: around,
    forecast_at: forecast.published_at,
    targets,
    rules: rulebook?.number ?? null,
    groups: await inPieces(groups, (group) => {
      const loads = loadsOf(group, known)
      const open = anyOpen(group, opens, around.count)
      const workable = open.every(Boolean) ? opening(house, around) : open
      const place = { queues: group.queues.map(({ key }) => key), sites: group.sites }
      return { group, loads, opens, open, workable, shrinkage: shrinkageAt(targets.document.shrinkage, place) }
    }),
  }
}

type Known = { forecast: ReadonlyMap<string, PublishedStream>; aims: ReadonlyMap<string, EffectiveAim>; days: Days }

function loadsOf({ streams }: HouseGroup, { forecast, aims, days }: Known): StreamLoad[] {
  const { count } = days
  return streams.flatMap(({ key, queue, channel }) => {
    const [found, aim] = [forecast.get(key), aims.get(key)]
    if (!found || !aim) return []
    const before = Temporal.Instant.from(found.from).since(days.from).total('minutes') / INTERVAL_MIN
    const at = <Other>(values: readonly (number | null)[], other: Other): (number | Other)[] => {
      const placed: (number | Other)[] = []
      for (let i = 0; i < count; i++) placed.push(values[i - before] ?? other)
      return placed
    }
    const handling_s = handlingOf(at(found.handling_s, null), aim)
    return [{ stream: key, queue, channel, aim, mean: at(found.mean, 0), p10: at(found.p10, 0), p90: at(found.p90, 0), handling_s, patience_s: patienceOf(found, aim) }] // prettier-ignore
  })
}

// Where it was not measured, as it was measured last.
function handlingOf(measured: readonly (number | null)[], aim: EffectiveAim): number[] {
  let last = measured.find((value) => value !== null && value > 0) ?? USUAL_HANDLING_S
  return measured.map((here) => {
    if (here) last = here
    return aim.handling_s ?? last
  })
}

const patienceOf = ({ patience_s }: PublishedStream, aim: EffectiveAim): number | null =>
  aim.patience_s === 'never' ? null : (aim.patience_s ?? patience_s)

// Hundreds of queues keep a few kinds of hours.
async function openQueues(work: Work, days: Days, groups: readonly HouseGroup[]): Promise<Map<string, boolean[]>> {
  const queues = new Map((await routing.currentRulebook(work))?.document.queues.map((queue) => [queue.key, queue]))
  const opens = new Map<string, boolean[]>()
  const ofHours = new Map<string, boolean[] | null>()
  for (const { key } of groups.flatMap((group) => group.queues)) {
    const queue = queues.get(key)
    if (!queue) continue
    const hours = JSON.stringify(queue.hours)
    if (!ofHours.has(hours)) {
      const openings = await openingsOf(work, queue, days)
      ofHours.set(hours, openings && opening(openings, days))
    }
    const open = ofHours.get(hours)
    if (open) opens.set(key, open)
  }
  return opens
}

function opening(openings: Awaited<ReturnType<typeof openingsOf>>, { from, count }: Days): boolean[] {
  if (!openings) return Array.from({ length: count }, () => true)
  return openIn(openings, { from_ms: from.epochMilliseconds, count, step_ms: INTERVAL_MIN * 60_000 })
}

const anyOpen = ({ queues }: HouseGroup, opens: Opens, count: number): boolean[] =>
  Array.from({ length: count }, (_, i) => queues.some(({ key }) => opens.get(key)?.[i] ?? true))
