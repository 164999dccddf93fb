// guichet start: opens the house, serves until told to stop, and says in a few lines where everything is.
import { readConfig, type Config } from '#base/config'
import { releaseJobs } from '#base/jobs'
import { makeFolder } from '#base/folder'
import { log } from '#base/log'
import { PlainError } from '#base/migrate'
import { RelayAddressInvalid } from '#channels'
import { demonstration, type Shown } from '../demonstration.ts'
import { firstHouse } from '../first-house.ts'
import { openHouse } from '../house.ts'
import { options } from '../options.ts'
import { serveAlone } from '../serve-alone.ts'
import { serve, type Serving } from '../serve.ts'

const help = `guichet start [--demo [--speed slow|normal|fast]]
  Serves the desk and receives mail. Settings come from the environment: see docs/operate/settings.md.
  --demo furnishes a made-up centre beside whatever is here, whose customers go on writing at the speed given (or GUICHET_DEMO_SPEED);
  \`guichet demo remove\` takes it away again.
`
const STOP_MILLISECONDS = 9_000

export async function run(args: string[]): Promise<number> {
  const read = options('start', args, { help, values: ['speed'], flags: ['demo'] })
  if (typeof read === 'number') return read
  const speed = demonstration.speedOf(read, process.env)
  const config = readConfig(process.env)
  makeFolder(config.data)
  const letGo = await serveAlone(config)
  const house = await openHouse(config)
  if (config.databaseUrl === '') await releaseJobs(house.open)
  const first = await firstHouse(house.open)
  const shown = speed && (await demonstration.open(house))
  const serving = await serve(house, config, speed).catch(async (error: unknown) => {
    await house.close()
    throw asSentence(error)
  })
  const told = toldToStop() // before we say that we are ready: whoever reads it may stop us at once
  tell(config, serving, shown ?? first.link)
  const customers =
    shown && speed
      ? demonstration.begin(house.open, {
          tenant: shown.tenant,
          smtpPort: serving.ports.smtp,
          url: serving.here,
          origin: config.url || serving.here,
          seal: house.seal,
          speed,
        })
      : null
  await told
  customers?.stop()
  log.info('stopping')
  await within(
    STOP_MILLISECONDS,
    serving.stop().then(() => house.close()),
  )
  letGo()
  return 0
}

function tell(config: Config, serving: Serving, entry: Shown | string | null): void {
  const lines = [
    `Guichet is ready.`,
    ...(entry && typeof entry === 'object' ? demonstration.lines(entry, serving.url) : deskLine(entry, serving.url)),
    `  Mail in   ${doors(config, serving)}`,
    `  Mail out  ${config.relay === '' ? 'kept in the post office (set GUICHET_RELAY to send)' : 'through the relay'}`,
    `  Data      ${config.databaseUrl ? 'the PostgreSQL of DATABASE_URL' : config.data}`,
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
}

const deskLine = (link: string | null, url: string): string[] => [
  link ? `  Sign in   ${url}${link}   (once, within 24 hours)` : `  Desk      ${url}/desk/`,
]

function doors({ host, smtpPort, lmtpPort }: Config, { ports }: Serving): string {
  const open = [...(smtpPort === 0 ? [] : [`SMTP port ${ports.smtp}`]), ...(lmtpPort === 0 ? [] : [`LMTP port ${ports.lmtp}`])]
  return open.length === 0 ? 'off' : `${open.join(', ')}${host === '127.0.0.1' ? ' (this machine only: see GUICHET_HOST)' : ''}`
}

function asSentence(error: unknown): unknown {
  const { code, port, address } = error as { code?: string; port?: number; address?: string }
  if (error instanceof RelayAddressInvalid) return new PlainError(`The setting GUICHET_RELAY cannot be used. ${error.message}`)
  if (code === 'EADDRINUSE' || (error instanceof Error && error.constructor.name === 'PortInUse'))
    return new PlainError(
      `The port ${port ?? ''} is in use by another program. Stop it, or choose another with GUICHET_PORT or GUICHET_SMTP_PORT.`,
    )
  if (code === 'EACCES') return new PlainError(`The port ${port ?? ''} may not be opened by this user. Choose one above 1023.`)
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return new PlainError(
      `The setting GUICHET_HOST must be an address of this machine, such as 127.0.0.1 or 0.0.0.0${address ? ` (it is "${address}")` : ''}.`,
    )
  return error
}

async function toldToStop(): Promise<void> {
  await new Promise<void>((resolve) => {
    process.on('SIGTERM', () => resolve()) // a second signal changes nothing: stopping is bounded anyway
    process.on('SIGINT', () => resolve())
  })
}

async function within(milliseconds: number, work: Promise<void>): Promise<void> {
  const timer = setTimeout(() => {
    log.warn('stopping took too long; whatever was under way is done again at the next start')
    process.exit(0)
  }, milliseconds)
  await work
  clearTimeout(timer)
}
