import type { Case } from '../../contract.ts'

export type StillOpen = readonly { id: string; what: string; waits_for: { name: string } }[]

/** Whoever answers for the case, or may assign it. */
export const mayCloseOver = (found: Pick<Case, 'owner' | 'may'>, me: string | undefined): boolean =>
  found.owner.id === me || found.may.includes('case.assign')
