// The rules the engine runs on. Plain data: everything that has a name outside (a queue, a skill, a team …) is a handle here, its position in
// a list of the caller's, counted from 0. Seconds are floats from any origin. What is left out is off.

/** Nobody, no queue, no item: the handle of nothing. */
export const NONE = -1

export type Rules = {
  channels: readonly Channel[]
  queues: readonly Queue[]
  /** `one`: while somebody is asked for one item, only what would interrupt it is offered to them too; their room is theirs again once they answered. */
  offers?: 'one' | 'several' // one
}

/** A way by which work comes, and what it weighs for whoever does it. */
export type Channel = {
  units: number // of an agent's capacity that one item takes
  most: number // items of this channel one agent holds at once
  instant?: boolean // somebody waits on the other side: what `keep_free` keeps people free for; true
  /**
   * By the channel that is already in hand: may this one be offered? `no`; `beside` it, their units added; `interrupts` it, which is put
   * aside (its units do not count) until no interrupting item is left. Shorter than the channels: `no` for the rest.
   */
  while_serving: readonly Meanwhile[]
}
export type Meanwhile = 'no' | 'beside' | 'interrupts'

export const strategies = ['longest_idle', 'fewest_handled', 'most_skilled', 'ordered', 'round_robin', 'ring_all'] as const
export type Strategy = (typeof strategies)[number]

export type Queue = {
  mode?: 'push' | 'pull' // push
  strategy?: Strategy // longest_idle
  needs?: readonly Need[]
  degree?: number // of support: whoever takes it gives at least this; 0 asks nothing
  persons?: Persons
  rings?: readonly Ring[] // none: everybody of the queue at once
  priority?: Priority
  deferred?: Deferred // absent: instant, somebody waits on the other side
  opens_closed?: boolean // the queue is closed until an `opened` says otherwise
  closed?: Closed
  most_waiting?: { count: number; otherwise: Elsewhere }
  overflow?: readonly Overflow[]
  call_back_after_s?: number // a `call_back` decision once it has waited this long
  offer?: Offering
  wrap_up_s?: number // most seconds of wrap-up after an item; 0: none
  lasts_s?: number // how long one usually takes: not offered where a break begins sooner
}

/** A skill or a language: both are abilities of people, with a level. They are told apart so that a receipt can name what lacks. */
export type Need = {
  ability: number // the handle of a skill or language, counted together
  level: number
  must: boolean // false: whoever has it goes first
  relax?: readonly { after_s: number; level: number }[] // rising after_s; level 0: no longer asked
}

/** Who is asked before everybody else, one after the other; each stays asked while the wait goes on. Needs and rings do not apply to them. */
export type Persons = { owner?: PersonWait; contact?: PersonWait; deputies?: PersonWait }
export type PersonWait = {
  wait_s: number // for them alone, even while they are busy; whoever is off or has declined is not waited for
  if_paused?: boolean // waited for during a pause too
}
/** How many persons of one item may be asked first, its owner and contact included. */
export const MOST_PERSONS = 8

/** From this wait on these teams are asked too. Rings add up. The first begins at 0. */
export type Ring = { after_s: number; teams: readonly number[] }

/** Points. An item's score at an instant: base + its own priority + patience owed + ageing × minutes since its place. */
export type Priority = {
  base?: number
  ageing_per_min?: number // 1
  per_earlier_contact?: number // points for each earlier contact today
  per_min_waited_before?: number // points for each minute waited before (at a counter, in another queue)
}

/** Work that can wait: earliest due date first (a point of base or own priority is worth a minute), and only where instant work leaves room. */
export type Deferred = {
  due_within_s?: number // due where the item does not say: seconds after it arrived; a day
  /** Of those able to take it so many stay free for instant work (a channel with `instant`): nothing is offered that would take one of the last. */
  keep_free?: number
}

export type Elsewhere = { does: 'wait' } | { does: 'refuse' } | { does: 'call_back' } | { does: 'overflow'; to: number }
/** `waiting`: those who wait when it closes are still served (default), or go the way of what arrives. */
export type Closed = { arrivals: Elsewhere; waiting?: 'served' | 'as_arrivals' }

/** Moves to another queue with its place: after a wait, or on arrival where more than so many wait. */
export type Overflow = { after_s: number; to: number } | { longer_than: number; to: number }
/** An item overflows at most this often: a circle of overflows ends. */
export const MOST_OVERFLOWS = 8

export type Offering = {
  rings_s?: number // 20; how long an offer waits for its answer
  auto_accept?: boolean // false; accepted for whoever is offered it
  declined_for_s?: number // 60; not offered the same again to whoever declined or let it lapse
  away_after?: number // lapses in a row after which an agent is paused; absent: never
  ring_all_most?: number // 20; how many ring together
}
