import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { startTail } from '#base/journal'
import { texts } from '#base/sql'
import type { CaseId } from './contract.ts'
import { edit } from './edit.ts'
import { holdBack } from './hold-back.ts'
import { list } from './list.ts'
import { caseWords } from './listen.ts'
import { merge } from './merge.ts'
import { note } from './note.ts'
import { reply } from './reply.ts'
import { testCentre, type Centre } from './test-centre.ts'
import { unmerge } from './unmerge.ts'
import { view } from './view.ts'

const answer = { cc: [], uploads: [], undo_seconds: 6, close: false }
const WORDS = ['colis', 'égaré', 'facture', 'Besançon', 'G-2026-000123', 'livreur', 'samedi', 'abat-jour']
const words = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 5 }).map((some) => some.join(' '))
const deed = fc.tuple(fc.constantFrom('they write', 'we answer', 'we note', 'we answer and hold back'), words, fc.boolean())

const lexemes = (centre: Centre, id: CaseId) =>
  centre.work(async (work) => (await work.sql.one({ all: texts })`
    select tsvector_to_array(vector) as all from search.document where tenant_id = ${work.tenant} and id = ${id}`).all.toSorted()) // prettier-ignore

test('a case that is added to as things are said has the words it would have if it were written anew', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 1, maxLength: 6 }), async (deeds) => {
      const centre = await testCentre()
      const anna = centre.as(centre.anna)
      const hearing = await startTail(centre.open, [caseWords])
      try {
        const { case: id, conversation } = await centre.arrive()
        for (const [what, text, pause] of deeds) {
          centre.clock.advance({ minutes: 1 })
          if (what === 'they write') await centre.arrive({ answers: conversation, text, visible_text: text })
          else if (what === 'we note') await centre.work((work) => note(work, { id, text, mentions: [] }), anna)
          else {
            const sent = await centre.work((work) => reply(work, { ...answer, id, text }), anna)
            if (pause) await hearing.settled() // found before it is taken back
            if (what === 'we answer and hold back')
              await centre.work((work) => holdBack(work, { id, interaction: sent.id }), anna)
          }
          if (pause) await hearing.settled()
        }
        await hearing.settled()
        const grown = await lexemes(centre, id)
        const { version, subject } = await centre.work((work) => view(work, { id }))
        await centre.work((work) => edit(work, { id, version, subject }), anna)
        await hearing.settled()
        assert.deepEqual(grown, await lexemes(centre, id))
      } finally {
        await hearing.stop()
      }
    }),
    { numRuns: 12 },
  )
})

test('a case is found by its title, by what opened it and by what was said in it since', async (t) => {
  const centre = await testCentre()
  const hearing = await startTail(centre.open, [caseWords])
  t.after(() => hearing.stop())
  const { case: id } = await centre.arrive({ subject: 'Bibliothèque Tilleul', visible_text: 'Elle danse.' })
  await hearing.settled()
  await centre.work((work) => note(work, { id, text: 'clé de six', mentions: [] }), centre.as(centre.anna))
  await hearing.settled()
  for (const q of ['tilleul', 'danse', 'clé de six'])
    assert.equal((await centre.work((work) => list(work, { limit: 5, status: 'all', q }))).items[0]?.id, id, q)
})

test('what is written in the thread of a merged case is found, and found as the main case; parted, each is found by its own', async () => {
  const centre = await testCentre()
  const hearing = await startTail(centre.open, [caseWords])
  const found = async (q: string) => {
    await hearing.settled()
    return (await centre.work((work) => list(work, { limit: 10, status: 'all', q }))).items.map(({ id }) => id)
  }
  const main = await centre.arrive({ text: 'Abat-jour', visible_text: 'Abat-jour' })
  const other = await centre.arrive({ text: 'Guirlande', visible_text: 'Guirlande' })
  await centre.work((work) => merge(work, { id: main.case, merged: other.case }))
  await centre.arrive({ answers: other.conversation, text: 'Platane', visible_text: 'Platane' })
  assert.deepEqual([await found('guirlande'), await found('platane')], [[main.case], [main.case]])
  await centre.work((work) => unmerge(work, { id: main.case, merged: other.case }))
  assert.deepEqual(
    [await found('guirlande'), await found('platane'), await found('abat-jour')],
    [[other.case], [other.case], [main.case]],
  )
  await hearing.stop()
})
