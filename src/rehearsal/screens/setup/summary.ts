import { useLanguage } from '#ui/language'
import { day } from '#ui/instant'
import { useNow } from '#ui/time'
import { useWords } from '#ui/words'
import { factorOf, peopleChanged, type Setup } from './setup.ts'
import { words } from './words.ts'

/** Each step's answer in a sentence. */
export function useSummary() {
  const say = useWords(words)
  const spoken = useLanguage()
  const now = useNow()
  const noon = (date: string) => day(`${date}T12:00:00Z`, { now, spoken, zone: 'UTC' })
  return {
    traffic: (setup: Setup) =>
      setup.from === 'file'
        ? say('sumFile', { name: setup.file?.name ?? '–' })
        : say('sumPeriod', { from: noon(setup.first_day), to: noon(setup.last_day) }),
    changes: (setup: Setup) => {
      if (setup.from === 'file') return ofFile(setup, say)
      const people = peopleChanged(setup)
      const factor = factorOf(setup.percent)
      const parts = [
        setup.rules === 'same' ? '' : say('sumRules'),
        people === 0 ? '' : say('sumPeople', { count: people }),
        factor === 1 ? '' : say('sumTraffic', { percent: Math.round(100 * factor) }),
      ].filter(Boolean)
      return parts.length === 0 ? say('sumNothing') : parts.join(' · ')
    },
    sure: (setup: Setup) => `${say(setup.precision)} · ${say(`w${setup.within}`)}`,
  }
}

function ofFile(setup: Setup, say: ReturnType<typeof useWords<typeof words.fr>>): string {
  if (setup.file && !setup.file.calls) return say('sumScenario')
  const extra = Number(setup.extra) || 0
  return extra > 0 ? say('sumExtra', { count: extra }) : say('sumNothing')
}
