import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { inspectHtmlFile, inspectMailFile } from './inspect.ts'

let folder = ''
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guichet-inspect-'))
})
after(() => rm(folder, { recursive: true }))

async function file(name: string, content: string): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

const FIELDS =
  'file ok error kind message_id in_reply_to references date from reply_to to cc subject text visible_text html language attachments bounce truncated milliseconds'

test('the line of a mail has every promised field, in order', async () => {
  const path = await file(
    'a.eml',
    'Message-ID: <1@x>\nDate: Mon, 4 Mar 2024 10:12:00 +0100\nFrom: Jean <j@example.org>\nSubject: Colis\n\nBonjour, je n’ai pas reçu mon colis.\n\n> avant\n',
  )
  const line = await inspectMailFile(path)
  assert.equal(Object.keys(line).join(' '), FIELDS)
  assert.deepEqual(
    [line.ok, line.message_id, line.date, line.visible_text, line.language],
    [true, '1@x', '2024-03-04T09:12:00Z', 'Bonjour, je n’ai pas reçu mon colis.', 'fr'],
  )
  assert.doesNotThrow(() => JSON.stringify(line))
})

test('an attachment is told by name, size and hash, not by its bytes', async () => {
  const line = await inspectMailFile(await file('b.eml', 'Content-Type: application/pdf; name=a.pdf\n\nx'))
  assert.deepEqual(Object.keys(line.attachments[0] ?? {}), ['name', 'type', 'size', 'sha256', 'inline'])
})

test('what cannot be inspected gets a line that says so', async () => {
  for (const [path, error] of [
    [await file('empty.eml', ''), /empty/],
    [folder, /folder/],
    [join(folder, 'absent.eml'), /no such file/],
    ['a\0b', /cannot be read/],
  ] as const) {
    const line = await inspectMailFile(path)
    assert.equal(line.ok, false)
    assert.match(line.error ?? '', error)
    assert.equal(Object.keys(line).join(' '), FIELDS)
    assert.match((await inspectHtmlFile(path)).error ?? '', error)
  }
})

test('the line of an HTML file shows it as it would be displayed', async () => {
  const line = await inspectHtmlFile(await file('c.html', '<p onclick=x>Bonjour</p><img src="http://x.example/a.png">'))
  assert.deepEqual(
    { ...line, file: '' },
    {
      file: '',
      html: '<p>Bonjour</p><img data-remote-src="http://x.example/a.png" />',
      text: 'Bonjour',
      removed: ['onclick'],
      remote: ['http://x.example/a.png'],
    },
  )
})
