import { countedLater } from './counted-later.ts'

export const useWaitingChats = countedLater(async () => (await import('#channels/screens')).waitingChats())
