// What is put into a house's engine, by names instead of handles: what the log keeps, and what it is played again from.
import type { Need } from '../engine/rules.ts'

/** A queue of the engine: of a version of the rules, by its key, for work that waits or work that can be put off. */
export type LaneName = string
/** 'skill <id>', 'language fr', 'brand <id>' (may read its cases and answer them), 'team <id>' (is a member). */
export type AbilityName = string

export type NamedNeed = Omit<Need, 'ability'> & { ability: AbilityName }
export type NamedWork = {
  lane: LaneName
  channel: string
  place_at: number // seconds since 1970
  priority: number // minutes of head start of its own
  earlier_contacts: number
  waited_before_s: number
  due_at: number | null
  owner: string | null
  contact: string | null
  deputies: readonly string[]
  needs: readonly NamedNeed[]
  degree: number | null
  not_people: readonly string[]
}

export type SeatChange = {
  state?: 'ready' | 'paused' | 'off'
  not_channels?: readonly string[]
  break_at?: number | null
  handled?: number
}

export type Input =
  | { is: 'tick' }
  | { is: 'arrived'; item: string; work: NamedWork }
  | { is: 'left'; item: string }
  | { is: 'again'; item: string; work: NamedWork } // it still waits and something is known of it that was not: it leaves, and comes back at its place
  | { is: 'finished' | 'wrapped'; item: string }
  | { is: 'accepted' | 'taken'; item: string; person: string }
  | { is: 'declined'; item: string; person: string }
  | { is: 'longer'; item: string; seconds: number }
  | { is: 'raised'; item: string; points: number }
  | { is: 'moved'; item: string; lane: LaneName; to?: string }
  | { is: 'seat'; person: string; change: SeatChange }
  | { is: 'opened' | 'closed'; lane: LaneName }
  | { is: 'asks'; person: string }

export type Outcome =
  | { is: 'offer' | 'give'; item: string; person: string; lane: LaneName; until: number | null; receipt: number | null } // place in `receipts`
  | { is: 'withdraw'; item: string; person: string; why: string }
  | { is: 'move' | 'refuse' | 'call_back'; item: string; lane: LaneName; why: string }
  | { is: 'wrapped'; item: string; person: string }
  | { is: 'pause' | 'nothing'; person: string }
  | { is: 'ignored'; item: string | null; person: string | null; why: string }
