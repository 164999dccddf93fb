// What is to be done next, deduced from what is owed: never more than the facts say.
import type { BriefLine } from '../contract.ts'
import type { Dossier, SaidMessage, Telling } from './dossier.ts'
import { askedIn } from './sentences.ts'
import { momentOf, sinceOf } from './say-when.ts'

/**
 * The next steps in the order of their weight: an answer of ours that did not arrive, a promise that is late, an answer owed, a deadline
 * that was missed, the next promise, what others owe us. Where nothing is owed, it says who waits for whom. Never empty. Pure.
 */
export function nextSteps(dossier: Dossier, telling: Telling): BriefLine[] {
  const steps = [
    ...lost(dossier, telling),
    ...promised(dossier, telling, true),
    ...answerOwed(dossier, telling),
    ...missed(dossier, telling),
    ...promised(dossier, telling, false).slice(0, 2),
    ...awaited(dossier, telling).slice(0, 3),
  ]
  return steps.length > 0 ? steps : [quiet(dossier, telling)]
}

const last = (messages: readonly SaidMessage[], direction: 'in' | 'out'): SaidMessage | undefined =>
  messages.findLast((message) => message.direction === direction)

function lost({ messages }: Dossier, telling: Telling): BriefLine[] {
  const ours = last(messages, 'out')
  if (!ours || ours.arrived === 'well' || messages.at(-1) !== ours) return []
  const when = momentOf(ours.at, telling)
  const text =
    telling.language === 'fr'
      ? `Renvoyer notre message écrit ${when} : il n’est pas arrivé à coup sûr.`
      : `Send again our message written ${when}: it did not arrive for certain.`
  return [{ text, at: ours.at.toString(), from: { kind: 'message', id: ours.id } }]
}

function promised({ promises }: Dossier, telling: Telling, late: boolean): BriefLine[] {
  const fr = telling.language === 'fr'
  return promises
    .filter(({ broken, due_at }) => (broken || Temporal.Instant.compare(due_at, telling.now) <= 0) === late)
    .map(({ id, what, due_at }) => {
      const when = momentOf(due_at, telling)
      const sentence = bare(what)
      const text = late
        ? fr ? `Tenir la promesse en retard (due ${when}) : ${sentence}.` : `Keep the promise that is late (due ${when}): ${sentence}.`
        : fr ? `Tenir la promesse due ${when} : ${sentence}.` : `Keep the promise due ${when}: ${sentence}.` // prettier-ignore
      return { text, at: due_at.toString(), from: { kind: 'promise' as const, id } }
    })
}

const bare = (sentence: string): string => sentence.trim().replace(/[.\s]+$/, '')

// The customer spoke last: an answer is owed, and it is said to what.
function answerOwed({ messages, closed_at, customer }: Dossier, telling: Telling): BriefLine[] {
  const newest = messages.at(-1)
  if (closed_at || newest?.direction !== 'in') return []
  const lastOurs = messages.findLastIndex(({ direction }) => direction === 'out')
  const first = messages[lastOurs + 1]!
  const asked = askedIn(newest.words)
  const fr = telling.language === 'fr'
  const who = customer || (fr ? 'au client' : 'the customer')
  const to = fr ? (customer ? `à ${who}` : who) : who
  const text = fr
    ? `Répondre ${to}, qui attend ${sinceOf(first.at, telling)}${asked ? ` : « ${asked} »` : '.'}`
    : `Answer ${to}, waiting ${sinceOf(first.at, telling)}${asked ? `: “${asked}”` : '.'}`
  return [{ text, at: first.at.toString(), from: { kind: 'message', id: newest.id } }]
}

function missed({ deadlines }: Dossier, telling: Telling): BriefLine[] {
  return deadlines
    .filter(({ breached }) => breached)
    .slice(0, 1)
    .map(({ id, fr, en, due_at }) => ({
      text: telling.language === 'fr' ? `Délai dépassé : ${bare(fr)}.` : `Deadline missed: ${bare(en)}.`,
      at: due_at.toString(),
      from: { kind: 'clock' as const, id },
    }))
}

function awaited({ tasks }: Dossier, telling: Telling): BriefLine[] {
  return tasks.map((task) => ({
    text: task.answered ? toRead(task, telling) : toAwait(task, telling),
    at: task.due_at?.toString() ?? null,
    from: { kind: 'task' as const, id: task.id },
  }))
}

type Task = Dossier['tasks'][number]
const toRead = ({ what, waits_for }: Task, { language }: Telling): string =>
  language === 'fr' ? `Lire la réponse de ${waits_for} : ${bare(what)}.` : `Read the answer of ${waits_for}: ${bare(what)}.`

function toAwait({ what, waits_for, due_at, late }: Task, telling: Telling): string {
  const said = telling.language === 'fr' ? { late: ['Relancer', 'dû'], open: ['Attendre', 'attendu'], colon: ' :' } : { late: ['Chase', 'due'], open: ['Wait for', 'expected'], colon: ':' } // prettier-ignore
  const [deed, due] = late ? said.late : said.open
  return `${deed} ${waits_for}${said.colon} ${bare(what)}${due_at ? ` (${due} ${momentOf(due_at, telling)})` : ''}.`
}

function quiet({ messages, closed_at, customer }: Dossier, telling: Telling): BriefLine {
  const fr = telling.language === 'fr'
  const newest = messages.at(-1)
  if (closed_at)
    return { text: fr ? 'Dossier clos : rien n’est dû.' : 'The case is closed: nothing is owed.', at: null, from: null }
  if (!newest)
    return {
      text: fr ? 'Rien n’a encore été dit au client.' : 'Nothing has been said to the customer yet.',
      at: null,
      from: null,
    }
  const since = sinceOf(newest.at, telling)
  const who = customer || (fr ? 'le client' : 'the customer')
  return {
    text: fr ? `Attendre ${who}, qui a notre réponse ${since}. Rien d’autre n’est dû.` : `Wait for ${who}, who has had our answer ${since}. Nothing else is owed.`,
    at: newest.at.toString(),
    from: { kind: 'message', id: newest.id },
  } // prettier-ignore
}
