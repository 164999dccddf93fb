import { countedLater } from './counted-later.ts'

/** Whether I have shifts, and what I do next; undefined until it is known. */
export const useMyDay = countedLater(async () => (await import('#scheduling/screens')).myDayWatch())
