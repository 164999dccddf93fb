import { useLanguage } from '#ui/language'
import { useWords } from '#ui/words'
import { dueParts } from './due-words.ts'
import { words } from './words.ts'

/** "jeudi 26 novembre à 12:00", "vendredi 27 novembre, avant la fermeture". */
export function useDueWords(): (due: Parameters<typeof dueParts>[0]) => string {
  const say = useWords(words)
  const spoken = useLanguage()
  return (due) => {
    const { day, hour, zone } = dueParts(due, spoken)
    const said = hour ? say('at', { day, hour }) : say('byDay', { day })
    return zone ? `${said} ${say('inZone', { zone })}` : said
  }
}
