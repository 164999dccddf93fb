// The wiring: the only code that knows every room. Opens them bottom-up, closes them top-down.
import * as access from '#access'
import * as cases from '#cases'
import * as channels from '#channels'
import * as staff from '#staff'
import type { Speed } from '#demo/contract'
import { floorChecks, worst, type Health } from '#base/health'
import { startJobs, type Jobs } from '#base/jobs'
import type { Tail } from '#base/journal'
import type { Config } from '#base/config'
import { openWire } from '#base/wire'
import { inWork, system, type Open } from '#base/work'
import path from 'node:path'
import { mkdirSync } from 'node:fs'
import type { House } from './house.ts'
import { keepHouse } from './housekeeping.ts'
import type { BrandOf, TeamsOf } from './audience.ts'
import { openHub, type Hub } from './hub.ts'
import { keepAttendance, type Attendance } from './presence.ts'
import { allRoutes } from './routes.ts'
import { startTails } from './tails.ts'
import { VERSION } from './version.ts'
import { buildWeb } from './web.ts'
import { allWorkers } from './workers.ts'
import { openStages, type Stage } from './stages.ts'

export type Serving = {
  url: string
  here: string // the same, for whoever asks from this machine
  port: number
  ports: { smtp: number; lmtp: number }
  settled(): Promise<void>
  stop(): Promise<void>
}

// `speed`: how lively the customers of a demonstration are; null when none is on.
export async function serve({ open, seal, shared }: House, config: Config, speed: Speed | null = null): Promise<Serving> {
  const office = await openOffice(open, seal, config)
  const door = access.makeDoor({ ...open, url: config.url })
  const lookups = { brandOf: brandsOf(open), teamsOf: teamsKept(open) }
  const gate = channels.openGate(open, { seal, url: config.url, line: channels.lineOf })
  const chats = channels.openChats(open, gate)
  const hub = openHub(lookups, chats.desk)
  const attendance = keepAttendance(open, () => hub.here())
  const endings = door.watchAccess((ended) => hub.end(ended))
  const tails = await startTails(open, speed, (events) => {
    door.watch(events)
    hub.watch(events)
    gate.watch(events)
    chats.watch(events)
  })
  const stage = openStages()
  const jobs = startJobs(open, allWorkers(open, office, stage))
  const housekeeping = keepHouse(open)
  const wire = shared && openWire(shared)
  const app = await buildWeb({
    ...open,
    door,
    hub,
    ...lookups,
    attendance,
    routes: allRoutes(open, office, { seal, url: addressOf(config), chats }),
    gate,
    chats,
    health: () => healthOf(open, config, tails),
    https: config.url.startsWith('https:'),
    url: config.url,
    seal,
    requestsPerSecond: config.requestsPerSecond,
  })
  await app.listen({ port: config.port, host: config.host }).catch(async (error: unknown) => {
    await Promise.all([office.stop(), tails.stop(), jobs.stop(), wire?.close()])
    throw error
  })
  const running: Running = { open, app, office, tails, stage, jobs, hub, chats, attendance, housekeeping, wire: wire ?? null }
  return {
    ...addressesOf(config, app),
    ports: office.ports,
    settled: () => settled(running),
    stop: async () => {
      endings()
      await stop(running)
    },
  }
}

type Running = {
  open: Open
  app: Awaited<ReturnType<typeof buildWeb>>
  office: channels.Office
  tails: Tail
  stage: Stage
  jobs: Jobs
  hub: Hub
  chats: channels.ChatHub
  attendance: Attendance
  housekeeping: { stop(): void }
  wire: ReturnType<typeof openWire> | null
}

async function settled({ office, tails, jobs }: Running): Promise<void> {
  await office.filer.settled()
  await tails.settled()
  await jobs.settled()
  await tails.settled()
}

// Top-down: first who comes in, then what was begun.
async function stop({
  open,
  app,
  office,
  tails,
  stage,
  jobs,
  hub,
  chats,
  attendance,
  housekeeping,
  wire,
}: Running): Promise<void> {
  attendance.stop()
  hub.close()
  chats.close()
  housekeeping.stop()
  await Promise.all([app.close(), office.stop()])
  await access.settleRefusals(open)
  await stage.stop()
  await jobs.stop()
  await Promise.all([tails.stop(), wire?.close()])
}

function addressesOf({ host, url }: Config, app: Running['app']): Pick<Serving, 'port' | 'here' | 'url'> {
  const { port } = app.server.address() as { port: number } // listening on TCP
  const isEverywhere = host === '0.0.0.0'
  return {
    port,
    here: `http://${isEverywhere ? '127.0.0.1' : host}:${port}`,
    url: url || `http://${isEverywhere || host === '127.0.0.1' ? 'localhost' : host}:${port}`,
  }
}

const addressOf = (config: Config): string => config.url || `http://localhost:${config.port}`

function openOffice(open: Open, seal: House['seal'], config: Config): Promise<channels.Office> {
  const spoolFolder = path.join(config.data, 'spool')
  mkdirSync(spoolFolder, { recursive: true })
  const { smtpPort, lmtpPort, host, relay } = config
  return channels.openOffice(open, seal, {
    smtpPort: smtpPort === 0 ? -1 : smtpPort,
    lmtpPort,
    host,
    name: 'guichet',
    relay,
    spoolFolder,
    url: addressOf(config),
  })
}

async function healthOf(open: Open, config: Config, tails: Pick<Tail, 'lag' | 'late_seconds'>): Promise<Health> {
  const floor = await floorChecks(open, { data: config.data, ...tails })
  if (worst(floor) === 'down') return { status: 'down', version: VERSION, checks: floor }
  const office = await channels.officeTroubles(open.database.dispatcher, open.clock.now())
  const waited = office.oldest_waiting ? open.clock.now().since(office.oldest_waiting).total('seconds') : 0
  const checks: Health['checks'] = [
    ...floor,
    await chatsCheck(open),
    { name: 'tray', status: office.in_tray > 0 ? 'degraded' : 'ok', detail: `${office.in_tray} mails wait for somebody` },
    {
      name: 'filing',
      status: waited > 120 ? 'degraded' : 'ok',
      detail: waited > 1 ? `the oldest mail has waited ${Math.round(waited)} s` : 'nothing waits',
    },
    {
      name: 'mailboxes',
      status: office.dead_mailboxes > 0 ? 'degraded' : 'ok',
      detail: `${office.mailboxes} watched, ${office.dead_mailboxes} dead`,
    },
  ]
  return { status: worst(checks), version: VERSION, checks }
}

const LONG_WAIT_MINUTES = 10

async function chatsCheck({ database, clock }: Open): Promise<Health['checks'][number]> {
  const { waiting } = await channels.longWaiting(database.dispatcher, clock.now().subtract({ minutes: LONG_WAIT_MINUTES }))
  return {
    name: 'chats',
    status: 'ok',
    detail: waiting > 0 ? `${waiting} visitors have waited ten minutes for somebody` : 'nobody waits long',
  }
}

const MOST_REMEMBERED = 10_000

// A case never changes its brand, so what was looked up once holds.
function brandsOf(open: Open): BrandOf {
  const remembered = new Map<string, string | null>()
  return async (tenant, caseId) => {
    const known = remembered.get(caseId)
    if (known !== undefined) return known
    const brand = await inWork(open, { tenant, actor: system('live') }, (work) => cases.brandOf(work, caseId as never))
    if (remembered.size >= MOST_REMEMBERED) remembered.clear()
    if (brand !== null) remembered.set(caseId, brand)
    return brand
  }
}

const TEAMS_KEPT_MILLISECONDS = 60_000

// Teams change, but not by the minute; a change of shifts is told to three hundred desks at once.
function teamsKept(open: Open): TeamsOf {
  const remembered = new Map<string, { until: number; teams: Promise<readonly string[]> }>()
  return async (tenant, person) => {
    const known = remembered.get(`${tenant} ${person}`)
    if (known && performance.now() < known.until) return await known.teams
    const teams = inWork(open, { tenant, actor: system('live') }, (work) => staff.teamsOf(work, person))
    if (remembered.size >= MOST_REMEMBERED) remembered.clear()
    remembered.set(`${tenant} ${person}`, { until: performance.now() + TEAMS_KEPT_MILLISECONDS, teams })
    teams.catch(() => remembered.delete(`${tenant} ${person}`))
    return await teams
  }
}
