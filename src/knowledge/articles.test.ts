import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import * as brands from '#brands'
import * as staff from '#staff'
import { permissionNames, roles, type RoleName } from '#access/contract'
import type { Actor, PersonId } from '#base/contract'
import { newId } from '#base/id'
import { startTail } from '#base/journal'
import { testHouse, type TestHouse } from '#base/test-database'
import { Refused } from '#base/work'
import { articlePublished, type Article } from './contract.ts'
import { openHelp, suggest } from './help.ts'
import { articleWords } from './listen.ts'
import { editions, list, view } from './list.ts'
import { publish, withdraw } from './publish.ts'
import { cleanArticle, excerptOf } from './rules/clean-article.ts'
import { helpKey, readHelpKey } from './rules/help-key.ts'
import { begin, edit } from './write.ts'

const refusedAs = (code: string) => (error: unknown) => error instanceof Refused && error.refusal.code === code

type Library = TestHouse & {
  brand: string
  other: string
  writer: Actor
  as(role: RoleName, brands?: readonly string[]): Actor
  found(body: () => Promise<void>): Promise<void>
}

async function library(): Promise<Library> {
  const house = await testHouse()
  const unique = newId(house.clock.now()).slice(-12)
  const someone = (
    await house.work((work) =>
      staff.addPerson(work, { name: 'Nadia', email: `nadia-${unique}@centre.example`, language: 'fr', roles: ['trainer'] }),
    )
  ).id
  const [brand, other] = [
    (await house.work((work) => brands.addBrand(work, { name: 'Atelier' }))).id,
    (await house.work((work) => brands.addBrand(work, { name: 'Lumen' }))).id,
  ]
  const actor = (id: PersonId, permissions: readonly string[], of: readonly string[] | null): Actor => ({
    kind: 'person',
    id,
    permissions: new Set(permissions),
    scope: { teams: null, brands: of },
  })
  return {
    ...house, brand, other, writer: actor(someone, permissionNames, null),
    as: (role, of) => actor(someone, [...roles[role].permissions], of ?? null),
    found: async (body) => {
      const tail = await startTail(house.open, [articleWords])
      try {
        await body()
        await tail.settled()
      } finally {
        await tail.stop()
      }
    },
  } // prettier-ignore
}

const draft = (house: Library, wish: Partial<Parameters<typeof begin>[1]> = {}): Promise<Article> =>
  house.work(
    (work) =>
      begin(work, {
        title: 'Renvoyer un colis',
        html: '<p>Collez l’étiquette.</p>',
        language: 'fr',
        brand_id: house.brand,
        audience: 'everybody',
        ...wish,
      }),
    house.writer,
  )
const out = async (house: Library, wish: Partial<Parameters<typeof begin>[1]> = {}): Promise<Article> => {
  const { id, version } = await draft(house, wish)
  return await house.work((work) => publish(work, { id, version }), house.writer)
}
const helpOf = (house: Library, brand = house.brand) => openHelp(house.open, helpKey(house.tenant, brand))

test('a draft is read by staff and by no customer', async () => {
  const house = await library()
  const { id, state, path } = await draft(house)
  assert.deepEqual([state, path], ['draft', null])
  const help = await helpOf(house)
  assert.deepEqual(await help.list({ language: 'fr', limit: 10 }), [])
  await assert.rejects(help.read(id), refusedAs('help.unknown'))
})

test('each publication is an edition of its own; what was out stays as it was', async () => {
  const house = await library()
  const first = await out(house)
  const changed = await house.work(
    (work) => edit(work, { id: first.id, version: first.version, html: '<p>Imprimez l’étiquette.</p>' }),
    house.writer,
  )
  assert.deepEqual(
    [changed.changed, changed.published?.html],
    [true, '<p>Collez l’étiquette.</p>'],
    'customers still read the first',
  )
  const second = await house.work((work) => publish(work, { id: first.id, version: changed.version }), house.writer)
  assert.deepEqual([second.edition, second.changed, second.published?.html], [2, false, '<p>Imprimez l’étiquette.</p>'])
  const { items } = await house.work((work) => editions(work, { id: first.id, limit: 10 }), house.writer)
  assert.deepEqual(
    items.map(({ number, html, publisher }) => [number, html, publisher?.name]),
    [
      [2, '<p>Imprimez l’étiquette.</p>', 'Nadia'],
      [1, '<p>Collez l’étiquette.</p>', 'Nadia'],
    ],
  )
  await assert.rejects(
    house.work((work) => work.sql.run`update knowledge.edition set title = 'x' where tenant_id = ${work.tenant}`),
    /permission denied/,
  )
})

test('publishing what is out already makes no new edition', async () => {
  const house = await library()
  const { id, version } = await out(house)
  await house.work((work) => publish(work, { id, version }), house.writer)
  assert.deepEqual(
    (await house.heard(articlePublished)).map(({ edition }) => edition),
    [1],
  )
})

test('an empty article is not published, and one that was withdrawn can be published again', async () => {
  const house = await library()
  const empty = await draft(house, { html: '<p> </p>' })
  await assert.rejects(
    house.work((work) => publish(work, empty), house.writer),
    refusedAs('article.empty'),
  )
  const one = await out(house, { title: 'Autre' })
  const gone = await house.work((work) => withdraw(work, one), house.writer)
  assert.equal(gone.state, 'withdrawn')
  const help = await helpOf(house)
  await assert.rejects(help.read(one.id), refusedAs('help.unknown'))
  const back = await house.work((work) => publish(work, gone), house.writer)
  assert.deepEqual([back.state, back.edition], ['published', 2])
})

test('who edits what somebody changed meanwhile is told, with both versions', async () => {
  const house = await library()
  const { id, version } = await draft(house)
  await house.work((work) => edit(work, { id, version, title: 'Un' }), house.writer)
  await assert.rejects(
    house.work((work) => edit(work, { id, version, title: 'Deux' }), house.writer),
    refusedAs('stale'),
  )
})

test('an article is for its brand or for all, and what is for staff never reaches a customer', async () => {
  const house = await library()
  const here = await out(house)
  const everywhere = await out(house, { title: 'Nos horaires', brand_id: null })
  const secret = await out(house, { title: 'Geste commercial', audience: 'staff' })
  const titles = async (brand: string): Promise<string[]> =>
    (await (await helpOf(house, brand)).list({ language: 'fr', limit: 10 })).map(({ title }) => title).toSorted()
  assert.deepEqual(await titles(house.brand), ['Nos horaires', 'Renvoyer un colis'])
  assert.deepEqual(await titles(house.other), ['Nos horaires'])
  await assert.rejects((await helpOf(house, house.other)).read(here.id), refusedAs('help.unknown'))
  await assert.rejects((await helpOf(house)).read(secret.id), refusedAs('help.unknown'))
  assert.equal((await (await helpOf(house, house.other)).read(everywhere.id)).title, 'Nos horaires')
})

test('a translation stands beside the article; there is one in each language', async () => {
  const house = await library()
  const french = await out(house)
  const english = await out(house, {
    title: 'Return a parcel',
    html: '<p>Stick the label on.</p>',
    language: 'en',
    translates: french.id,
  })
  assert.deepEqual(
    english.translations.map(({ id }) => id),
    [french.id],
  )
  assert.equal((await (await helpOf(house)).read(french.id)).other?.language, 'en')
  await assert.rejects(draft(house, { language: 'en', translates: french.id }), refusedAs('article.already_translated'))
})

test('articles are found by their words, customers by what is out alone', async () => {
  const house = await library()
  await house.found(async () => {
    const one = await out(house)
    const changed = await house.work((work) => edit(work, { ...one, html: '<p>Remboursement secret à venir</p>' }), house.writer)
    assert.equal(changed.changed, true)
    await draft(house, { title: 'Brouillon de garantie', html: '<p>Garantie étendue</p>' })
  })
  const asks = (words: string) => house.work((work) => suggest(work, { brand: house.brand, language: 'fr', words, limit: 5 }))
  assert.deepEqual(
    (await asks('etiquete colis')).map(({ title }) => title),
    ['Renvoyer un colis'],
    'accents and slips forgiven',
  )
  assert.deepEqual(await asks('remboursement secret'), [])
  assert.deepEqual(await asks('garantie'), [])
  const desk = await house.work((work) => list(work, { q: 'garantie', state: 'all', limit: 5 }), house.writer)
  assert.deepEqual(
    desk.items.map(({ title }) => title),
    ['Brouillon de garantie'],
  )
})

test('agents read, trainers and team managers write; each in the brands that are theirs', async () => {
  const house = await library()
  const { id, version } = await draft(house)
  for (const role of ['agent', 'quality'] as const) {
    assert.equal((await house.work((work) => view(work, { id }), house.as(role))).may_manage, false)
    await assert.rejects(
      house.work((work) => publish(work, { id, version }), house.as(role)),
      refusedAs('not_allowed'),
      role,
    )
  }
  await assert.rejects(
    house.work((work) => view(work, { id }), house.as('team_manager', [house.other])),
    refusedAs('article.unknown'),
  )
  await assert.rejects(
    house.work((work) => edit(work, { id, version, brand_id: house.other }), house.as('trainer', [house.brand])),
    refusedAs('not_allowed'),
  )
  assert.equal(
    (await house.work((work) => publish(work, { id, version }), house.as('trainer', [house.brand]))).state,
    'published',
  )
})

test('articles come the latest edited first, page by page', async () => {
  const house = await library()
  for (const title of ['a', 'b', 'c']) {
    await draft(house, { title })
    house.clock.advance({ seconds: 1 })
  }
  const first = await house.work((work) => list(work, { state: 'draft', limit: 2 }), house.writer)
  const next = await house.work((work) => list(work, { state: 'draft', limit: 2, cursor: first.next! }), house.writer)
  assert.deepEqual(
    [...first.items, ...next.items].map(({ title }) => title),
    ['c', 'b', 'a'],
  )
  assert.equal(next.next, null)
})

test('what stands in an article is words, and links that lead to the web', () => {
  assert.equal(
    cleanArticle('<h1 onclick="x()">Titre</h1><script>alert(1)</script><p style="color:red">a <b>b</b></p>'),
    '<h2>Titre</h2><p>a <strong>b</strong></p>',
  )
  assert.equal(
    cleanArticle('<a href="javascript:alert(1)">x</a><a href="https://a.example/?a=1&b=2">y</a>'),
    '<a>x</a><a href="https://a.example/?a=1&amp;b=2">y</a>',
  )
  assert.equal(cleanArticle('<iframe src="https://x.example"></iframe><img src=x onerror=y><svg><p>z</svg>'), '<p>z</p>')
})

test('cleaning twice is cleaning once, whatever was written', () => {
  const pieces = fc.constantFrom(
    '<p>',
    '</p>',
    '<b>',
    '</b>',
    '<a href="',
    '">',
    '<script>',
    '</script>',
    '&lt;',
    '<',
    '>',
    '"',
    'mot',
    '<ul><li>',
    '<!--',
    '-->',
    '<svg>',
    '<style>',
    '\0',
    '&amp;',
    '<h1>',
  )
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 20 }), (parts) => {
      const once = cleanArticle(parts.join(''))
      assert.equal(cleanArticle(once), once)
      assert.doesNotMatch(once, /<script|<style|<svg|javascript:| on\w+=/i)
    }),
    { numRuns: 3_000, examples: [[['<p>', '<svg>', '<p>']]] },
  )
})

test('an excerpt is cut between words', () => {
  assert.equal(excerptOf('un deux trois', 8), 'un deux…')
  assert.equal(excerptOf('court'), 'court')
  assert.equal(
    excerptOf('On rend :\n\n * la lampe ;\n * la vis.\n\n 1. Puis on attend.'),
    'On rend : la lampe ; la vis. Puis on attend.',
  )
  fc.assert(fc.property(fc.string({ maxLength: 400 }), (text) => assert.ok(excerptOf(text, 50).length <= 51)))
})

test('a key of help pages names a house and a brand, and nothing else is one', async () => {
  const house = await library()
  assert.deepEqual(readHelpKey(helpKey(house.tenant, house.brand)), { tenant: house.tenant, brand: house.brand })
  for (const key of ['', 'hp_', 'hp_x_y', `${helpKey(house.tenant, house.brand)}0`])
    await assert.rejects(openHelp(house.open, key), refusedAs('help.unknown'), key)
  await assert.rejects(openHelp(house.open, helpKey(house.tenant, house.tenant)), refusedAs('help.unknown'))
})
