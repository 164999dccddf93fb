// What must be known before the figures are believed: more work than people, with nobody who gives up; queues that nobody serves; a rehearsal
// that was cut short.
import type { Result } from '../contract/report.ts'
import { expectedFrom } from './arrivals.ts'
import type { Gathered } from './gather.ts'
import type { Rehearsal } from './rehearsal.ts'
import type { Side } from './side.ts'
import type { Flow } from './traffic.ts'

type Warning = Result['warnings'][number]

export function warningsOf(rehearsal: Rehearsal, side: Side, { unplayed }: Gathered): Warning[] {
  const loads = loadsOf(rehearsal, side)
  return [
    ...unservedQueues(side, loads),
    ...unstableQueues(rehearsal, side, loads),
    ...(unplayed > 0 ? [cutShort(unplayed)] : []),
  ]
}

/** Of each queue, what comes to it in the period, in seconds of work: all of it, and what waits however long it takes. */
type Load = { all: number; patient: number; contacts: number }

function loadsOf({ flows, window }: Rehearsal, side: Side): Load[] {
  const loads = side.queues.map((): Load => ({ all: 0, patient: 0, contacts: 0 }))
  for (const [kind, flow] of flows.entries()) {
    const queue = side.places[kind]!.queue // one of the kinds
    const load = loads[queue]
    if (!load) continue
    const contacts = expectedFrom(flow.source, window.to)
    const work = workOf(flow, contacts)
    load.contacts += contacts
    load.all += work
    if (flow.patience.mean === Number.POSITIVE_INFINITY && neverLeaves(side, queue, flow)) load.patient += work
  }
  return loads
}

const neverLeaves = (side: Side, queue: number, { patiences }: Flow): boolean => {
  const { most_waiting, overflow } = side.rules.queues[queue]! // one of the queues
  return patiences === null && most_waiting === undefined && overflow === undefined
}

function workOf({ handling, wrapUp, handlings }: Flow, contacts: number): number {
  const known = handlings?.filter((seconds) => seconds >= 0)
  const mean = known && known.length > 0 ? known.reduce((sum, seconds) => sum + seconds, 0) / known.length : handling.mean
  return contacts * (mean + (wrapUp?.mean ?? 0))
}

function unservedQueues(side: Side, loads: readonly Load[]): Warning[] {
  return side.queues.flatMap((name, queue) => {
    if (loads[queue]!.contacts === 0 || capacityFor(side, [queue]) > 0) return []
    return [
      {
        code: 'nobody_serves',
        en: `Nobody at work may serve “${name}”: whoever comes there is never answered. Give somebody its skills, or name it in their queues.`,
        fr: `Personne au travail ne peut servir « ${name} » : qui y vient n’a jamais de réponse. Donnez ses compétences à quelqu’un, ou nommez-la dans ses files.`,
      },
    ]
  })
}

function unstableQueues({ window }: Rehearsal, side: Side, loads: readonly Load[]): Warning[] {
  const busy = side.queues.flatMap((name, queue) => {
    const capacity = capacityFor(side, [queue]) * (window.to / Math.max(1, window.to - window.from))
    const load = loads[queue]!.patient / capacity // as many as queues
    return load >= 1 && capacity > 0 ? [unstable(name, load)] : []
  })
  if (busy.length > 0) return busy
  const all = Array.from(side.queues.keys())
  const load =
    (loads.reduce((sum, { patient }) => sum + patient, 0) / capacityFor(side, all)) * ((window.to - window.from) / window.to)
  return load >= 1 && Number.isFinite(load) ? [unstable(null, load)] : []
}

function unstable(name: string | null, load: number): Warning {
  const share = `${Math.round(load * 100)} %`
  return {
    code: 'unstable',
    en: `${name === null ? 'All queues together are' : `The queue “${name}” is`} unstable: the work that waits without ever giving up takes ${share} of the time of those who may serve it. Waits grow as long as the period lasts, and its length decides the figures. Add people, shorten the work, or say how long people wait (patience).`,
    fr: `${name === null ? 'L’ensemble des files est' : `La file « ${name} » est`} instable : le travail qui attend sans jamais renoncer prend ${share} du temps de qui peut le faire. Les attentes croissent tant que dure la période, et sa longueur décide des chiffres. Ajoutez des personnes, raccourcissez le travail, ou dites combien de temps on patiente (patience).`,
  }
}

// Seconds of work that those who may serve one of the queues can do in the counted part of the period, several at once included.
function capacityFor(side: Side, queues: readonly number[]): number {
  const gains = side.rules.channels.map(({ most }, channel) => most * (side.speeds[channel]?.[most - 1] ?? 1))
  const gain = Math.max(1, ...side.places.flatMap(({ channel, queue }) => (queues.includes(queue) ? [gains[channel]!] : []))) // one of the channels
  let seconds = 0
  for (const [person, { queues: own }] of side.agents.entries())
    if (own.some(({ queue }) => queues.includes(queue))) seconds += side.roster.workedSeconds[person]! // as many as people
  return seconds * gain
}

const cutShort = (unplayed: number): Warning => ({
  code: 'cut_short',
  en: `${unplayed} contacts came when more were waiting than a rehearsal holds: they count as never served. Add people, or say how long people wait.`,
  fr: `${unplayed} contacts sont venus quand il en attendait plus qu’une répétition n’en contient : ils comptent comme jamais servis. Ajoutez des personnes, ou dites combien de temps on patiente.`,
})
