// What browsers get is built by vite when what it is made of has changed, told by the hash of its contents: a fresh clone has fresh dates.
// Two things: the desk, into dist/desk, and the chat widget for the sites of brands, into dist/page. Each is built aside and put in place whole.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { run } from './child.mjs'
import { alone } from './lock.mjs'
import { pinnedNode } from './node.mjs'
import { root } from './root.mjs'
import { Sentence, say } from './sentence.mjs'

const dist = path.join(root, 'dist')
const inDist = (name) => path.join(dist, name)

const desk = { name: 'desk', folder: 'desk', config: 'vite.config.ts', proof: 'index.html', places: placesOfDesk }
const widget = { name: 'chat widget', folder: 'page', config: 'vite.widget.ts', proof: 'widget.js', places: placesOfWidget }

export async function buildDesk() {
  for (const each of [desk, widget]) await buildOne(each)
}

async function buildOne(what) {
  if (!existsSync(path.join(root, what.config))) return
  const wanted = ingredients(what)
  if (isBuilt(what, wanted)) return
  await alone(async (holdFor) => {
    if (isBuilt(what, wanted)) return
    say(`Building the ${what.name} …`)
    await build(what, holdFor)
    writeFileSync(stampOf(what), wanted)
  })
}

const stampOf = ({ folder }) => inDist(`${folder}.stamp`)
const isBuilt = (what, wanted) =>
  existsSync(path.join(inDist(what.folder), what.proof)) &&
  existsSync(stampOf(what)) &&
  readFileSync(stampOf(what), 'utf8') === wanted

function ingredients({ places, config }) {
  const hash = createHash('sha256')
  for (const file of [...places().flatMap(filesUnder), config, 'package-lock.json'])
    hash.update(`${file}\0`).update(readFileSync(path.join(root, file)))
  return hash.digest('hex')
}

function placesOfDesk() {
  const rooms = readdirSync(path.join(root, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return rooms.flatMap(({ name }) =>
    name === 'ui' || name === 'desk'
      ? [`src/${name}`]
      : [`src/${name}/contract.ts`, `src/${name}/contract`, `src/${name}/rules`, `src/${name}/engine`, `src/${name}/screens`],
  )
}

// Of contracts the widget takes types only.
function placesOfWidget() {
  return ['src/page/widget', 'src/page/rules']
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

async function build({ name, folder, config }, holdFor) {
  const [there, aside, old] = [inDist(folder), inDist(`${folder}.building`), inDist(`${folder}.old`)]
  rmSync(stampOf({ folder }), { force: true })
  const vite = path.join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const args = [vite, 'build', '--config', config, '--outDir', aside, '--emptyOutDir', '--logLevel', 'warn']
  const code = await run(pinnedNode(), args, { cwd: root, stdio: ['ignore', 2, 2], started: holdFor })
  if (code !== 0) throw new Sentence(`the ${name} could not be built (vite ended with code ${code}, see above).`)
  rmSync(old, { recursive: true, force: true })
  if (existsSync(there)) renameSync(there, old)
  renameSync(aside, there)
  rmSync(old, { recursive: true, force: true })
}
