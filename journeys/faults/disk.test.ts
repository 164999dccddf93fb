// A disk of its own (a small tmpfs), filled until nothing fits. Needs the right to mount; without it there is nothing to try.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { closeSync, ftruncateSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test } from 'node:test'
import { newGuichet } from '../world/guichet.ts'
import { send, sendAll } from '../world/mta.ts'
import { arrived, holds, settled } from './books.ts'
import { letter, until } from './scene.ts'

const MiB = 1024 * 1024
const disk = mountDisk()

test(
  'a full disk: 452 to senders, nothing lost, and all is well when there is room again',
  { timeout: 300_000, skip: disk ? false : 'no right to mount a small disk' },
  async (t) => {
    const folder = disk!
    const guichet = await newGuichet({ folder: path.join(folder, 'data') })
    t.after(async () => {
      await guichet.clear()
      execFileSync('umount', ['-l', folder])
      rmSync(folder, { recursive: true })
    })
    await guichet.start()
    const sent = Array.from({ length: 10 }, () => letter('Before'))
    await sendAll(sent, { port: guichet.smtp, senders: 2 })
    await settled(guichet)

    const filler = openSync(path.join(folder, 'filler'), 'w')
    fill(folder, filler, 100 * MiB)
    const late = letter('Late')
    const heard = await send(guichet.smtp, late)
    assert.equal(heard.code, 452, heard.said)
    const cases = await guichet.ask<{ items: unknown[] }>('/api/v1/cases?limit=50')
    assert.equal(cases.body.items.length, 10, 'what is here is read and answered all the same')

    fill(folder, filler, 0)
    for (let n = 0; n < 3; n++) assert.equal((await send(guichet.smtp, letter('Refused'))).code, 452)
    assert.ok(guichet.alive())
    ftruncateSync(filler, 0)
    closeSync(filler)
    await until('mail is taken again', async () => (await send(guichet.smtp, late)).code === 250)
    const after = Array.from({ length: 10 }, () => letter('After'))
    await sendAll(after, { port: guichet.smtp, senders: 2 })
    const subjects = [...sent, late, ...after].map(({ subject }) => subject)
    await arrived(guichet, subjects)
    const found = await holds(guichet, subjects)
    t.diagnostic(JSON.stringify(found))
    assert.deepEqual([found.filed, found.in_tray, found.again], [21, 0, 0])
  },
)

function fill(folder: string, file: number, leave: number): void {
  const piece = Buffer.alloc(MiB, 1)
  try {
    for (let { bavail, bsize } = statfsSync(folder); bavail * bsize > leave; { bavail, bsize } = statfsSync(folder))
      writeSync(file, piece)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error // the last piece fits in part
  }
}

function mountDisk(): string | null {
  const folder = mkdtempSync(path.join(tmpdir(), 'guichet-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=450m', 'tmpfs', folder], { stdio: 'ignore' })
    return folder
  } catch {
    rmSync(folder, { recursive: true })
    return null
  }
}
