// How long until it serves, and what it weighs: the whole tree of processes, PostgreSQL included, shared pages counted once (PSS).
import { spawn } from 'node:child_process'
import path from 'node:path'
import { rmSync } from 'node:fs'
import { median, type Figure, type Measure } from './figures.ts'
import { newFolder, openHouse } from './world/house.ts'
import { freePort } from './world/ports.ts'
import { weightOf } from './world/weight.ts'

const root = path.join(import.meta.dirname, '..')

export const start: Measure = {
  name: 'start',
  title: 'start and weight',
  run: async ({ runs, say }) => {
    const folder = newFolder()
    const first = await started(folder)
    const later: number[] = []
    for (let run = 0; run < runs; run++) {
      later.push(await started(folder))
      say(`  ready after ${later.map((ms) => (ms / 1_000).toFixed(2)).join(', ')} s`)
    }
    const house = await openHouse({ folder })
    await new Promise((resolve) => setTimeout(resolve, 3_000)) // what only the start needed has been given back
    const empty = weightOf(house.pid, folder)
    await house.stop()
    rmSync(folder, { recursive: true, force: true })
    return [
      {
        what: 'ready, second start',
        value: median(later) / 1_000,
        unit: 's',
        goal: { most: 3 },
        note: `npm start; the first took ${(first / 1_000).toFixed(1)} s`,
      },
      { what: 'memory, empty', value: empty / 1e6, unit: 'MB', goal: { most: 400 } },
    ] satisfies Figure[]
  },
}

// From the command to the sentence "Guichet is ready", then told to stop.
async function started(folder: string): Promise<number> {
  const env = {
    ...process.env,
    GUICHET_DATA: folder,
    GUICHET_PORT: String(await freePort()),
    GUICHET_SMTP_PORT: String(await freePort()),
    GUICHET_LOG: 'warn',
  }
  const began = performance.now()
  const child = spawn('npm', ['start'], { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'], detached: true })
  const ms = await new Promise<number>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`npm start ended with ${code}`)))
    child.stdout.on('data', (chunk: Buffer) => {
      if (String(chunk).includes('Guichet is ready')) resolve(performance.now() - began)
    })
  })
  child.removeAllListeners('exit')
  const gone = new Promise((resolve) => child.once('close', resolve))
  process.kill(-child.pid!, 'SIGTERM')
  await gone
  return ms
}
