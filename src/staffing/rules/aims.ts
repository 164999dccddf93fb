// What serves for each stream: the targets somebody set here, else the aim of its queue in the rules, else what is usual. Pure.
import { streamKey, type Stream } from '#forecasting/contract'
import type { ServiceFormula } from '#rehearsal/contract'
import {
  isInstant, usualWithin, weightsOf, workChannels, type Aim, type FormulaId, type Queue, type Rulebook, type WorkChannel,
} from '#routing/contract' // prettier-ignore
import type { EffectiveAim, StreamAim, Target, TargetsDocument } from '../contract.ts'

const DAY_S = 86_400
const USUAL_SHARE = 0.8
const MOST_SHARE = 0.999 // of a service level: no number of people answers everybody in time

const formulas: Record<FormulaId, ServiceFormula> = {
  'service_level.offered.1': 'answered_within_of_offered',
  'service_level.patient.1': 'answered_within_of_offered_less_short_abandons',
  'service_level.lenient.1': 'answered_or_left_within_of_offered',
  'service_level.answered.1': 'answered_within_of_answered',
}

/** @param book the rules in force; null: none */
export function aimsFor(streams: readonly Stream[], book: Rulebook | null, document: TargetsDocument): EffectiveAim[] {
  const queues = new Map(book?.queues.map((queue) => [queue.key, queue]))
  const said = new Map(document.streams.map((aim) => [streamKey(aim), aim]))
  return streams.map((stream) => {
    const queue = queues.get(stream.queue)
    return withSaid(ruled(stream, queue, book), said.get(streamKey(stream)), document)
  })
}

function ruled(stream: Stream, queue: Queue | undefined, book: Rulebook | null): EffectiveAim {
  const channel = workChannels.find((each) => each === stream.channel)
  const deferred = canWait(queue, channel)
  return {
    stream: streamKey(stream),
    ...stream,
    label: queue?.name || stream.queue,
    deferred,
    said: queue ? 'rules' : 'usual',
    targets: deferred ? [] : [levelOf(queue?.aim, channel)].flatMap((level) => level ?? []),
    due_within_s: queue?.pace.kind === 'deferred' ? queue.pace.due_within_s : DAY_S,
    fewest: 0,
    handling_s: null,
    patience_s: null,
    chats: deferred ? null : chatsOf(book, channel),
    lines: null,
  }
}

// By channel where the queue does not say: a channel the rules do not know can wait.
function canWait(queue: Queue | undefined, channel: WorkChannel | undefined): boolean {
  const kind = queue?.pace.kind ?? 'by_channel'
  return kind === 'by_channel' ? !(channel && isInstant(channel)) : kind === 'deferred'
}

function chatsOf(book: Rulebook | null, channel: WorkChannel | undefined): EffectiveAim['chats'] {
  const most = channel && book ? weightsOf(book).get(channel)?.most : undefined
  return most !== undefined && most > 1 ? { at_once: most } : null
}

function levelOf(aim: Aim | undefined, channel: WorkChannel | undefined): Target | null {
  const within_s = aim?.within_s ?? usualWithin(channel ?? 'phone')
  if (!aim) return { formula: 'answered_within_of_offered', share: USUAL_SHARE, within_s }
  return aim.share > 0 ? { formula: formulas[aim.formula], share: Math.min(MOST_SHARE, aim.share), within_s } : null
}

function withSaid(aim: EffectiveAim, said: StreamAim | undefined, { occupancy_most }: TargetsDocument): EffectiveAim {
  const targets = said && said.targets.length > 0 ? said.targets : aim.targets
  const kept = {
    ...aim,
    ...(said && {
      said: 'targets' as const,
      due_within_s: said.due_within_s ?? aim.due_within_s,
      fewest: said.fewest,
      handling_s: said.handling_s,
      patience_s: said.patience_s,
      chats: aim.deferred ? null : (said.chats ?? aim.chats),
      lines: said.lines,
    }),
  }
  return { ...kept, targets: aim.deferred ? [] : withCeiling(targets, occupancy_most) }
}

// For people's sake, whatever else is aimed at.
const withCeiling = (targets: readonly Target[], most_share: number): Target[] =>
  targets.some(({ formula }) => formula === 'occupancy') ? [...targets] : [...targets, { formula: 'occupancy', most_share }]
