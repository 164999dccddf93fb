import { countedLater } from './counted-later.ts'

export const useLatePromises = countedLater(async () => (await import('#commitments/screens')).latePromises())
