// To whom work goes: persons first, then whoever is chosen among those who can; how needs give way and rings widen. Pure.
import type { PersonsFirst, Queue, Ring, SkillNeed, Strategy } from '../../contract/rulebook.ts'
import { siteNamed, type Names } from '../names.ts'
import { listed, said, type Said } from '../said.ts'
import { sayExactly } from '../say-exactly.ts'
import { joined, NOTHING, number, quotedName, sentence, together } from './phrases.ts'

/** "d’abord à la personne qui répond du dossier, pendant 20 s ; puis …" */
export function wayWords(queue: Queue, names: Names): Said {
  const persons = personsWords(queue.who.persons)
  const pool = poolWords(queue, names)
  if (persons.length === 0) return said(`à ${pool.fr}`, `to ${pool.en}`)
  const [only, ...others] = persons
  const first = others.length === 0 ? waitAlone(only!) : inTurn(persons)
  return said(`d’abord ${first.fr}\u202f; ensuite à ${pool.fr}`, `first ${first.en}; then to ${pool.en}`)
}

type Waited = { who: Said; wait_s: number }

// "à la personne qui répond du dossier, pendant 20 s"
function waitAlone({ who, wait_s }: Waited): Said {
  const wait = sayExactly(wait_s)
  return wait_s === 0
    ? said(`${who.fr} sans attendre`, `${who.en} without waiting`)
    : said(`${who.fr}, pendant ${wait.fr}`, `${who.en} for ${wait.en}`)
}

// "à la personne qui répond du dossier (20 s), puis au contact du client (20 s)"
function inTurn(persons: readonly Waited[]): Said {
  const each = persons.map(({ who, wait_s }) => {
    const wait = wait_s === 0 ? said('sans attendre', 'without waiting') : sayExactly(wait_s)
    return said(`${who.fr} (${wait.fr})`, `${who.en} (${wait.en})`)
  })
  return said(each.map(({ fr }) => fr).join(', puis '), each.map(({ en }) => en).join(', then '))
}

const PERSONS: Readonly<Record<keyof PersonsFirst, Said>> = {
  owner: said('à la personne qui répond du dossier', 'to whoever answers for the case'),
  contact: said('au contact du client', 'to the customer’s point of contact'),
  deputies: said('à leurs remplaçants', 'to their deputies'),
}

const personsWords = (persons: PersonsFirst): Waited[] =>
  (['owner', 'contact', 'deputies'] as const).flatMap((who) => {
    const asked = persons[who]
    return asked ? [{ who: PERSONS[who], wait_s: asked.wait_s }] : []
  })

const CHOSEN: Readonly<Record<Strategy, Said>> = {
  longest_idle: said('la personne libre depuis le plus longtemps', 'whoever has been free the longest'),
  fewest_handled: said('la personne libre qui en a pris le moins aujourd’hui', 'whoever is free and took the fewest today'),
  most_skilled: said('la personne libre la plus compétente', 'the most skilled of those who are free'),
  ordered: said('la première personne libre dans l’ordre des préférences', 'the first who is free in the order of preference'),
  round_robin: said('chaque personne libre à son tour', 'each of those who are free in turn'),
  ring_all: said('toutes les personnes libres à la fois', 'all who are free at once'),
}

function poolWords({ who }: Queue, names: Names): Said {
  const { language } = who
  const musts = who.skills.filter(({ strength }) => strength === 'must').map((need) => needWords(need, names))
  const asked = [
    ...(who.people === 'named' ? [said('sont désignées pour cette file', 'were put on this queue')] : []),
    ...(musts.length > 0 ? [said(`maîtrisent ${listed(musts).fr}`, `know ${listed(musts).en}`)] : []),
    ...(language.strength === 'must' ? [said('parlent la langue du client', 'speak the customer’s language')] : []),
    ...(who.degree > 1 ? [said(`donnent le degré ${who.degree} ou plus`, `give degree ${who.degree} or more`)] : []),
  ]
  const among =
    asked.length === 0 ? NOTHING : said(`, parmi celles qui ${listed(asked).fr}`, `, among those who ${listed(asked).en}`)
  const tail =
    who.strategy === 'ring_all' ? said('\u00a0: la première qui accepte l’emporte', ': the first to accept has it') : NOTHING
  return said(CHOSEN[who.strategy].fr + among.fr + tail.fr, CHOSEN[who.strategy].en + among.en + tail.en)
}

function needWords({ skill, level }: SkillNeed, names: Names): Said {
  const { fr, en } = quotedName(names(skill))
  return level === 1 ? said(fr, en) : said(`${fr} (niveau ${level} au moins)`, `${en} (level ${level} at least)`)
}

/** What the main sentence leaves out: what is preferred, and how what is asked gives way. */
export function needsWords({ who }: Queue, names: Names): Said {
  const preferred = who.skills.filter(({ strength }) => strength === 'should').map((need) => needWords(need, names))
  const { language } = who
  const spoken = language.strength === 'should' ? [said('la langue du client', 'the customer’s language')] : []
  const all = [...preferred, ...spoken]
  return together(
    all.length > 0 ? sentence(said(`de préférence\u00a0: ${listed(all).fr}`, `preferably: ${listed(all).en}`)) : null,
    ...who.skills.filter(({ relax }) => relax.length > 0).map((need) => relaxWords(need, names)),
    language.strength !== 'any' && language.relax_after_s !== null ? languageGivesWay(language.relax_after_s) : null,
  )
}

function relaxWords({ skill, relax }: SkillNeed, names: Names): Said {
  const name = quotedName(names(skill))
  const steps = relax
    .toSorted((a, b) => a.after_s - b.after_s)
    .map(({ after_s, level }) => {
      const wait = sayExactly(after_s)
      return level === 0
        ? said(`plus exigé après ${wait.fr}`, `no longer asked after ${wait.en}`)
        : said(`niveau ${level} après ${wait.fr}`, `level ${level} after ${wait.en}`)
    })
  return said(
    `${name.fr} cède avec l’attente\u00a0: ${listed(steps).fr}.`,
    `${name.en} gives way as the wait grows: ${listed(steps).en}.`,
  )
}

function languageGivesWay(after_s: number): Said {
  const wait = sayExactly(after_s)
  return said(`La langue n’est plus demandée après ${wait.fr}.`, `The language is no longer asked after ${wait.en}.`)
}

export function ringsWords({ who }: Pick<Queue, 'who'>, names: Names): Said {
  if (who.rings.length === 0) return said('Tout le monde est sollicité dès l’arrivée.', 'Everybody is asked on arrival.')
  const steps = who.rings.toSorted((a, b) => a.after_s - b.after_s).map((ring) => ringWords(ring, names))
  return sentence(
    joined(steps, '; ').fr === ''
      ? NOTHING
      : said(steps.map(({ fr }) => fr).join('\u202f; '), steps.map(({ en }) => en).join('; ')),
  )
}

function ringWords(ring: Ring, names: Names): Said {
  const wait = sayExactly(ring.after_s)
  const when = ring.after_s === 0 ? said('dès l’arrivée', 'on arrival') : said(`après ${wait.fr}`, `after ${wait.en}`)
  const who = [
    ...(ring.sites ?? []).map((key) => quotedName(siteNamed(names, key))),
    ...(ring.teams ?? []).map((id) => quotedName(names(id))),
  ]
  const all = who.length === 0 ? said('tout le monde', 'everybody') : listed(who)
  return said(`${when.fr}, ${all.fr}`, `${when.en}, ${all.en}`)
}

export const howMany = (count: number, one: Said, some: Said): Said => {
  const words = count === 1 ? one : some
  const n = number(count)
  return said(`${n.fr}\u00a0${words.fr}`, `${n.en}\u00a0${words.en}`)
}
