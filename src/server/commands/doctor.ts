// guichet doctor: looks at everything that must hold, and says what to do where it does not.
import { isCookieExposed } from '#access'
import * as cases from '#cases'
import * as channels from '#channels'
import * as customers from '#customers'
import * as fields from '#fields'
import * as forecasting from '#forecasting'
import * as intraday from '#intraday'
import * as handovers from '#handovers'
import * as clocks from '#clocks'
import * as routing from '#routing'
import * as scheduling from '#scheduling'
import * as staffing from '#staffing'
import { listTenants } from '#access'
import { readConfig, type Config } from '#base/config'
import { floorChecks, worst, type Check } from '#base/health'
import { inWork, system, type Open } from '#base/work'
import { openHouse } from '../house.ts'
import { options } from '../options.ts'

const help = `guichet doctor [--json]
  Checks data, mail doors, jobs, disk and the promises of the house; exit code 1 when something is wrong.
`

export async function run(args: string[]): Promise<number> {
  const read = options('doctor', args, { help, flags: ['json'] })
  if (typeof read === 'number') return read
  const config = readConfig(process.env)
  const house = await openHouse(config)
  try {
    const checks = await examine(house.open, config)
    const status = worst(checks)
    if (read.json) process.stdout.write(`${JSON.stringify({ status, checks })}\n`)
    else
      for (const { name, status: state, detail } of checks)
        process.stdout.write(`${state === 'ok' ? '✓' : '✗'} ${name.padEnd(12)} ${detail}\n`)
    return status === 'ok' ? 0 : 1
  } finally {
    await house.close()
  }
}

async function examine(open: Open, config: Config): Promise<Check[]> {
  const floor = await floorChecks(open, { data: config.data, lag: () => 0 })
  if (worst(floor) === 'down') return floor
  const office = await channels.officeTroubles(open.database.dispatcher, open.clock.now())
  return [
    ...floor,
    {
      name: 'tray',
      status: office.in_tray > 0 ? 'degraded' : 'ok',
      detail: office.in_tray > 0 ? `${office.in_tray} mails wait for somebody: open the post office page` : 'empty',
    },
    {
      name: 'mailboxes',
      status: office.dead_mailboxes > 0 ? 'degraded' : 'ok',
      detail: `${office.mailboxes} watched, ${office.dead_mailboxes} dead`,
    },
    await invariants(open),
    await workforce(open),
    {
      name: 'sign-in',
      status: isCookieExposed(config.url) ? 'degraded' : 'ok',
      detail: isCookieExposed(config.url)
        ? 'GUICHET_URL is plain http: sessions can be read on the way. Put https in front.'
        : 'sessions are protected',
    },
  ]
}

// Nothing is lost by any of it, and somebody should look.
async function workforce(open: Open): Promise<Check> {
  const found: string[] = []
  for (const { id: tenant, name } of await listTenants(open.database.dispatcher)) {
    const rooms = [forecasting.astray, staffing.astray, scheduling.astray, intraday.astray]
    for (const astray of rooms)
      found.push(...(await inWork(open, { tenant, actor: system('doctor') }, astray)).map((what) => `${name}: ${what}`))
  }
  return { name: 'workforce', status: found.length > 0 ? 'degraded' : 'ok', detail: found.join('; ') || 'nothing waits in vain' }
}

async function invariants(open: Open): Promise<Check> {
  const broken: string[] = []
  for (const { id: tenant, name } of await listTenants(open.database.dispatcher)) {
    const found = await inWork(open, { tenant, actor: system('doctor') }, async (work) => [
      ...(await cases.brokenPromises(work)),
      ...(await customers.brokenPromises(work)),
      ...(await clocks.brokenClocks(work)),
      ...(await handovers.withoutClock(work)),
      ...(await fields.missedDates(work)),
      ...(await channels.brokenBooks(work)),
      ...(await channels.brokenChats(work)),
      ...(await routing.brokenRouting(work)),
      ...(await forecasting.brokenCounting(work)),
      ...(await scheduling.brokenPlans(work)),
    ])
    broken.push(...found.map((what) => `${name}: ${what}`))
  }
  return {
    name: 'invariants',
    status: broken.length > 0 ? 'down' : 'ok',
    detail: broken.join('; ') || 'every open case has one owner who is here; received = filed + in the tray + on its way',
  }
}
