// The clocks of cases are worked out from what was told of them, many cases at once: a fixed number of questions whatever their number. The
// reader does so as news comes; the timer of a case does so when something is due, and only it leaves marks (timers.ts).
import * as cases from '#cases'
import { cancelJobs, setTimers } from '#base/jobs'
import { newId } from '#base/id'
import type { Work } from '#base/work'
import type { CaseFacts } from '#cases'
import type { CaseId } from '#cases/contract'
import type { ClockId } from './contract.ts'
import { carryOut } from './carry-out.ts'
import { contractsFor, type Contracts } from './contracts-of.ts'
import { houseLevels, type HouseLevels } from './house-levels.ts'
import { hoursOf } from './hours-of.ts'
import { choosePolicy, type Chosen } from './rules/choose-policy.ts'
import { decide, type Decision } from './rules/decide.ts'
import { readStory } from './rules/story.ts'
import { clocksOf, saveClocks, type ClockRow } from './store/clock.ts'
import { escalationsOf, type EscalationRow } from './store/escalation.ts'
import { momentsOf } from './store/moment.ts'
import type { PolicyRow } from './store/policy.ts'
import { insertWatches, lockWatches, saveWatches, type WatchRow } from './store/watch.ts'
import { watchClock } from './watch-clock.ts'

/** @param marks the case is held, and all that was told of it is known: what went by leaves its mark, and the ladder is climbed */
export async function workOut(work: Work, ids: readonly CaseId[], { marks }: { marks: boolean }): Promise<Decision[]> {
  const found = await familiesOf(work, ids)
  if (found.length === 0) return []
  const levels = await houseLevels(work)
  const watches = await watchesOf(work, found)
  const known = await gather(work, found)
  const decisions: Decision[] = []
  for (const of of found) {
    const watch = watches.get(of.id)
    if (watch) decisions.push(await decideOn(work, { of, watch, levels, known, marks }))
  }
  await save(work, decisions, watches)
  await carryOut(work, decisions, new Map(found.map((of) => [of.id, of])))
  return decisions
}

// A case that became part of another is told there; both are looked at, the part first.
async function familiesOf(work: Work, ids: readonly CaseId[]): Promise<CaseFacts[]> {
  const facts = await cases.facts(work, ids)
  const mains = [...facts.values()].flatMap(({ main_id }) => (main_id && !facts.has(main_id) ? [main_id] : []))
  const all = mains.length > 0 ? [...facts.values(), ...(await cases.facts(work, mains)).values()] : [...facts.values()]
  return all.toSorted((a, b) => Number(a.main_id === null) - Number(b.main_id === null))
}

async function watchesOf(work: Work, found: readonly CaseFacts[]): Promise<Map<CaseId, WatchRow>> {
  const ids = found.map(({ id }) => id)
  const known = await lockWatches(work, ids)
  const missing = found.filter(({ id }) => !known.some(({ case_id }) => case_id === id))
  if (missing.length > 0) {
    const fresh = missing.map(({ id: case_id, brand_id, owner_id, customer_id }) => ({
      case_id,
      id: newId(work.now),
      brand_id,
      owner_id,
      customer_id,
    }))
    await insertWatches(work, fresh)
    known.push(...(await lockWatches(work, missing.map(({ id }) => id)))) // prettier-ignore
  }
  const parts = known.filter(({ case_id, part_of }) => found.find(({ id }) => id === case_id)?.main_id !== part_of)
  if (parts.length > 0) await saveWatches(work, parts.map((watch) => ({ ...watch, part_of: found.find(({ id }) => id === watch.case_id)!.main_id }))) // prettier-ignore
  return new Map(
    known.map((watch) => [watch.case_id, { ...watch, part_of: found.find(({ id }) => id === watch.case_id)!.main_id }]),
  )
}

type Known = {
  moments: Map<CaseId, Awaited<ReturnType<typeof momentsOf>>>
  clocks: Map<CaseId, ClockRow[]>
  escalations: Map<CaseId, EscalationRow[]>
  contracts: Contracts
}

async function gather(work: Work, found: readonly CaseFacts[]): Promise<Known> {
  const ids = found.map(({ id }) => id)
  const [moments, clocks, escalations, contracts] = await Promise.all([
    momentsOf(work, ids),
    clocksOf(work, ids),
    escalationsOf(work, ids),
    contractsFor(work, found.map(({ customer_id }) => customer_id)), // prettier-ignore
  ])
  return {
    moments: Map.groupBy(moments, ({ of }) => of), clocks: Map.groupBy(clocks, ({ case_id }) => case_id),
    escalations: Map.groupBy(escalations, ({ case_id }) => case_id), contracts,
  } // prettier-ignore
}

type One = { of: CaseFacts; watch: WatchRow; levels: HouseLevels; known: Known; marks: boolean }

async function decideOn(work: Work, { of, watch, levels, known, marks }: One): Promise<Decision> {
  const ruled = await rule(work, of, { levels, contracts: known.contracts })
  const { time } = await hoursOf(work, ruled?.policy ?? null, of.entry_point_id)
  const moments = (known.moments.get(of.id) ?? []).map(({ seq, at, kind, interaction_id: interaction }) => ({ seq, at: at.epochMilliseconds, kind, interaction })) // prettier-ignore
  const told = readStory(moments, of.last_in_at !== null)
  const aside = of.main_id !== null || of.suspected_at !== null // told by the case before the words of its first message are heard
  const story = aside ? { ...told, live: false } : told
  return decide(
    { facts: of, part: of.main_id !== null, story, ruled, since: levels.since.epochMilliseconds, watch, clocks: known.clocks.get(of.id) ?? [], escalations: known.escalations.get(of.id) ?? [] },
    { at: work.now.epochMilliseconds, time, marks, mint: () => newId<'clock'>(work.now) satisfies ClockId },
  ) // prettier-ignore
}

type Under = { levels: HouseLevels; contracts: Contracts }
export async function rule(work: Work, of: CaseFacts, { levels, contracts }: Under): Promise<Chosen<PolicyRow> | null> {
  const { zone } = await hoursOf(work, null, of.entry_point_id)
  const on = work.now.toZonedDateTimeISO(zone).toPlainDate()
  const traits = { brand: of.brand_id, entry_point: of.entry_point_id, reason: of.reason_id, priority: of.priority }
  return choosePolicy(levels.policies, traits, contracts.of(of.customer_id, on))
}

async function save(work: Work, decisions: readonly Decision[], before: ReadonlyMap<CaseId, WatchRow>): Promise<void> {
  const clocks = decisions.flatMap((each) => each.clocks)
  const watches = decisions.filter(({ watch }) => JSON.stringify(watch) !== JSON.stringify(before.get(watch.case_id)))
  const moved = watches.filter(({ watch }) => String(watch.looks_at) !== String(before.get(watch.case_id)?.looks_at))
  const [set, gone] = [moved.flatMap(({ watch: { id, case_id, looks_at } }) => (looks_at ? [{ id, payload: { case_id }, at: looks_at }] : [])), moved.filter(({ watch }) => !watch.looks_at)] // prettier-ignore
  await Promise.all([
    clocks.length > 0 ? saveClocks(work, clocks) : 0,
    watches.length > 0 ? saveWatches(work, watches.map(({ watch }) => watch)) : 0,
    setTimers(work, watchClock, set),
    gone.length > 0 ? cancelJobs(work, gone.map(({ watch }) => watch.id)) : 0,
  ]) // prettier-ignore
}
