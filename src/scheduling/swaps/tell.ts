// Who is told what of a swap: the one asked, the one who offered, whoever answers.
import * as staff from '#staff'
import { asFrenchWrites, type PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { Swap } from '../contract.ts'
import { settingsNow } from '../terms/settings.ts'

type Said = { to: readonly PersonId[]; fr: string; en: string; path: string }

export async function tellOfSwap(work: Work, swap: Swap): Promise<void> {
  const { zone } = await settingsNow(work)
  for (const [nth, { fr, ...said }] of (await sayings(work, swap, zone)).entries()) {
    const to = said.to.filter((person) => !(work.actor.kind === 'person' && work.actor.id === person))
    const key = `swap ${swap.id} ${swap.state} ${swap.taken_at ?? ''} ${nth}`
    if (to.length > 0) await staff.tell(work, { ...said, fr: asFrenchWrites(fr), to, kind: 'scheduling.swap', key })
  }
}

async function sayings(work: Work, { state, gives, taken_by, to, because }: Swap, zone: string): Promise<Said[]> {
  const giver = gives.person.name
  const when = whenOf(gives, zone)
  const mine = { path: '/my-shifts' }
  switch (state) {
    case 'offered':
      return to
        ? [
            {
              to: [to.id],
              fr: `${giver} vous propose sa vacation du ${when.fr}.`,
              en: `${giver} offers you their shift of ${when.en}.`,
              ...mine,
            },
          ]
        : []
    case 'taken':
      return [
        { to: [gives.person.id], fr: `${taken_by?.name} prendrait votre vacation du ${when.fr}. La réponse de votre responsable est attendue.`, en: `${taken_by?.name} would take your shift of ${when.en}. Your manager’s answer is awaited.`, ...mine },
        { to: await staff.managersFor(work, gives.person.id), fr: `${giver} et ${taken_by?.name} souhaitent échanger la vacation du ${when.fr}. Votre réponse est attendue.`, en: `${giver} and ${taken_by?.name} would like to swap the shift of ${when.en}. Your answer is awaited.`, path: '/planning?swaps=to_answer' },
      ] // prettier-ignore
    case 'declined':
      return [{ to: [gives.person.id, ...(taken_by ? [taken_by.id] : [])], fr: `L’échange de la vacation du ${when.fr} n’est pas accordé${because ? ` : ${because}` : '.'}`, en: `The swap of the shift of ${when.en} is declined${because ? `: ${because}` : '.'}`, ...mine }] // prettier-ignore
    case 'granted':
      return [{ to: [gives.person.id, ...(taken_by ? [taken_by.id] : [])], fr: `L’échange de la vacation du ${when.fr} est accordé.`, en: `The swap of the shift of ${when.en} is granted.`, ...mine }] // prettier-ignore
    case 'overtaken':
      return [{ to: [gives.person.id], fr: `Votre vacation du ${when.fr} a changé depuis que vous l’avez proposée. Proposez-la à nouveau.`, en: `Your shift of ${when.en} has changed since you offered it. Offer it again.`, ...mine }] // prettier-ignore
    case 'withdrawn':
      return taken_by
        ? [
            {
              to: [taken_by.id],
              fr: `${giver} ne propose plus sa vacation du ${when.fr}.`,
              en: `${giver} no longer offers their shift of ${when.en}.`,
              ...mine,
            },
          ]
        : []
  }
}

function whenOf({ starts_at, ends_at }: Swap['gives'], zone: string): { fr: string; en: string } {
  const [from, to] = [starts_at, ends_at].map((instant) => Temporal.Instant.from(instant).toZonedDateTimeISO(zone)) as [
    Temporal.ZonedDateTime,
    Temporal.ZonedDateTime,
  ] // two in, two out
  const hours = [from, to].map((each) => each.toLocaleString('en-GB', { hour: '2-digit', minute: '2-digit' })).join('–')
  const day = { weekday: 'long', day: 'numeric', month: 'long' } as const
  return { fr: `${from.toLocaleString('fr-FR', day)}, ${hours}`, en: `${from.toLocaleString('en-GB', day)}, ${hours}` }
}
