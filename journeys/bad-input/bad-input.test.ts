// What a stranger brings that should not come in, at every door of the web and on the real server: it is refused in words that say what to do, the
// audit trail has a line, and nothing has come of it.
import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { test } from 'node:test'
import * as customers from '#customers'
import { fileDangerous, fileRenamed } from '#base/refusal'
import { filesTooLarge } from '#portal/contract'
import {
  bringToChat, bringToPage, effects, neighbour, openScene, pageOf, refusedBy, sendForm, trail, visit, type Given, type Refused,
} from './scene.ts' // prettier-ignore

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n')
const program: Given = {
  name: 'facture.pdf',
  bytes: new Uint8Array(Buffer.concat([Buffer.from('MZ\x90\0\x03', 'latin1'), Buffer.alloc(400)])),
}
const renamed: Given = { name: 'photo.png', bytes: new Uint8Array(PDF) }
const large = (megabytes: number): Given => ({ name: 'film.txt', bytes: new Uint8Array(megabytes * 1_000_000).fill(0x61) })

const clear = ({ fr, en, code }: Pick<Refused, 'fr' | 'en' | 'code'>): void =>
  assert.ok(fr.length > 20 && en.length > 20 && fr !== en, `${code} says what to do in both languages`)

test('in the chat a file too large, one renamed and a program are refused', async (t) => {
  const scene = await openScene(t)
  const before = await effects(scene)
  const told: string[] = []
  for (const given of [large(1), renamed, program]) {
    const refused = await bringToChat(scene, given)
    clear(refused)
    told.push(`${refused.status} ${refused.code}`)
  }
  assert.deepEqual(told, ['413 file.too_large', '415 file.renamed', '415 file.dangerous'])
  assert.deepEqual(await trail(scene), ['widget file.dangerous 1', 'widget file.renamed 1', 'widget file.too_large 1'])
  assert.equal(await effects(scene), before)
})

test('in a form a file too large is refused, and one renamed and a program are at their field', async (t) => {
  const scene = await openScene(t)
  const before = await effects(scene)
  for (const given of [renamed, program]) {
    const refused = await refusedBy(await sendForm(scene, {}, given))
    clear(refused)
    assert.deepEqual([refused.status, refused.code], [422, 'form.answers_invalid'])
    const { fields } = refused.details as { fields: { id: string; fr: string; en: string }[] } // what form.answers_invalid brings
    assert.deepEqual(fields.map(({ id }) => id), ['pieces']) // prettier-ignore
    clear({ ...fields[0]!, code: 'the field' })
  }
  const refused = await refusedBy(await sendForm(scene, {}, large(11)))
  clear(refused)
  assert.deepEqual([refused.status, refused.code], [413, 'form.too_large'])
  const told = new Set((await trail(scene)).map((line) => line.replace(/ \d+$/, '')))
  assert.deepEqual([...told], ['form form.answers_invalid', 'form form.too_large'])
  assert.equal(await effects(scene), before)
})

test('on the customer’s page a file too large, one renamed and a program are refused, in the customer’s language', async (t) => {
  const scene = await openScene(t)
  const page = await pageOf(scene)
  const before = await effects(scene)
  for (const [given, refusal] of [
    [large(21), filesTooLarge],
    [renamed, fileRenamed],
    [program, fileDangerous],
  ] as const)
    // prettier-ignore
    for (const language of ['fr', 'en'] as const) {
      const { status, text } = await bringToPage(scene, page, { given, language })
      assert.equal(status, refusal.status)
      assert.ok(text.includes(refusal[language]), `${refusal.code} is said in ${language}`)
      assert.ok(text.includes('Voici mon document'), 'what was written is still there')
    }
  assert.deepEqual(
    await trail(scene),
    ['page file.dangerous 2', 'page file.renamed 2', `page ${filesTooLarge.code} 2`].toSorted(),
  )
  assert.equal(await effects(scene), before)
})

const MARKUP = '<b onmouseover=alert(1)>Camille</b>"\'</title>'

test('HTML in a name, a subject or the name of a file is that very text, and markup nowhere', async (t) => {
  const scene = await openScene(t)
  const page = await pageOf(scene, { nom: MARKUP, objet: MARKUP })
  const { status } = await bringToPage(scene, page, { given: { name: `${MARKUP.replace('/', '')}.txt`, bytes: new Uint8Array(Buffer.from('Bonjour')) }, language: 'fr' }) // prettier-ignore
  assert.equal(status, 303)
  const shown = await fetch(`${scene.url}${page}`)
  const markup = await shown.text()
  assert.ok(markup.includes('&lt;b onmouseover=alert(1)&gt;Camille'), 'it is shown as it was written')
  assert.doesNotMatch(markup, /<b\b/)
  assert.match(shown.headers.get('content-security-policy') ?? '', /^default-src 'none';(?!.*unsafe)/)
  await visit(scene, { text: `Bonjour ${MARKUP}`, who: MARKUP })
  const names = (await scene.call<{ items: { name: string }[] }>('GET', '/api/v1/customers?limit=50')).items.map(
    ({ name }) => name,
  )
  assert.ok(names.includes(MARKUP), 'the desk is given the text itself')
  await scene.serving.settled()
  const { items: letters } = await scene.call<{ items: { interaction: string }[] }>('GET', '/api/v1/outgoing')
  assert.equal(letters.length, 1, 'the form was acknowledged')
  const headers = (await scene.someone('director')).visitor
  const letter = await fetch(`${scene.url}/api/v1/interactions/${letters[0]?.interaction}/original`, { headers })
  assert.equal(letter.status, 200)
  assert.doesNotMatch(await letter.text(), /onmouseover/, 'what was written in a form is not mailed on')
})

test('of two hundred conversations begun in a minute from one address twenty are let in, and others come in meanwhile', async (t) => {
  const scene = await openScene(t)
  const codes: (string | null)[] = []
  for (let n = 0; n < 200; n++) {
    const { refused } = await visit(scene, { text: `Bonjour ${n}` })
    codes.push(refused?.code ?? null)
    if (refused) clear(refused)
  }
  assert.equal(codes.filter((code) => code === null).length, 20)
  assert.equal(codes.filter((code) => code === 'widget.too_many_conversations').length, 180)
  assert.equal((await visit(scene, { text: 'Bonjour', address: '198.51.100.9' })).refused, null)
  assert.deepEqual(await trail(scene), ['widget widget.too_many_conversations 180'])
  assert.equal((JSON.parse(await effects(scene)) as { cases: number }).cases, 21)
})

test('a token with alg none, of another tenant, or expired makes nobody of its bearer', async (t) => {
  const scene = await openScene(t)
  const theirs = await neighbour(scene)
  const { widget, clock } = scene
  const now = Math.floor(clock.now().epochMilliseconds / 1_000)
  const jeanne = { sub: '42', aud: widget.key, iat: now, exp: now + 300, email: 'jeanne@client.example', email_verified: true }
  const signed = (secret: string, head: object, claims: object): string => {
    const text = [head, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')
    return `${text}.${secret === '' ? '' : createHmac('sha256', secret).update(text).digest('base64url')}`
  }
  const head = { alg: 'HS256', kid: widget.kid }
  const tokens = [
    ['identity.algorithm', signed('', { ...head, alg: 'none' }, jeanne)],
    ['identity.key_unknown', signed(theirs.secret, { ...head, kid: theirs.kid }, jeanne)],
    ['identity.signature', signed(theirs.secret, head, jeanne)],
    ['identity.elsewhere', signed(widget.secret, head, { ...jeanne, aud: theirs.key })],
    ['identity.expired', signed(widget.secret, head, { ...jeanne, iat: now - 900, exp: now - 600 })],
  ] as const
  for (const [code, identity] of tokens) {
    const { welcome } = await visit(scene, { identity, text: 'Je suis Jeanne' })
    assert.equal(welcome.verified, null)
    assert.equal(welcome.distrusted?.code, code)
    clear(welcome.distrusted)
  }
  assert.deepEqual(await trail(scene), tokens.map(([code]) => `widget ${code} 1`).toSorted())
  assert.equal(await scene.work((work) => customers.holder(work, { kind: 'email', value: jeanne.email })), undefined)
  const { welcome } = await visit(scene, { identity: signed(widget.secret, head, jeanne), text: 'Je suis bien Jeanne' })
  assert.equal(welcome.verified?.email, jeanne.email, 'the same with the right key is believed')
  assert.ok(await scene.work((work) => customers.holder(work, { kind: 'email', value: jeanne.email })))
})
