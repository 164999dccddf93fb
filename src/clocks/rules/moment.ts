// What an event of a case means for its clocks. Pure.
export const momentKinds = [
  'opened', 'asked', 'answered', 'said', 'cancelled', 'failed', 'arrived', 'closed', 'reopened', 'set_apart', 'wanted', 'progress',
] as const // prettier-ignore
export type MomentKind = (typeof momentKinds)[number]
// `at`: epoch milliseconds; `seq`: its place in the journal, which is the order things happened in even when the machine's clock was set back.
export type Moment = { seq: number; at: number; kind: MomentKind; interaction: string | null }

type Told = { name: string; actor_kind: string; payload: unknown }

/**
 * asked: the customer wrote · answered: a person or a program of others wrote to them · said: the house did by itself, or to say that nobody
 * is forgotten: they heard, but were not answered · progress: somebody did something. Null: nothing that a clock goes by. What the house
 * writes to acknowledge, and what it says in a chat to greet, is neither.
 * @param holding the messages that hold
 */
export function momentOf(
  { name, actor_kind, payload }: Told,
  holding: ReadonlySet<string>,
): Pick<Moment, 'kind' | 'interaction'> | null {
  const { interaction_id: of = null, ...more } = payload as { interaction_id?: string | null } & Record<string, unknown> // parsed by its kind before
  const kind = KINDS[name] ?? kindByMore(name, more)
  if (kind === 'answered' && of !== null && (actor_kind === 'system' || holding.has(of))) return { kind: 'said', interaction: of }
  return kind && { kind, interaction: of }
}

const KINDS: { readonly [name: string]: MomentKind } = {
  'case.opened': 'opened',
  'case.closed': 'closed',
  'case.reopened': 'reopened',
  'message.cancelled': 'cancelled',
  'case.owner_changed': 'progress',
  'note.added': 'progress',
  'clock.progressed': 'progress',
  'promise.made': 'progress',
  'promise.kept': 'progress',
  'promise.moved': 'progress',
}
const SETTLED: { readonly [state: string]: MomentKind } = { handed_over: 'arrived', failed: 'failed', uncertain: 'failed' }
const RECEIVED: { readonly [kind: string]: MomentKind } = { message: 'asked', spam: 'set_apart' }

function kindByMore(name: string, more: Record<string, unknown>): MomentKind | null {
  if (name === 'message.queued') return more['kind'] === undefined || more['kind'] === 'message' ? 'answered' : null
  if (name === 'message.settled') return SETTLED[String(more['state'])] ?? null
  if (name === 'message.received') return receivedAs(more)
  return name === 'case.edited' && more['suspected'] === false ? 'wanted' : null
}

// Unwanted mail in a case that is wanted changes nothing of it.
const receivedAs = ({ kind, opened }: Record<string, unknown>): MomentKind | null => {
  const as = RECEIVED[String(kind)] ?? null
  return as === 'set_apart' && opened !== true ? null : as
}
