// What may happen in a house, one verb each. A step is three numbers: they choose among whatever there is at that moment, so a step means
// something in every state, and a history can be played again, or with steps left out.
import * as staff from '#staff'
import type { PersonId } from '#base/contract'
import { newId } from '#base/id'
import { answerHandOver } from '../answer-hand-over.ts'
import { block, unblock } from '../block.ts'
import { close } from '../close.ts'
import type { Arrival } from '../contract.ts'
import { handle, unhandle } from '../handle.ts'
import { leave } from '../leave.ts'
import { merge } from '../merge.ts'
import { offerHandOver } from '../offer-hand-over.ts'
import { answerPortfolio, offerPortfolio } from '../portfolio.ts'
import { receive } from '../receive.ts'
import { reopen } from '../reopen.ts'
import { reply } from '../reply.ts'
import { setOwner } from '../set-owner.ts'
import { unmerge } from '../unmerge.ts'
import { mergedPairs, notOffered, waitingOffers } from './store/told.ts'
import { as, inHouse, join, PEOPLE, restart, type World } from './world.ts'

export type Step = { what: What; a: number; b: number; c: number; minutes: number }
type Doing = (world: World, step: Step) => Promise<unknown>

const among = <Item>(items: readonly Item[], n: number): Item => {
  const item = items[n % items.length]
  if (item === undefined) throw new NothingToDo()
  return item
}
export class NothingToDo extends Error {}

const person = (world: World, n: number): PersonId => among(world.people, n)
const caseAt = (world: World, n: number) => among(world.cases, n)
const answers = ['accepted', 'declined', 'withdrawn'] as const

const arrival = (world: World): Arrival => ({
  source: `history:${++world.arrivals}`, channel: 'form', entry_point: world.door, kind: 'message', at: world.clock.now(), sent_at: null,
  from: { name: 'Camille', address: 'camille@client.example' }, identity: null, to: [], cc: [], more_recipients: 0, answer_to: [], subject: 'Commande',
  text: 'Bonjour', visible_text: 'Bonjour', html: null, language: 'fr', original_file: null, attachments: [], marks: {}, answers: null, trusted: true, certain: true,
}) // prettier-ignore

export const MOST_CASES = 12
const doings = {
  arrive: async (world) => {
    if (world.cases.length >= MOST_CASES) throw new NothingToDo()
    const filed = await inHouse(world, (work) => receive(work, arrival(world)))
    world.cases.push({ id: filed.case, conversation: filed.conversation })
  },
  write: async (world, { a }) =>
    await inHouse(world, (work) => receive(work, { ...arrival(world), answers: caseAt(world, a).conversation })),
  take: async (world, { a, b }) => {
    const owner = person(world, b)
    await inHouse(world, (work) => setOwner(work, { id: caseAt(world, a).id, owner }), as(owner))
  },
  assign: async (world, { a, b }) =>
    await inHouse(world, (work) => setOwner(work, { id: caseAt(world, a).id, owner: person(world, b) })),
  offer: async (world, { a, b, c }) => {
    const due_at = c % 2 ? world.clock.now().add({ hours: 8 }).toString() : undefined
    await inHouse(world, (work) => offerHandOver(work, { id: caseAt(world, a).id, to: person(world, b), message: '', due_at }))
  },
  answer: async (world, { a, b, c }) => {
    const as_ = among(answers, c)
    const by = c % 7 === 0 ? as(person(world, b)) : undefined // sometimes by whoever it is, mostly by the house for the one who was asked
    const id = among(await inHouse(world, waitingOffers), a)
    await inHouse(world, (work) => answerHandOver(work, { id, as: as_, answer: b % 5 ? 'Je suis en congé.' : '' }), by)
  },
  offerMany: async (world, { a, b, c }) => {
    const free = await inHouse(world, notOffered)
    const chosen = new Set([a, a + 1, a + c].map((n) => (c % 4 ? among(free, n) : caseAt(world, n).id)))
    const portfolio_id = newId(world.clock.now())
    await inHouse(world, (work) =>
      offerPortfolio(work, { portfolio_id, to: person(world, b), message: '', cases: [...chosen].map((id) => ({ id })) }),
    )
    world.portfolios.push(portfolio_id)
  },
  answerMany: async (world, { a, c }) =>
    await inHouse(world, (work) =>
      answerPortfolio(work, { portfolio_id: among(world.portfolios.slice(-3), a), as: among(answers, c), answer: 'Non.' }),
    ),
  close: async (world, { a, b, c }) =>
    await inHouse(
      world,
      (work) => close(work, { id: caseAt(world, a).id, because: c % 3 ? undefined : 'Le client a tout.' }),
      as(person(world, b)),
    ),
  answerAndClose: async (world, { a, b, c }) =>
    await inHouse(
      world,
      (work) => reply(work, { id: caseAt(world, a).id, text: 'Voilà.', to: [{ name: '', address: 'camille@client.example' }], cc: [], uploads: [], undo_seconds: 0, close: c % 2 === 0 }),
      as(person(world, b)),
    ), // prettier-ignore
  reopen: async (world, { a }) => await inHouse(world, (work) => reopen(work, { id: caseAt(world, a).id })),
  block: async (world, { a, b }) => {
    const id = b % 3 ? newId(world.clock.now()) : among([...world.blockers, newId(world.clock.now())], b)
    await inHouse(world, (work) => block(work, { case_id: caseAt(world, a).id, kind: 'task', id, what: 'Avis juridique', waits_for: { name: 'Juridique' } })) // prettier-ignore
    if (!world.blockers.includes(id)) world.blockers.push(id)
  },
  unblock: async (world, { a }) => await inHouse(world, (work) => unblock(work, { kind: 'task', id: among(world.blockers, a) })),
  handle: async (world, { a, b }) => {
    const me = person(world, b)
    await inHouse(world, (work) => handle(work, { id: caseAt(world, a).id, person: me, role: 'lit' }), as(me))
  },
  unhandle: async (world, { a, b }) => {
    const me = person(world, b)
    await inHouse(world, (work) => unhandle(work, { id: caseAt(world, a).id, person: me }), as(me))
  },
  merge: async (world, { a, b }) =>
    await inHouse(world, (work) => merge(work, { id: caseAt(world, a).id, merged: caseAt(world, b).id })),
  unmerge: async (world, { a }) => {
    const [id, part] = among(await inHouse(world, mergedPairs), a)
    await inHouse(world, (work) => unmerge(work, { id, merged: part }))
  },
  absent: async (world, { a, b, c }) => {
    const who = person(world, a)
    const deputy = person(world, b)
    const until = world.clock.now().add({ hours: 1 + (c % 72) })
    const gone = await inHouse(world, (work) =>
      staff.goAway(work, { person_id: who, until: until.toString(), reason: 'leave', deputy_id: deputy === who ? null : deputy }),
    )
    world.absences.push({ id: gone.id, person: who })
  },
  back: async (world, { a }) =>
    await inHouse(world, (work) => staff.cancelAbsence(work, { id: among(world.absences.slice(-4), a).id })),
  deactivate: async (world, { a, b }) => {
    if (world.people.length < PEOPLE) throw new NothingToDo()
    const [who, successor] = [person(world, a), person(world, b)]
    await inHouse(world, (work) => leave(work, { person: who, successor }))
    world.people = world.people.filter((id) => id !== who)
  },
  slipAway: async (world, { a, b }) => {
    // Around the verb that passes everything on: only somebody on whom nothing rests may go like this.
    if (world.people.length < PEOPLE) throw new NothingToDo()
    const [who, successor] = [person(world, a), person(world, b)]
    await inHouse(world, (work) => staff.removePerson(work, { person: who, successor }))
    world.people = world.people.filter((id) => id !== who)
  },
  welcome: async (world) => {
    if (world.people.length > PEOPLE + 2) throw new NothingToDo()
    await inHouse(world, (work) => join(world, work))
  },
  restart: async (world) => await restart(world),
} satisfies Record<string, Doing>

export type What = keyof typeof doings
export const whats = Object.keys(doings) as What[] // its own keys
export const doStep = (world: World, step: Step): Promise<unknown> => {
  const doing: Doing = doings[step.what]
  return doing(world, step)
}
