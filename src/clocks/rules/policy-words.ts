// A service level in plain words, and why a case has it. Pure; names are passed in.
import type { PolicyDefinition, Priority, Step, TargetGrid, Targets, Words } from '../contract.ts'
import type { Because } from './choose-policy.ts'
import { lasting, nameOf, whomWords } from './say.ts'

/** Names by id: brands, doors, reasons, calendars, people, teams. */
export type Names = ReadonlyMap<string, string>

export const priorityWords: { readonly [priority in Priority]: Words } = {
  low: { fr: 'basse', en: 'low' },
  normal: { fr: 'normale', en: 'normal' },
  high: { fr: 'haute', en: 'high' },
  urgent: { fr: 'urgente', en: 'urgent' },
}
const say = (fr: string, en: string): Words => ({ fr, en })
const listed = (items: readonly string[], last: string): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`
const either = (ids: readonly string[], names: Names, last: string): string => listed(ids.map((id) => `« ${names.get(id) ?? '—'} »`), last) // prettier-ignore
const english = (quoted: string): string => quoted.replaceAll('« ', '“').replaceAll(' »', '”')

/** Whom it is for: all cases, those of a brand, of some priority. */
export function forWhom({ match, by_contract }: Pick<PolicyDefinition, 'match' | 'by_contract'>, names: Names): Words {
  const [fr, en]: [string[], string[]] = [[], []]
  const add = (ids: readonly string[] | null, french: string, of: string): void => {
    if (!ids) return
    fr.push(`${french} ${either(ids, names, 'ou')}`)
    en.push(`${of} ${english(either(ids, names, 'or'))}`)
  }
  add(match.reasons, 'pour le motif', 'about')
  if (match.priorities) {
    fr.push(`de priorité ${listed(match.priorities.map((each) => priorityWords[each].fr), 'ou')}`) // prettier-ignore
    en.push(`of ${listed(match.priorities.map((each) => priorityWords[each].en), 'or')} priority`) // prettier-ignore
  }
  add(match.entry_points, 'arrivés par', 'that came by')
  add(match.brands, 'de la marque', 'of the brand')
  if (by_contract) fr.push('des clients dont le contrat le prévoit')
  if (by_contract) en.push('of customers whose contract says so')
  return fr.length === 0 ? say('tous les dossiers', 'all cases') : say(`les dossiers ${fr.join(', ')}`, `cases ${en.join(', ')}`)
}

export function policyWords(policy: PolicyDefinition, names: Names): Words[] {
  const whom = forWhom(policy, names)
  return [
    ...(['first_answer', 'next_answer', 'resolution'] as const).flatMap((kind) => targetWords(policy, kind, whom)),
    hoursWords(policy, names),
    ...pauseWords(policy),
    ...quietWords(policy),
    ...(policy.warn_percent === null ? [] : [say(`La personne qui répond du dossier est prévenue à ${policy.warn_percent} % du délai.`, `Whoever answers for the case is warned at ${policy.warn_percent}% of the time.`)]), // prettier-ignore
    ...policy.ladder.map((step, place) => stepWords(step, place, names)),
  ]
}

const unit = ({ hours }: PolicyDefinition): Words => (hours.kind === 'always' ? say('', '') : say(' ouvrées', ' of working time'))
function targetWords(policy: PolicyDefinition, kind: keyof Targets, whom: Words): Words[] {
  const minutes = policy.targets.normal[kind]
  if (minutes === null) return []
  const [name, time, of] = [nameOf(kind), lasting(minutes), unit(policy)]
  const others = otherPriorities(policy.targets, kind)
  const [fr, en] = [others.map((each) => each.fr).join(' ; '), others.map((each) => each.en).join('; ')]
  return [say(`${capital(name.fr)} sous ${time.fr}${of.fr} pour ${whom.fr}${fr && ` (${fr})`}.`, `${capital(name.en)} within ${time.en}${of.en} for ${whom.en}${en && ` (${en})`}.`)] // prettier-ignore
}

function otherPriorities({ normal, ...others }: TargetGrid, kind: keyof Targets): Words[] {
  return (['urgent', 'high', 'low'] as const).flatMap((priority) => {
    const minutes = others[priority]?.[kind]
    if (minutes === undefined || minutes === normal[kind]) return []
    const time = minutes === null ? say('aucun délai', 'no limit') : lasting(minutes)
    return [say(`priorité ${priorityWords[priority].fr} : ${time.fr}`, `${priorityWords[priority].en} priority: ${time.en}`)]
  })
}

function hoursWords({ hours }: PolicyDefinition, names: Names): Words {
  if (hours.kind === 'always') return say('Le temps compte jour et nuit.', 'Time counts day and night.')
  if (hours.kind === 'door') return say('Le temps compte aux horaires de la porte d’entrée ; sans horaires, du lundi au vendredi de 9 h à 18 h.', 'Time counts in the opening hours of the entry point; where it has none, Monday to Friday, 9 to 18.') // prettier-ignore
  const name = names.get(hours.calendar_id) ?? '—'
  return say(`Le temps compte aux horaires « ${name} ».`, `Time counts in the hours “${name}”.`)
}

function pauseWords({ pauses, targets, stagnation_minutes }: PolicyDefinition): Words[] {
  const fr = [...(pauses.includes('resolution') && targets.normal.resolution !== null ? ['la résolution'] : []), ...(pauses.includes('stagnation') && stagnation_minutes !== null ? ['la stagnation'] : [])] // prettier-ignore
  const en = fr.map((each) => (each === 'la résolution' ? 'the resolution' : 'stagnation'))
  if (fr.length === 0)
    return [say('Rien ne s’arrête pendant que nous attendons le client.', 'Nothing stands still while we wait for the customer.')]
  return [say(`Pendant que nous attendons le client, ${listed(fr, 'et')} ${fr.length > 1 ? 's’arrêtent' : 's’arrête'} ; le silence, jamais.`, `While we wait for the customer, ${listed(en, 'and')} ${en.length > 1 ? 'stand' : 'stands'} still; silence never does.`)] // prettier-ignore
}

function quietWords(policy: PolicyDefinition): Words[] {
  const { silence_minutes: silence, stagnation_minutes: stagnation } = policy
  const of = unit(policy)
  return [
    ...(silence === null ? [] : [say(`Un client sans nouvelles depuis ${lasting(silence).fr}${of.fr} est signalé.`, `A customer who heard nothing for ${lasting(silence).en}${of.en} is pointed out.`)]), // prettier-ignore
    ...(stagnation === null ? [] : [say(`Un dossier où rien n’avance depuis ${lasting(stagnation).fr}${of.fr} est signalé.`, `A case in which nothing moves for ${lasting(stagnation).en}${of.en} is pointed out.`)]), // prettier-ignore
  ]
}

const DEEDS: { readonly [deed in Step['does'][number]]: Words } = {
  tell: { fr: 'prévenir', en: 'tell' },
  raise_priority: { fr: 'relever la priorité', en: 'raise the priority' },
  name_handler: { fr: 'faire intervenir', en: 'bring in' },
}
export function stepWords({ of, when, whom, does }: Step, place: number, names: Names): Words {
  const who = whomWords(whom, names)
  const [causeFr, causeEn] = [listed(of.map((each) => nameOf(each).fr), 'et'), listed(of.map((each) => nameOf(each).en), 'and')] // prettier-ignore
  const time = 'percent' in when ? say(`à ${when.percent} % du délai`, `at ${when.percent}% of the time`) : when.after_minutes === 0 ? say('dès le dépassement', 'as soon as it is late') : say(`${lasting(when.after_minutes).fr} après le dépassement`, `${lasting(when.after_minutes).en} after it is late`) // prettier-ignore
  const fr = does.map((each) => (each === 'raise_priority' ? DEEDS[each].fr : `${DEEDS[each].fr} ${who.fr}`))
  const en = does.map((each) => (each === 'raise_priority' ? DEEDS[each].en : `${DEEDS[each].en} ${who.en}`))
  return say(
    `Étape ${place + 1}, ${time.fr} : ${listed(fr, 'et')} (${causeFr}).`,
    `Step ${place + 1}, ${time.en}: ${listed(en, 'and')} (${causeEn}).`,
  )
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Why a case has this policy. */
export function becauseWords(name: string, because: Because): Words {
  const { contract, reason, priority, entry_point, brand } = because
  const fr = [contract && `le contrat « ${contract.name} » de ${contract.holder}${contract.ends_on ? ` (jusqu’au ${contract.ends_on})` : ''}`, reason && 'son motif', priority && `sa priorité ${priorityWords[priority].fr}`, entry_point && 'sa porte d’entrée', brand && 'sa marque'].filter((each) => typeof each === 'string') // prettier-ignore
  const en = [contract && `the contract “${contract.name}” of ${contract.holder}${contract.ends_on ? ` (until ${contract.ends_on})` : ''}`, reason && 'its reason', priority && `its ${priorityWords[priority].en} priority`, entry_point && 'its entry point', brand && 'its brand'].filter((each) => typeof each === 'string') // prettier-ignore
  if (fr.length === 0) return say(`« ${name} », qui vaut pour tous les dossiers : aucun autre niveau n’est plus précis.`, `“${name}”, which is for all cases: no other level is more specific.`) // prettier-ignore
  return say(`« ${name} », à cause de ${listed(fr, 'et de').replaceAll('de le ', 'du ')} : c’est le plus précis.`.replace('à cause de le ', 'à cause du '), `“${name}”, because of ${listed(en, 'and')}: the most specific.`) // prettier-ignore
}
