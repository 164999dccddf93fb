// The day is looked at every five minutes while something is forecast for it. A timer is a row; whoever looks holds the house's row, so that two servers
// look one after the other and neither tells what the other has told.
import * as staff from '#staff'
import * as forecasting from '#forecasting'
import { holdersOf, whereMay } from '#access'
import type { PersonId } from '#base/contract'
import { newId } from '#base/id'
import { jobKind, setTimers, worker, type Job } from '#base/jobs'
import type { Work } from '#base/work'
import { alertClosed, alertOpened, dayLooked, type DayAlert } from '../contract.ts'
import { nextFall, turn, unwatched, type Bounds, type Fall, type Turn, type Watch } from '../engine/index.ts'
import { freshDay, type DayNow, type GroupToday } from '../board/day-now.ts'
import { targetOf } from '../board/group-day.ts'
import { endMoves } from '../moves/evening.ts'
import { thinkAbout } from '../menu/menu.ts'
import { measureMoves } from '../moves/measure.ts'
import { settingsNow } from '../settings/settings.ts'
import {
  closeAlert,
  forgetWatches,
  insertAlert,
  openAlerts,
  putWatch,
  updateAlert,
  watches,
  type AlertRow,
} from '../store/alert.ts'
import { holdFollow, recordLook, recordWake } from '../store/follow.ts'
import { latestMenu } from '../store/menu.ts'
import { alertNotice, noticeKey, type Falling } from './notice.ts'

const EVERY_MINUTES = 5
const lookTimer = jobKind<object>('intraday.look')

/** Something was forecast or planned: from now on the day is looked at. Saying it again changes nothing. */
export async function follow(work: Work): Promise<void> {
  const { timer, wakes_at } = await holdFollow(work, newId(work.now))
  if (wakes_at !== null && Temporal.Instant.compare(wakes_at, work.now) > 0) return
  await wake(work, timer, work.now)
}

async function wake(work: Work, timer: string, at: Temporal.Instant): Promise<void> {
  await recordWake(work, at)
  await setTimers(work, lookTimer, [{ id: timer, payload: {}, at }])
}

export const looker = worker(lookTimer, (job) => job.work((work) => look(work, job)))

async function look(work: Work, job: Pick<Job<object>, 'id' | 'finish'>): Promise<void> {
  const { timer, wakes_at } = await holdFollow(work, newId(work.now))
  if (wakes_at === null || Temporal.Instant.compare(wakes_at, work.now) > 0) return await job.finish(work) // another server has looked
  const now = await freshDay(work)
  const brewing = await lookAt(work, now)
  await measureMoves(work, now)
  const next = sooner(await endMoves(work, now), await nextLook(work, now, brewing))
  await job.finish(work)
  if (next) await wake(work, timer, next)
  else await recordWake(work, null)
}

const sooner = (one: Temporal.Instant | null, other: Temporal.Instant | null): Temporal.Instant | null =>
  one && (!other || Temporal.Instant.compare(one, other) < 0) ? one : other

// When the day has nothing more to expect nobody looks before the next; when nothing is forecast for a week, nobody looks at all.
async function nextLook(work: Work, { read, groups }: DayNow, brewing: boolean): Promise<Temporal.Instant | null> {
  const rest = groups.some(({ lines }) => lines.again.mean.some((n) => (n ?? 0) > 0))
  if (read.needs.rules !== null && rest) return work.now.add({ minutes: brewing ? 1 : EVERY_MINUTES })
  const week = { from: String(read.day.to), to: String(read.day.to.add({ hours: 7 * 24 })), interval_min: 60 as const }
  const { streams } = await forecasting.publishedForecast(work, week)
  return streams.some(({ mean }) => mean.some((n) => (n ?? 0) > 0)) ? read.day.to : null
}

/** One look at every group: what falls is told, what recovered is told too. True: one looked bad for the first time, and a second look should not wait. */
export async function lookAt(work: Work, now: DayNow): Promise<boolean> {
  const settings = await settingsNow(work)
  const bounds = { opens_at: settings.alert_opens_at, closes_at: settings.alert_closes_at, ahead_ms: settings.alert_ahead_min * 60_000, interval_ms: now.placed.interval_ms }
  const day = now.read.day.day
  await forgetWatches(work, day)
  const known = new Map((await watches(work)).map((row) => [row.group_key, { ...row, closed_at: row.closed_at?.epochMilliseconds ?? null }]))
  const open = new Map((await openAlerts(work)).map((alert) => [alert.group_key, alert]))
  let brewing = false
  const opened: Falling[] = []
  for (const each of now.groups.filter(({ day: { aim } }) => aim !== null)) {
    const seen = await lookAtGroup(work, now, { each, bounds, watch: known.get(each.group.group) ?? unwatched, alert: open.get(each.group.group) })
    brewing ||= seen.brewing
    if (seen.opened) opened.push(seen.opened)
  }
  if (opened.length > 0) await staff.tell(work, { to: await whoFollows(work), ...alertNotice(opened, { at: work.now, zone: now.read.day.zone }) })
  const followed = new Set(now.groups.map(({ group }) => group.group))
  for (const alert of open.values()) if (!followed.has(alert.group_key)) await close(work, alert, 'unfollowed')
  await recordLook(work)
  work.publish(dayLooked, { at: String(work.now), groups: now.groups.length })
  return brewing
} // prettier-ignore

type Looked = { each: GroupToday; bounds: Bounds; watch: Watch; alert: AlertRow | undefined }

// Brewing: it looked bad for the first time.
async function lookAtGroup(work: Work, now: DayNow, { each, bounds, watch, alert }: Looked): Promise<{ brewing: boolean; opened: Falling | null }> {
  const at = work.now.epochMilliseconds
  const fall = nextFall(each.lines.coming, bounds, at)
  const ahead = each.lines.coming.filter((coming) => coming.at <= at + bounds.ahead_ms)
  const worst = Math.max(0, ...ahead.map(({ chance }) => chance))
  const open = alert ? { recovers_at: alert.recovers_at?.epochMilliseconds ?? null } : null
  const { watch: next, act } = turn(watch, { fall, worst, open, now: at }, bounds)
  await putWatch(work, { ...next, group: each.group.group, day: now.read.day.day })
  const opened = await acted(work, now, { each, fall, worst, alert, act, over: ahead.length === 0 })
  return { brewing: !alert && next.bad === 1, opened }
} // prettier-ignore

type Turned = { each: GroupToday; fall: Fall | null; worst: number; alert: AlertRow | undefined; act: Turn['act']; over: boolean }

async function acted(work: Work, now: DayNow, { each, fall, worst, alert, act, over }: Turned): Promise<Falling | null> {
  if (act === 'open' && fall) return await openAlert(work, now, { each, fall })
  if (!alert) return null
  if (act === 'recovered' || act === 'passed') {
    await close(work, alert, over ? 'over' : act)
    return null
  }
  await updateAlert(work, alert.id, { falls_at: fall ? text(fall.falls_at) : null, level: fall?.level ?? null, chance: worst })
  await thinkAnew(work, now, each)
  return null
}

const OLDEST_MENU_MINUTES = 12
// As long as an alert is open, whoever looks finds what can be done now, not what could be done when it opened.
async function thinkAnew(work: Work, { read }: DayNow, { group: { group } }: GroupToday): Promise<void> {
  const menu = await latestMenu(work, group, read.day.from)
  const done_at = menu?.done_at ?? null
  if (done_at && work.now.since(done_at).total('minutes') >= OLDEST_MENU_MINUTES)
    await thinkAbout(work, { group, until: read.day.to })
}

const text = (moment: number): string => new Date(moment).toISOString()
const moment = (at: number): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(at)

async function openAlert(work: Work, { read }: DayNow, { each, fall }: { each: GroupToday; fall: Fall }): Promise<Falling | null> {
  const { group } = each
  const id = newId<'day_alert'>(work.now)
  const target = targetOf(read.floor, group)!
  const row = {
    id, group_key: group.group, label: group.label, falls_at: moment(fall.falls_at), recovers_at: fall.recovers_at === null ? null : moment(fall.recovers_at),
    said: { level: fall.level, chance: fall.chance, missing: fall.missing, target }, latest: { falls_at: text(fall.falls_at), level: fall.level, chance: fall.chance },
  } // prettier-ignore
  if ((await insertAlert(work, row)) === 0) return null
  work.publish(alertOpened, { alert: id, group: group.group, label: group.label, falls_at: text(fall.falls_at), level: fall.level, chance: fall.chance })
  await thinkAbout(work, { group: group.group, until: read.day.to }) // whoever opens it finds what can be done
  return { group: group.group, label: group.label, fall, target }
} // prettier-ignore

const MOST_TOLD = 20
// Whose trade it is; where nobody has it, whoever may act.
async function whoFollows(work: Work): Promise<PersonId[]> {
  for (const role of ['flow_manager', 'floor_manager'] as const) {
    const held = await holdersOf(work, role)
    if (held.length > 0) return held.slice(0, MOST_TOLD)
  }
  return [...(await whereMay(work, ['workforce.manage'])).keys()].slice(0, MOST_TOLD)
}

async function close(work: Work, { id, group_key, opened_at }: Pick<AlertRow, 'id' | 'group_key' | 'opened_at'>, as: NonNullable<DayAlert['closed_as']>): Promise<void> {
  if ((await closeAlert(work, id, as)) === 0) return
  work.publish(alertClosed, { alert: id, group: group_key, as })
  const left = (await openAlerts(work)).some((alert) => alert.opened_at.equals(opened_at)) // those told of by the same sentence
  if (!left) await staff.untell(work, { keys: [noticeKey(opened_at)], to: await whoFollows(work) })
} // prettier-ignore
