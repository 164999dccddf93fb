// A real server in a process of its own, on a throw-away data folder: measured from outside, as whoever uses it would.
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import type { Address } from '#base/database'
import { startPostgres } from '#base/postgres/start'

export type House = {
  http: number
  smtp: number
  key: string
  pid: number
  folder: string
  owner: Address
  server: Address
  ready_ms: number
  stop(): Promise<void>
}
type Wish = { relay?: number; folder?: string; keep?: boolean }

const root = path.join(import.meta.dirname, '..', '..')
const main = path.join(root, 'src', 'server', 'main.ts')

export const newFolder = (): string => mkdtempSync(path.join(tmpdir(), 'guichet-bench-'))

export async function openHouse({ relay = 0, folder = newFolder(), keep = false }: Wish = {}): Promise<House> {
  const env = { ...environment(folder), ...(relay > 0 ? { GUICHET_RELAY: `smtp://127.0.0.1:${relay}` } : {}) }
  const began = performance.now()
  const flags = (process.env.BENCH_NODE_FLAGS ?? '').split(' ').filter(Boolean) // such as --cpu-prof
  const child = spawn(process.execPath, [...flags, main, 'start'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const said = await heard(child, /Data {6}/)
  const ready_ms = performance.now() - began
  const ports = { http: Number(/localhost:(\d+)/.exec(said)?.[1]), smtp: Number(/SMTP port (\d+)/.exec(said)?.[1]) }
  const key = (await printed(['key', 'create', '--role', 'director'], env)).trim()
  const postgres = await startPostgres({ directory: path.join(folder, 'postgres') }) // found running; held so that it outlives the server
  return {
    ...ports, key, pid: child.pid!, folder, ready_ms, owner: postgres.address('guichet'), server: postgres.address('guichet_server'),
    stop: async () => {
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await gone
      await postgres.stop()
      if (!keep) rmSync(folder, { recursive: true, force: true })
    },
  } // prettier-ignore
}

const environment = (folder: string): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  NODE_COMPILE_CACHE: path.join(root, 'node_modules', '.cache', 'compiled'),
  GUICHET_DATA: folder,
  GUICHET_PORT: '0',
  GUICHET_SMTP_PORT: String(20_000 + Math.floor(Math.random() * 10_000)), // 0 would mean: no door
  GUICHET_LOG: 'warn',
})

async function heard(child: ChildProcess, sign: RegExp): Promise<string> {
  let said = ''
  await new Promise<void>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the server ended with ${code} before it was ready`)))
    child.stdout?.on('data', (chunk: Buffer) => {
      said += String(chunk)
      if (sign.test(said)) resolve()
    })
  })
  return said
}

async function printed(args: string[], env: NodeJS.ProcessEnv): Promise<string> {
  const child = spawn(process.execPath, [main, ...args], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => (said += String(chunk)))
  const code = await new Promise((resolve) => child.once('close', resolve))
  if (code !== 0) throw new Error(`guichet ${args.join(' ')} ended with ${String(code)}`)
  return said
}

export async function withOwner<Result>(
  house: { owner: Address },
  body: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client(house.owner)
  await client.connect()
  try {
    return await body(client)
  } finally {
    await client.end()
  }
}
