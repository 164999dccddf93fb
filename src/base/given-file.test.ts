import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cleanName, judgeGivenFile } from './given-file.ts'
import { Refused } from './refusal.ts'

const bytes = (text: string): Buffer => Buffer.from(text, 'latin1')
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const EXE = Buffer.concat([bytes('MZ\x90\x00\x03'), Buffer.alloc(200)])
const ELF = Buffer.concat([bytes('\x7fELF\x02\x01\x01'), Buffer.alloc(200)])
const PDF = bytes('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n%%EOF\n')

const judged = (name: string, content: Uint8Array) =>
  judgeGivenFile({ name, bytes: content }).catch((error: unknown) =>
    error instanceof Refused ? error.refusal.code : Promise.reject(error as Error),
  )

test('a picture is a picture, a document a document, by what they hold', async () => {
  assert.deepEqual(await judged('photo.png', PNG), { name: 'photo.png', type: 'image/png' })
  assert.deepEqual(await judged('bail.PDF', PDF), { name: 'bail.PDF', type: 'application/pdf' })
  assert.deepEqual(await judged('bail.pdf', Buffer.concat([bytes('\n\n'), PDF])), { name: 'bail.pdf', type: 'application/pdf' })
  assert.deepEqual(await judged('notes.txt', Buffer.from('déjà vu')), { name: 'notes.txt', type: 'text/plain' })
  assert.deepEqual(await judged('IMG_0001', PNG), { name: 'IMG_0001.png', type: 'image/png' })
})

test('a program is refused under any name, and so is a name that would be run', async () => {
  for (const name of ['setup.exe', 'photo.png', 'facture.pdf', 'facture'])
    assert.equal(await judged(name, EXE), 'file.dangerous', name)
  assert.equal(await judged('bail.docx', ELF), 'file.dangerous')
  assert.equal(await judged('readme.txt', bytes('#!/bin/sh\nrm -rf /')), 'file.dangerous')
  for (const name of ['a.bat', 'a.JS', 'a.ps1', 'photo.png.scr', 'a.exe ', 'a.exe...', 'photo\u202Egnp.exe'])
    assert.equal(await judged(name, bytes('echo')), 'file.dangerous', name)
})

test('a renamed file is refused: what it holds is not what it says', async () => {
  assert.equal(await judged('photo.pdf', PNG), 'file.renamed')
  assert.equal(await judged('bail.jpg', PDF), 'file.renamed')
  assert.equal(await judged('photo.png', bytes('<html><script>alert(1)</script>')), 'file.renamed')
  assert.equal(await judged('photo.jpg', bytes('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')), 'file.renamed')
  assert.equal(await judged('notes.txt', PNG), 'file.renamed')
})

test('what could speak in a browser is kept as a plain download', async () => {
  const plain = 'application/octet-stream'
  assert.deepEqual(await judged('page.html', bytes('<html><script>alert(1)</script>')), { name: 'page.html', type: plain })
  assert.deepEqual(await judged('logo.svg', bytes('<?xml version="1.0"?><svg onload="alert(1)"/>')), {
    name: 'logo.svg',
    type: plain,
  })
  assert.deepEqual(await judged('data.xyz', bytes('\x00\x01\x02')), { name: 'data.xyz', type: plain })
  assert.deepEqual(await judged('notes.txt', bytes('\x00\xff')), { name: 'notes.txt', type: plain })
})

test('an empty file is refused', async () => assert.equal(await judged('a.txt', Buffer.alloc(0)), 'file.empty'))

test('a name is one visible line without a path', () => {
  assert.equal(cleanName('../../etc/passwd'), 'passwd')
  assert.equal(cleanName('C:\\Users\\me\\bail.pdf'), 'bail.pdf')
  assert.equal(cleanName('a\u0000b\r\nc\u202Efdp.txt'), 'a b c fdp.txt')
  assert.equal(cleanName('<img src=x onerror=alert(1)>.png'), '<img src=x onerror=alert(1)>.png')
  assert.equal(cleanName('...'), 'document')
  assert.equal(cleanName('.htaccess'), 'htaccess')
  const long = cleanName(`${'é'.repeat(500)}.pdf`)
  assert.equal(long.length, 200)
  assert.match(long, /\.pdf$/)
})

test('a name as long as a book is read at its ends alone', () => {
  const name = cleanName(`a${'.'.repeat(2_000_000)}x.txt`) // minutes, if every dot were taken for the last
  assert.match(name, /^a\..*\.txt$/)
  assert.ok(name.length <= 200)
})
