import { countedLater } from './counted-later.ts'

export const useWaitingTasks = countedLater(async () => (await import('#tasks/screens')).waitingTasks())
