import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test } from 'node:test'
import { sealBeside } from './seal.ts'

test('whoever starts at the same moment gets the same key, and nothing else is left lying about', async (t) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'guichet-seal-'))
  t.after(() => rm(folder, { recursive: true }))
  const seals = await Promise.all(Array.from({ length: 10 }, () => sealBeside(folder)))
  const sealed = seals[0]!.close('secret')
  for (const seal of seals) assert.equal(seal.open(sealed), 'secret')
  assert.deepEqual(await readdir(folder), ['secret.key'])
})

test('a damaged key is told at the start, not when the first password is needed', async (t) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'guichet-seal-'))
  t.after(() => rm(folder, { recursive: true }))
  await writeFile(path.join(folder, 'secret.key'), '')
  await assert.rejects(sealBeside(folder), /damaged/)
})

test('what was sealed and then changed is not opened', async (t) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'guichet-seal-'))
  t.after(() => rm(folder, { recursive: true }))
  const seal = await sealBeside(folder)
  const sealed = seal.close('secret')
  sealed[sealed.length - 1]! ^= 1
  assert.throws(() => seal.open(sealed))
})
