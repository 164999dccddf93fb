// A demonstration from nothing: its house, its centre, its customers and five weeks of their past, told as it goes.
import * as access from '#access'
import * as channels from '#channels'
import * as routing from '#routing'
import { alreadyHeard } from '#base/already-heard'
import { handClock } from '#base/clock'
import type { TenantId } from '#base/contract'
import { inWork, system, type Open } from '#base/work'
import { planAbsence, seeNotices } from '#staff/contract'
import type { Seal } from '#base/seal'
import { insertHouse, recordFurnished } from '../store.ts'
import { act, as as asColleague, asPerson, type Where } from './act.ts'
import { chatsOfThePast } from './chatted.ts'
import { formsOfThePast } from './filled-in.ts'
import { explain } from './explained.ts'
import { writeHistory, type Story } from './history.ts'
import { openImaginaryRelay } from './imaginary-relay.ts'
import { handToTheVisitor, oddities } from './oddities.ts'
import { openBackOffice, signContract } from './back-office.ts'
import { errandsOfThePast, errandsOfToday } from './errands-run.ts'
import { buildPlace, type Place } from './place.ts'
import { planOf } from './plan.ts'
import { planWorkforce } from './planned.ts'
import { openedAt, writeToday } from './this-morning.ts'
import { publishRules } from './routed.ts'
import { usualDomains, type Domains, type Scene } from './scene.ts'
import { bringCustomers } from './society.ts'
import { openWebDoors } from './web-doors.ts'

export type Furnishing = { seed: number; seals: Seal; domains?: Domains; threads?: number; tell?: (what: Told) => void }
export type Told = { chapter: 'place' | 'customers' | 'history' | 'today'; done: number; all: number }
export const NAME = 'Maison Lumen (démonstration)'
const DAYS_BEFORE = 36
const MOST_CHATS = 400 // of today
const FEW_CHATS = 6

export async function furnish(
  open: Open,
  { seed, seals, domains = usualDomains, threads: most, tell = () => {} }: Furnishing,
): Promise<TenantId> {
  const now = open.clock.now()
  const { id: tenant } = await access.createTenant(open, { name: NAME }) // under today's clock: houses are listed by age, and the real one is older
  const as = { tenant, actor: system('demo') }
  await inWork(open, as, (work) => insertHouse(work, seed))
  const place = await writePast({ open, as, now }, { seed, seals, domains, threads: most, tell })
  await inWork(open, as, async (work) => {
    await alreadyHeard(work, [
      channels.outgoingMail,
      channels.acknowledgements,
      channels.conversations,
      channels.taskLetters,
      ...routing.readers,
    ])
  })
  await inWork({ database: open.database, clock: handClock(String(openedAt(now))) }, as, async (work) => {
    await publishRules(work, place)
    await routing.routeByRules(work)
  })
  await planWorkforce({ open, as, now, seed }, place)
  const chats = most === undefined ? MOST_CHATS : FEW_CHATS
  await writeToday({ open, as, now, seed, from: openedAt(now), people: place.people, chats })
  await inWork(open, as, recordFurnished)
  tell({ chapter: 'today', done: 1, all: 1 })
  return tenant
}

type Present = Pick<Scene, 'open' | 'as' | 'now'>
type Past = Required<Pick<Furnishing, 'seed' | 'seals' | 'domains' | 'tell'>> & { threads: number | undefined }

// The past is written by the same verbs, under a clock of its own.
async function writePast({ open, as, now }: Present, { seed, seals, domains, threads: most, tell }: Past): Promise<Place> {
  const clock = handClock(String(now.subtract({ hours: DAYS_BEFORE * 24 })))
  const then = { database: open.database, clock }
  const relay = await openImaginaryRelay()
  const past = channels.openPast(then, { tenant: as.tenant, seals, relay: relay.address })
  try {
    const scene: Scene = { open: then, clock, as, past, domains, now, seed }
    tell({ chapter: 'place', done: 0, all: 1 })
    const place = await buildPlace(scene)
    await openWebDoors(scene, place, seals)
    await explain(scene, place)
    tell({ chapter: 'customers', done: 0, all: 1 })
    const cast = await bringCustomers(scene, place)
    const office = await openBackOffice(scene, place)
    await planAbsences(scene, place)
    const story: Story = { scene, place, threads: planOf(cast, { seed, now, most }), open: new Map() }
    const web = [...(await chatsOfThePast(story, seals)), ...(await formsOfThePast(story, seals))]
    await writeHistory(story, [...oddities(story), ...web, ...errandsOfThePast(story, office)], (done, all) =>
      tell({ chapter: 'history', done, all }),
    )
    tell({ chapter: 'today', done: 0, all: 1 })
    await seeWhatWasTold({ scene: { open, as }, place })
    await errandsOfToday(story, office)
    await handToTheVisitor(story)
    await signContract(scene)
    return place
  } finally {
    await past.close()
    await relay.close()
  }
}

// What they were told in the past, they have seen; also what a clock told them while the past was being written, on a slow machine.
async function seeWhatWasTold(where: Where & Pick<Story, 'place'>): Promise<void> {
  for (const { id } of where.place.people.values())
    await asColleague(where, id, async (work) => void (await act(work, seeNotices, {})))
}

// Some are away now, with somebody in their place; one was, and is back.
async function planAbsences({ open, as, now }: Scene, { people }: Place): Promise<void> {
  const away = [
    { who: 'thomas', deputy: 'ines', reason: 'leave', from: -3, to: 9 }, { who: 'lea', deputy: 'yann', reason: 'training', from: -1, to: 2 },
    { who: 'priya', deputy: 'oscar', reason: 'leave', from: -20, to: -12 }, { who: 'ines', deputy: 'camille', reason: 'part_time', from: 4, to: 5 },
  ] as const // prettier-ignore
  await inWork(open, as, async (work) => {
    for (const { who, deputy, reason, from, to } of away)
      await act(work, planAbsence, {
        person_id: people.get(who)!.id, deputy_id: people.get(deputy)!.id, reason,
        starts_at: String(now.add({ hours: from * 24 })), ends_at: String(now.add({ hours: to * 24 })),
      }) // prettier-ignore
  })
  const yann = people.get('yann')!
  const asked = { person_id: yann.id, deputy_id: people.get('lea')!.id, reason: 'leave', starts_at: String(now.add({ hours: 9 * 24 })), ends_at: String(now.add({ hours: 16 * 24 })) } // prettier-ignore
  await inWork(open, { ...as, actor: asPerson(yann.id, yann.role) }, (work) => act(work, planAbsence, asked)) // for a manager to approve
}
