// The day's board: every group in a line, one of them drawn.
import { allow, can } from '#access'
import { refuse, type Work } from '#base/work'
import { dayGroupUnknown, type DayBoard, type GroupNow, type Lines } from '../contract.ts'
import { takesWork } from '../engine/index.ts'
import { openAlerts } from '../store/alert.ts'
import { findFollow } from '../store/follow.ts'
import { dayNow, type DayNow, type GroupToday } from './day-now.ts'
import { instantOf, targetOf } from './group-day.ts'
import { settingsNow } from '../settings/settings.ts'
import { groupsSeen } from '../whose.ts'

export async function showBoard(work: Work, { group }: { group?: string | undefined }): Promise<DayBoard> {
  allow(work, 'workforce.read')
  const [whole, alerts, follow] = await Promise.all([dayNow(work), openAlerts(work), findFollow(work)])
  const sees = await groupsSeen(work)
  const { alert_opens_at, alert_closes_at } = await settingsNow(work)
  const now = { ...whole, groups: whole.groups.filter((each) => sees(each.group.group)) }
  const open = new Map(alerts.map(({ group_key, id }) => [group_key, id as string]))
  if (group !== undefined && !now.groups.some((each) => each.group.group === group)) throw refuse(dayGroupUnknown, {})
  const groups = now.groups.map((each) => groupNow(now, each, open))
  const chosen = group ?? inMostTrouble(groups)?.group
  const drawn = now.groups.find((each) => each.group.group === chosen)
  const forAll = can(work.actor, 'workforce.manage', { team: null, brand: null })
  return {
    at: String(work.now), zone: now.read.day.zone, day: now.read.day.day, from: String(now.read.day.from), interval_min: now.read.needs.interval_min,
    state: whole.groups.length > 0 && now.groups.length === 0 ? 'not_yours' : stateOf(now), groups, lines: drawn ? shownLines(drawn) : null, forecast_at: now.read.needs.forecast_at,
    looked_at: follow?.looked_at ? String(follow.looked_at) : null,
    alerts: { opens_at: alert_opens_at, closes_at: alert_closes_at },
    may: { apply: forAll, grant: can(work.actor, 'workforce.approve'), set: forAll },
  }
} // prettier-ignore

function stateOf({ read, groups }: DayNow): DayBoard['state'] {
  if (read.needs.rules === null) return 'no_rules'
  if (read.needs.forecast_at === null || groups.every(({ group }) => group.loads.length === 0)) return 'no_forecast'
  return read.people.some(({ planned }) => planned.length > 0) ? 'ready' : 'no_plan'
}

function groupNow({ read, placed }: DayNow, { group, day, lines }: GroupToday, open: ReadonlyMap<string, string>): GroupNow {
  const at = Math.floor((placed.now - placed.from) / placed.interval_ms)
  const keys = new Set(group.queues.map(({ key }) => key))
  const instant = instantOf(group)
  const waitingIn = (some: ReadonlySet<string>): number => read.floor.queues.filter(({ id }) => some.has(id)).reduce((sum, { waiting }) => sum + waiting, 0)
  const planned = read.people.some((person) => person.planned.length > 0)
  const here = read.people.filter(({ id, segments }) => takesWork(segments.at(-1)?.doing ?? 'offline') && read.serves.get(id)?.some((key) => keys.has(key)))
  const { kept, of } = day.so_far
  return {
    group: group.group, label: group.label, queues: group.queues, deferred: day.aim === null, target: targetOf(read.floor, group),
    so_far: { level: of > 0 ? kept / of : null, kept, of },
    tonight: lines.tonight,
    waiting: waitingIn(instant),
    waiting_later: waitingIn(keys) - waitingIn(instant),
    need_now: lines.need[at] ?? null,
    planned_now: planned ? tenth(day.planned[at] ?? 0) : null,
    here_now: here.length,
    alert: open.get(group.group) ?? null,
  }
} // prettier-ignore

const tenth = (value: number): number => Math.round(value * 10) / 10
const fine = (value: number | null): number | null => (value === null ? null : Math.round(value * 1_000) / 1_000)

function shownLines({ group, day, lines }: GroupToday): Lines {
  const all = (line: readonly (number | null)[]): (number | null)[] => line.map(fine)
  return {
    group: group.group,
    forecast: all(lines.forecast.mean), forecast_p10: all(lines.forecast.p10), forecast_p90: all(lines.forecast.p90),
    arrived: all(lines.arrived),
    again: { mean: all(lines.again.mean), p10: all(lines.again.p10), p90: all(lines.again.p90) },
    factor: lines.factor, need: all(lines.need), planned: all(day.planned), here: all(day.here),
    level: all(lines.level), chance_below: all(lines.chance_below), occupancy: all(lines.occupancy),
  }
} // prettier-ignore

// An alert first, then whoever will miss the target by most.
function inMostTrouble(groups: readonly GroupNow[]): GroupNow | undefined {
  const off = ({ tonight, target }: GroupNow): number => (tonight && target ? tonight.mean - target.share : 1)
  return groups.toSorted((a, b) => Number(b.alert !== null) - Number(a.alert !== null) || off(a) - off(b))[0]
}
