// What was decided about clocks is told: to the rooms above by events, to colleagues by notices, and by what a step of the ladder does.
import * as staff from '#staff'
import type { EventKind, PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { CaseFacts } from '#cases'
import type { CaseId } from '#cases/contract'
import {
  clockBreached, clockMet, clockPaused, clockResumed, clockSilent, clockStagnant, clockStarted, clockWarned, type Words,
} from './contract.ts' // prettier-ignore
import { climbStep } from './climb-step.ts'
import { hoursOf } from './hours-of.ts'
import type { ClockNews } from './rules/clock-now.ts'
import type { Decision } from './rules/decide.ts'
import { missedWords, moment, warningWords } from './rules/say.ts'
import type { ClockRow } from './store/clock.ts'
import { reached } from './whom.ts'

export async function carryOut(work: Work, decisions: readonly Decision[], of: ReadonlyMap<CaseId, CaseFacts>): Promise<void> {
  for (const decision of decisions) {
    const facts = of.get(decision.watch.case_id)!
    for (const { clock, what } of decision.news) publish(work, clock, what)
    const { watch } = decision
    if (decision.silent) tellQuiet(work, clockSilent, { watch, since: watch.silence_since! })
    if (decision.stagnant) tellQuiet(work, clockStagnant, { watch, since: watch.stagnation_since! })
    if (decision.silent || decision.stagnant || decision.news.some(({ what }) => LOUD.has(what)))
      await tellOwner(work, decision, facts)
    for (const step of decision.steps) await climbStep(work, facts, step)
  }
}

const LOUD: ReadonlySet<ClockNews> = new Set(['warned', 'breached'])
const said = (at: Temporal.Instant | null): string | null => at?.toString() ?? null

function publish(work: Work, clock: ClockRow, what: ClockNews): void {
  const { case_id, kind, owner_id: owner, due_at } = clock
  const of = { case_id, clock_id: clock.id, kind, owner }
  const about = { case_id }
  if (what === 'started') work.publish(clockStarted, { ...of, due_at: said(due_at) }, about)
  else if (what === 'paused') work.publish(clockPaused, { ...of, because: clock.paused_because! }, about)
  else if (what === 'resumed') work.publish(clockResumed, { ...of, due_at: said(due_at) }, about)
  else if (what === 'met') work.publish(clockMet, { ...of, late: clock.breached_at !== null }, about)
  else if (what === 'warned') work.publish(clockWarned, { ...of, due_at: said(due_at)! }, about)
  else work.publish(clockBreached, { ...of, due_at: said(clock.breached_at)! }, about)
}

type Quiet = typeof clockSilent extends EventKind<infer Payload> ? Payload : never
function tellQuiet(
  work: Work,
  kind: EventKind<Quiet>,
  { watch, since }: Pick<Decision, 'watch'> & { since: Temporal.Instant },
): void {
  work.publish(kind, { case_id: watch.case_id, owner: watch.owner_id, since: since.toString() }, { case_id: watch.case_id })
}

// Whoever answers for the case, and who stands in while they are away. Of one that ended meanwhile nobody is reminded.
async function tellOwner(work: Work, { news, watch, silent, stagnant }: Decision, facts: CaseFacts): Promise<void> {
  const { zone } = await hoursOf(work, null, facts.entry_point_id)
  const to = await reached(work, facts.owner_id)
  for (const { clock, what } of news) {
    if (!LOUD.has(what) || clock.ended_at) continue
    const due = moment(what === 'warned' ? clock.due_at! : clock.breached_at!, zone)
    const words = what === 'warned' ? warningWords(facts, clock.kind, due) : missedWords(facts, clock.kind, due)
    await notify(work, {
      to,
      of: facts,
      words,
      kind: `clock.${what}`,
      key: `clock:${clock.id}:${what}:${clock.due_at?.epochMilliseconds ?? 0}`,
    })
  }
  const quiet = [silent && { cause: 'silence' as const, since: watch.silence_since!, alarm: watch.silent_at! }, stagnant && { cause: 'stagnation' as const, since: watch.stagnation_since!, alarm: watch.stagnant_at! }].filter((each) => each !== false) // prettier-ignore
  for (const { cause, since, alarm } of quiet)
    await notify(work, { to, of: facts, words: missedWords(facts, cause, moment(alarm, zone)), kind: `clock.${cause === 'silence' ? 'silent' : 'stagnant'}`, key: `${cause}:${facts.id}:${since.epochMilliseconds}` }) // prettier-ignore
}

type Notice = { to: PersonId[]; of: CaseFacts; words: Words; kind: string; key: string; urgent?: boolean }
export async function notify(work: Work, { to, of, words, kind, key, urgent = false }: Notice): Promise<void> {
  await staff.tell(work, { to, kind, ...words, path: `/cases/${of.id}`, key, case_id: of.id, brand: of.brand_id, urgent })
}
