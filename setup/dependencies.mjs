// Dependencies are what package-lock.json says, or they are installed again. Told by a stamp that lies among them and goes with them.
import { createHash } from 'node:crypto'
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { run } from './child.mjs'
import { alone } from './lock.mjs'
import { root } from './root.mjs'
import { Sentence, say } from './sentence.mjs'

const modules = path.join(root, 'node_modules')
const stamp = path.join(modules, '.guichet')

export async function bringDependencies() {
  const wanted = readWanted()
  if (read(stamp) === wanted.mark) return
  await alone(async (holdFor) => {
    if (read(stamp) === wanted.mark) return
    if (!isInstalled(wanted.packages)) await install(holdFor)
    writeFileSync(stamp, wanted.mark)
  })
}

function readWanted() {
  const lock = read(path.join(root, 'package-lock.json'))
  if (lock === undefined) throw new Sentence(`package-lock.json is missing in ${root}: this is not a whole copy of Guichet.`)
  const mark = createHash('sha256').update(`${lock} ${process.platform} ${process.arch}`).digest('hex')
  return { mark, packages: () => JSON.parse(lock).packages }
}

// Somebody may have run `npm ci` by hand: npm leaves a list of what it put there.
function isInstalled(packages) {
  const hidden = read(path.join(modules, '.package-lock.json'))
  if (hidden === undefined) return false
  const there = JSON.parse(hidden).packages
  return Object.entries(packages()).every(
    ([place, { version, optional }]) => place === '' || there[place]?.version === version || (optional && !there[place]),
  )
}

async function install(holdFor) {
  const began = Date.now()
  say('Installing dependencies, once; this takes about half a minute …')
  const ticking = process.stderr.isTTY && setInterval(() => process.stderr.write(`\r${seconds(began)} s `), 1000)
  const cache = ownCacheIfNeeded()
  const code = await npmCi(holdFor, cache).finally(() => {
    clearInterval(ticking)
    if (ticking) process.stderr.write('\r')
    if (cache) rmSync(cache, { recursive: true, force: true })
  })
  if (code !== 0)
    throw new Sentence(
      `npm ci ended with code ${code}: see what it says above; most often the network or a proxy. Then run the command again.`,
    )
  say(`Dependencies are installed (${seconds(began)} s).`)
}

function npmCi(holdFor, cache) {
  const args = [
    'ci',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    '--include=dev',
    '--include=optional',
    '--no-update-notifier',
  ]
  const [program, ...before] = findNpm()
  const env = {
    ...process.env,
    ...(cache && { HOME: cache, npm_config_cache: path.join(cache, 'npm'), npm_config_logs_max: '0' }),
  }
  return run(program, [...before, ...args], {
    cwd: root,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
    started: holdFor,
    shell: program.endsWith('.cmd'),
  })
}

// npm takes node_modules away first, and with it the Node we may be running on: npm gets the machine's own.
function findNpm() {
  const node = [process.env.npm_node_execpath, process.execPath, ...onPath('node')].find(
    (file) => file && !file.startsWith(modules) && existsSync(file),
  )
  const beside = node
    ? [path.join(node, '../../lib/node_modules/npm/bin/npm-cli.js'), path.join(node, '../node_modules/npm/bin/npm-cli.js')]
    : []
  const [named] = onPath('npm')
  const scripts = [process.env.npm_execpath, named && realpathSync(named), ...beside].filter(
    (file) => file && /np[mx]-cli\.js$/.test(file),
  )
  const script = scripts.map((file) => file.replace(/npx-cli\.js$/, 'npm-cli.js')).find((file) => existsSync(file))
  if (node && script) return [node, script]
  if (named) return [process.platform === 'win32' ? 'npm.cmd' : named]
  throw new Sentence('npm was not found: it comes with Node.js (https://nodejs.org); some systems pack it apart.')
}

function onPath(name) {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean)
  return folders
    .map((folder) => path.join(folder, process.platform === 'win32' ? `${name}.exe` : name))
    .filter((file) => !file.startsWith(modules) && existsSync(file))
}

function ownCacheIfNeeded() {
  const home = process.env.HOME ?? os.homedir()
  const cache = process.env.npm_config_cache ?? path.join(home, '.npm')
  try {
    if (!home || !path.isAbsolute(cache)) throw new Error('no home')
    mkdirSync(cache, { recursive: true })
    accessSync(cache, constants.W_OK)
    return undefined
  } catch {
    return mkdtempSync(path.join(os.tmpdir(), 'guichet-npm-'))
  }
}

const seconds = (began) => Math.round((Date.now() - began) / 1000)

function read(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
