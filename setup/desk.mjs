// The desk is built by vite into dist/desk when what it is made of has changed, told by the hash of its contents: a fresh clone has
// fresh dates. It is built aside and put in place whole.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { run } from './child.mjs'
import { alone } from './lock.mjs'
import { pinnedNode } from './node.mjs'
import { root } from './root.mjs'
import { Sentence, say } from './sentence.mjs'

const dist = path.join(root, 'dist')
const desk = path.join(dist, 'desk')
const stamp = path.join(dist, 'desk.stamp')

export async function buildDesk() {
  if (!existsSync(path.join(root, 'vite.config.ts'))) return
  const wanted = ingredients()
  if (isBuilt(wanted)) return
  await alone(async (holdFor) => {
    if (isBuilt(wanted)) return
    say('Building the desk …')
    await build(holdFor)
    writeFileSync(stamp, wanted)
  })
}

const isBuilt = (wanted) =>
  existsSync(path.join(desk, 'index.html')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted

function ingredients() {
  const hash = createHash('sha256')
  const rooms = readdirSync(path.join(root, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory())
  const places = rooms.flatMap(({ name }) =>
    name === 'ui' || name === 'desk'
      ? [`src/${name}`]
      : [`src/${name}/contract.ts`, `src/${name}/contract`, `src/${name}/screens`],
  )
  for (const file of [...places.flatMap(filesUnder), 'vite.config.ts', 'package-lock.json'])
    hash.update(`${file}\0`).update(readFileSync(path.join(root, file)))
  return hash.digest('hex')
}

function filesUnder(place) {
  const full = path.join(root, place)
  if (!existsSync(full)) return []
  if (place.endsWith('.ts')) return [place]
  const entries = readdirSync(full, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name),
  )
  return entries.map((entry) => path.relative(root, path.join(entry.parentPath, entry.name))).toSorted()
}

async function build(holdFor) {
  const aside = path.join(dist, 'desk.building')
  const old = path.join(dist, 'desk.old')
  rmSync(stamp, { force: true })
  const vite = path.join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const args = [vite, 'build', '--outDir', aside, '--emptyOutDir', '--logLevel', 'warn']
  const code = await run(pinnedNode(), args, { cwd: root, stdio: ['ignore', 2, 2], started: holdFor })
  if (code !== 0) throw new Sentence(`the desk could not be built (vite ended with code ${code}, see above).`)
  rmSync(old, { recursive: true, force: true })
  if (existsSync(desk)) renameSync(desk, old)
  renameSync(aside, desk)
  rmSync(old, { recursive: true, force: true })
}
