// What a queue takes, as the subject of a sentence: "les appels et les chats au sujet de « Facturation », en français". Pure.
import type { CasePriority, Queue, Takes } from '../../contract/rulebook.ts'
import { channelWords } from '../channel-words.ts'
import type { Names } from '../names.ts'
import { listed, said, type Said } from '../said.ts'
import { joined, languageName, NOTHING, oneOf, quotedName, together } from './phrases.ts'

/** With its number: the verb behind it agrees. */
export type Subject = Said & { plural: boolean }

export function takesWords({ takes }: Pick<Queue, 'takes'>, names: Names): Subject {
  const { channels } = takes
  const what = channels
    ? listed(channels.map((channel) => channelWords[channel].some))
    : said('tout ce qui arrive', 'everything that comes in')
  const more = qualifiers(takes, names)
  const closing = more.length > 1 ? ',' : '' // the verb comes behind
  const { fr, en } = together(what, joined(more, ', '))
  return { fr: fr + closing, en: en + closing, plural: channels !== null }
}

const NOT_KNOWN = 'none'
const isKnown = (id: string): boolean => id !== NOT_KNOWN

function qualifiers(takes: Takes, names: Names): Said[] {
  return [
    reasons(takes.reasons, names),
    languages(takes.languages),
    some(takes.brands, names, (brands) => said(`pour ${brands.fr}`, `for ${brands.en}`)),
    some(takes.entry_points, names, (doors) => said(`par ${doors.fr}`, `by ${doors.en}`)),
    takes.flags ? oneOf(takes.flags.map(flagWords)) : NOTHING,
    takes.priorities ? priorities(takes.priorities) : NOTHING,
    takes.degrees ? said(`de degré ${takes.degrees.join(' ou ')}`, `of degree ${takes.degrees.join(' or ')}`) : NOTHING,
    { always: NOTHING, open: said('pendant ses heures d’ouverture', 'while it is open'), closed: said('en dehors de ses heures d’ouverture', 'while it is closed') }[takes.when],
  ].filter(({ fr }) => fr !== '')
} // prettier-ignore

function some(ids: readonly string[] | null, names: Names, says: (all: Said) => Said): Said {
  return ids ? says(oneOf(ids.map((id) => quotedName(names(id))))) : NOTHING
}

function reasons(ids: readonly string[] | null, names: Names): Said {
  if (!ids) return NOTHING
  const known = ids.filter(isKnown)
  const unknown = known.length < ids.length ? said('sans motif connu', 'with no known reason') : null
  const about = known.length > 0 ? some(known, names, (all) => said(`au sujet de ${all.fr}`, `about ${all.en}`)) : null
  return oneOf([about, unknown].filter((each) => each !== null))
}

function languages(codes: readonly string[] | null): Said {
  if (!codes) return NOTHING
  return oneOf(
    codes.map((code) => {
      if (!isKnown(code)) return said('dans une langue inconnue', 'in a language not known')
      const name = languageName(code)
      return said(`en ${name.fr}`, `in ${name.en}`)
    }),
  )
}

export const flagWords = (flag: string): Said => FLAGS[flag] ?? said(`avec la marque «\u202f${flag}\u202f»`, `marked “${flag}”`)
const FLAGS: Readonly<Record<string, Said>> = {
  new_customer: said('de nouveaux clients', 'from new customers'),
  known_customer: said('de clients connus', 'from known customers'),
  contract: said('de clients sous contrat', 'from customers with a contract'),
  reopened: said('de dossiers rouverts', 'of reopened cases'),
}
export const knownFlags: readonly string[] = Object.keys(FLAGS)

export const casePriorityWords: Readonly<Record<CasePriority, Said>> = {
  low: said('basse', 'low'),
  normal: said('normale', 'normal'),
  high: said('haute', 'high'),
  urgent: said('urgente', 'urgent'),
}
const priorities = (all: readonly CasePriority[]): Said => {
  const { fr, en } = oneOf(all.map((each) => casePriorityWords[each]))
  return said(`de priorité ${fr}`, `of ${en} priority`)
}
