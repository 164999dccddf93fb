import { useLanguage } from '#ui/language'
import { useWords } from '#ui/words'
import type { Plan } from '../../contract/plans.ts'
import { dayName } from './grid/hours.ts'
import { pageWords } from './page-words.ts'

/** Its name with its days; its days alone where it has none. */
export function usePlanName(): (plan: Pick<Plan, 'name' | 'first_day' | 'last_day'>) => string {
  const say = useWords(pageWords)
  const spoken = useLanguage()
  return ({ name, first_day, last_day }) => {
    const span = { from: dayName(first_day, spoken, 'short'), to: dayName(last_day, spoken, 'short') }
    return name === '' ? say('planFrom', span) : say('planOf', { name, ...span })
  }
}
