// What is written into the form of a trial, and what that asks for. Pure.
import { guardShape, type FormulaId, type GuardOfTrial, type PlanOfTrial, type RulebookVersionId } from '../../contract.ts'

export type TrialWish = {
  rulebook: string | null
  share: string
  least: string // percent; empty: none
  below: string // points; empty: none
  window: string // minutes
  fewest: string
  formula: FormulaId
  plan: 'wait' | 'widen'
  after: string // minutes
  because: string
}

export const emptyWish: TrialWish = {
  rulebook: null, share: '0.1', least: '', below: '5', window: '60', fewest: '50', formula: 'service_level.offered.1', plan: 'wait', after: '120', because: '',
} // prettier-ignore

const number = (text: string): number | null => (text.trim() === '' ? null : Number(text.replace(',', '.')))
const share = (text: string): number | null => {
  const found = number(text)
  return found === null ? null : found / 100
}

export type AskedTrial = { rulebook: RulebookVersionId; share: number; guard: GuardOfTrial; plan: PlanOfTrial; because: string }

/** Null: something is missing, or is not a number it could be. */
export function asked(wish: TrialWish): AskedTrial | null {
  const guard = guardShape.safeParse({
    formula: wish.formula, least: share(wish.least), below_others: share(wish.below), window_minutes: number(wish.window) ?? 0, fewest: number(wish.fewest) ?? 0,
  }) // prettier-ignore
  const begins = Number(wish.share)
  const after_minutes = Math.max(5, Math.round(number(wish.after) ?? 0))
  const steps = wish.plan === 'widen' ? [0.25, 0.5].filter((each) => each > begins).map((each) => ({ share: each, after_minutes })) : []
  const plan: PlanOfTrial = { steps, at_end: wish.plan === 'widen' ? 'publish' : 'wait', publish_after_minutes: after_minutes }
  if (!guard.success || wish.rulebook === null) return null
  return { rulebook: wish.rulebook as RulebookVersionId, share: begins, guard: guard.data, plan, because: wish.because } // chosen among versions
} // prettier-ignore
