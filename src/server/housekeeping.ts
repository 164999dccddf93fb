// What nobody will ask for any more is thrown away, a little at a time, every hour: answers kept for repeated requests, files brought for
// answers that were never sent, or by visitors who never spoke, whom we thanked for writing. Doing it twice, or by two servers at once, harms nothing.
import * as access from '#access'
import * as cases from '#cases'
import * as channels from '#channels'
import * as forecasting from '#forecasting'
import * as intraday from '#intraday'
import * as rehearsal from '#rehearsal'
import * as routing from '#routing'
import * as staff from '#staff'
import * as staffing from '#staffing'
import * as tasks from '#tasks'
import { log } from '#base/log'
import { forgetOldKeys } from '#base/store/idempotency'
import { inWork, system, type Open, type Work } from '#base/work'

const EVERY_MILLISECONDS = 3_600_000
const AT_ONCE = 500
const MOST_ROUNDS = 200
const KEYS_KEPT_HOURS = 48

export function keepHouse(open: Open): { stop(): void } {
  const timer = setInterval(
    () => void tidy(open).catch((error: Error) => log.warn({ error }, 'the house was not tidied')),
    EVERY_MILLISECONDS,
  )
  timer.unref()
  return { stop: () => clearInterval(timer) }
}

export async function tidy(open: Open): Promise<void> {
  const before = open.clock.now().subtract({ hours: KEYS_KEPT_HOURS })
  await untilLittleIsLeft(() => forgetOldKeys(open.database.dispatcher, before, AT_ONCE))
  for (const { id: tenant } of await access.listTenants(open.database.dispatcher)) {
    const within = (body: (work: Work, most: number) => Promise<number>): Promise<void> =>
      untilLittleIsLeft(() => inWork(open, { tenant, actor: system('housekeeping') }, (work) => body(work, AT_ONCE)))
    await within(staff.forgetOldNotices)
    await within(cases.forgetUploads)
    await within(tasks.forgetUploads)
    await within(channels.forgetAcknowledgements)
    await within(channels.forgetVisitorFiles)
    await within(routing.forgetOldReceipts)
    await within(rehearsal.forgetOldRuns)
    await within(intraday.forgetOldDays)
    await within(forecasting.forgetOldForecasts)
    await within(staffing.forgetOldNeeds)
  }
}

async function untilLittleIsLeft(round: () => Promise<number>): Promise<void> {
  for (let left = MOST_ROUNDS; left > 0; left--) if ((await round()) < AT_ONCE) return
}
