// Who is told what of a swap: the one asked, the one who offered, whoever answers.
import * as staff from '#staff'
import { asFrenchWrites, type PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { Swap } from '../contract.ts'
import { saySpan } from '../rules/say-span.ts'
import type { SwapRow } from '../store/swap.ts'
import { settingsNow } from '../terms/settings.ts'

type Said = { to: readonly PersonId[]; fr: string; en: string; path: string }

export async function tellOfSwap(work: Work, swap: Swap): Promise<void> {
  const { zone } = await settingsNow(work)
  for (const [nth, { fr, ...said }] of (await sayings(work, swap, zone)).entries()) {
    const to = said.to.filter((person) => !(work.actor.kind === 'person' && work.actor.id === person))
    const key = keyOf(swap, nth)
    if (to.length > 0) await staff.tell(work, { ...said, fr: asFrenchWrites(fr), to, kind: 'scheduling.swap', key })
  }
}

const keyOf = ({ id, state, taken_at }: Pick<Swap, 'id' | 'state' | 'taken_at'>, nth: number): string =>
  `swap ${id} ${state} ${taken_at ?? ''} ${nth}`

/** Whoever was asked for an answer and has not read it yet is not asked any more: the colleague, then whoever grants. */
export async function unaskOfSwap(work: Work, { id, to_id, taken_at, person_id }: SwapRow): Promise<void> {
  if (to_id) await staff.untell(work, { keys: [keyOf({ id, state: 'offered', taken_at: null }, 0)], to: [to_id] })
  if (!taken_at) return
  const keys = [keyOf({ id, state: 'taken', taken_at: taken_at.toString() }, TO_MANAGERS)]
  await staff.untell(work, { keys, to: await staff.managersFor(work, person_id) })
}
const TO_MANAGERS = 1 // second of what is said when it was taken

/** Whoever said they would take it would rather not: it is offered again. */
export async function tellOfLettingGo(work: Work, swap: Swap, who: string): Promise<void> {
  const { fr, en } = whenOf(swap, (await settingsNow(work)).zone)
  await staff.tell(work, {
    to: [swap.gives.person.id], kind: 'scheduling.swap', ...mine, key: `swap ${swap.id} let go ${String(work.now)}`,
    fr: asFrenchWrites(`${who} ne prend finalement pas votre vacation du ${fr}. Elle est de nouveau proposée.`), en: `${who} will not take your shift of ${en} after all. It is offered again.`,
  }) // prettier-ignore
}

const mine = { path: '/my-shifts' }
type Of = { swap: Swap; when: { fr: string; en: string } }

async function sayings(work: Work, swap: Swap, zone: string): Promise<Said[]> {
  const of = { swap, when: whenOf(swap, zone) }
  if (swap.state === 'offered') return offered(of)
  if (swap.state === 'taken') return taken(of, await staff.managersFor(work, swap.gives.person.id))
  return ended(of)
}

function offered({ swap: { to, gives }, when }: Of): Said[] {
  const { name } = gives.person
  return to
    ? [
        {
          to: [to.id],
          fr: `${name} vous propose sa vacation du ${when.fr}.`,
          en: `${name} offers you their shift of ${when.en}.`,
          ...mine,
        },
      ]
    : []
}

function taken({ swap: { gives, taken_by }, when }: Of, managers: readonly PersonId[]): Said[] {
  const [giver, taker] = [gives.person.name, taken_by?.name ?? '']
  return [
    { to: [gives.person.id], fr: `${taker} prendrait votre vacation du ${when.fr}. La réponse de votre responsable est attendue.`, en: `${taker} would take your shift of ${when.en}. Your manager’s answer is awaited.`, ...mine },
    { to: managers, fr: `${giver} et ${taker} souhaitent échanger la vacation du ${when.fr}. Votre réponse est attendue.`, en: `${giver} and ${taker} would like to swap the shift of ${when.en}. Your answer is awaited.`, path: '/planning?open=swaps' },
  ] // prettier-ignore
}

function ended({ swap: { state, gives, taken_by, answered_by, because }, when }: Of): Said[] {
  const taker = taken_by ? [taken_by.id] : []
  const [why, whyEn] = because ? [`\u202f: ${because}`, `: ${because}`] : ['.', '.']
  const said = {
    granted: { to: [gives.person.id, ...taker], fr: `L’échange de la vacation du ${when.fr} est accordé.`, en: `The swap of the shift of ${when.en} is granted.` },
    declined: !taken_by
      ? { to: [gives.person.id], fr: `${answered_by?.name ?? ''} ne prend pas votre vacation du ${when.fr}${why}`, en: `${answered_by?.name ?? ''} will not take your shift of ${when.en}${whyEn}` }
      : { to: [gives.person.id, ...taker], fr: `L’échange de la vacation du ${when.fr} n’est pas accordé${why}`, en: `The swap of the shift of ${when.en} is declined${whyEn}` },
    overtaken: { to: [gives.person.id, ...taker], fr: `L’échange de la vacation du ${when.fr} ne peut plus se faire : les horaires ou les personnes ont changé depuis.`, en: `The swap of the shift of ${when.en} can no longer be: hours or people have changed since.` },
    expired: taken_by
      ? { to: [gives.person.id, ...taker], fr: `L’échange de la vacation du ${when.fr} n’a pas reçu de réponse à temps : chacun garde ses horaires.`, en: `The swap of the shift of ${when.en} was not answered in time: everybody keeps their hours.` }
      : { to: [gives.person.id], fr: `Personne n’a pris à temps votre vacation du ${when.fr} : elle reste la vôtre.`, en: `Nobody took your shift of ${when.en} in time: it is still yours.` },
    withdrawn: { to: taker, fr: `${gives.person.name} ne propose plus sa vacation du ${when.fr}.`, en: `${gives.person.name} no longer offers their shift of ${when.en}.` },
  } // prettier-ignore
  return state === 'offered' || state === 'taken' ? [] : [{ ...said[state], ...mine }]
}

const whenOf = ({ gives: { starts_at, ends_at } }: Swap, zone: string): Of['when'] =>
  saySpan({ starts_at: Temporal.Instant.from(starts_at), ends_at: Temporal.Instant.from(ends_at) }, zone)
