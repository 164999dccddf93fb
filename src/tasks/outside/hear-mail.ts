// A mail that came back into a task. From whom was asked it is the answer; from anybody else, or when no answer is awaited, it is kept beside the
// task until whoever answers for it decides. The customer never hears of any of it.
import * as staff from '#staff'
import { newId } from '#base/id'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import { answerFromOutside } from '../answer.ts'
import { publish, remember, tellOwner } from '../became.ts'
import { cameAfterwards, machineAnswered, strayCame } from '../chase/words.ts'
import { taskStray, type StrayWhy, type TaskId } from '../contract.ts'
import { cardsOf } from '../directory/store/party.ts'
import { isOwed } from '../rules/state-of.ts'
import type { TaskRow } from '../store/row.ts'
import { lockTask } from '../store/task.ts'
import { peopleAsked } from '../whom.ts'
import { insertStray, type KeptFile } from './store/stray.ts'

export type MailHeard = {
  task: TaskId
  key: string // of the mail: heard twice, it is one
  from: { name: string; address: string }
  letter: { address: string; person: PersonId | null } // to whom went what it answers
  proven: boolean // false: its own domain says that it is not from them
  automatic: boolean // a machine answered for them
  text: string
  html: string | null
  files: readonly KeptFile[]
}
export type Became = 'answer' | 'from_another_address' | 'late' | 'automatic' | 'again'

export async function hearMail(work: Work, heard: MailHeard): Promise<Became> {
  const task = await lockTask(work, heard.task)
  if (!task) throw new Error('the letter that was answered names a task that is not there')
  const who = await whoWrites(work, task, heard)
  if (heard.automatic) return await keepAside(work, task, { heard, why: 'automatic' })
  if (!who) return await keepAside(work, task, { heard, why: heard.proven ? 'another_address' : 'unproven' })
  if (!isOwed(task) && !task.declined_at)
    return await keepAside(work, task, { heard, why: task.answered_at && !task.accepted_at ? 'again' : 'over' })
  if (heard.text.trim() === '' && heard.files.length === 0) return await keepAside(work, task, { heard, why: 'again' })
  const { key, text, html, files } = heard
  const done = await answerFromOutside(work, task.id, {
    text: text.slice(0, 200_000),
    html,
    way: 'mail',
    by_name: who,
    key,
    uploads: [],
    files,
  })
  return done === 'over' ? await keepAside(work, task, { heard, why: 'over' }) : 'answer'
}

/** The name of whoever was asked, when this is from them; null otherwise. Above whoever was asked, their superior may answer too. */
async function whoWrites(work: Work, task: TaskRow, { from, letter, proven }: MailHeard): Promise<string | null> {
  if (!proven) return null
  const address = mailbox(from.address)
  if (task.party_id) {
    const [card] = await cardsOf(work, [task.party_id])
    if (!card) return null
    if (mailbox(card.email) === address) return card.name
    return card.superior_email && mailbox(card.superior_email) === address
      ? card.superior_name || from.name || from.address
      : null
  }
  if (!letter.person || !(await peopleAsked(work, task)).includes(letter.person)) return null
  const person = (await staff.find(work, [letter.person])).get(letter.person)
  return person && mailbox(person.email) === address ? person.name : null
}

// "jean+travail@x.example" is read by whoever reads "jean@x.example" (RFC 5233).
const mailbox = (address: string): string =>
  address
    .trim()
    .toLowerCase()
    .replace(/\+[^@]*(?=@)/, '')

const BECAME: Readonly<Record<StrayWhy, Became>> = {
  another_address: 'from_another_address',
  unproven: 'from_another_address',
  over: 'late',
  again: 'again',
  automatic: 'automatic',
}

async function keepAside(work: Work, task: TaskRow, { heard, why }: { heard: MailHeard; why: StrayWhy }): Promise<Became> {
  const { from, key, text, html, files } = heard
  const id = newId<'stray'>(work.now)
  if ((await insertStray(work, { id, task: task.id, key, why, from, text, html, files })) === 0) return 'again'
  const name = from.name || from.address
  await remember(work, task.id, { what: 'mailed', by_name: `${from.name} <${from.address}>`.trim().slice(0, 300) })
  const words =
    why === 'automatic'
      ? machineAnswered(task.title, name)
      : why === 'over' || why === 'again'
        ? cameAfterwards(task.title, name)
        : strayCame(task.title, from.address)
  await tellOwner(work, task, { kind: 'task.stray', words, key: `task.stray:${id}` })
  await publish(work, { kind: taskStray, task: task }, { stray_id: id, why })
  return BECAME[why]
}
