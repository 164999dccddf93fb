// Days and durations, as the directory says them.
import { useLanguage } from '#ui/language'
import { useWords } from '#ui/words'
import type { Usual } from '../../contract.ts'
import { words } from './words.ts'

export function useDay(): (at: string) => string {
  const language = useLanguage()
  return (at) => new Date(at).toLocaleDateString(language === 'fr' ? 'fr-FR' : 'en-GB', { day: 'numeric', month: 'long' })
}

export function useUsual(): (usual: Usual) => string {
  const say = useWords(words)
  return ({ minutes, tasks }) => {
    const time =
      minutes < 90 ? say('minutes', { count: Math.max(1, minutes) }) : say('hours', { count: Math.round(minutes / 60) })
    return `${say('usually', { time })} (${say('usuallyFrom', { count: tasks })})`
  }
}
