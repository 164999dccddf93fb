import assert from 'node:assert/strict'
import { test } from 'node:test'
import fastify from 'fastify'
import * as brands from '#brands'
import * as cases from '#cases'
import * as staff from '#staff'
import { answerErrors } from '#base/http'
import { keepFile, streamFile } from '#base/files'
import { newId } from '#base/id'
import { testHouse } from '#base/test-database'
import { system } from '#base/work'
import { serveFiles } from './files.ts'

test('a file is read only as far as its reader has come, and nothing is held meanwhile', async () => {
  const house = await testHouse()
  const content = Buffer.alloc(6_000_000, 'é')
  const kept = await house.work((work) => keepFile(work, content))
  const { server } = house.open.database
  const reading = streamFile(house.open, { tenant: house.tenant, actor: system('test') }, kept)
  const parts = [(await reading.next()).value as Buffer]
  assert.equal(server.idleCount, server.totalCount, 'no connection waits for the reader')
  for await (const part of reading) parts.push(part)
  assert.ok(Buffer.concat(parts).equals(content))
})

test('what a stranger attached is a download with its own name and length', async (t) => {
  const house = await testHouse()
  const bytes = Buffer.from('<script>alert(1)</script>')
  const attachment = await house.work(async (work) => {
    const anna = await staff.addPerson(work, {
      name: 'Anna',
      email: `anna-${newId(work.now)}@centre.example`,
      language: 'fr',
      roles: ['agent'],
    })
    const brand = await brands.addBrand(work, { name: 'Atelier' })
    const door = await brands.addEntryPoint(work, {
      brand_id: brand.id,
      kind: 'email',
      name: 'Courrier',
      duty_person_id: anna.id,
      address: `c-${newId(work.now)}@atelier.example`,
    })
    const file = (await keepFile(work, bytes)).id
    const { case: id } = await cases.receive(work, {
      source: 'test:1', channel: 'email', entry_point: door.id, kind: 'message', at: work.now, sent_at: null, from: { name: '', address: 'c@client.example' }, identity: null,
      to: [], cc: [], more_recipients: 0, answer_to: [], subject: '', text: '', visible_text: '', html: null, language: null, original_file: null,
      attachments: [{ name: "l'été \"1\"\r\n.html", type: 'text/html', size: bytes.length, file, inline: false, content_id: null }], marks: {}, answers: null, trusted: true,
    }) // prettier-ignore
    return (await cases.view(work, { id })).conversations[0]!.interactions[0]!.attachments[0]!.id
  })
  const app = fastify()
  t.after(() => app.close())
  answerErrors(app)
  serveFiles(app, { ...house.open, door: { admit: async () => ({ tenant: house.tenant, actor: system('test') }) } as never }) // only `admit` is asked
  const answer = await app.inject({ url: `/api/v1/attachments/${attachment}?show` })
  assert.deepEqual(
    [answer.statusCode, answer.headers['content-type'], answer.headers['content-length']],
    [200, 'application/octet-stream', String(bytes.length)],
  )
  assert.equal(answer.headers['content-disposition'], "attachment; filename*=UTF-8''l%27%C3%A9t%C3%A9%20%221%22%0D%0A.html")
  assert.ok(answer.rawPayload.equals(bytes))
  assert.equal((await app.inject({ url: `/api/v1/attachments/${newId(house.clock.now())}` })).statusCode, 404)
})
