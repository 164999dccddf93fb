// The brief of a hand-over, written from the dossier by a pure function: the same facts give the same words, and every line says what it
// was read from.
import { MOST_LINES, type Brief, type BriefLine } from '../contract.ts'
import type { Dossier, SaidMessage, Telling } from './dossier.ts'
import { nextSteps } from './next-step.ts'
import { askedIn, saidIn } from './sentences.ts'
import { dayOf, momentOf } from './say-when.ts'
import { signalsOf, signalWords } from './tone.ts'

const FIRST = 2
const LATEST = 6

/**
 * Story (who asked what and when, what was answered, in exact sentences), promises owed, open tasks and whom they wait for, deadlines,
 * tone (signals with their evidence) and the next step, in French or English. Times are said in `telling.zone`. Reads only its input.
 */
export function writeBrief(dossier: Dossier, telling: Telling): Brief {
  return {
    language: telling.language,
    next: nextSteps(dossier, telling).slice(0, MOST_LINES),
    story: storyOf(dossier, telling),
    promises: dossier.promises.slice(0, MOST_LINES).map((promise) => promiseLine(promise, telling)),
    tasks: dossier.tasks.slice(0, MOST_LINES).map((task) => taskLine(task, telling)),
    deadlines: dossier.deadlines.slice(0, MOST_LINES).map((deadline) => deadlineLine(deadline, telling)),
    tone: signalsOf(dossier, telling.now).map((signal) => ({
      text: signalWords(signal, telling.language),
      at: 'at' in signal ? signal.at.toString() : null,
      from: 'message' in signal ? { kind: 'message' as const, id: signal.message } : { kind: 'case' as const, id: '' },
    })),
  }
}

function storyOf(dossier: Dossier, telling: Telling): BriefLine[] {
  const { messages, left_out } = dossier
  const whole = messages.length <= FIRST + LATEST && left_out === 0
  const beginning = whole ? messages : left_out > 0 ? [] : messages.slice(0, FIRST)
  const end = whole ? [] : messages.slice(-LATEST)
  const between = messages.slice(beginning.length, messages.length - end.length)
  const lines = [
    ...beginning.map((message) => messageLine(message, dossier, telling)),
    ...(between.length + left_out > 0 && !whole ? [betweenLine(between, left_out, telling)] : []),
    ...end.map((message) => messageLine(message, dossier, telling)),
    ...dossier.owners.slice(-2).map((change) => ownerLine(change, telling)),
  ]
  return lines.toSorted((a, b) => (a.at && b.at ? Temporal.Instant.compare(a.at, b.at) : 0)).slice(0, MOST_LINES)
}

function messageLine(message: SaidMessage, { customer }: Dossier, telling: Telling): BriefLine {
  const when = capital(momentOf(message.at, telling))
  const deed = telling.language === 'fr' ? deedFr(message, customer) : deedEn(message, customer)
  const quote = message.direction === 'in' ? askedIn(message.words) : saidIn(message.words)
  const text = telling.language === 'fr' ? storyFr(when, deed, quote) : storyEn(when, deed, quote)
  return { text: `${text}${doubtOf(message, telling)}`, at: message.at.toString(), from: { kind: 'message', id: message.id } }
}

function deedFr({ direction, who }: SaidMessage, customer: string): string {
  if (direction === 'in') return `${who || customer || 'le client'} écrit`
  return who ? `${who} répond` : 'nous répondons'
}
const deedEn = ({ direction, who }: SaidMessage, customer: string): string =>
  direction === 'in' ? `${who || customer || 'the customer'} wrote` : `${who || 'we'} answered`

const storyFr = (when: string, deed: string, quote: string): string =>
  quote ? `${when}, ${deed} : « ${quote} »` : `${when}, ${deed}, sans texte (pièce jointe ou image).`
const storyEn = (when: string, deed: string, quote: string): string =>
  quote ? `${when}, ${deed}: “${quote}”` : `${when}, ${deed} without any text (a file or a picture).`

function doubtOf({ arrived }: SaidMessage, { language }: Telling): string {
  if (arrived === 'well') return ''
  return language === 'fr' ? ' (n’est pas arrivé à coup sûr)' : ' (did not arrive for certain)'
}

function betweenLine(between: readonly SaidMessage[], left_out: number, telling: Telling): BriefLine {
  const count = between.length + left_out
  const [first, last] = [between[0]?.at, between.at(-1)?.at]
  const fr = telling.language === 'fr'
  const span = first && last && left_out === 0 ? (fr ? `, du ${dayOf(first, telling)} au ${dayOf(last, telling)}` : `, from ${dayOf(first, telling)} to ${dayOf(last, telling)}`) : '' // prettier-ignore
  const text = fr ? `… ${count} autre${count > 1 ? 's' : ''} message${count > 1 ? 's' : ''}${span}.` : `… ${count} other message${count > 1 ? 's' : ''}${span}.` // prettier-ignore
  return { text, at: first?.toString() ?? null, from: { kind: 'case', id: '' } }
}

function ownerLine({ at, from, to }: Dossier['owners'][number], telling: Telling): BriefLine {
  const when = capital(momentOf(at, telling))
  const text =
    telling.language === 'fr' ? `${when}, le dossier passe ${of(from)} à ${to}.` : `${when}, the case went from ${from} to ${to}.`
  return { text, at: at.toString(), from: { kind: 'case', id: '' } }
}

function promiseLine({ id, what: said, due_at, made_by, broken }: Dossier['promises'][number], telling: Telling): BriefLine {
  const fr = telling.language === 'fr'
  const what = said.trim().replace(/[.\s]+$/, '')
  const late = broken || Temporal.Instant.compare(due_at, telling.now) <= 0
  const when = momentOf(due_at, telling)
  const by = made_by ? (fr ? ` Promis par ${made_by}.` : ` Promised by ${made_by}.`) : ''
  const text = fr
    ? `${late ? 'En retard, dû' : 'Dû'} ${when} : « ${what} ».${by}`
    : `${late ? 'Late, due' : 'Due'} ${when}: “${what}”.${by}`
  return { text, at: due_at.toString(), from: { kind: 'promise', id } }
}

function taskLine({ id, what, waits_for, due_at, late, answered }: Dossier['tasks'][number], telling: Telling): BriefLine {
  const fr = telling.language === 'fr'
  const when = due_at ? momentOf(due_at, telling) : ''
  if (answered) {
    const ready = fr
      ? `« ${what} » : ${waits_for} a répondu, à vous d’accepter.`
      : `“${what}”: ${waits_for} has answered; it is yours to accept.`
    return { text: ready, at: due_at?.toString() ?? null, from: { kind: 'task', id } }
  }
  const due = when
    ? fr
      ? `, ${late ? 'en retard depuis' : 'attendu'} ${when}`
      : `, ${late ? 'late since' : 'expected'} ${when}`
    : ''
  const text = fr ? `« ${what} » attend ${waits_for}${due}.` : `“${what}” waits for ${waits_for}${due}.`
  return { text: text.replace('late since on', 'late since'), at: due_at?.toString() ?? null, from: { kind: 'task', id } }
}

function deadlineLine({ id, fr, en, due_at, breached }: Dossier['deadlines'][number], telling: Telling): BriefLine {
  const sentence = (telling.language === 'fr' ? fr : en).replace(/[.\s]+$/, '')
  const late = telling.language === 'fr' ? ' : dépassé' : ': missed'
  return { text: capital(`${sentence}${breached ? late : ''}.`), at: due_at.toString(), from: { kind: 'clock', id } }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const of = (name: string): string => (/^[aeiouyhàâäéèêëîïôöùûü]/i.test(name) ? `d’${name}` : `de ${name}`)
