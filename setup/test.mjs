// npm test: the rooms' tests share two processes (they are quick, and share a database server), each journey has its own. One count
// closes it all, in the words of node's own runner, so that whoever reads the last lines reads the whole.
import { randomInt } from 'node:crypto'
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { unpackBrowser } from './browser.mjs'
import { run } from './child.mjs'
import { bringDependencies } from './dependencies.mjs'
import { buildDesk } from './desk.mjs'
import { pinnedNode, withCache } from './node.mjs'
import { root } from './root.mjs'
import { Sentence, wrongCall } from './sentence.mjs'

const reporter = pathToFileURL(path.join(root, 'setup', 'reporter.mjs')).href
const chance = pathToFileURL(path.join(root, 'setup', 'chance.mjs')).href
const seed = process.env.GUICHET_TEST_SEED === 'new' ? String(randomInt(2 ** 31)) : (process.env.GUICHET_TEST_SEED ?? '2026')
const together = ['--test-isolation=none', '--test-force-exit', '--test-timeout=300000']
const apart = ['--test-isolation=process', '--test-concurrency=2', '--test-timeout=1200000']
const WORTH_SHARING = 8 // files
const counted = ['tests', 'suites', 'pass', 'fail', 'cancelled', 'skipped', 'todo']

export async function test(args) {
  const files = filesNamed(args)
  await bringDependencies()
  await Promise.all([files.some(needsDesk) && buildDesk(), files.some(needsBrowser) && unpackBrowser()])
  process.stdout.write(`what tests draw by chance comes from seed ${seed} (GUICHET_TEST_SEED=new draws another)\n`)
  const began = performance.now()
  const [journeys, rooms] = [files.filter(isJourney), files.filter((file) => !isJourney(file))]
  const runs = [...(await roomsRun(rooms)), await runOf(apart, journeys)]
  return close(runs, performance.now() - began)
}

// Two processes side by side on two cores: what the second says is kept until the first is done.
async function roomsRun(files) {
  if (files.length < WORTH_SHARING || os.availableParallelism() < 2) return [await runOf(together, files)]
  const halves = [0, 1].map((half) => files.filter((_, at) => at % 2 === half))
  const second = runOf(together, halves[1], 'kept')
  const first = await runOf(together, halves[0])
  const { said, ...rest } = await second
  process.stdout.write(said)
  return [first, rest]
}

async function runOf(options, files, output = 'inherit') {
  if (files.length === 0) return { code: 0, counts: {} }
  const folder = mkdtempSync(path.join(os.tmpdir(), 'guichet-test-'))
  const [counts, said] = [path.join(folder, 'counts.json'), path.join(folder, 'said')]
  const args = [
    '--test',
    ...options,
    `--import=${chance}`,
    `--test-reporter=${reporter}`,
    '--test-reporter-destination=stdout',
    ...files,
  ]
  const stdout = output === 'kept' ? openSync(said, 'w') : 'inherit'
  try {
    const code = await run(pinnedNode(), args, {
      cwd: root,
      env: { ...withCache(process.env), GUICHET_TEST_COUNTS: counts, GUICHET_TEST_SEED: seed },
      stdio: ['inherit', stdout, 'inherit'],
    })
    const told = output === 'kept' && { said: readFileSync(said) }
    if (!existsSync(counts)) return { code: code || 1, counts: {}, broken: true, ...told }
    return { code, counts: JSON.parse(readFileSync(counts, 'utf8')), ...told }
  } finally {
    if (output === 'kept') closeSync(stdout)
    rmSync(folder, { recursive: true, force: true })
  }
}

function close(runs, milliseconds) {
  const total = Object.fromEntries(counted.map((name) => [name, runs.reduce((sum, { counts }) => sum + (counts[name] ?? 0), 0)]))
  const lines = [...Object.entries(total), ['duration_ms', milliseconds.toFixed(1)]]
  process.stdout.write(`${lines.map(([name, value]) => `ℹ ${name} ${value}`).join('\n')}\n`)
  if (runs.some(({ broken }) => broken))
    throw new Sentence('the tests were cut short: their process ended before it had counted them.')
  const empty = runs.flatMap(({ counts }) => counts.empty ?? [])
  if (empty.length > 0) throw new Sentence(`a file of tests holds none: ${empty.join(', ')}`)
  const astray = runs.flatMap(({ counts }) => counts.astray ?? [])
  if (astray.length > 0) throw new Sentence(`something went wrong outside every test:\n${astray.join('\n')}`)
  if (total.tests === 0) throw new Sentence('no test was run; a run of nothing proves nothing.')
  return Math.max(...runs.map(({ code }) => code), total.fail + total.cancelled > 0 ? 1 : 0)
}

const needsDesk = (file) => /^(journeys|src\/(server|desk|page))\//.test(file)
const needsBrowser = (file) => /^(journeys|src\/desk|src\/page)\/|browser\.test\.ts$/.test(file)
const isJourney = (file) => file.startsWith('journeys/')
const isTest = (file) => file.endsWith('.test.ts')

function filesNamed(names) {
  const option = names.find((name) => name.startsWith('-'))
  if (option) throw wrongCall(`test knows no option "${option}"; name files or folders to narrow it.`)
  if (names.length === 0) return [...testsUnder('src'), ...testsUnder('journeys')]
  return names.flatMap((name) => {
    const place = placeNamed(name)
    if (place === undefined) throw wrongCall(`there is no file or folder "${name}" here.`)
    return statSync(path.join(root, place)).isDirectory() ? testsUnder(place) : [place]
  })
}

// npm runs scripts in the checkout; what a person names is seen from where they stand, or from there.
function placeNamed(name) {
  const seen = [process.env.INIT_CWD ?? process.cwd(), root].map((from) =>
    path.relative(root, path.resolve(from, name)).replaceAll(path.sep, '/'),
  )
  return seen.find((place) => !place.startsWith('..') && existsSync(path.join(root, place)))
}

function testsUnder(place) {
  const folder = path.join(root, place)
  if (!existsSync(folder)) return []
  const found = readdirSync(folder, { recursive: true }).map((file) => path.posix.join(place, file.replaceAll(path.sep, '/')))
  return found.filter((file) => isTest(file) && !file.includes('node_modules/')).toSorted()
}
