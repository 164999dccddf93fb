import { useWords } from '#ui/words'
import { words } from './words.ts'

export const useSay = () => useWords(words)
export type Say = ReturnType<typeof useSay>
