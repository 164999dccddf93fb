// A reckoning is made: what takes simulation is gathered, told to a thread, and written down group by group. Whoever kills the server begins it again; what
// was written stays, and is not simulated twice.
import type { Job } from '#base/jobs'
import { log } from '#base/log'
import { Nap } from '#base/nap'
import { system, type Work } from '#base/work'
import { needsChanged, reckoningFell, reckoningProgressed, reckoningTooLong, type ReckoningId } from '../contract.ts'
import { askedDays, type AskedDay } from '../needs/reckoned.ts'
import { situationOf } from '../needs/situation.ts'
import type { DayNeed } from '../rules/day-need.ts'
import { isSimulated } from '../rules/reckon-day.ts'
import { needsBetween, putNeed } from '../store/need.ts'
import {
  findReckoning,
  recordBegun,
  recordEnded,
  recordFailed,
  recordNotInVain,
  recordProgress,
  recordStopped,
} from '../store/reckoning.ts'
import { openThread, type Ended, type Thread } from '../worker/open-thread.ts'

export type Reckons = Job<{ reckoning: ReckoningId }>
const AHEAD_DAYS = 42
const MOST_TRIES = 3
const TELL_MILLISECONDS = 1_500

export async function perform(job: Reckons, opened: (thread: Thread) => void): Promise<void> {
  const id = job.payload.reckoning
  const tries = await job.work((work) => begin(work, id))
  if (tries === null) return
  if (tries > MOST_TRIES) return await job.work((work) => failed(work, id, reckoningTooLong))
  const wanted = await job.work(wantedDays)
  if (wanted.size === 0) return await job.work((work) => done(work, id))
  const thread = openThread({ groups: [...wanted].map(([group, days]) => ({ group, asks: days.map(({ ask }) => ask) })) })
  opened(thread)
  await followed(job, thread, wanted)
}

async function begin(work: Work, id: ReckoningId): Promise<number | null> {
  if ((await recordBegun(work, id)) === 0) return null
  return (await findReckoning(work, id))?.tries ?? null
}

// Days to come, of groups that take simulation, whose needs are not kept as they would be now.
async function wantedDays(work: Work): Promise<Map<string, AskedDay[]>> {
  const from = work.now.round({ smallestUnit: 'hour', roundingMode: 'floor' })
  const situation = await situationOf({ ...work, actor: system('staffing') }, { from, to: from.add({ hours: 24 * AHEAD_DAYS }) })
  const { days } = situation.days
  const rows = await needsBetween(work, {
    groups: situation.groups.map(({ group }) => group.group),
    first: Temporal.PlainDate.from(days[0]!.day),
    last: Temporal.PlainDate.from(days.at(-1)!.day),
  })
  const kept = new Set(rows.map(({ group_key, day, basis }) => `${group_key} ${String(day)} ${basis}`))
  const wanted = new Map<string, AskedDay[]>()
  for (const group of situation.groups) {
    const asked = askedDays(situation, group).filter(
      ({ ask, basis, day, group: key }) => isSimulated(ask) && !kept.has(`${key} ${day.day} ${basis}`),
    )
    if (asked.length > 0) wanted.set(group.group.group, asked)
  }
  return wanted
}

async function followed(job: Reckons, thread: Thread, wanted: ReadonlyMap<string, AskedDay[]>): Promise<void> {
  const nap = new Nap()
  let over = false
  const telling = (async () => {
    while (!over) {
      await nap.take(TELL_MILLISECONDS)
      if (!over) await job.work((work) => tellProgress(work, job.payload.reckoning, thread.progress()))
    }
  })()
  try {
    for (;;) {
      const said = await thread.next()
      if ('as' in said) return await finish(job, said)
      await job.work((work) => keep(work, job.payload.reckoning, { asked: wanted.get(said.group) ?? [], days: said.days }))
    }
  } finally {
    over = true
    nap.end()
    await telling
  }
}

async function tellProgress(work: Work, id: ReckoningId, progress: number): Promise<void> {
  const rounded = Math.round(progress * 100) / 100
  if ((await recordProgress(work, id, rounded)) > 0) work.publish(reckoningProgressed, { id, progress: rounded })
}

type Kept = { asked: readonly AskedDay[]; days: readonly DayNeed[] }
async function keep(work: Work, id: ReckoningId, { asked, days }: Kept): Promise<void> {
  await recordNotInVain(work, id)
  for (const [place, { group, day, basis }] of asked.entries())
    await putNeed(work, { group, day: day.day, basis, how: 'simulation', body: days[place]! })
  const group = asked[0]?.group
  if (group) work.publish(needsChanged, { groups: [group], from: null, to: null })
}

async function finish(job: Reckons, ended: Ended): Promise<void> {
  const id = job.payload.reckoning
  if (ended.as === 'fell') log.error({ error: ended.error, reckoning: id }, 'a reckoning of needs fell')
  await job.work(async (work) => {
    if (ended.as === 'stopped') {
      await recordStopped(work, id, ended.told ? 1 : 0)
      return await job.again(work, work.now, 'the server stopped')
    }
    if (ended.as === 'done') await done(work, id)
    else await failed(work, id, ended.as === 'fell' ? reckoningFell : reckoningTooLong)
    return await job.finish(work)
  })
}

async function done(work: Work, id: ReckoningId): Promise<void> {
  if ((await recordEnded(work, id)) > 0) work.publish(needsChanged, { groups: [], from: null, to: null })
}

async function failed(work: Work, id: ReckoningId, { code, fr, en }: { code: string; fr: string; en: string }): Promise<void> {
  if ((await recordFailed(work, id, { code, fr, en })) > 0) work.publish(needsChanged, { groups: [], from: null, to: null })
}
