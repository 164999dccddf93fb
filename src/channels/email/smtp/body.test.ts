import assert from 'node:assert/strict'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { Readable } from 'node:stream'
import { test } from 'node:test'
import { makeSpool, receiveBody } from './body.ts'
import { doorLimits } from './limits.ts'

const limits = { ...doorLimits, memoryBytesPerMessage: 100, memoryBytes: 250, spoolBytes: 1_000 }
const message = (length: number) => Readable.from([Buffer.alloc(length, 'x')])

test('what messages under way take up is given back when they are done', async () => {
  const spool = makeSpool(tmpdir(), limits)
  const received = [
    await receiveBody(message(100), spool),
    await receiveBody(message(101), spool),
    await receiveBody(message(90), spool),
  ]
  assert.deepEqual([spool.inMemory, spool.onDisk], [190, 101])
  for (const each of received) if (each.state === 'whole') await each.discard()
  assert.deepEqual([spool.inMemory, spool.onDisk], [0, 0])
})

test('when memory is taken by other messages, a small one goes to a file and is the same', async () => {
  const spool = makeSpool(tmpdir(), limits)
  const others = [await receiveBody(message(100), spool), await receiveBody(message(100), spool)]
  const third = await receiveBody(message(80), spool)
  assert.equal(spool.onDisk, 80)
  assert.ok(third.state === 'whole')
  assert.equal((await third.body.bytes()).toString(), 'x'.repeat(80))
  for (const each of [...others, third]) if (each.state === 'whole') await each.discard()
})

test('a full disk is told from a broken one', { skip: process.platform !== 'linux' }, async () => {
  const full = { ...makeSpool(tmpdir(), limits), openFile: () => open('/dev/full', 'r+') }
  assert.deepEqual(await receiveBody(message(200), full), { state: 'no room' })
  assert.deepEqual([full.inMemory, full.onDisk], [0, 0])
  const broken = {
    ...makeSpool(tmpdir(), limits),
    openFile: () => Promise.reject(Object.assign(new Error('input/output error'), { code: 'EIO' })),
  }
  await assert.rejects(receiveBody(message(200), broken), /input\/output/)
  assert.deepEqual([broken.inMemory, broken.onDisk], [0, 0])
})
