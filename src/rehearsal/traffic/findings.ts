// What the rehearsal rests on, figure by figure, in words; and what the journal could not say.
import type { Assume, Found, Findings, Missing, Origin } from '../contract.ts'
import { byChannel, countOf, type Contacts } from './contacts.ts'
import type { Given } from './given.ts'
import type { Learnt } from './scenario-of.ts'
import { MOST_KINDS } from './kinds.ts'
import { retrialsOf } from './retrials.ts'
import { hoursOf } from './shifts.ts'

export function findingsOf(contacts: Contacts, given: Given, { learnt, merged }: { learnt: Learnt; merged: number }): Findings {
  return {
    period: periodOf(contacts, given, learnt),
    found: [...handlingFound(learnt), ...patienceFound(learnt), retrialsFound(contacts), hoursFound(learnt)],
    missing: missingOf(contacts, given, { learnt, merged }),
  }
}

const iso = (milliseconds: number): string => new Date(milliseconds).toISOString()

function periodOf(contacts: Contacts, { period, left_out }: Given, { staffing }: Learnt): Findings['period'] {
  const count = (places: readonly number[], column: readonly number[]): number =>
    places.filter((i) => (column[i] ?? NaN) >= 0).length
  return {
    from: iso(period.from_ms),
    to: iso(period.to_ms),
    contacts: countOf(contacts),
    left_out,
    by: [...byChannel(contacts)].map(([channel, places]) => ({
      channel,
      contacts: places.length,
      answered: count(places, contacts.taken_ms),
      abandoned: count(places, contacts.gone_ms),
    })),
    people: staffing.spells.size,
    staffing: staffing.from,
  }
}

const handlingSaid: Record<Origin, (n: number) => { fr: string; en: string }> = {
  measured: (n) => ({
    fr: `De la prise en charge à la fin, mesuré sur ${n} contacts.`,
    en: `From acceptance to the end, measured on ${n} contacts.`,
  }),
  derived: (n) => ({
    fr: `Au plus : le temps entre deux réponses d’une même personne, sur ${n} réponses à moins d’une demi-heure l’une de l’autre.`,
    en: `At most: the time between two answers of one person, over ${n} answers less than half an hour apart.`,
  }),
  estimated: () => ({ fr: 'Estimé.', en: 'Estimated.' }),
  pooled: () => ({ fr: 'Celui de tous les canaux.', en: 'That of all channels.' }),
  assumed: () => ({ fr: 'Rien n’a été vu : c’est une supposition.', en: 'Nothing was seen: this is an assumption.' }),
  given: () => ({ fr: 'Indiqué en préparant la répétition.', en: 'Given when the rehearsal was set up.' }),
}

const handlingFound = ({ handling }: Learnt): Found[] =>
  [...handling.by_channel].map(([channel, { mean_s, n, origin }]) => ({
    what: 'handling_s', channel, queue: null, value: mean_s, n, censored: 0, origin, ...handlingSaid[origin](n),
  })) // prettier-ignore

const patienceFound = ({ patience }: Learnt): Found[] =>
  [...patience.channel].map(([channel, { median_s, n, censored, origin }]) => ({
    what: 'patience_s', channel, queue: null, value: median_s, n, censored, origin, ...patienceSaid({ n, censored, origin }),
  })) // prettier-ignore

function patienceSaid({ n, censored, origin }: { n: number; censored: number; origin: Origin }): { fr: string; en: string } {
  const gone = n - censored
  if (origin === 'given') return handlingSaid.given(0)
  if (gone === 0)
    return {
      fr: 'Personne n’a renoncé : la répétition n’en verra pas non plus renoncer.',
      en: 'Nobody gave up: nobody will in the rehearsal.',
    }
  const tail = {
    fr: 'Au-delà de la plus longue attente vue, ceux qui restent renoncent au même rythme.',
    en: 'Beyond the longest wait seen, those left go on giving up at the same rate.',
  }
  const whose =
    origin === 'pooled'
      ? { fr: ' (tous canaux : trop peu sur celui-ci)', en: ' (all channels: too few on this one)' }
      : { fr: '', en: '' }
  return {
    fr: `Médiane estimée sur ${gone} abandons ; ${censored} personnes servies avant comptent comme n’ayant pas encore renoncé${whose.fr}. ${tail.fr}`,
    en: `Median estimated from ${gone} who gave up; ${censored} served before count as not having lost patience yet${whose.en}. ${tail.en}`,
  }
}

function retrialsFound(contacts: Contacts): Found {
  const { gave_up, came_again } = retrialsOf(contacts)
  return {
    what: 'retrial_share', channel: null, queue: null, value: gave_up > 0 ? came_again / gave_up : null, n: gave_up, censored: 0, origin: 'measured',
    fr: 'Part des clients connus qui, ayant renoncé, sont revenus dans la journée. Leurs nouveaux essais sont dans le trafic tels qu’ils ont eu lieu.',
    en: 'Share of known customers who gave up and came again within a day. Their new tries are in the traffic as they happened.',
  } // prettier-ignore
}

function hoursFound({ staffing }: Learnt): Found {
  const said =
    staffing.from === 'presence'
      ? {
          fr: 'Heures où quelqu’un s’est dit disponible, absences déduites.',
          en: 'Hours somebody said to be available, less absences.',
        }
      : {
          fr: 'Heures entre le premier et le dernier acte de chaque journée.',
          en: 'Hours between the first and the last act of each day.',
        }
  return { what: 'staffed_h', channel: null, queue: null, value: hoursOf(staffing.spells.values()), n: staffing.spells.size, censored: 0, origin: staffing.from === 'presence' ? 'measured' : 'derived', ...said } // prettier-ignore
}

type Lacking = { learnt: Learnt; merged: number }
function missingOf(contacts: Contacts, given: Given, { learnt, merged }: Lacking): Missing[] {
  const { assume } = given.asked
  return [
    ...[...learnt.handling.by_channel].flatMap(([channel, known]) =>
      known.origin === 'assumed' ? [noHandling(channel, known.mean_s)] : [],
    ),
    ...[...byChannel(contacts).keys()].flatMap((channel) =>
      learnt.wrap_up.has(channel) || hasWrapUp(assume, channel) ? [] : [noWrapUp(channel)],
    ),
    ...(learnt.staffing.from === 'acts' ? [plain.presence] : []),
    ...(given.left_out > 0 ? [plain.leftOut(given.left_out)] : []),
    ...(merged > 0 ? [plain.merged(merged)] : []),
    plain.backlog,
    plain.reasons,
  ]
}

const hasWrapUp = (assume: Assume, channel: string): boolean => (assume[channel] ?? assume['*'])?.wrap_up_s !== undefined

const noHandling = (channel: string, mean_s: number): Missing => ({
  code: 'no_handling', channel, assumed: mean_s, field: 'handling_s',
  fr: `Aucun temps de traitement n’a été vu sur ce canal : ${minutes(mean_s)} min supposées. Indiquez la vôtre.`,
  en: `No handling time was seen on this channel: ${minutes(mean_s)} min assumed. Give yours.`,
}) // prettier-ignore
const minutes = (seconds: number): number => Math.round(seconds / 60)

const noWrapUp = (channel: string): Missing => ({
  code: 'no_wrap_up', channel, assumed: 0, field: 'wrap_up_s',
  fr: 'Aucune clôture après contact n’a été mesurée sur ce canal : aucune n’est comptée. Indiquez la vôtre.',
  en: 'No wrap-up was measured on this channel: none is counted. Give yours.',
}) // prettier-ignore

const note = (code: string, fr: string, en: string): Missing => ({ code, channel: null, assumed: null, field: null, fr, en })
const plain = {
  presence: note('no_presence', 'Personne n’a indiqué sa présence : chacun est compté du premier au dernier acte de sa journée.', 'Nobody said whether they were there: everybody counts from the first to the last act of their day.'),
  leftOut: (n: number) => note('left_out', `${n} contacts de la fin de la période n’ont pas été lus : elle en compte trop.`, `${n} contacts of the end of the period were not read: it holds too many.`),
  merged: (n: number) => note('merged', `${n} contacts de combinaisons rares (plus de ${MOST_KINDS}) sont classés par canal et par porte seulement.`, `${n} contacts of rare combinations (beyond ${MOST_KINDS}) are sorted by channel and door alone.`),
  backlog: note('no_backlog', 'Ce qui attendait déjà au début de la période n’est pas répété.', 'What was waiting when the period began is not rehearsed.'),
  reasons: note('reasons_of_now', 'Motif, langue et priorité des contacts qui n’ont pas été routés sont ceux que leur dossier a aujourd’hui.', 'Reason, language and priority of contacts that were not routed are those their case has now.'),
} // prettier-ignore
