// Why somebody was offered something. Data only, codes and numbers: put into words by whoever shows it.
import type { Strategy } from './rules.ts'

/** What set the choice off: the item came to the front (it arrived, widened, came back …) and looked for somebody, or somebody became free. */
export type Occasion = 'item' | 'agent' | 'asked'

/** Which rule set the chosen apart from the runner-up, or why there was nobody else. */
export type DecidingRule =
  | 'owner'
  | 'contact'
  | 'deputy' // asked first
  | 'only_one' // nobody else could have taken it
  | 'should' // has more of what whoever takes it should have
  | 'preference' // the queue is more theirs
  | 'skill' // most skilled
  | 'order' // stands before them
  | 'in_hand' // has less in hand
  | 'handled' // took fewer
  | 'idle' // has been free for longer
  | 'turn' // whose turn it was
  | 'all' // all ring
  | 'number' // nothing set them apart: the lower number goes first, always
// prettier-ignore

/** An agent who could have taken it, and what they were compared by. */
export type Candidate = {
  agent: number
  as: 'owner' | 'contact' | 'deputy' | 'pool'
  should: number // how many of the `should` needs they meet
  preference: number
  skill: number // sum of their levels in what is needed
  in_hand: number
  handled: number
  free_for_s: number // since their last work ended or began
}

/** Why the others were not asked, counted; each agent under the first that holds. */
export type WhyNot =
  | 'off'
  | 'paused'
  | 'busy'
  | 'wrapping'
  | 'on_break' // a break: on it, or it would run over it
  | 'not_channel'
  | 'declined'
  | 'excluded'
  | 'not_in_queue'
  | 'outside_ring'
  | 'lacks_degree'
  | 'lacks_ability'
  | 'kept_free'
  | 'persons_first'
// prettier-ignore

/** An item that waited and that the chosen agent could have taken, with its score in parts. */
export type Waiting = {
  item: number
  queue: number
  own: boolean // asked of them in person
  deferred: boolean
  waited_s: number
  due_at: number | null
  base: number // points
  priority: number
  owed: number // patience
  ageing: number
  preference: number // of the agent for its queue
  score: number // for instant work the sum of the points; for deferred work minus the minutes until it is due, with its points
}

export type Receipt = {
  at: number
  occasion: Occasion
  item: number
  queue: number
  stage: number // of the queue's rings and relaxing needs, 0 first
  phase: 'owner' | 'contact' | 'deputies' | 'pool'
  waited_s: number
  strategy: Strategy
  chosen: readonly number[] // agents
  by: DecidingRule
  candidates: readonly Candidate[] // the best eight, the chosen first
  more_candidates: number // beyond those
  others: readonly { why: WhyNot; ability: number; count: number }[] // ability: what lacks, otherwise NONE
  /** Who would have had it otherwise, and the difference: theirs minus the chosen's. */
  runner_up: { agent: number; should: number; skill: number; in_hand: number; handled: number; free_for_s: number } | null
  /** What else the agent could have had, best first, the chosen item among them: at most four. */
  instead: readonly Waiting[]
}
