// What strangers may send to a form, on real HTTP: each is refused clearly in both languages, leaves a line on the trail and has no effect.
import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { readAudit, settleRefusals } from '#access'
import { messageReceived } from '#cases/contract'
import { prove } from '#channels'
import { formReceived, type FormReception, type Submitted } from '#channels/contract'
import { answers, openSite, type Site } from './test-site.ts'

type Problem = { code: string; fr: string; en: string; details: { fields?: { id: string }[]; stamp?: string; bits?: number; retry_after_seconds?: number; question?: { fr: string } } } // prettier-ignore
const told = async (answer: Response): Promise<Problem> => (await answer.json()) as Problem // problem+json, as base/http.ts writes it

async function open(t: TestContext, wish: Parameters<typeof openSite>[0] = {}): Promise<Site> {
  const site = await openSite(wish)
  t.after(() => site.close())
  return site
}

const filledIn = async (site: Site, more: object = {}): Promise<Record<string, unknown>> => {
  const { stamp, bits } = await site.reception()
  site.clock.advance({ seconds: 20 })
  return { stamp, proof: prove(stamp, bits), language: 'fr', answers, ...more }
}
const trail = async (site: Site): Promise<string[]> => {
  await settleRefusals(site.open)
  const { items } = await site.work((work) => readAudit(work, { limit: 200 }))
  return items.map(({ what, details }) => (what === 'door.refused' ? String(details['code']) : what))
}
async function refusedWith(site: Site, answer: Response, [status, code]: [number, string]): Promise<Problem> {
  const problem = await told(answer)
  assert.deepEqual([answer.status, problem.code], [status, code], JSON.stringify(problem))
  assert.ok(problem.fr !== '' && problem.en !== '')
  assert.equal((await site.heard(formReceived)).length, 0, 'nothing was kept')
  assert.ok(
    (await trail(site)).some((what) => what.includes(code)),
    `the trail tells of ${code}: ${(await trail(site)).join(', ')}`,
  )
  return problem
}

test('answers that nobody asked for, options that are not offered and an address that is none are told at their field', async (t) => {
  const site = await open(t, { start: 'complaint' })
  const sent = await filledIn(site, { answers: { ...answers, sujet: 'lune', courriel: 'x', is_admin: '1' } })
  const { details } = await refusedWith(site, await site.send(sent), [422, 'form.answers_invalid'])
  const ids = details.fields?.map(({ id }) => id)
  for (const id of ['is_admin', 'sujet', 'courriel', 'objet']) assert.ok(ids?.includes(id), `${id} in ${ids?.join()}`)
})

test('a text of five megabytes and ten thousand fields are too large, and a body that is no form is unreadable', async (t) => {
  const site = await open(t)
  const post = (data: FormData) => fetch(`${site.url}/api/form/${site.key}`, { method: 'POST', body: data })
  const long = new FormData()
  long.set('a.message', 'x'.repeat(5_000_000))
  await refusedWith(site, await post(long), [413, 'form.too_large'])
  const many = new FormData()
  for (let n = 0; n < 10_000; n++) many.append(`a.f${n}`, 'x')
  await refusedWith(site, await post(many), [413, 'form.too_large'])
  await refusedWith(site, await site.send({ answers: [1, 2] }), [400, 'form.unreadable'])
  await refusedWith(site, await site.send({ ...(await filledIn(site)), answers: { nom: { $ne: 1 } } }), [400, 'form.unreadable'])
})

test('a program under the name of a picture is refused at its field, and a renamed file too', async (t) => {
  const site = await open(t)
  const { stamp, bits } = await site.reception()
  site.clock.advance({ seconds: 20 })
  for (const content of [
    Buffer.concat([Buffer.from('MZ\x90\0\x03', 'latin1'), Buffer.alloc(200)]),
    Buffer.from('%PDF-1.7\n1 0 obj'),
  ]) {
    const data = new FormData()
    for (const [id, value] of Object.entries(answers)) data.set(`a.${id}`, value)
    data.set('stamp', stamp)
    data.set('proof', prove(stamp, bits))
    data.set('a.pieces', new Blob([content], { type: 'image/png' }), 'photo.png')
    const answer = await fetch(`${site.url}/api/form/${site.key}`, { method: 'POST', body: data })
    const { details } = await refusedWith(site, answer, [422, 'form.answers_invalid'])
    assert.deepEqual(details.fields?.map(({ id }) => id), ['pieces']) // prettier-ignore
  }
})

test('a file in a field that the form does not have is refused, whatever that field is called', async (t) => {
  const site = await open(t)
  for (const field of ['a.__proto__', 'a.constructor', 'a.autre', 'a.message']) {
    const { stamp, bits } = await site.reception()
    site.clock.advance({ seconds: 20 })
    const data = new FormData()
    for (const [id, value] of Object.entries(answers)) if (`a.${id}` !== field) data.set(`a.${id}`, value)
    data.set('stamp', stamp)
    data.set('proof', prove(stamp, bits))
    data.set(field, new Blob([Buffer.from('PK\x05\x06'.padEnd(22, '\0'), 'latin1')]), 'tout.zip')
    const answer = await fetch(`${site.url}/api/form/${site.key}`, { method: 'POST', body: data })
    await refusedWith(site, answer, [422, 'form.answers_invalid'])
  }
})

test('a stamp that is made up, of another form, or older than a day brings a new one, and nothing is lost', async (t) => {
  const [site, other] = [await open(t), await open(t)]
  const theirs = await filledIn(other)
  await refusedWith(site, await site.send({ ...theirs, stamp: 'bm9uZQ' }), [409, 'form.stamp_over'])
  await refusedWith(site, await site.send(theirs), [409, 'form.stamp_over'])
  const old = await filledIn(site)
  site.clock.advance({ hours: 25 })
  const { details } = await refusedWith(site, await site.send(old), [409, 'form.stamp_over'])
  const again = await site.send({ ...old, stamp: details.stamp, proof: prove(details.stamp!, details.bits!) })
  assert.equal(again.status, 201, 'the new stamp is good at once')
})

test('what is sent within a second is asked again, with when', async (t) => {
  const site = await open(t)
  const { stamp, bits } = await site.reception()
  const answer = await site.send({ stamp, proof: prove(stamp, bits), answers })
  assert.equal(answer.headers.get('retry-after'), '3')
  await refusedWith(site, answer, [429, 'form.too_fast'])
})

test('another site may neither read nor send; one the form names may both', async (t) => {
  const site = await open(t)
  const foreign = { origin: 'https://ailleurs.example' }
  await refusedWith(site, await fetch(`${site.url}/api/form/${site.key}`, { headers: foreign }), [403, 'form.origin_foreign'])
  await refusedWith(site, await site.send(await filledIn(site), foreign), [403, 'form.origin_foreign'])
  await refusedWith(site, await site.send(await filledIn(site), { origin: 'null' }), [403, 'form.origin_foreign'])
  const page = await fetch(`${site.url}/f/${site.key}`, { method: 'POST', headers: foreign, body: new FormData() })
  assert.equal(page.status, 403)
  const both = (text: string) => ({ fr: text, en: text })
  const origin = 'https://boutique.example'
  const named = await open(t, {
    draft: { title: both('T'), fields: [{ id: 'nom', kind: 'short', label: both('Nom') }], origins: [`${origin}/contact?x=1`] },
  })
  const sent = await named.send(await filledIn(named, { answers: { nom: 'Camille' } }), { origin })
  assert.deepEqual([sent.status, sent.headers.get('access-control-allow-origin')], [201, origin])
  const close = await named.send(await filledIn(named, { answers: { nom: 'Camille' } }), { origin: `${origin}.ailleurs.example` })
  assert.deepEqual([close.status, close.headers.get('access-control-allow-origin')], [403, null])
})

test('the same page sent twice at once is one case; with other answers it is refused', async (t) => {
  const site = await open(t)
  const sent = await filledIn(site)
  const both = await Promise.all([site.send(sent), site.send(sent)])
  const numbers = await Promise.all(both.map(async (answer) => ((await answer.json()) as Submitted).number)) // our own contract
  assert.deepEqual(both.map(({ status }) => status), [201, 201]) // prettier-ignore
  assert.equal(new Set(numbers).size, 1)
  assert.equal(((await (await site.send(sent)).json()) as Submitted).number, numbers[0], 'a reload says the same') // our own contract
  assert.equal((await site.heard(messageReceived)).length, 1)
  const changed = await site.send({ ...sent, answers: { ...answers, objet: 'Autre chose' } })
  assert.deepEqual([changed.status, (await told(changed)).code], [409, 'form.already_sent'])
})

test('what was sent already is told again a few times, not without end: each time makes a link', async (t) => {
  const site = await open(t)
  const sent = await filledIn(site)
  const seen: number[] = []
  for (let n = 0; n < 10; n++) seen.push((await site.send(sent)).status)
  assert.deepEqual(seen, [...Array(6).fill(201), ...Array(4).fill(429)])
})

test('two hundred in a minute from one address: a few come in, the rest are told when to come back, on one line of the trail', async (t) => {
  const site = await open(t)
  const seen: number[] = []
  for (let n = 0; n < 12; n++) {
    const { stamp, bits } = await site.reception()
    site.clock.advance({ seconds: 3 })
    const answer = await site.send({
      stamp,
      proof: prove(stamp, bits),
      answers: { ...answers, message: `Question numéro ${n} sur ma commande` },
    })
    seen.push(answer.status)
    if (answer.status === 429) assert.ok(Number(answer.headers.get('retry-after')) > 0)
    else await answer.arrayBuffer()
  }
  assert.equal(seen.filter((status) => status === 201).length, 5)
  assert.equal(seen.filter((status) => status === 429).length, 7)
  assert.equal((await trail(site)).filter((what) => what === 'form.too_many').length, 1)
})

test('two hundred that come at the same moment are no more than those that come one after the other', async (t) => {
  const site = await open(t)
  const receptions = await Promise.all(Array.from({ length: 30 }, () => site.reception()))
  site.clock.advance({ seconds: 20 })
  const all = receptions.map(({ stamp, bits }, n) =>
    site.send({ stamp, proof: prove(stamp, bits), answers: { ...answers, objet: `Question ${n}` } }),
  )
  const seen = (await Promise.all(all)).map(({ status }) => status)
  assert.equal(seen.filter((status) => status === 201).length, 5)
  assert.equal((await site.heard(messageReceived)).length, 5)
})

test('the work asked rises with the pace of an address', async (t) => {
  const site = await open(t)
  const first = (await site.reception()).bits
  for (let n = 0; n < 4; n++) {
    const { stamp, bits } = await site.reception()
    site.clock.advance({ seconds: 30 })
    await site.send({ stamp, proof: prove(stamp, bits), answers })
  }
  assert.ok((await site.reception()).bits > first)
})

test('without the work of a script a few are let in, then a sum is asked, and its answer opens', async (t) => {
  const site = await open(t)
  const unproven = async (more: object = {}, reception?: FormReception): Promise<Response> => {
    const { stamp } = reception ?? (await site.reception())
    site.clock.advance({ seconds: 20 })
    return await site.send({ stamp, answers: { ...answers, message: `Bonjour, ${Math.random()} fois merci` }, ...more })
  }
  assert.deepEqual([(await unproven()).status, (await unproven()).status], [201, 201])
  const asked = await told(await unproven())
  assert.equal(asked.code, 'form.question_asked')
  const [a = 0, b = 0] = (asked.details.question?.fr.match(/\d+/g) ?? []).map(Number)
  assert.equal(
    (await told(await unproven({ stamp: asked.details.stamp, question: String(a + b + 1) }))).code,
    'form.question_asked',
  )
  assert.equal((await unproven({ stamp: asked.details.stamp, question: String(a + b) })).status, 201)
})

test('what looks unwanted is kept and filed apart, never dropped, and nobody is thanked for it', async (t) => {
  const site = await open(t)
  const answer = await site.send(await filledIn(site, { website: 'https://spam.example' }))
  const sent = (await answer.json()) as Submitted // our own contract
  assert.equal(answer.status, 201)
  assert.ok(sent.number !== null && sent.page === null)
  assert.deepEqual((await site.heard(messageReceived)).map(({ kind }) => kind), ['spam']) // prettier-ignore
})

test('markup in a name is a strange name on every page', async (t) => {
  const site = await open(t)
  const { stamp } = await site.reception()
  const data = new FormData()
  data.set('stamp', stamp)
  data.set('a.nom', '"><script>alert(1)</script>')
  const answer = await fetch(`${site.url}/f/${site.key}`, { method: 'POST', body: data })
  const page = await answer.text()
  assert.equal(answer.status, 429, 'too quick')
  assert.ok(!page.includes('<script>alert') && page.includes('&lt;script&gt;alert(1)'), 'what was typed is shown back, as text')
})
