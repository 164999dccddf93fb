import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as customers from '#customers'
import * as staff from '#staff'
import { readAudit } from '#access'
import type { CustomerId } from '#customers/contract'
import { answerHandOver } from './answer-hand-over.ts'
import { close } from './close.ts'
import { caseClosed, handOverEnded, messageQueued, ownerChanged } from './contract.ts'
import { edit } from './edit.ts'
import { holdBack } from './hold-back.ts'
import { leave } from './leave.ts'
import { list } from './list.ts'
import { look } from './look.ts'
import { note } from './note.ts'
import { offerHandOver } from './offer-hand-over.ts'
import { owners } from './owners.ts'
import { reopen } from './reopen.ts'
import { reply } from './reply.ts'
import { retry } from './retry.ts'
import { takeAsArrived } from './take-as-arrived.ts'
import { setOwner } from './set-owner.ts'
import { takeForSending, settle } from './settle.ts'
import { testCentre } from './test-centre.ts'
import { view } from './view.ts'

const answer = { cc: [], uploads: [], undo_seconds: 0, close: false }

test('a mail from a stranger opens a case answered for by the duty person, with a deputy', async () => {
  const centre = await testCentre()
  const filed = await centre.arrive()
  const shown = await centre.work((work) => view(work, { id: filed.case }), centre.as(centre.bruno))
  assert.equal(shown.owner.name, 'Anna')
  assert.equal(shown.chosen_by, 'duty')
  assert.ok(shown.deputy && shown.deputy.id !== shown.owner.id)
  assert.equal(shown.customer?.name, 'Camille Martin')
  assert.equal(shown.conversations[0]?.interactions[0]?.text, 'Où en est ma commande ?')
  assert.equal(shown.number, 1)
})

test('the same arrival is filed once', async () => {
  const centre = await testCentre()
  const first = await centre.arrive({ source: 'receipt:1' })
  const again = await centre.arrive({ source: 'receipt:1' })
  assert.deepEqual({ ...again, again: false, opened: true }, first)
  assert.ok(again.again)
})

test('the point of contact of the customer answers; the stand-in when that person is away', async () => {
  const centre = await testCentre()
  const first = await centre.arrive()
  const customer = first.customer as CustomerId
  await centre.work((work) => customers.setPointOfContact(work, { of: { customer }, person: centre.bruno, deputy: centre.chloe }))
  const second = await centre.arrive()
  const seen = await centre.work((work) => view(work, { id: second.case }))
  assert.deepEqual([seen.owner.name, seen.deputy?.name, seen.chosen_by], ['Bruno', 'Chloe', 'customer_contact'])
  await centre.work((work) =>
    staff.planAbsence(work, {
      person_id: centre.bruno,
      starts_at: '2026-11-19T00:00:00Z',
      ends_at: '2026-11-30T00:00:00Z',
      reason: 'leave',
      deputy_id: centre.chloe,
    }),
  )
  const third = await centre.arrive()
  const away = await centre.work((work) => view(work, { id: third.case }))
  assert.deepEqual([away.owner.name, away.chosen_by], ['Chloe', 'stand_in'])
})

test('an answer with our token from who takes part joins; from anybody else it opens a case that says what it claims', async () => {
  const centre = await testCentre()
  const first = await centre.arrive()
  const joined = await centre.arrive({ answers: first.conversation })
  assert.equal(joined.case, first.case)
  const stranger = await centre.arrive({
    answers: first.conversation,
    identity: { kind: 'email', value: 'mallory@evil.example' },
    from: { name: '', address: 'mallory@evil.example' },
  })
  const forged = await centre.arrive({ answers: first.conversation, trusted: false })
  for (const [filed, why] of [
    [stranger, 'not_a_participant'],
    [forged, 'authentication_failed'],
  ] as const) {
    assert.notEqual(filed.case, first.case)
    const seen = await centre.work((work) => view(work, { id: filed.case }))
    assert.equal(seen.claims?.id, first.case)
    assert.equal(seen.conversations[0]?.interactions[0]?.marks.not_joined, why)
  }
})

test('of fifty who take a case at the same moment one wins and the others are told who', async () => {
  const centre = await testCentre()
  const { case: id } = await centre.arrive()
  const takers = Array.from({ length: 50 }, (_, i) => (i % 2 ? centre.bruno : centre.chloe))
  const results = await Promise.allSettled(
    takers.map((owner) => centre.work((work) => setOwner(work, { id, owner, expected_owner: centre.anna }), centre.as(owner))),
  )
  assert.equal(results.filter((r) => r.status === 'fulfilled').length, 1)
  const told = results.flatMap((r) => (r.status === 'rejected' ? [r.reason.details.owner.name] : []))
  assert.equal(told.length, 49)
  assert.equal(new Set(told).size, 1)
  assert.equal((await centre.heard(ownerChanged)).length, 1)
})

test('who answered for a case can be told for every instant of the past', async () => {
  const centre = await testCentre()
  const { case: id } = await centre.arrive()
  const before = centre.clock.now()
  centre.clock.advance({ hours: 1 })
  await centre.work((work) => setOwner(work, { id, owner: centre.bruno }), centre.as(centre.bruno))
  centre.clock.advance({ hours: 1 })
  const at = (instant: Temporal.Instant) =>
    centre.work(async (work) => (await owners(work, { id, at: instant.toString() })).items.map((o) => o.owner.name))
  assert.deepEqual(await at(before), ['Anna'])
  assert.deepEqual(await at(before.add({ minutes: 59 })), ['Anna'])
  assert.deepEqual(await at(before.add({ hours: 1 })), ['Bruno'])
  assert.deepEqual(await at(centre.clock.now()), ['Bruno'])
})

test('the database refuses an open case without a current owner, with two, or with one who left', async () => {
  const centre = await testCentre()
  const { case: id } = await centre.arrive()
  const spoil = (statement: (work: Parameters<Parameters<typeof centre.work>[0]>[0]) => Promise<unknown>, why: RegExp) =>
    assert.rejects(centre.work(statement), why)
  await spoil(
    (w) => w.sql.run`update cases.ownership set until = ${w.now} where tenant_id = ${w.tenant} and case_id = ${id}`,
    /always_one_owner/,
  )
  await spoil(
    (w) => w.sql.run`update cases."case" set owner_id = ${centre.bruno} where tenant_id = ${w.tenant} and id = ${id}`,
    /always_one_owner/,
  )
  await spoil(
    (w) => w.sql.run`
    insert into cases.ownership (tenant_id, id, case_id, person_id, chosen_by, since, by)
    values (${w.tenant}, gen_random_uuid(), ${id}, ${centre.bruno}, 'assigned', ${w.now}, 'x')`,
    /one_in_each_place/,
  )
  await spoil(
    (w) =>
      w.sql
        .run`update staff.person set left_at = ${w.now}, successor_id = ${centre.bruno} where tenant_id = ${w.tenant} and id = ${centre.anna}`,
    /must first hand over/,
  )
  await spoil((w) => w.sql.run`delete from cases.ownership where tenant_id = ${w.tenant}`, /permission denied/)
})

test('whoever leaves passes the open cases to the successor, in one go', async () => {
  const centre = await testCentre()
  const { case: id } = await centre.arrive()
  await centre.work((work) => leave(work, { person: centre.anna, successor: centre.chloe }), centre.as(centre.bruno))
  const seen = await centre.work((work) => view(work, { id }))
  assert.deepEqual([seen.owner.name, seen.chosen_by], ['Chloe', 'successor'])
})

test('until a hand-over is accepted the giver answers for the case', async () => {
  const centre = await testCentre()
  const { case: id } = await centre.arrive()
  const offered = await centre.work(
    (work) => offerHandOver(work, { id, to: centre.bruno, message: 'Tu connais le client.' }),
    centre.as(centre.anna),
  )
  assert.equal((await centre.work((work) => view(work, { id }))).owner.name, 'Anna')
  await assert.rejects(
    centre.work((work) => answerHandOver(work, { id: offered.id, as: 'accepted', answer: '' }), centre.as(centre.chloe)),
    /hand_over.not_yours/,
  )
  await centre.work(
    (work) => answerHandOver(work, { id: offered.id, as: 'accepted', answer: 'Volontiers' }),
    centre.as(centre.bruno),
  )
  const seen = await centre.work((work) => view(work, { id }))
  assert.deepEqual([seen.owner.name, seen.chosen_by, seen.hand_over], ['Bruno', 'handed_over', null])
  assert.deepEqual(
    (await centre.heard(handOverEnded)).map((e) => e.as),
    ['accepted'],
  )
})

test('a closed case comes back to the same owner when the customer writes again, and not for a bounce', async () => {
  const centre = await testCentre()
  const { case: id, conversation } = await centre.arrive()
  await centre.work((work) => close(work, { id }))
  await centre.arrive({ answers: conversation, kind: 'bounce', identity: null, from: null })
  assert.equal((await centre.work((work) => view(work, { id }))).status, 'closed')
  await centre.arrive({ answers: conversation })
  const seen = await centre.work((work) => view(work, { id }))
  assert.deepEqual([seen.status, seen.owner.name], ['open', 'Anna'])
})

test('a case whose owner left while it was closed comes back to somebody who is here', async () => {
  const centre = await testCentre()
  const { case: id, conversation } = await centre.arrive()
  await centre.work((work) => setOwner(work, { id, owner: centre.bruno }), centre.as(centre.bruno))
  await centre.work((work) => close(work, { id }))
  await centre.work((work) => leave(work, { person: centre.bruno, successor: centre.chloe }), centre.as(centre.anna))
  await centre.arrive({ answers: conversation })
  const seen = await centre.work((work) => view(work, { id }))
  assert.deepEqual([seen.status, seen.owner.name], ['open', 'Anna'])
})

test('a stale edit gets both values back and overwrites nothing', async () => {
  const centre = await testCentre()
  const { case: id } = await centre.arrive()
  const { version } = await centre.work((work) => view(work, { id }))
  await centre.work((work) => edit(work, { id, version, subject: 'Retard de livraison' }))
  await assert.rejects(
    centre.work((work) => edit(work, { id, version, subject: 'Autre' })),
    (error: { details: { current: { subject: string } } }) => {
      assert.equal(error.details.current.subject, 'Retard de livraison')
      return true
    },
  )
})

test('an answer goes where the customer asked for it, and the list says who waits for whom', async () => {
  const centre = await testCentre()
  const { case: id } = await centre.arrive({ answer_to: [{ name: '', address: 'ailleurs@client.example' }] })
  const stands = async () =>
    (await centre.work((work) => list(work, { limit: 10, status: 'all', owner: 'me' }), centre.as(centre.anna))).items[0]?.stands
  assert.equal(await stands(), 'new')
  await centre.work((work) => look(work, { id }), centre.as(centre.anna))
  assert.equal(await stands(), 'waiting_for_us')
  centre.clock.advance({ minutes: 1 })
  const sent = await centre.work((work) => reply(work, { ...answer, id, text: 'Elle part demain.' }), centre.as(centre.anna))
  assert.equal(await stands(), 'waiting_for_others')
  const shown = await centre.work((work) => view(work, { id }))
  const out = shown.conversations[0]?.interactions.at(-1)
  assert.deepEqual(
    [out?.id, out?.to[0]?.address, out?.subject, out?.state],
    [sent.id, 'ailleurs@client.example', 'Re: Ma commande', 'queued'],
  )
  assert.equal((await centre.heard(messageQueued)).length, 1)
})

test('an answer is held back until the channel has taken it, never after', async () => {
  const centre = await testCentre()
  const { case: id } = await centre.arrive()
  const first = await centre.work((work) => reply(work, { ...answer, id, text: 'Un' }), centre.as(centre.anna))
  await centre.work((work) => holdBack(work, { id, interaction: first.id }), centre.as(centre.anna))
  assert.equal(await centre.work((work) => takeForSending(work, first.id)), false)
  const second = await centre.work((work) => reply(work, { ...answer, id, text: 'Deux' }), centre.as(centre.anna))
  assert.equal(await centre.work((work) => takeForSending(work, second.id)), true)
  await assert.rejects(
    centre.work((work) => holdBack(work, { id, interaction: second.id }), centre.as(centre.anna)),
    /reply.gone/,
  )
})

test('a message that did not leave brings the case back to its owner', async () => {
  const centre = await testCentre()
  const { case: id } = await centre.arrive()
  centre.clock.advance({ minutes: 1 })
  const sent = await centre.work((work) => reply(work, { ...answer, id, text: 'Un' }), centre.as(centre.anna))
  await centre.work((work) => takeForSending(work, sent.id))
  await centre.work((work) => settle(work, sent.id, { state: 'failed', detail: '550 5.1.1 unknown' }))
  const [line] = (await centre.work((work) => list(work, { limit: 10, status: 'open' }))).items
  assert.ok(line?.failed_at)
  assert.notEqual(line?.stands, 'waiting_for_others')
})

test('a note mentions only people who are here', async () => {
  const centre = await testCentre()
  const { case: id } = await centre.arrive()
  const written = await centre.work(
    (work) => note(work, { id, text: '@Bruno ?', mentions: [centre.bruno, '018f0000-0000-7000-8000-000000000009' as never] }),
    centre.as(centre.anna),
  )
  assert.deepEqual(written.mentions, [centre.bruno])
})

test('closing and reopening by hand keep the owner', async () => {
  const centre = await testCentre()
  const { case: id } = await centre.arrive()
  await centre.work((work) => close(work, { id }), centre.as(centre.bruno))
  const again = await centre.work((work) => close(work, { id })) // asked twice, done once
  assert.equal(again.version, (await centre.work((work) => view(work, { id }))).version)
  assert.equal((await centre.heard(caseClosed)).length, 1)
  await centre.work((work) => reopen(work, { id }), centre.as(centre.bruno))
  assert.equal((await centre.work((work) => view(work, { id }))).owner.name, 'Anna')
})

test('a case of a brand that is not yours answers as one that does not exist', async () => {
  const centre = await testCentre()
  const { case: id } = await centre.arrive()
  const narrow = { ...centre.as(centre.bruno), scope: { teams: null, brands: ['018f0000-0000-7000-8000-000000000009'] } } as const
  await assert.rejects(
    centre.work((work) => view(work, { id }), narrow),
    /case.unknown/,
  )
  assert.deepEqual((await centre.work((work) => list(work, { limit: 10, status: 'all' }), narrow)).items, [])
})

test('an answer without a word, a picture or a file is none', async () => {
  const centre = await testCentre()
  const { case: id } = await centre.arrive()
  for (const html of ['', '<p> </p>', '<p><br></p><script>x()</script>'])
    await assert.rejects(
      centre.work((work) => reply(work, { ...answer, id, html }), centre.as(centre.anna)),
      /reply.empty/,
    )
})

test('an answer written on a stale case is refused with what is there now', async () => {
  const centre = await testCentre()
  const { case: id } = await centre.arrive()
  const before = await centre.work((work) => view(work, { id }))
  await centre.work((work) => note(work, { id, text: 'vu', mentions: [] }))
  const { version } = await centre.work((work) => view(work, { id }))
  await centre.work((work) => reply(work, { ...answer, id, version, text: 'Elle part demain.' }), centre.as(centre.anna))
  await assert.rejects(
    centre.work((work) => reply(work, { ...answer, id, version: before.version, text: 'Autre chose.' }), centre.as(centre.bruno)),
    /stale/,
  )
})

test('who took, closed and reopened a case stands in the audit trail', async () => {
  const centre = await testCentre()
  const { case: id } = await centre.arrive()
  await centre.work((work) => setOwner(work, { id, owner: centre.bruno }), centre.as(centre.bruno))
  await centre.work((work) => close(work, { id }), centre.as(centre.bruno))
  await centre.work((work) => reopen(work, { id }), centre.as(centre.chloe))
  const { items } = await centre.work((work) => readAudit(work, { about: id, limit: 10 }))
  assert.deepEqual(items.map((row) => [row.what, row.actor.id]).toReversed(), [['case.owner_changed', centre.bruno], ['case.closed', centre.bruno], ['case.reopened', centre.chloe]]) // prettier-ignore
})

test('a kept answer may be sent once there is a relay', async () => {
  const centre = await testCentre()
  const { case: id } = await centre.arrive()
  const sent = await centre.work((work) => reply(work, { ...answer, id, text: 'Elle part demain.' }), centre.as(centre.anna))
  await centre.work((work) => settle(work, sent.id, { state: 'kept', detail: null }))
  await centre.work((work) => retry(work, { id, interaction: sent.id }), centre.as(centre.anna))
  assert.equal(await centre.work((work) => takeForSending(work, sent.id)), true)
})

test('an uncertain answer taken as arrived is not sent again, by anybody, and who decided is known', async () => {
  const centre = await testCentre()
  const { case: id } = await centre.arrive()
  const sent = await centre.work((work) => reply(work, { ...answer, id, text: 'Bonjour' }), centre.as(centre.anna))
  const decide = () => centre.work((work) => takeAsArrived(work, { id, interaction: sent.id }), centre.as(centre.anna))
  await assert.rejects(decide(), /reply.nothing_to_retry/) // it has not left yet
  await centre.work((work) => settle(work, sent.id, { state: 'uncertain', detail: 'no answer after the final dot' }))
  await decide()
  const shown = await centre.work((work) => view(work, { id }))
  assert.equal(shown.conversations[0]?.interactions.at(-1)?.state, 'handed_over')
  await assert.rejects(
    centre.work((work) => retry(work, { id, interaction: sent.id }), centre.as(centre.anna)),
    /reply.nothing_to_retry/,
  )
  const { items } = await centre.work((work) => readAudit(work, { about: id, limit: 10 }))
  assert.deepEqual(
    items.filter(({ what }) => what === 'case.taken_as_arrived').map(({ actor }) => actor.id),
    [centre.anna],
  )
})

test('whom the customer copied in when opening the case may answer; whom an unproven mail brings later may not', async () => {
  const centre = await testCentre()
  const wrote = (value: string, more: object) =>
    centre.arrive({ from: { name: '', address: value }, identity: { kind: 'email', value }, ...more })
  const first = await wrote('camille@client.example', { invites: { addresses: ['chef@client.example'], proven: false } })
  const answers = first.conversation
  assert.equal((await wrote('chef@client.example', { answers })).case, first.case)
  await wrote('camille@client.example', { answers, invites: { addresses: ['inconnu@evil.example'], proven: false } })
  assert.notEqual((await wrote('inconnu@evil.example', { answers })).case, first.case)
  await wrote('camille@client.example', { answers, invites: { addresses: ['avocat@conseil.example'], proven: true } })
  assert.equal((await wrote('avocat@conseil.example', { answers })).case, first.case)
})

test('our own mail that comes round stays in its case and wakes nobody', async () => {
  const centre = await testCentre()
  const first = await centre.arrive()
  await centre.work((work) => close(work, { id: first.case }))
  const back = await centre.arrive({ kind: 'auto-reply', returned: true, identity: null, answers: first.conversation })
  assert.equal(back.case, first.case)
  assert.equal((await centre.work((work) => view(work, { id: first.case }))).status, 'closed')
  const claimed = await centre.arrive({
    kind: 'auto-reply',
    returned: true,
    identity: null,
    answers: first.conversation,
    trusted: false,
  })
  assert.notEqual(claimed.case, first.case)
})

test('whoever writes a subject without end is answered all the same', async () => {
  const centre = await testCentre()
  const { case: id } = await centre.arrive({ subject: 'A'.repeat(1_000) })
  const sent = await centre.work((work) => reply(work, { ...answer, id, text: 'Bonjour' }), centre.as(centre.anna))
  const { conversations } = await centre.work((work) => view(work, { id }), centre.as(centre.anna))
  const written = conversations[0]?.interactions.find((each) => each.id === sent.id)
  assert.match(written?.subject ?? '', /^Re: A{900}$/)
})
