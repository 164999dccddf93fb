// Writing decisions down, in the columns of decision.ts, and reading them as objects.
import { longerBytes, longerFloats, longerInts } from './columns.ts'
import * as code from './decision.ts'
import { whys, type Decided, type Decision, type Why } from './decision.ts'
import { NONE } from './rules.ts'
import type { State } from './state.ts'

/** Why, as it stands in the columns: its position in `whys`. */
const WHY = Object.fromEntries(whys.map((why, at) => [why, at])) as Record<Why, number> // every why has its position

/** A decision about an item and an agent; what else it says is written at the position it gives, once it was given: the columns may grow. */
export function decide(
  { decided }: State,
  kind: number,
  { item, agent, why = 'none' }: { item: number; agent: number; why?: Why },
): number {
  const at = decided.count++
  if (at >= decided.kind.length) grow(decided)
  decided.kind[at] = kind
  decided.item[at] = item
  decided.agent[at] = agent
  decided.why[at] = WHY[why]
  return at
}

/** A decision about an item and its queue. */
export function decideFor(state: State, kind: number, { item, why = 'none' }: { item: number; why?: Why }): number {
  const at = decide(state, kind, { item, agent: NONE, why })
  state.decided.queue[at] = state.items.queue[item]!
  return at
}

/** What is said does not fit what is there: it came too late, or never was. */
export function ignore(state: State, about: { item: number; agent: number }, why: Why): void {
  decide(state, code.IGNORED, { ...about, why })
}

function grow(decided: Decided): void {
  const size = decided.kind.length * 2
  decided.kind = longerBytes(decided.kind, size)
  decided.why = longerBytes(decided.why, size)
  decided.until = longerFloats(decided.until, size)
  for (const name of ['item', 'agent', 'queue', 'stage'] as const) decided[name] = longerInts(decided[name], size)
}

/** The decisions of the last step, as objects. */
export function decisionsOf({ decided }: Pick<State, 'decided'>): Decision[] {
  return Array.from({ length: decided.count }, (_, at) => decisionAt(decided, at))
}

function decisionAt(decided: Decided, at: number): Decision {
  const agent = decided.agent[at]!
  const why = whys[decided.why[at]!]!
  const about = { item: decided.item[at]!, agent }
  const of = { item: about.item, queue: decided.queue[at]! }
  const kind = decided.kind[at]!
  switch (kind) {
    case code.OFFER:
      return { kind: 'offer', ...about, queue: of.queue, until: decided.until[at]!, receipt: decided.receipt[at] }
    case code.GIVE:
      return { kind: 'give', ...about, queue: of.queue, receipt: decided.receipt[at] }
    case code.WITHDRAW:
      return { kind: 'withdraw', ...about, why }
    case code.IGNORED:
      return { kind: 'ignored', ...about, why }
    case code.WIDEN:
      return { kind: 'widen', ...of, stage: decided.stage[at]! }
    default:
      return ofKind(kind, { about, of, why })
  }
}

function ofKind(
  kind: number,
  { about, of, why }: { about: { item: number; agent: number }; of: { item: number; queue: number }; why: Why },
): Decision {
  switch (kind) {
    case code.MOVE:
      return { kind: 'move', ...of, why }
    case code.REFUSE:
      return { kind: 'refuse', ...of, why }
    case code.CALL_BACK:
      return { kind: 'call_back', ...of, why }
    case code.TO_POOL:
      return { kind: 'to_pool', ...of }
    case code.PUT_ASIDE:
      return { kind: 'put_aside', ...about }
    case code.RESUME:
      return { kind: 'resume', ...about }
    case code.WRAPPED:
      return { kind: 'wrapped', ...about }
    case code.PAUSE:
      return { kind: 'pause', agent: about.agent }
    default:
      return { kind: 'nothing', agent: about.agent }
  }
}
