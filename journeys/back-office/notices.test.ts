// What a colleague has not seen follows by mail: one mail for all of it, only when they are away, and never more than enough.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createTenant } from '#access'
import * as brands from '#brands'
import * as staff from '#staff'
import { newId } from '#base/id'
import { startJobs } from '#base/jobs'
import { startTail } from '#base/journal'
import { testHouse } from '#base/test-database'
import { inWork, system, type Work } from '#base/work'
import type { PersonId } from '#base/contract'
import { MOST_A_DAY, noticeMailer, noticesByMail } from '../../src/channels/email/letters/notices.ts'
import { changeWish } from '../../src/channels/email/letters/wish.ts'
import { letterSender } from '../../src/channels/email/send.ts'
import { openRelay } from '../../src/channels/email/sending/deliver.ts'
import { seeNotice } from '../../src/staff/notices.ts'
import { openRelayWorld } from '../world/relay.ts'

async function openHouse(t: { after: (end: () => Promise<void>) => void }) {
  const house = await testHouse('2026-11-24T08:00:00Z')
  const { id: tenant } = await createTenant(house.open, { name: 'Maison' })
  const work = <Result>(body: (work: Work) => Promise<Result>, as?: PersonId): Promise<Result> =>
    inWork(
      house.open,
      {
        tenant,
        actor: as ? { kind: 'person', id: as, permissions: new Set(), scope: { teams: null, brands: null } } : system('test'),
      },
      body,
    )
  const unique = newId(house.clock.now()).slice(-12)
  const { id: sofia } = await work((each) =>
    staff.addPerson(each, { name: 'Sofia Martin', email: `sofia-${unique}@maison.example`, language: 'fr', roles: ['agent'] }),
  )
  const { id: brand } = await work((each) => brands.addBrand(each, { name: 'Maison', colour: '#0b7285' }))
  await work((each) =>
    brands.addEntryPoint(each, {
      brand_id: brand,
      kind: 'email',
      name: 'Courrier',
      duty_person_id: sofia,
      address: `${unique}@maison.example`,
    }),
  )
  const relay = await openRelayWorld()
  const way = openRelay(`smtp://127.0.0.1:${relay.port}`)
  const tail = await startTail(house.open, [noticesByMail])
  const jobs = startJobs(house.open, [
    noticeMailer,
    letterSender(way, { open: (sealed) => sealed.toString(), url: 'http://guichet.example' }),
  ])
  t.after(async () => {
    await Promise.all([tail.stop(), jobs.stop()])
    await way.close()
    await relay.close()
  })
  const settled = async (): Promise<void> => {
    await tail.settled()
    await jobs.settled()
    await jobs.settled()
  }
  let count = 0
  return {
    ...house, work, sofia, mails: () => relay.mails.filter(({ to }) => to[0]?.startsWith(`sofia-${unique}`)).map(({ text }) => text), settled,
    tell: async (fr: string, urgent = false) => {
      await work((each) => staff.tell(each, { to: [sofia], kind: 'test.told', fr, en: fr, path: '/cases/1', key: `told ${++count}`, urgent }))
      await settled()
    },
    wait: async (minutes: number) => {
      house.clock.advance({ minutes })
      await settled()
    },
  } // prettier-ignore
}

const bodyOf = (mail: string): string =>
  Buffer.from(/Content-Transfer-Encoding: base64\r\n\r\n([A-Za-z0-9+/=\r\n]+)/.exec(mail)?.[1] ?? '', 'base64').toString() || mail

test('what waits while one is away comes in one mail; what was seen meanwhile is not in it', async (t) => {
  const house = await openHouse(t)
  await house.tell('Une première chose.')
  await house.wait(4)
  await house.tell('Une seconde chose.')
  assert.equal(house.mails().length, 0, 'not at once')
  const seen = await house.work((each) =>
    staff.tell(each, { to: [house.sofia], kind: 'test.told', fr: 'Déjà vue.', en: 'x', path: '/cases/9', key: 'seen' }),
  )
  await house.work((each) => seeNotice(each, { id: seen[0]!.notice }), house.sofia)
  await house.wait(7)
  assert.equal(house.mails().length, 1)
  const body = bodyOf(house.mails()[0]!)
  assert.match(body, /Une première chose\./)
  assert.match(body, /Une seconde chose\./)
  assert.doesNotMatch(body, /Déjà vue/)
  assert.match(body, /http:\/\/guichet\.example\/desk\/cases\/1/)
  await house.wait(600)
  assert.equal(house.mails().length, 1, 'and is not said again')
})

test('whoever is at the desk has the bell; what is urgent does not wait; who wants none gets none', async (t) => {
  const house = await openHouse(t)
  await house.work((each) => staff.arrive(each, house.sofia))
  await house.tell('Vous êtes là.')
  house.clock.advance({ minutes: 10 })
  await house.work((each) => staff.heardOf(each, [house.sofia]))
  await house.settled()
  assert.equal(house.mails().length, 0)
  await house.work((each) => staff.dismissQuietOnes(each, each.now.add({ minutes: 1 })))
  await house.tell('C’est urgent.', true)
  assert.equal(house.mails().length, 1, 'urgent: at once, with what waits')
  assert.match(bodyOf(house.mails()[0]!), /Vous êtes là/)
  await house.work((each) => changeWish(each, { wish: 'never' }), house.sofia)
  await house.tell('Rien de plus.', true)
  await house.wait(60)
  assert.equal(house.mails().length, 1)
})

test('a flood of urgent things is bounded; the rest follows when the day is over', async (t) => {
  const house = await openHouse(t)
  for (let count = 0; count < MOST_A_DAY + 5; count++) await house.tell(`Urgent ${count}.`, true)
  assert.equal(house.mails().length, MOST_A_DAY)
  await house.wait(24 * 60)
  assert.equal(house.mails().length, MOST_A_DAY + 1)
})
