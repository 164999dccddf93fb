import { useLanguage } from '#ui/language'
import { useWords } from '#ui/words'
import type { Target } from '../contract.ts'
import { lasting, percent } from './say.ts'
import { whyWords } from './why-words.ts'

/** A target as one says it: "80 % of those offered answered in 20 s". */
export function useTargetWords(): (target: Target) => string {
  const say = useWords(whyWords)
  const spoken = useLanguage()
  return (target) => {
    if ('share' in target)
      return say(`t_${target.formula}`, { share: percent(target.share, spoken), within: lasting(target.within_s, spoken) })
    const most = 'most_s' in target ? lasting(target.most_s, spoken) : percent(target.most_share, spoken)
    return say(`t_${target.formula}`, { most })
  }
}
