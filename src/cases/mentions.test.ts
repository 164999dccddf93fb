import assert from 'node:assert/strict'
import { test } from 'node:test'
import { count } from './count.ts'
import { look } from './look.ts'
import { mentions, mentionsSeen } from './mentions.ts'
import { note } from './note.ts'
import { testCentre } from './test-centre.ts'

async function named() {
  const centre = await testCentre()
  const [anna, bruno] = [centre.as(centre.anna), centre.as(centre.bruno)]
  const write = async (id: Awaited<ReturnType<typeof centre.arrive>>['case'], text: string) => {
    centre.clock.advance({ minutes: 1 })
    await centre.work((work) => note(work, { id, text, mentions: [centre.bruno, centre.anna] }), anna)
  }
  const unseen = async () => (await centre.work((work) => count(work), bruno)).mentions
  return { centre, anna, bruno, write, unseen }
}

test('whoever is named in a note finds it in their list, the latest first, and looking at the case is having seen it', async () => {
  const { centre, anna, bruno, write, unseen } = await named()
  const [first, second] = [await centre.arrive(), await centre.arrive()]
  await write(first.case, '@Bruno, tu connais ?')
  await write(second.case, '@Bruno, et ici ?')
  const { items, unseen: told } = await centre.work((work) => mentions(work, { limit: 10 }), bruno)
  assert.deepEqual(items.map(({ text, author, seen_at }) => [text, author?.name, seen_at]), [['@Bruno, et ici ?', 'Anna', null], ['@Bruno, tu connais ?', 'Anna', null]]) // prettier-ignore
  assert.deepEqual([told, await unseen()], [2, 2])
  assert.deepEqual((await centre.work((work) => mentions(work, { limit: 10 }), anna)).items, [], 'who names herself is not told')
  await centre.work((work) => look(work, { id: first.case }), bruno)
  assert.equal(await unseen(), 1)
  const left = await centre.work((work) => mentions(work, { limit: 10, only: 'unseen' }), bruno)
  assert.deepEqual(
    left.items.map((item) => item.case.id),
    [second.case],
  )
  assert.deepEqual(await centre.work((work) => mentionsSeen(work, {}), bruno), { seen: 1 })
  assert.equal(await unseen(), 0)
})

test('a long list of mentions comes page by page, each once', async () => {
  const { centre, bruno, write } = await named()
  const { case: id } = await centre.arrive()
  for (const text of ['un', 'deux', 'trois']) await write(id, text)
  const read: string[] = []
  let cursor: string | undefined
  do {
    const page = await centre.work((work) => mentions(work, { limit: 2, cursor }), bruno)
    read.push(...page.items.map(({ text }) => text))
    cursor = page.next ?? undefined
  } while (cursor)
  assert.deepEqual(read, ['trois', 'deux', 'un'])
})

test('a mention in a case one may no longer see is neither shown nor counted', async () => {
  const { centre, write } = await named()
  const { case: id } = await centre.arrive()
  await write(id, '@Bruno')
  const elsewhere = { ...centre.as(centre.bruno), scope: { teams: null, brands: [] } }
  const { items, unseen } = await centre.work((work) => mentions(work, { limit: 10 }), elsewhere)
  assert.deepEqual([items, unseen], [[], 0])
  assert.equal((await centre.work((work) => count(work), elsewhere)).mentions, 0)
})
