import { readFileSync } from 'node:fs'
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { after, test } from 'node:test'
import type { Reading } from './shapes.ts'
import { openParlour } from './understand.ts'
import type { Parlour, ParlourSettings } from './understand.ts'

const opened: Parlour[] = []
after(() => opened.forEach((parlour) => parlour.close()))

function open(settings: ParlourSettings): Parlour {
  const parlour = openParlour(settings)
  opened.push(parlour)
  return parlour
}

const PLANTED = new URL('./parlour/planted-reader.ts', import.meta.url)
const mail = (text: string): Uint8Array => Buffer.from(text)
const subject = (reading: Reading): string => (reading.ok ? reading.mail.subject : `${reading.why}: ${reading.detail}`)

test('a mail is read in another process, its attachments come back byte for byte', async () => {
  const bytes = Buffer.from(Array.from({ length: 3_000_000 }, (_, index) => index % 251))
  const raw = `Subject: gros\nContent-Type: application/octet-stream; name=a.bin\nContent-Transfer-Encoding: base64\n\n${bytes.toString('base64').replace(/(.{76})/g, '$1\r\n')}`
  const reading = await open({ readers: 1 }).read(mail(raw))
  assert.ok(reading.ok)
  assert.ok(Buffer.from(reading.mail.attachments[0]?.bytes ?? []).equals(bytes))
})

test('many mails at once come back each to its own sender', async () => {
  const parlour = open({ readers: 2 })
  const subjects = Array.from({ length: 500 }, (_, index) => `mail ${index}`)
  const readings = await Promise.all(subjects.map((text) => parlour.read(mail(`Subject: ${text}\n\n`))))
  assert.deepEqual(readings.map(subject), subjects)
})

const FAULTS = [
  { order: 'hang', why: 'too_slow', seconds: 3 },
  { order: 'eat the heap', why: 'too_much_memory', seconds: 60 },
  { order: 'eat buffers', why: 'too_much_memory', seconds: 60 },
  { order: 'die', why: 'crashed', seconds: 60 },
  { order: 'throw late', why: 'crashed', seconds: 60 },
] as const

for (const { order, why, seconds } of FAULTS) {
  test(`a mail that makes the reader ${order} is told "${why}", and the mails around it are read`, async () => {
    const parlour = open({ readers: 1, seconds, memory_mb: 64, entry: PLANTED })
    const [before, bomb, behind, last] = await Promise.all(
      ['Subject: un\n\n', order, 'Subject: deux\n\n', 'Subject: trois\n\n'].map((text) => parlour.read(mail(text))),
    )
    assert.ok(before && bomb && behind && last)
    assert.equal(bomb.ok ? 'read' : bomb.why, why)
    assert.deepEqual([before, behind, last].map(subject), ['un', 'deux', 'trois'])
  })
}

test('nobody waits behind a mail that hangs when there are two readers', async () => {
  const parlour = open({ readers: 2, seconds: 60, entry: PLANTED })
  const bomb = parlour.read(mail('hang'))
  const others = await Promise.all(Array.from({ length: 50 }, (_, index) => parlour.read(mail(`Subject: ${index}\n\n`))))
  assert.ok(others.every((reading) => reading.ok))
  parlour.close()
  assert.equal((await bomb).ok, false)
})

test('the queue has an end, and says so at once', async () => {
  const parlour = open({ readers: 1, waiting: 3, entry: PLANTED })
  const hanging = parlour.read(mail('hang'))
  const large = Array.from({ length: 10 }, () => parlour.read(Buffer.alloc(5_000_000, 'x')))
  const refused = await large[9]
  assert.equal(refused?.ok ? 'read' : refused?.why, 'too_busy')
  parlour.close()
  await Promise.all([hanging, ...large])
})

test('a parlour that is closed leaves nobody waiting', async () => {
  const parlour = open({ readers: 1, entry: PLANTED })
  const readings = Array.from({ length: 5 }, () => parlour.read(mail('hang')))
  parlour.close()
  assert.ok((await Promise.all(readings)).every((reading) => !reading.ok))
  assert.equal((await parlour.read(mail('x'))).ok, false)
})

test('a reader that hangs dies with its parent, killed without warning', async () => {
  const understand = new URL('./understand.ts', import.meta.url).href
  const program = `
    import { openParlour } from ${JSON.stringify(understand)}
    import { readFileSync } from 'node:fs'
    void openParlour({ readers: 1, seconds: 600, entry: new URL(${JSON.stringify(PLANTED.href)}) }).read(Buffer.from('hang'))
    setInterval(() => {
      const children = readFileSync('/proc/self/task/' + process.pid + '/children', 'utf8').trim()
      if (children) process.stdout.write(children + '\\n')
    }, 50)`
  if (process.platform !== 'linux') return
  const parent = spawn(process.execPath, ['--input-type=module', '--eval', program], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [chunk] = (await once(parent.stdout, 'data')) as [Buffer] // "data" gives one buffer
  const child = Number(chunk.toString().split(/\s+/)[0])
  parent.kill('SIGKILL')
  await once(parent, 'close')
  await gone(child)
})

/** Resolves when there is no such process; the test's own time limit is the bound. */
async function gone(pid: number): Promise<void> {
  for (;;) {
    try {
      process.kill(pid, 0)
    } catch {
      // ESRCH: what we waited for.
      return
    }
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

test('a mail that is merely slow is read, and so are those that were given to another reader meanwhile', async () => {
  const parlour = open({ readers: 2, seconds: 60, entry: PLANTED })
  const texts = ['Subject: un\n\n', 'dawdle', 'Subject: deux\n\n', 'hang', 'Subject: trois\n\n']
  const readings = texts.map((text) => parlour.read(mail(text)))
  const [first, slow, second, , third] = readings
  assert.ok(first && slow && second && third)
  assert.deepEqual((await Promise.all([first, second, third])).map(subject), ['un', 'deux', 'trois'])
  assert.equal(subject(await slow), 'slow')
  assert.equal(subject(await parlour.read(mail('Subject: après\n\n'))), 'après')
  parlour.close()
})

test('no mail is blamed when its reader is told to stop before it is ready', { skip: process.platform !== 'linux' }, async () => {
  const parlour = open({ readers: 1, entry: PLANTED })
  const before = new Set(children())
  const reading = parlour.read(mail('Subject: encore là\n\n'))
  const [reader] = children().filter((pid) => !before.has(pid))
  process.kill(reader!, 'SIGTERM') // it was started a moment ago and has not read a line of its own program
  assert.equal(subject(await reading), 'encore là')
  parlour.close()
})

const children = (): number[] =>
  readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number)
