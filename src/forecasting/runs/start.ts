// A forecast is asked for: by somebody, or by the night.
import { allow, audit } from '#access'
import { newId } from '#base/id'
import { later } from '#base/jobs'
import { refuse, type Work } from '#base/work'
import { forecastChanged, runsWaiting, tooLittleHistory, type ForecastRun, type ForecastRunId } from '../contract.ts'
import { zoneOf } from '../history/nightly-timer.ts'
import { DAYS_NEEDED, knownStreams } from '../history/overview.ts'
import { sorterOf } from '../history/streams-of.ts'
import { wake } from '../history/wake.ts'
import { byWhom } from '../known/people.ts'
import { settingsOf } from '../settings/settings.ts'
import { countDays } from '../store/counting.ts'
import { countWaiting, insertRun } from '../store/run.ts'
import { forecastJob } from './job.ts'
import { showRun } from './show.ts'

const MOST_WAITING = 3

type Wish = { days?: number | undefined; weeks?: number | undefined }
export async function startRun(work: Work, wish: Wish): Promise<ForecastRun> {
  allow(work, 'workforce.manage', { team: null, brand: null })
  await wake(work)
  await refuseUnknown(work)
  if ((await countWaiting(work)).n >= MOST_WAITING) throw refuse(runsWaiting, { most: MOST_WAITING })
  const id = await beginRun(work, wish, false)
  await audit(work, 'forecasting.run_asked', { about: id })
  return await showRun(work, { id })
}

/** @param publishes by itself, once it is done */
export async function beginRun(work: Work, wish: Wish, publishes: boolean): Promise<ForecastRunId> {
  const id = await recordAsked(work, wish, publishes)
  await later(work, forecastJob, { payload: { run: id }, line: 'forecasting' })
  work.publish(forecastChanged, { id, state: 'asked' })
  return id
}

/** Nobody makes it yet. */
export async function recordAsked(work: Work, { days, weeks }: Wish, publishes: boolean): Promise<ForecastRunId> {
  const [settings, zone] = [await settingsOf(work), await zoneOf(work)]
  const today = work.now.toZonedDateTimeISO(zone).startOfDay()
  const id = newId<'forecast_run'>(work.now)
  await insertRun(work, {
    id,
    asked_by: byWhom(work),
    from_at: today.toInstant(),
    to_at: today.add({ days: days ?? settings.days }).toInstant(),
    weeks: weeks ?? settings.weeks,
    zone,
    publishes,
  })
  return id
}

// While the past is still being counted for the first time nobody knows yet whether there is enough of it.
async function refuseUnknown(work: Work): Promise<void> {
  if ((await countDays(work)).dirty > 0) return
  const days = Math.max(0, ...(await knownStreams(work, await sorterOf(work))).map((each) => each.days))
  if (days < DAYS_NEEDED) throw refuse(tooLittleHistory, { days, days_needed: DAYS_NEEDED })
}
