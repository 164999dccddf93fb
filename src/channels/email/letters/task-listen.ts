// What tasks say, as letters: to somebody outside always; to a colleague who wants their work by mail.
import * as staff from '#staff'
import * as tasks from '#tasks'
import { hear, reader, type Reader } from '#base/journal'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import {
  taskBegun, taskCancelled, taskChased, taskRedirected, taskRemarked, taskSentBack, type PartyId, type TaskId,
} from '#tasks/contract' // prettier-ignore
import type { LetterKind, LetterState } from '../../contract.ts'
import { lettersOfTask } from '../store/letter.ts'
import { wishesOf } from '../store/notice-mail.ts'
import { post, type Wish } from './post.ts'

type Asked = { task_id: TaskId; party: PartyId | null; people: readonly PersonId[] }

type Saying = { what: LetterKind; facts?: Wish['facts'] }

async function sayAsked(work: Work, { task_id: task, party, people }: Asked, saying: Saying): Promise<void> {
  if (party) return await toParty(work, { ...saying, task })
  await toColleagues(work, { ...saying, task }, people)
}

type Said = { what: LetterKind; task: TaskId; facts?: Wish['facts'] }

async function toParty(work: Work, { what, task, facts = {} }: Said): Promise<void> {
  const found = await tasks.outsideFacts(work, task)
  if (found?.card) await post(work, { what, task, to: { name: found.card.name, address: found.card.email }, facts })
}

async function toColleagues(work: Work, { what, task, facts = {} }: Said, people: readonly PersonId[]): Promise<void> {
  const wishes = await wishesOf(work, people)
  const byMail = wishes.flatMap(({ person_id, wish }) => (wish === 'always' ? [person_id] : []))
  for (const person of (await staff.find(work, byMail)).values())
    if (person.active)
      await post(work, { what, task, person: person.id, to: { name: person.name, address: person.email }, facts })
}

const MOST_LETTERS = 100
const MAY_HAVE_ARRIVED: readonly LetterState[] = ['leaving', 'handed_over', 'uncertain', 'kept']

// Whoever outside was asked, and is asked no longer, need not go on with it.
async function withdraw(work: Work, task: TaskId): Promise<void> {
  const [letters, facts] = await Promise.all([lettersOfTask(work, task, MOST_LETTERS), tasks.outsideFacts(work, task)])
  const stillAsked = facts && isOpen(facts) ? facts.card?.email : null
  const last = new Map(
    letters.toReversed().flatMap((each) => (each.person_id === null ? [[each.to_address.toLowerCase(), each]] : [])),
  )
  for (const [address, { what, state, to_name }] of last)
    if (address !== stillAsked && what !== 'withdrawn' && MAY_HAVE_ARRIVED.includes(state)) await post(work, { what: 'withdrawn', task, to: { name: to_name, address } }) // prettier-ignore
}

const isOpen = ({ row }: tasks.OutsideFacts): boolean => row.accepted_at === null && row.cancelled_at === null

export const taskLetters: Reader = reader('channels.task_letters', [
  hear(taskBegun, (work, event) => sayAsked(work, event, { what: 'asked' })),
  hear(taskRedirected, (work, { task_id }) => withdraw(work, task_id)), // whoever is asked now hears it as its time begins
  hear(taskSentBack, async (work, event) => {
    const found = await tasks.outsideFacts(work, event.task_id)
    await sayAsked(work, event, { what: 'said', facts: { text: found?.row.sent_back_because ?? '' } })
  }),
  hear(taskChased, async (work, { task_id: task, chased_id }) => {
    const to = await tasks.chasedOutside(work, chased_id)
    if (to) await post(work, { what: 'chased', task, to, facts: { chased: chased_id }, grace_seconds: 0 })
  }),
  hear(taskCancelled, (work, { task_id }) => withdraw(work, task_id)),
  hear(taskRemarked, async (work, { task_id: task, by }) => {
    const said = by && (await tasks.lastRemark(work, task))
    if (said) await toParty(work, { what: 'said', task, facts: { text: said } })
  }),
])
