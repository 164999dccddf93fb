import { asFrenchWrites } from '#base/contract'
import { Time } from '#ui/time'
import { useLanguage } from '#ui/language'
import { useWords } from '#ui/words'
import type { Task } from '../contract.ts'
import { hoursOf } from './said.ts'
import { words } from './words.ts'

/** "mar. 24 nov. à 18 h" on the reader's clock. */
export function useMoment(): (at: string) => string {
  const spoken = useLanguage()
  const locale = spoken === 'fr' ? 'fr-FR' : 'en-GB'
  return (at) => {
    const said = new Intl.DateTimeFormat(locale, {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      hour: '2-digit',
      minute: '2-digit',
    }).format(new Date(at))
    return spoken === 'fr' ? asFrenchWrites(said) : said
  }
}

/** By when; of one that waits, for what, and how long it will have then. */
export function Due({ task }: { task: Pick<Task, 'due_at' | 'begun_at' | 'minutes' | 'waits_for'> }) {
  const say = useWords(words)
  const moment = useMoment()
  if (task.waits_for.length > 0 || !task.begun_at)
    return [
      task.waits_for.length > 0
        ? say('afterOthers', { names: task.waits_for.map(({ title }) => say('quoted_title', { title })).join(', ') })
        : say('afterSome'),
      task.minutes === null ? '' : say('afterItBegins', { hours: hoursOf(task.minutes) }),
    ]
      .filter(Boolean)
      .join(' · ')
  return task.due_at ? (
    <>
      {say('due', { when: moment(task.due_at) })} · <Time at={task.due_at} />
    </>
  ) : null
}
