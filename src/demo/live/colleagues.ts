// Colleagues of the made-up centre at their desks: they are there, take or decline what they are offered, and answer. A guest is played until a visitor signs in as them.
import * as commitments from '#commitments'
import * as routing from '#routing'
import { hear, reader, type Reader } from '#base/journal'
import { jobKind, later, worker, type Worker } from '#base/jobs'
import { log } from '#base/log'
import { Refused } from '#base/refusal'
import { inWork, system, type As, type Open, type Work } from '#base/work'
import { getCase, postReply, putClosure, type Case } from '#cases/contract'
import { putKept } from '#commitments/contract'
import { itemOffered, itemTaken, putAcceptance, putDecline, type OfferId } from '#routing/contract'
import type { PersonId, TenantId } from '#base/contract'
import type { Speed } from '../contract.ts'
import { act, asPerson, by } from '../furnish/act.ts'
import { roster } from '../furnish/roster.ts'
import { findHouse } from '../store.ts'
import { chanceOf, type Chance } from '../texts/chance.ts'
import { firstLine, lastLine, letterBack, notMe } from '../texts/colleagues.ts'
import { colleagues, keepHours, keyOf } from './at-their-desks.ts'
import { paces } from './pace.ts'

const SIGN_OF_LIFE_MILLISECONDS = 20_000
const DECLINES = 0.12
const MOST_TURNS = 3
const MOST_MINUTES = 5 // what was offered before the server was started is not answered now
const offered = by(routing.routes)

type Writing = { case: Case['id']; person: PersonId; turn: number; haste: number } // haste 1: as people type
type Calling = { case: Case['id']; person: PersonId }
const colleagueAnswers = jobKind<{ offer: OfferId; person: PersonId }>('demo.colleague_answers', { tries: 2 })
const colleagueCalls = jobKind<Calling>('demo.colleague_calls', { tries: 2 })
const colleagueWrites = jobKind<Writing>('demo.colleague_writes', { tries: 2 })

/** They come to their desks, and keep their hours until the server goes. */
export function startColleagues(open: Open, tenant: TenantId): { stop(): void } {
  const as: As = { tenant, actor: system('demo') }
  const come = (): void =>
    void inWork(open, as, async (work) => {
      if (await findHouse(work)) await keepHours(work)
    }).catch((error: Error) => log.warn({ error }, 'the colleagues of the demonstration are not at their desks'))
  come()
  const timer = setInterval(come, SIGN_OF_LIFE_MILLISECONDS).unref()
  return { stop: () => clearInterval(timer) }
}

/** For the reader of a demonstration: what a colleague is offered or has taken. */
export const colleaguesHear = (speed: Speed): Reader => {
  const haste = paces[speed].haste
  return reader('demo.colleagues', [
    hear(itemOffered, async (work, { offer_id, person }, event) => {
      if (!(await isColleague(work, person, event.at))) return
      const at = work.now.add({ milliseconds: Math.round(chanceOf(event.seq).between(2, 9) * haste * 1_000) })
      await later(work, colleagueAnswers, { payload: { offer: offer_id, person }, at })
    }),
    hear(itemTaken, async (work, { case_id, person, channel }, event) => {
      if (case_id === null || !(await isColleague(work, person, event.at))) return
      if (channel === 'call_back')
        return await callLater(work, { case: case_id, person }, chanceOf(event.seq).between(60, 200) * haste)
      await writeLater(work, { case: case_id, person, turn: 0, haste }, chanceOf(event.seq).between(8, 40))
    }),
  ])
}

async function isColleague(work: Work, person: PersonId, at: Temporal.Instant): Promise<boolean> {
  if (work.now.since(at).total('minutes') > MOST_MINUTES || !(await findHouse(work))) return false
  return (await colleagues(work)).some(({ id }) => id === person)
}

async function callLater(work: Work, payload: Calling, seconds: number): Promise<void> {
  await later(work, colleagueCalls, { payload, at: work.now.add({ seconds: Math.round(seconds) }) })
}

async function writeLater(work: Work, payload: Writing, seconds: number): Promise<void> {
  const at = work.now.add({ milliseconds: Math.round(seconds * payload.haste * 1_000) })
  await later(work, colleagueWrites, { payload, at })
}

export const colleaguesWork = (open: Open): Worker[] => [
  worker(colleagueAnswers, async (job) => {
    const { offer, person } = job.payload
    const chance = chanceOf(Number.parseInt(offer.slice(-6), 16))
    await asColleague(open, { tenant: job.tenant, person }, async (work, me) => {
      if (!chance.happens(DECLINES)) await offered(work, putAcceptance, { id: offer })
      else
        await offered(work, putDecline, {
          id: offer,
          because: notMe({ language: me.language, chance, customer: '', me: me.name }),
        })
    })
    await job.work((work) => job.finish(work))
  }),
  worker(colleagueCalls, async (job) => {
    const { person, case: id } = job.payload
    await asColleague(open, { tenant: job.tenant, person }, (work) => called(work, id))
    await job.work((work) => job.finish(work))
  }),
  worker(colleagueWrites, async (job) => {
    const { person, turn, case: id } = job.payload
    const again = await asColleague(open, { tenant: job.tenant, person }, (work, me) => write(work, { id, turn, me }))
    await job.work(async (work) => {
      await job.finish(work)
      if (again) await writeLater(work, { ...job.payload, turn: turn + 1 }, chanceOf(turn + 5).between(12, 45))
    })
  }),
]

// The customer was called: of what is owed in the case, what fell due first is kept.
async function called(work: Work, id: Case['id']): Promise<void> {
  const owed = (await commitments.promisesOf(work, [id])).filter(({ state }) => state === 'open' || state === 'broken')
  const [first] = owed.toSorted((a, b) => Temporal.Instant.compare(a.due_at, b.due_at))
  if (first) await act(work, putKept, { id: first.id })
}

type Me = { name: string; language: 'fr' | 'en' }
/** Undefined: the house did not let them, for instance because somebody was faster; colleagues shrug. */
async function asColleague<Result>(
  open: Open,
  { tenant, person }: { tenant: TenantId; person: PersonId },
  body: (work: Work, me: Me) => Promise<Result>,
): Promise<Result | undefined> {
  const known = await inWork(open, { tenant, actor: system('demo') }, async (work) =>
    (await colleagues(work)).find(({ id }) => id === person),
  )
  const cast = known && roster.find(({ key }) => key === keyOf(known))
  if (!known || !cast) return undefined
  try {
    return await inWork(open, { tenant, actor: asPerson(person, cast.role) }, (work) => body(work, known))
  } catch (error) {
    if (error instanceof Refused) return undefined
    throw error
  }
}

/** True: there is more to say. */
async function write(work: Work, { id, turn, me }: { id: Case['id']; turn: number; me: Me }): Promise<boolean> {
  const about = await act(work, getCase, { id })
  if (about.status === 'closed') return false
  const thread = about.conversations.flatMap(({ channel, interactions }) => interactions.map((each) => ({ ...each, channel })))
  const last = thread.toSorted((a, b) => Temporal.Instant.compare(a.at, b.at)).at(-1)
  if (!last) return false
  const chat = last.channel === 'chat'
  const ours = thread.filter(({ direction }) => direction === 'out').length
  if (last.direction === 'out' || ours > MOST_TURNS) return await conclude(work, { id, chat, turn })
  await act(work, postReply, { id, text: words(about, { me, turn, chat }), undo_seconds: 0 })
  return chat
}

// The customer has not answered again: a chat is over after a while, a letter waits for its answer.
async function conclude(work: Work, { id, chat, turn }: { id: Case['id']; chat: boolean; turn: number }): Promise<boolean> {
  if (chat && turn < MOST_TURNS) return true
  if (chat) await act(work, putClosure, { id })
  return false
}

function words(about: Case, { me, turn, chat }: { me: Me; turn: number; chat: boolean }): string {
  const english = about.conversations.some(({ entry_point }) => /english/i.test(entry_point.name))
  const chance: Chance = chanceOf(about.number * 7 + turn)
  const writing = { language: english ? 'en' : 'fr', chance, customer: about.customer?.name ?? '', me: me.name } as const
  if (!chat) return letterBack(writing)
  return turn === 0 ? firstLine(writing) : lastLine(writing)
}
