import { speak } from '#ui/words'
import type { Strategy } from '../../../contract/rulebook.ts'
import { words } from './words.ts'

/** What a strategy does, in a line. */
export const strategyWords = (strategy: Strategy): { fr: string; en: string } => ({
  fr: speak(words.fr[`${strategy}Text`], 'fr'),
  en: speak(words.en[`${strategy}Text`], 'en'),
})
