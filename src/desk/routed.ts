import { countedLater } from './counted-later.ts'

/** Whether rules are in force by which work is offered; undefined until it is known. */
export const useRouted = countedLater<boolean>(async () => (await import('#routing/screens')).routedWatch())
