// The real server in a process of its own, on a throw-away data folder, with ports that stay the same from one life to the next: it can be
// killed, told to stop, started again, and asked over HTTP as anybody would.
import { spawn, type ChildProcess } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

const root = path.join(import.meta.dirname, '..', '..')
const main = path.join(root, 'src', 'server', 'main.ts')

export type Said = { code: number | null; signal: NodeJS.Signals | null; out: string; err: string }
export type Answer<Body> = { status: number; body: Body }
export type Ask = { method?: string; body?: unknown; headers?: Record<string, string> }
export type Guichet = Awaited<ReturnType<typeof newGuichet>>
type Wish = { relay?: number; folder?: string; env?: Record<string, string>; preload?: string } // preload: loaded before the server

/** Nothing runs yet: `start` does that. */
export async function newGuichet({
  relay,
  folder = mkdtempSync(path.join(tmpdir(), 'guichet-faults-')),
  env: more = {},
  preload,
}: Wish = {}) {
  const [http, smtp] = [await freePort(), await freePort()]
  const env: NodeJS.ProcessEnv = {
    PATH: process.env.PATH, NODE_COMPILE_CACHE: path.join(root, 'node_modules', '.cache', 'compiled'), GUICHET_DATA: folder, GUICHET_PORT: String(http),
    GUICHET_SMTP_PORT: String(smtp), GUICHET_LOG: process.env.GUICHET_LOG ?? 'fatal', ...(relay ? { GUICHET_RELAY: `smtp://127.0.0.1:${relay}` } : {}), ...more,
  } // prettier-ignore
  let child: ChildProcess | undefined
  let key = ''

  const run = async (args: string[], extra: Record<string, string> = {}): Promise<Said> =>
    await ended(launch(args, { ...env, ...extra }))
  async function ask<Body>(where: string, { method = 'GET', body, headers = {} }: Ask = {}): Promise<Answer<Body>> {
    const type = body === undefined ? {} : { 'content-type': 'application/json' }
    const answer = await fetch(`http://127.0.0.1:${http}${where}`, {
      method, headers: { authorization: `Bearer ${key}`, ...type, ...headers }, body: body === undefined ? null : JSON.stringify(body), signal: AbortSignal.timeout(120_000),
    }) // prettier-ignore
    const text = await answer.text()
    return { status: answer.status, body: (text ? JSON.parse(text) : null) as Body } // the caller names the endpoint's output
  }
  async function start(crashAt = ''): Promise<void> {
    const begun = launch(['start'], {
      ...(preload ? { NODE_OPTIONS: `--import ${preload}` } : {}),
      ...env,
      ...(crashAt ? { GUICHET_CRASH_AT: crashAt } : {}),
    })
    child = begun
    begun.stderr?.pipe(process.stderr, { end: false })
    await ready(begun)
    if (key === '') key = (await run(['key', 'create', '--role', 'director'])).out.trim()
  }
  return {
    http, smtp, folder, env, ask, run, start,
    authorization: () => `Bearer ${key}`,
    pid: () => child?.pid ?? 0,
    process: () => child,
    alive: () => child !== undefined && child.exitCode === null && child.signalCode === null,
    kill: async () => await end(child, 'SIGKILL'),
    stop: async () => await end(child, 'SIGTERM'),
    clear: async () => {
      await end(child, 'SIGTERM')
      rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
    },
  } // prettier-ignore
}

const launch = (args: string[], env: NodeJS.ProcessEnv): ChildProcess =>
  spawn(process.execPath, [main, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })

async function end(child: ChildProcess | undefined, signal: NodeJS.Signals): Promise<Said['code']> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null
  const gone = once(child, 'exit')
  child.kill(signal)
  await gone
  return child.exitCode
}

async function ended(child: ChildProcess): Promise<Said> {
  let [out, err] = ['', '']
  child.stdout?.on('data', (chunk: Buffer) => (out += String(chunk)))
  child.stderr?.on('data', (chunk: Buffer) => (err += String(chunk)))
  await once(child, 'close')
  return { code: child.exitCode, signal: child.signalCode, out, err }
}

// A server that dies on its way up (told to, or by a random kill) is started, as far as the caller is concerned.
async function ready(child: ChildProcess): Promise<void> {
  let said = ''
  await new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.stdout?.on('data', (chunk: Buffer) => {
      said += String(chunk)
      if (said.includes('  Data ')) resolve()
    })
  })
}

/** Below those that the system gives to whoever asks for any: while our server is down between two lives nobody is given its ports. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(12_000, 30_000)
    const server = createServer().listen(port, '127.0.0.1')
    const free = await once(server, 'listening').then(
      () => true,
      () => false,
    )
    if (!free) continue
    server.close()
    await once(server, 'close')
    return port
  }
}
