import { countedLater } from './counted-later.ts'

/** How I stand before the work I am offered; undefined where nothing is routed to me. */
export const useMySeat = countedLater(async () => (await import('#routing/screens')).seatWatch())
