import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { integer } from '#base/sql'
import { acknowledge } from './acknowledge.ts'
import { close } from './close.ts'
import { count } from './count.ts'
import { create } from './create.ts'
import { edit } from './edit.ts'
import { holdBack } from './hold-back.ts'
import { leave } from './leave.ts'
import { list } from './list.ts'
import { listInteractions } from './list-interactions.ts'
import { notice } from './notice.ts'
import { reply } from './reply.ts'
import { setOwner } from './set-owner.ts'
import { takeForSending, settle } from './settle.ts'
import { testCentre } from './test-centre.ts'
import { view } from './view.ts'

const answer = { cc: [], uploads: [], undo_seconds: 0, close: false }
const STANDS = ['new', 'waiting_for_us', 'waiting_for_others', 'suspected'] as const

test('where a case stands is the same in a list, in a filter and in a count, whatever has happened to it', async () => {
  const centre = await testCentre()
  const { case: id } = await centre.arrive()
  const moment = fc.option(fc.integer({ min: 0, max: 3 }).map((minute) => `2026-11-20T09:0${minute}:00Z`))
  await fc.assert(
    fc.asyncProperty(fc.tuple(moment, moment, moment, moment, moment), async ([last_in, last_out, failed, looked, suspected]) => {
      await centre.work(
        (work) => work.sql.run`
        update cases."case" set last_in_at = ${last_in}, last_out_at = ${last_out}, failed_at = ${failed}, owner_looked_at = ${looked}, suspected_at = ${suspected}
        where tenant_id = ${work.tenant} and id = ${id}`,
      )
      const [line] = (await centre.work((work) => list(work, { limit: 10, status: 'open' }))).items
      const lists = await Promise.all(
        STANDS.map(
          async (stands) =>
            [stands, (await centre.work((work) => list(work, { limit: 10, status: 'open', stands }))).items.length] as const,
        ),
      )
      assert.deepEqual(
        lists.filter(([, n]) => n > 0),
        [[line?.stands, 1]],
      )
      const counts = await centre.work((work) => count(work), centre.as(centre.anna))
      assert.deepEqual(
        STANDS.filter((stands) => counts[stands] > 0),
        [line?.stands],
      )
    }),
    { numRuns: 60 },
  )
})

test('what looks unwanted alarms nobody: it stands by itself, until the customer writes, we answer, or somebody says that it is wanted', async () => {
  const centre = await testCentre()
  const anna = centre.as(centre.anna)
  const { case: id } = await centre.arrive({ kind: 'spam' })
  const stands = async () => (await centre.work((work) => list(work, { limit: 10, status: 'open' }))).items[0]?.stands
  const counted = () => centre.work((work) => count(work), anna)
  assert.equal(await stands(), 'suspected')
  assert.deepEqual(await counted(), {
    new: 0,
    waiting_for_us: 0,
    waiting_for_others: 0,
    suspected: 1,
    hand_overs: 0,
    failed: 0,
    mentions: 0,
    covered: 0,
    handling: 0,
  })
  const { version } = await centre.work((work) => view(work, { id }))
  await centre.work((work) => edit(work, { id, version, suspected: false }), anna)
  assert.equal(await stands(), 'new')
  assert.equal((await counted()).new, 1)

  const other = await centre.arrive({ kind: 'spam' })
  await centre.arrive({ answers: other.conversation })
  assert.equal((await centre.work((work) => view(work, { id: other.case }))).suspected_at, null)
})

test('the last words of a case are those of people, not of our acknowledgement or a notice', async () => {
  const centre = await testCentre()
  const { case: id, conversation } = await centre.arrive({ visible_text: 'Où est mon colis ?' })
  centre.clock.advance({ minutes: 1 })
  await centre.work(async (work) => {
    await acknowledge(work, { case: id, conversation, channel: 'email', to: { name: '', address: 'camille@client.example' }, subject: 'Reçu', text: 'Nous avons votre message.', html: '', language: 'fr' }) // prettier-ignore
    await notice(work, { case: id, conversation, channel: 'chat', text: 'Anna arrive.', language: 'fr' })
  })
  assert.equal((await centre.work((work) => list(work, { limit: 10, status: 'open' }))).items[0]?.excerpt, 'Où est mon colis ?')
})

test('a case that we opened by writing first waits for others', async () => {
  const centre = await testCentre()
  const { id } = await centre.work(
    (work) => create(work, { subject: 'Rappel', customer: { email: 'lea@client.example' } }),
    centre.as(centre.anna),
  )
  await centre.work((work) => reply(work, { ...answer, id, text: 'Bonjour' }), centre.as(centre.anna))
  const { items } = await centre.work((work) => list(work, { limit: 10, status: 'open', stands: 'waiting_for_others' }))
  assert.deepEqual(
    items.map((line) => line.id),
    [id],
  )
})

test('an answer held back that also closed the case leaves it open', async () => {
  const centre = await testCentre()
  const { case: id } = await centre.arrive()
  centre.clock.advance({ minutes: 1 })
  const sent = await centre.work(
    (work) => reply(work, { ...answer, id, text: 'Voilà', close: true, undo_seconds: 6 }),
    centre.as(centre.anna),
  )
  centre.clock.advance({ seconds: 2 })
  await centre.work((work) => holdBack(work, { id, interaction: sent.id }), centre.as(centre.anna))
  const shown = await centre.work((work) => view(work, { id }))
  assert.deepEqual([shown.status, shown.last_out_at, shown.owner.name], ['open', null, 'Anna'])
})

test('an answer held back leaves closed what was closed apart from it', async () => {
  const centre = await testCentre()
  const { case: id } = await centre.arrive()
  const sent = await centre.work((work) => reply(work, { ...answer, id, text: 'Voilà', undo_seconds: 6 }), centre.as(centre.anna))
  centre.clock.advance({ seconds: 2 })
  await centre.work((work) => close(work, { id }), centre.as(centre.anna))
  await centre.work((work) => holdBack(work, { id, interaction: sent.id }), centre.as(centre.anna))
  assert.equal((await centre.work((work) => view(work, { id }))).status, 'closed')
})

test('an answer held back does not hide that the one before it never left', async () => {
  const centre = await testCentre()
  const { case: id } = await centre.arrive()
  centre.clock.advance({ minutes: 1 })
  const first = await centre.work((work) => reply(work, { ...answer, id, text: 'Un' }), centre.as(centre.anna))
  await centre.work((work) => takeForSending(work, first.id))
  await centre.work((work) => settle(work, first.id, { state: 'failed', detail: '550' }))
  centre.clock.advance({ minutes: 1 })
  const second = await centre.work(
    (work) => reply(work, { ...answer, id, text: 'Deux', undo_seconds: 6 }),
    centre.as(centre.anna),
  )
  await centre.work((work) => holdBack(work, { id, interaction: second.id }), centre.as(centre.anna))
  assert.ok((await centre.work((work) => view(work, { id }))).failed_at)
})

test('a message that reached only some of those it was for brings the case back to its owner', async () => {
  const centre = await testCentre()
  const { case: id } = await centre.arrive()
  centre.clock.advance({ minutes: 1 })
  const sent = await centre.work((work) => reply(work, { ...answer, id, text: 'Un', close: true }), centre.as(centre.anna))
  await centre.work((work) => takeForSending(work, sent.id))
  await centre.work((work) =>
    settle(work, sent.id, { state: 'handed_over', detail: '250 ok\ncamille@client.example: 550 unknown', lost: true }),
  )
  const shown = await centre.work((work) => view(work, { id }))
  assert.equal(shown.status, 'open')
  assert.ok(shown.failed_at)
  assert.equal(shown.conversations[0]?.interactions.at(-1)?.state, 'handed_over')
})

test('a courtesy that could not be delivered neither reopens a case nor says that an answer failed', async () => {
  const centre = await testCentre()
  const { case: id, conversation } = await centre.arrive()
  const courtesy = await centre.work((work) =>
    acknowledge(work, {
      case: id,
      conversation,
      channel: 'email',
      to: { name: '', address: 'camille@client.example' },
      subject: 'Reçu',
      text: 'Reçu',
      html: '<p>Reçu</p>',
      language: 'fr',
    }),
  )
  await centre.work((work) => close(work, { id }))
  await centre.work((work) => settle(work, courtesy, { state: 'failed', detail: '550 unknown' }))
  const shown = await centre.work((work) => view(work, { id }))
  assert.deepEqual([shown.status, shown.failed_at], ['closed', null])
})

test('a case that has changed hands more often than a page holds can still be read, and says who answers now', async () => {
  const centre = await testCentre()
  const { case: id } = await centre.arrive()
  await centre.work(async (work) => {
    await work.sql.run`update cases.ownership set until = ${work.now} where tenant_id = ${work.tenant} and case_id = ${id}`
    await work.sql.run`
      insert into cases.ownership (tenant_id, id, case_id, person_id, chosen_by, since, until, by, place)
      select ${work.tenant}, gen_random_uuid(), ${id}, case when n % 2 = 0 then ${centre.bruno}::uuid else ${centre.anna} end, 'claimed', ${work.now}::timestamptz,
        case when n < 601 then ${work.now}::timestamptz end, 'test', n from generate_series(2, 601) n`
    await work.sql.run`
      update cases."case" set ownership_id = (select id from cases.ownership where tenant_id = ${work.tenant} and case_id = ${id} and until is null)
      where tenant_id = ${work.tenant} and id = ${id}`
  })
  const shown = await centre.work((work) => view(work, { id }))
  assert.equal(shown.owner.name, 'Anna')
  assert.equal(shown.owners.at(-1)?.owner.name, 'Anna')
})

test('whoever leaves is deputy of no open case any more', async () => {
  const centre = await testCentre()
  const { case: id } = await centre.arrive()
  const { deputy, owner } = await centre.work((work) => view(work, { id }))
  const [leaver, successor] = [
    deputy!.id,
    [centre.anna, centre.bruno, centre.chloe].find((person) => person !== deputy!.id && person !== owner.id)!,
  ]
  await centre.work((work) => leave(work, { person: leaver, successor }), centre.as(owner.id))
  const after = await centre.work((work) => view(work, { id }))
  assert.deepEqual([after.owner.id, after.deputy?.id], [owner.id, successor])
})

test('whoever leaves is no longer asked to take over a case', async () => {
  const centre = await testCentre()
  const { offerHandOver } = await import('./offer-hand-over.ts')
  const { case: id } = await centre.arrive()
  await centre.work((work) => offerHandOver(work, { id, to: centre.bruno, message: '' }), centre.as(centre.anna))
  await centre.work((work) => leave(work, { person: centre.bruno, successor: centre.chloe }), centre.as(centre.anna))
  assert.equal((await centre.work((work) => view(work, { id }))).hand_over, null)
})

test('a mail that arrives while its owner leaves finds somebody who is here', async () => {
  for (let round = 0; round < 5; round++) {
    const centre = await testCentre()
    const { case: first } = await centre.arrive()
    await centre.work((work) => setOwner(work, { id: first, owner: centre.bruno }), centre.as(centre.bruno))
    const arrivals = Array.from({ length: 4 }, () => centre.arrive())
    const [, ...filed] = await Promise.all([
      centre.work((work) => leave(work, { person: centre.anna, successor: centre.chloe }), centre.as(centre.bruno)),
      ...arrivals,
    ])
    for (const { case: id } of filed) assert.notEqual((await centre.work((work) => view(work, { id }))).owner.name, 'Anna')
  }
})

test('a customer whose mails are huge does not make a case too large to read', async () => {
  const centre = await testCentre()
  const first = await centre.arrive()
  const html = 'x'.repeat(1_500_000)
  for (let n = 0; n < 6; n++) {
    centre.clock.advance({ minutes: 1 })
    await centre.arrive({ answers: first.conversation, html })
  }
  const shown = await centre.work((work) => view(work, { id: first.case }))
  const { n } = await centre.work(
    (work) => work.sql.one({ n: integer })`select count(*) as n from cases.interaction where tenant_id = ${work.tenant}`,
  )
  const here = shown.conversations.flatMap((each) => each.interactions)
  assert.ok(JSON.stringify(shown).length < 8_000_000)
  assert.equal(here.length + shown.older_interactions, n)
  assert.ok(here.length >= 1)
  const older: string[] = []
  for (let cursor: string | undefined; ;) {
    const page = await centre.work((work) => listInteractions(work, { id: first.case, before: here[0]!.id, cursor, limit: 2 }))
    older.push(...page.items.map((each) => each.id))
    if (page.next === null) break
    cursor = page.next
  }
  assert.equal(new Set([...older, ...here.map((each) => each.id)]).size, n, 'every one of them is found by going back')
})

test('a list tells an answer that may have arrived from one that did not', async () => {
  const centre = await testCentre()
  const { case: id } = await centre.arrive()
  const anna = centre.as(centre.anna)
  const sent = await centre.work((work) => reply(work, { ...answer, id, text: 'Voilà' }), anna)
  const shown = async () => (await centre.work((work) => list(work, { limit: 10, status: 'open' }))).items[0]?.failed_as
  assert.equal(await shown(), null)
  await centre.work((work) => settle(work, sent.id, { state: 'uncertain', detail: null }))
  assert.equal(await shown(), 'uncertain')
  await centre.work((work) => settle(work, sent.id, { state: 'failed', detail: null }))
  assert.equal(await shown(), 'failed')
})
