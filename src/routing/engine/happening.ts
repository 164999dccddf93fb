// What happens. `at` never goes back. Items are named by the handle that `step` gave when they arrived; a handle is used again once its item
// has left (a fact about an item that is no longer there, or an answer to an offer that is over, is answered by an `ignored` decision).
import type { AgentChange } from './people.ts'
import type { Item, ItemNeeds } from './work.ts'

export type Happening =
  | { kind: 'arrived'; at: number; item: Item; needs?: ItemNeeds } // `needs`: instead of item.needs
  | { kind: 'left'; at: number; item: number } // hung up, withdrawn, over: wherever it is
  | { kind: 'accepted'; at: number; item: number; agent: number }
  | { kind: 'declined'; at: number; item: number; agent: number }
  | { kind: 'lapsed'; at: number; item: number; agent: number } // let ring out, before its time
  | { kind: 'taken'; at: number; item: number; agent: number } // by hand, outside an offer: a fact, whatever the capacity
  | { kind: 'finished'; at: number; item: number } // by whoever has it in hand; wrap-up begins where the queue has one
  | { kind: 'wrapped'; at: number; item: number }
  | { kind: 'longer'; at: number; item: number; seconds: number } // the wrap-up may take this much more
  | { kind: 'moved'; at: number; item: number; queue: number; to?: number; to_wait_s?: number } // to another queue, keeping its place; `to`: an agent asked first, as its owner (for 20 s)
  | { kind: 'raised'; at: number; item: number; points: number } // passes before others, as whoever runs the floor says
  | { kind: 'agent'; at: number; agent: number; change: AgentChange }
  | { kind: 'opened'; at: number; queue: number }
  | { kind: 'closed'; at: number; queue: number }
  | { kind: 'asks'; at: number; agent: number } // for the next: what would be offered, given at once
  | { kind: 'tick'; at: number }
