// The thread in which one rehearsal is made: it hears the traffic, says how far it is, and ends. It knows no database.
import { parentPort } from 'node:worker_threads'
import { Refused } from '#base/refusal'
import { addLines, countOf, noContacts } from '../traffic/contacts.ts'
import { readPresence, type Said as Presence } from '../traffic/shifts.ts'
import type { Said, Told, Work } from './protocol.ts'
import { rehearsePeriod } from './rehearse-period.ts'
import { rehearseScenario } from './rehearse-scenario.ts'

const contacts = noContacts()
const presence: Presence[] = []
let work: Work | undefined

const say = (said: Said): void => parentPort?.postMessage(said)
const progress = (share: number): void => say({ kind: 'progress', share })

parentPort?.on('message', (told: Told) => {
  if (told.kind === 'slice') {
    if (told.of === 'contacts') addLines(contacts, told.lines)
    else for (const each of readPresence(told.lines)) presence.push(each)
    return say({ kind: 'heard' })
  }
  if (told.kind !== 'go') return void (work = told)
  rehearse()
})

function rehearse(): void {
  if (!work) throw new Error('nothing was said of what is to be rehearsed')
  try {
    const outcome =
      work.kind === 'period'
        ? rehearsePeriod(work.given, { contacts, said: presence }, progress)
        : rehearseScenario(work, progress)
    say({ kind: 'done', outcome, contacts: countOf(contacts) })
  } catch (error) {
    if (!(error instanceof Refused)) throw error // falls, and ends the thread
    const { code, status, fr, en } = error.refusal
    say({ kind: 'refused', failure: { code, status, fr, en, details: error.details } })
  }
  parentPort?.close()
}
