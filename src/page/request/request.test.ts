import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readAudit, settleRefusals } from '#access'
import * as cases from '#cases'
import * as commitments from '#commitments'
import { linkUnknown } from '#portal/contract'
import { formOf, openShop } from './test-shop.ts'

test('a customer opens their page, writes without script, and the words are in their case', async (t) => {
  const shop = await openShop()
  t.after(shop.close)
  const filed = await shop.ask('Une théière fêlée')
  const path = await shop.page(filed)
  const page = await shop.get(path, { 'accept-language': 'fr' })
  assert.equal(page.status, 200)
  assert.match(page.text, /Sofia Martin/)
  assert.match(page.text, /Nous l’avons bien reçue/)
  const { action, fields } = formOf(page.text, 'wrote')
  const sent = await shop.post(action, { ...fields, text: 'Voici la photo' }, { 'sec-fetch-site': 'same-origin', origin: 'null' })
  assert.equal(sent.status, 303)
  assert.match(sent.to, /said=wrote/)
  assert.match((await shop.get(sent.to)).text, /Voici la photo/)
  const again = await shop.post(action, { ...fields, text: 'Voici la photo' })
  assert.equal(again.status, 303)
  const { conversations } = await shop.work((work) => cases.view(work, { id: filed.case }))
  assert.equal(conversations.flatMap(({ interactions }) => interactions).length, 2, 'pressing twice writes once')
})

test('both languages are whole, and chosen by the address before the browser', async (t) => {
  const shop = await openShop()
  t.after(shop.close)
  const path = await shop.page(await shop.ask('Hello'))
  assert.match((await shop.get(path, { 'accept-language': 'en' })).text, /We have received it/)
  assert.match((await shop.get(`${path}?lang=fr`, { 'accept-language': 'en' })).text, /Nous l’avons bien reçue/)
})

test('whatever people are called and write, it is text', async (t) => {
  const hostile = '<script>alert(1)</script>"\'><img src=x onerror=alert(1)>'
  const shop = await openShop(hostile.slice(0, 60), `<b>${hostile}`.slice(0, 120))
  t.after(shop.close)
  const page = (await shop.get(await shop.page(await shop.ask(`${hostile} javascript:alert(1) https://x.example/"onx=1`)))).text
  assert.doesNotMatch(page, /<script>|<img src=x|<b>|<[^>]* onx=/)
  assert.match(page, /&lt;script&gt;/)
  assert.equal([...page.matchAll(/<script/g)].length, 1)
})

test('the page may not be framed, kept, indexed or told of, and runs nothing but our own file', async (t) => {
  const shop = await openShop()
  t.after(shop.close)
  const { headers } = await shop.get(await shop.page(await shop.ask('Une théière')))
  assert.match(headers.get('content-security-policy') ?? '', /^default-src 'none'; .*script-src 'self'.*frame-ancestors 'none'$/)
  assert.doesNotMatch(headers.get('content-security-policy') ?? '', /unsafe/)
  assert.equal(headers.get('cache-control'), 'no-store')
  assert.equal(headers.get('referrer-policy'), 'no-referrer')
  assert.match(headers.get('x-robots-tag') ?? '', /noindex/)
})

test('a link that opens nothing is one and the same page, and leaves a line on the trail', async (t) => {
  const shop = await openShop()
  t.after(shop.close)
  const filed = await shop.ask('Une théière')
  const [good, old] = [await shop.page(filed), await shop.page(filed)]
  shop.clock.advance({ hours: 24 * 91 })
  const unknown = good.replace(/.{6}$/, 'aaaaaa')
  const [expired, none, nonsense] = [await shop.get(old), await shop.get(unknown), await shop.get('/r/%3Cscript%3E')]
  assert.deepEqual([expired.status, none.status, nonsense.status], [410, 404, 404])
  const plain = (text: string, path: string): string => text.replaceAll(path, '')
  assert.equal(plain(expired.text, old), plain(none.text, unknown))
  assert.doesNotMatch(nonsense.text, /<script>/)
  await settleRefusals(shop.open)
  const { items } = await shop.work((work) => readAudit(work, { limit: 50 }))
  assert.ok(items.some(({ what, details }) => what === 'door.refused' && details.code === linkUnknown.code))
})

test('whoever asks for a new link is told the same, whatever the address', async (t) => {
  const shop = await openShop()
  t.after(shop.close)
  const path = (await shop.page(await shop.ask('Une théière'))).replace(/.{6}$/, 'aaaaaa')
  const [known, stranger] = [
    await shop.post(`${path}/renewal`, { email: 'lea@client.example' }),
    await shop.post(`${path}/renewal`, { email: 'x@y.example' }),
  ]
  assert.deepEqual([known.status, stranger.status], [200, 200])
  assert.equal(known.text, stranger.text)
})

test('another site’s form, a form without its stamp and a form of another link do nothing', async (t) => {
  const shop = await openShop()
  t.after(shop.close)
  const filed = await shop.ask('Une théière')
  const [path, other] = [await shop.page(filed), await shop.page(await shop.ask('Rien à voir', 'marc@client.example'))]
  const { action, fields } = formOf((await shop.get(path)).text, 'wrote')
  const theirs = formOf((await shop.get(other)).text, 'wrote')
  const text = 'Effacez tout'
  assert.equal(
    (await shop.post(action, { ...fields, text }, { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' })).status,
    403,
  )
  assert.equal((await shop.post(action, { ...fields, text }, { origin: 'https://evil.example' })).status, 403)
  for (const false_ of [{ text }, { ...fields, stamp: 'x', text }, { ...theirs.fields, text }])
    assert.equal((await shop.post(action, false_)).status, 409)
  shop.clock.advance({ hours: 24 * 8 })
  const late = await shop.post(action, { ...fields, text })
  assert.equal(late.status, 409)
  assert.match(late.text, /Effacez tout/, 'what was written is still there')
  const { conversations } = await shop.work((work) => cases.view(work, { id: filed.case }))
  assert.equal(conversations.flatMap(({ interactions }) => interactions).length, 1)
})

test('looking, even by a program, changes neither the request nor whose address it is', async (t) => {
  const shop = await openShop()
  t.after(shop.close)
  const filed = await shop.ask('Une théière')
  const path = await shop.page(filed, 'case')
  const before = await shop.request(filed.case)
  for (const way of ['', '/state', '/requests', '/qr.svg'])
    assert.equal((await shop.get(`${path}${way}`, { 'user-agent': 'MailScanner' })).status, 200, way)
  assert.deepEqual(await shop.request(filed.case), before)
})

test('a body that is none, too many files and somebody else’s file are refused plainly', async (t) => {
  const shop = await openShop()
  t.after(shop.close)
  const path = await shop.page(await shop.ask('Une théière'))
  const { action, fields } = formOf((await shop.get(path)).text, 'wrote')
  const broken = await fetch(shop.url + action, {
    method: 'POST',
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
    body: 'no parts',
  })
  assert.equal(broken.status, 400)
  const form = new FormData()
  for (const [name, value] of Object.entries({ ...fields, text: 'Beaucoup' })) form.append(name, value)
  for (let file = 0; file < 11; file++) form.append('files', new Blob(['x'], { type: 'text/plain' }), `${file}.txt`)
  const many = await fetch(shop.url + action, { method: 'POST', body: form })
  assert.equal(many.status, 413)
  assert.match(await many.text(), /Beaucoup/)
  assert.equal((await shop.get(`${path}/files/00000000-0000-4000-8000-000000000000`)).status, 404)
  assert.equal((await shop.get(`${path}/files/x`)).status, 404)
})

test('a file is read from nobody without a link that is good, and by no form that takes none', async (t) => {
  const shop = await openShop()
  t.after(shop.close)
  const page = await shop.page(await shop.ask('Ma commande'))
  const bring = async (path: string): Promise<number> => {
    const body = new FormData()
    body.append('files', new Blob(['x'.repeat(2_000_000)]), 'x.txt')
    return (await fetch(`${shop.url}${path}`, { method: 'POST', body, redirect: 'manual' })).status
  }
  assert.equal(await bring(`${page}/renewal`), 400)
  assert.equal(await bring(`${page}/confirm`), 400)
  assert.equal(await bring(`${page.slice(0, -4)}aaaa/messages`), 404)
})

test('what was promised, moved since, and outlives the request: the page says each in one clear thing', async (t) => {
  const shop = await openShop()
  t.after(shop.close)
  const filed = await shop.ask('Une théière fêlée')
  const path = await shop.page(filed)
  const made = await shop.work(async (work) => {
    const at = work.now.add({ hours: 72 }).toString()
    return await commitments.promise(work, { case: filed.case, what: 'Vous envoyer une autre théière', due: { at } })
  })
  await shop.work(async (work) => {
    const due = { at: work.now.add({ hours: 120 }).toString() }
    await commitments.move(work, { id: made.id, due, because: 'Le four est en panne', without_word: 'Dit au téléphone' })
  })
  const fr = { 'accept-language': 'fr' }
  const moved = (await shop.get(path, fr)).text
  assert.match(moved, /D’abord promis pour .*, déplacé depuis\./)
  assert.doesNotMatch(moved, /four est en panne|Dit au téléphone/, 'why is ours')
  assert.equal([...moved.matchAll(/class="promise-what"/g)].length, 1, 'what was moved is not promised twice')
  await shop.work((work) => cases.close(work, { id: filed.case }))
  assert.match((await shop.get(path, fr)).text, /Votre demande est close, une promesse reste à tenir/)
})
