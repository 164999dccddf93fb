// One set-up at a time in one checkout. The lock names the processes that work under it (ours, and npm or vite once started), so a run
// that was killed is noticed, and its orphaned npm is waited for rather than trodden on.
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { root } from './root.mjs'
import { Sentence, say } from './sentence.mjs'

const file = path.join(root, 'dist', '.set-up')

export async function alone(work) {
  await take()
  try {
    return await work(holdFor)
  } finally {
    rmSync(file, { force: true })
  }
}

async function take() {
  let told = false
  while (!tryToTake()) {
    if (!told) say('Another run is setting Guichet up here; waiting for it …')
    told = true
    await pause(250)
  }
}

function tryToTake() {
  const mine = `${file}.${process.pid}`
  try {
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(mine, JSON.stringify([marked(process.pid)]))
  } catch (error) {
    throw new Sentence(`this folder cannot be written (${error.code ?? error.message}): ${root}`)
  }
  try {
    linkSync(mine, file) // appears whole or not at all
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    removeIfAbandoned(mine)
    return false
  } finally {
    rmSync(mine, { force: true })
  }
}

function removeIfAbandoned(mine) {
  const found = read(file)
  if (found === undefined || JSON.parse(found).some(isAlive)) return
  const aside = `${mine}.abandoned`
  try {
    renameSync(file, aside)
    if (read(aside) !== found) linkSync(aside, file) // somebody was quicker and it is theirs: give it back
  } catch {
    // somebody else removed it first
  }
  rmSync(aside, { force: true })
}

function holdFor(pid) {
  const next = `${file}.${process.pid}`
  writeFileSync(next, JSON.stringify([marked(process.pid), marked(pid)]))
  renameSync(next, file)
}

// A number alone may have been given to another process since.
const marked = (pid) => ({ pid, started: startOf(pid) })
const isAlive = ({ pid, started }) => exists(pid) && startOf(pid) === started

function exists(pid) {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
}

function startOf(pid) {
  if (process.platform !== 'linux') return null
  return read(`/proc/${pid}/stat`)?.split(') ').at(-1)?.split(' ')[19] ?? 'gone'
}

function read(name) {
  try {
    return readFileSync(name, 'utf8')
  } catch {
    return undefined
  }
}
