// What somebody is told when their shifts are published or changed. Pure.
import { asFrenchWrites } from '#base/contract'
import type { Different } from './difference.ts'
import { ms } from './drawn.ts'

type Said = { fr: string; en: string }
type Hours = NonNullable<Different['before']>

const within = (instant: string, zone: string) => Temporal.Instant.from(instant).toZonedDateTimeISO(zone)
// A formatter is slow to make, and a publication tells hundreds of people.
const made = new Map<string, { fr: Intl.DateTimeFormat; en: Intl.DateTimeFormat; time: Intl.DateTimeFormat }>()
function formatsIn(timeZone: string) {
  const day = { weekday: 'long', day: 'numeric', month: 'long', timeZone } as const
  const known = made.get(timeZone) ?? {
    fr: new Intl.DateTimeFormat('fr-FR', day),
    en: new Intl.DateTimeFormat('en-GB', day),
    time: new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone }),
  }
  made.set(timeZone, known)
  return known
}
const dayOf = (instant: string, zone: string): Said => {
  const { fr, en } = formatsIn(zone)
  return { fr: fr.format(ms(instant)), en: en.format(ms(instant)) }
}
const time = (instant: string, zone: string): string => formatsIn(zone).time.format(ms(instant))
const fromTo = ({ starts_at, ends_at }: Hours, zone: string): string => `de ${time(starts_at, zone)} à ${time(ends_at, zone)}`
const hours = ({ starts_at, ends_at }: Hours, zone: string): string => `${time(starts_at, zone)}–${time(ends_at, zone)}`

function one({ change, before, after }: Different, zone: string): Said {
  const day = dayOf((after ?? before)!.starts_at, zone)
  if (change === 'gone')
    return {
      fr: `${day.fr}, vous ne travaillez plus ${fromTo(before!, zone)}`,
      en: `${day.en}, you no longer work ${hours(before!, zone)}`,
    }
  if (change === 'new')
    return { fr: `${day.fr}, vous travaillez ${fromTo(after!, zone)}`, en: `${day.en}, you work ${hours(after!, zone)}` }
  if (change === 'changed')
    return { fr: `${day.fr}, pauses ou réunions ont changé`, en: `${day.en}, breaks or meetings have changed` }
  const was = within(before!.starts_at, zone).toPlainDate().equals(within(after!.starts_at, zone).toPlainDate())
    ? { fr: fromTo(before!, zone), en: hours(before!, zone) }
    : {
        fr: `${dayOf(before!.starts_at, zone).fr} ${fromTo(before!, zone)}`,
        en: `${dayOf(before!.starts_at, zone).en} ${hours(before!, zone)}`,
      }
  return {
    fr: `${day.fr}, ${fromTo(after!, zone)} au lieu ${was.fr.startsWith('de ') ? was.fr : `de ${was.fr}`}`,
    en: `${day.en}, ${hours(after!, zone)} instead of ${was.en}`,
  }
}

type Told = { zone: string; first: boolean; note: string }
/** In the order of time; the first two in full, the others counted. */
export function sayChanges(changes: readonly Different[], { zone, first, note }: Told): Said {
  const order = changes.toSorted((a, b) => beginning(a).localeCompare(beginning(b)))
  const added = note === '' ? '' : ` ${note}`
  if (first && order.every(({ change }) => change === 'new')) {
    const [from, to] = [dayOf(beginning(order[0]!), zone), dayOf(beginning(order.at(-1)!), zone)]
    const count = order.length
    return {
      fr: asFrenchWrites(
        `Votre planning est publié : ${count} ${count > 1 ? 'vacations' : 'vacation'}, du ${from.fr} au ${to.fr}.${added}`,
      ),
      en: `Your shifts are published: ${count}, from ${from.en} to ${to.en}.${added}`,
    }
  }
  const shown = order.slice(0, 2).map((change) => one(change, zone))
  const more = order.length - shown.length
  return {
    fr: asFrenchWrites(
      `Votre planning change : ${shown.map(({ fr }) => fr).join(' ; ')}${more > 0 ? ` ; et ${more} autre${more > 1 ? 's' : ''}` : ''}.${added}`,
    ),
    en: `Your shifts change: ${shown.map(({ en }) => en).join('; ')}${more > 0 ? `; and ${more} more` : ''}.${added}`,
  }
}
const beginning = ({ before, after }: Different): string => (after ?? before)!.starts_at
