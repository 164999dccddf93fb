// For the doctor: a day that nobody looks at, and what of days that are over was left open. Each says what to do.
import * as forecasting from '#forecasting'
import * as routing from '#routing'
import type { Work } from '#base/work'
import { today } from './day/today.ts'
import { findFollow } from './store/follow.ts'
import * as health from './store/health.ts'

const LONG_HOURS = 1
const [BEFORE_DAYS, MOST_DAYS] = [1, 30] // moves of yesterday are looked at once more today; what is older than a month nobody mends

export async function astray(work: Work): Promise<string[]> {
  const { from } = await today(work)
  const past = { from: from.subtract({ hours: 24 * MOST_DAYS }), to: from.subtract({ hours: 24 * BEFORE_DAYS }) }
  const long = work.now.subtract({ hours: LONG_HOURS })
  const { alerts } = await health.alertsOpenSince(work, from)
  const { menus } = await health.menusThinking(work, long)
  const { unmeasured, lasting, asks } = await health.movesLeft(work, past)
  const told = (count: number, say: string): string[] => (count > 0 ? [`intraday: ${count} ${say}`] : [])
  return [
    ...(await unseen(work, long)),
    ...told(alerts, 'alerts of days that are over are still open: the server closes them when it looks at the day; is it running?'),
    ...told(menus, `menus of moves have been worked out for over ${LONG_HOURS} hour: is the server running? Ask for them again from the day`),
    ...told(unmeasured, 'moves of days that are over were never measured: the server was down when their day ended; what they brought is not known'),
    ...told(lasting, 'moves of days that are over still hold (chats at once, call-backs): undo them from the day, or change the rules and the people they touch'),
    ...told(asks, 'people were asked to stay or to come and nobody closed the question: undo the move from the day'),
  ]
} // prettier-ignore

// While something is forecast for today somebody looks every five minutes.
async function unseen(work: Work, long: Temporal.Instant): Promise<string[]> {
  if (!(await routing.currentRulebook(work))) return []
  const span = { from: String(long), to: String(work.now.add({ hours: 1 })), interval_min: 60 as const, whole: true }
  const { streams } = await forecasting.publishedForecast(work, span)
  if (!streams.some(({ mean }) => mean.every((n) => (n ?? 0) > 0))) return [] // nobody comes now, or nobody did
  const follow = await findFollow(work)
  const looked = follow?.looked_at
  if (looked && Temporal.Instant.compare(looked, long) > 0) return []
  return ['intraday: something is forecast for now and nobody has looked at the day for an hour: is the server running? Publish the forecast or a plan again to set its timer'] // prettier-ignore
}
