// From handles to names: what the engine decided. What nobody outside it needs to hear (an item widened, was put aside, is taken up again) is left out.
import type { Decision, Receipt } from '../engine/index.ts'
import type { Outcome } from './input.ts'
import type { Machine } from './machine.ts'
import { nameOf } from './names.ts'

export function outcomeOf(machine: Machine, decision: Decision, receipts: Receipt[]): Outcome[] {
  const item = ('item' in decision && machine.ids[decision.item]) || null // nothing stands at -1
  const person = ('agent' in decision && nameOf(machine.people, decision.agent)) || null
  if (decision.kind === 'ignored') return [{ is: 'ignored', item, person, why: decision.why }]
  if (decision.kind === 'pause' || decision.kind === 'nothing') return person ? [{ is: decision.kind, person }] : []
  if (item === null) return []
  if (decision.kind === 'move' || decision.kind === 'refuse' || decision.kind === 'call_back')
    return [{ is: decision.kind, item, lane: nameOf(machine.lanes, decision.queue), why: decision.why }]
  return person === null ? [] : ofBoth(machine, { item, person, decision, receipts })
}

type About = { item: string; person: string; decision: Decision; receipts: Receipt[] }
function ofBoth(machine: Machine, { item, person, decision, receipts }: About): Outcome[] {
  if (decision.kind === 'withdraw') return [{ is: 'withdraw', item, person, why: decision.why }]
  if (decision.kind === 'wrapped') return [{ is: 'wrapped', item, person }]
  if (decision.kind !== 'offer' && decision.kind !== 'give') return []
  const until = decision.kind === 'offer' && Number.isFinite(decision.until) ? decision.until : null
  const lane = nameOf(machine.lanes, decision.queue)
  return [{ is: decision.kind, item, person, lane, until, receipt: keep(receipts, decision.receipt) }]
}

// All who ring share one.
function keep(receipts: Receipt[], receipt: Receipt | undefined): number | null {
  if (!receipt) return null
  const known = receipts.lastIndexOf(receipt)
  return known >= 0 ? known : receipts.push(receipt) - 1
}
