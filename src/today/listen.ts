// What tells that a customer is unhappy, from everything the house says. Nobody waits for it: it is heard by the slow tail.
import * as cases from '#cases'
import { hear, reader, type Event } from '#base/journal'
import type { Work } from '#base/work'
import { messageReceived, ownerChanged, type CaseId, type InteractionId } from '#cases/contract'
import { clockBreached, clockEscalated } from '#clocks/contract'
import { promiseBroken } from '#commitments/contract'
import { pageDeedDone, type Deed } from '#portal/contract'
import { WEIGHTS } from './rules/mood.ts'
import { saidUnhappy } from './rules/said-unhappy.ts'
import { timesWithoutAnswer, TIMES } from './rules/wrote-again.ts'
import { passSum } from './store/unhappy.ts'
import { notice } from './unhappy/notice.ts'

type Received = { case_id: CaseId; interaction_id: InteractionId; kind: string; reopened: boolean; opened: boolean }
const LOOKED_AT = 20

async function readMessage(work: Work, told: Received, { at }: Event): Promise<void> {
  if (told.kind !== 'message') return
  const { case_id, interaction_id: source } = told
  const latest = await cases.saidIn(work, case_id, { most: told.opened ? 1 : LOOKED_AT })
  const said = latest.filter((each) => Temporal.Instant.compare(each.at, at) <= 0) // what came later is heard with its own event
  const own = said.find(({ id }) => id === source)
  if (!own || own.marks.suspected) return
  const heard = saidUnhappy(own.visible_text.trim() === '' ? own.text : own.visible_text)
  if (heard) await notice(work, { case_id, at, source, ...heard })
  if (told.reopened) await notice(work, { case_id, kind: 'reopened', weight: WEIGHTS.reopened, at, source })
  if (timesWithoutAnswer(said) >= TIMES)
    await notice(work, { case_id, kind: 'wrote_again', weight: WEIGHTS.wrote_again, at, source: since(said) })
}

// However often they go on writing, it is one silence of ours: named by our last word.
const since = (said: readonly { id: string; direction: string }[]): string =>
  said.find(({ direction }) => direction === 'out')?.id ?? said.at(-1)!.id

async function readDeed(work: Work, { case_id, did }: { case_id: CaseId; did: Deed }, { at, seq }: Event): Promise<void> {
  if (did === 'wrote') return
  await notice(work, { case_id, kind: did, weight: WEIGHTS[did], at, source: `deed ${seq}` })
}

export const unhappy = reader('today.unhappy', [
  hear(messageReceived, readMessage),
  hear(pageDeedDone, readDeed),
  hear(promiseBroken, (work, { case_id, promise_id }, { at }) =>
    notice(work, { case_id, kind: 'promise_broken', weight: WEIGHTS.promise_broken, at, source: promise_id }),
  ),
  hear(clockBreached, (work, { case_id, clock_id }, { at }) =>
    notice(work, { case_id, kind: 'clock_breached', weight: WEIGHTS.clock_breached, at, source: clock_id }),
  ),
  hear(clockEscalated, (work, { case_id, escalation_id }, { at }) =>
    notice(work, { case_id, kind: 'escalated', weight: WEIGHTS.escalated, at, source: escalation_id }),
  ),
  hear(ownerChanged, async (work, { case_id, to }) => void (await passSum(work, case_id, to))),
])
