import { day } from '#ui/instant'
import { useLanguage } from '#ui/language'
import { useNow } from '#ui/time'
import { useWords } from '#ui/words'
import type { PointOfContact } from '../../contract.ts'
import { words } from './words.ts'

/** The time of a point of contact, what a team shows, and who is here when the face one knows is not. */
export function useContactLine(contact: PointOfContact): { period: string; holder: string; standing: string | null } {
  const say = useWords(words)
  const saying = { now: useNow(), spoken: useLanguage() }
  const { from, to, when, team, person, answers } = contact
  const begins = day(from, saying)
  const ends = to && day(new Date(Date.parse(to) - 1).toISOString(), saying)
  const period =
    when === 'now'
      ? [say('since', { day: begins }), ends && say('until', { day: ends })].filter(Boolean).join(', ')
      : ends
        ? say('between', { from: begins, to: ends })
        : say('startsOn', { day: begins })
  const shown = answers?.shown.name ?? person?.name ?? say('whoeverIsHere')
  return { period, holder: team ? say('teamShows', { team: team.name, name: shown }) : '', standing: standing() }

  function standing(): string | null {
    if (when !== 'now') return null
    if (!answers) return say('nobodyHere')
    if (answers.person.id === answers.shown.id) return null
    const away = answers.away_until
      ? say('awayUntil', { name: answers.shown.name, day: day(answers.away_until, saying) })
      : say('away', { name: answers.shown.name })
    return `${away} ${say('standsIn', { name: answers.person.name })}.`
  }
}
