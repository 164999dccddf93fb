// What passes before what, and when it is due. Pure.
import { workChannels, type Queue } from '../../contract/rulebook.ts'
import { isDeferred } from '../compile.ts'
import { listed, said, type Said } from '../said.ts'
import { sayExactly } from '../say-exactly.ts'
import { number, sentence, together } from './phrases.ts'

const minutes = (count: number): Said => sayExactly(Math.abs(count) * 60)

export function priorityWords(queue: Queue): Said {
  const { priority } = queue
  return together(order(queue), headStart(priority.head_start_min), ageing(priority.ageing), cases(queue), patience(queue))
}

function order(queue: Queue): Said {
  const paces = new Set((queue.takes.channels ?? workChannels).map((channel) => isDeferred(queue, channel)))
  const due = queue.pace.kind === 'deferred' ? queue.pace : { due_within_s: DAY_S, keep_free: 0 }
  const wait = sayExactly(due.due_within_s)
  const deferred = said(
    `Le travail différé passe par échéance, ${wait.fr} après l’arrivée si rien d’autre ne le dit, quand l’immédiat laisse du temps`,
    `Deferred work goes by its due date, ${wait.en} after it came where nothing else says so, when instant work leaves time`,
  )
  const free =
    due.keep_free > 0
      ? said(`\u202f; ${people(due.keep_free).fr} libres pour l’immédiat`, `; ${people(due.keep_free).en} free for instant work`)
      : said('', '')
  const instant = said('Qui attend depuis le plus longtemps passe d’abord.', 'Whoever has waited the longest goes first.')
  return together(
    paces.has(false) ? instant : null,
    paces.has(true) ? said(`${deferred.fr}${free.fr}.`, `${deferred.en}${free.en}.`) : null,
  )
}
const DAY_S = 86_400
const people = (count: number): Said =>
  count === 1 ? said('une personne reste', 'one person stays') : said(`${count} personnes restent`, `${count} people stay`)

function headStart(head_start_min: number): Said | null {
  if (head_start_min === 0) return null
  const by = minutes(head_start_min)
  return head_start_min > 0
    ? said(
        `Cette file compte comme si l’on y attendait depuis ${by.fr} de plus.`,
        `This queue counts as if one had waited ${by.en} longer.`,
      )
    : said(
        `Cette file laisse passer les autres\u00a0: ${by.fr} d’attente de moins.`,
        `This queue lets others pass: ${by.en} less of waiting.`,
      )
}

function ageing(points: number): Said | null {
  if (points === 1) return null
  if (points === 0) return said('L’attente n’y fait rien gagner.', 'Waiting gains nothing in it.')
  const n = number(points)
  return said(`Chaque minute d’attente y compte ${n.fr} fois.`, `Every minute of waiting counts ${n.en} times.`)
}

const PRIORITIES = { urgent: said('un dossier urgent', 'an urgent case'), high: said('un dossier de priorité haute', 'a case of high priority'), normal: said('un dossier normal', 'a normal case'), low: said('un dossier de priorité basse', 'a case of low priority') } // prettier-ignore

function cases({ priority }: Queue): Said | null {
  const gains = (['urgent', 'high', 'normal', 'low'] as const)
    .filter((each) => priority.case_min[each] !== 0)
    .map((each) => {
      const gain = priority.case_min[each]
      const by = minutes(gain)
      return said(
        `${PRIORITIES[each].fr} ${gain > 0 ? 'gagne' : 'perd'} ${by.fr}`,
        `${PRIORITIES[each].en} ${gain > 0 ? 'gains' : 'loses'} ${by.en}`,
      )
    })
  return gains.length === 0 ? null : sentence(listed(gains))
}

function patience({ priority: { earlier_contact_min, counter_min } }: Queue): Said | null {
  const [earlier, counter] = [minutes(earlier_contact_min), number(counter_min)]
  const owed = [
    ...(earlier_contact_min > 0 ? [said(`${earlier.fr} par contact déjà pris dans la journée`, `${earlier.en} for each earlier contact of the day`)] : []),
    ...(counter_min > 0 ? [said(`${counter.fr}\u00a0min par minute déjà attendue ailleurs`, `${counter.en}\u00a0min for each minute already waited elsewhere`)] : []),
  ] // prettier-ignore
  return owed.length === 0
    ? null
    : said(
        `La patience déjà montrée est rendue\u00a0: ${listed(owed).fr}.`,
        `Patience already shown is given back: ${listed(owed).en}.`,
      )
}
