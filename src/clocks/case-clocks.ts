// The clocks of a case as they run: the panel beside it. What is shown is what the rows say, with the sentences why.
import * as cases from '#cases'
import * as calendars from '#calendars'
import * as staff from '#staff'
import { can } from '#access'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { CaseFacts } from '#cases'
import type { CaseId } from '#cases/contract'
import { type CaseClocks, type Escalation, type RunningClock, type Stretch, type Words } from './contract.ts'
import { houseLevels, policyNamed } from './house-levels.ts'
import { hoursOf, type CaseHours } from './hours-of.ts'
import { definitionOf } from './policies.ts'
import { namesIn, namesOfWhom } from './policy-names.ts'
import { clockWords, quietWords } from './rules/clock-words.ts'
import { becauseWords, policyWords } from './rules/policy-words.ts'
import { whomWords } from './rules/say.ts'
import { stateOf } from './rules/state-of.ts'
import { clocksOf, type ClockRow } from './store/clock.ts'
import { escalationsOf, type EscalationRow } from './store/escalation.ts'
import { policiesNamed, type PolicyRow } from './store/policy.ts'
import { findWatch, type WatchRow } from './store/watch.ts'

const MOST_ENDED = 20

export async function caseClocks(work: Work, { case: id }: { case: CaseId }): Promise<CaseClocks> {
  const asked = await cases.needCase(work, id, 'case.read')
  const main = asked.main_id ?? asked.id
  const [facts, watch, clocks, escalations, levels] = await Promise.all([
    cases.facts(work, [main]), findWatch(work, main), clocksOf(work, [main]), escalationsOf(work, [main]), houseLevels(work),
  ]) // prettier-ignore
  const of = facts.get(main)!
  const policy = watch?.policy_id ? (policyNamed(levels, watch.policy_id) ?? null) : null
  const hours = await hoursOf(work, policy, of.entry_point_id)
  const people = await staff.find(work, [of.owner_id, ...clocks.map(({ owner_id }) => owner_id), ...escalations.flatMap((each) => [...each.people, ...(each.taken_by ? [each.taken_by] : [])])]) // prettier-ignore
  const person = (person_id: PersonId): { id: PersonId; name: string } => ({
    id: person_id,
    name: people.get(person_id)?.name ?? '',
  })
  const live = watch !== undefined && watch.over_at === null
  return {
    at: work.now.toString(), zone: hours.zone, policy: policy && (await ruledBy(work, policy, watch!)), none: noneWords(of, { watch, policy, clocks }),
    clocks: await showClocks(work, inOrder(clocks), { of, hours, person }),
    silence: live ? quiet('silence', silenceOf(watch), hours) : null,
    stagnation: live ? quiet('stagnation', stagnationOf(watch), hours) : null,
    escalations: await showEscalations(work, escalations, person), climbs: live && isUntaken(escalations, watch, clocks),
  } // prettier-ignore
}

type Person = (id: PersonId) => { id: PersonId; name: string }

async function ruledBy(work: Work, policy: PolicyRow, { because }: WatchRow): Promise<CaseClocks['policy']> {
  const definition = definitionOf(policy)
  const sentences = policyWords(definition, await namesIn(work, [definition]))
  const sentence = { fr: sentences.slice(0, 4).map(({ fr }) => fr).join(' '), en: sentences.slice(0, 4).map(({ en }) => en).join(' ') } // prettier-ignore
  return { id: policy.id, name: policy.name, because: becauseWords(policy.name, because), sentence }
}

function noneWords(
  of: CaseFacts,
  { watch, policy, clocks }: { watch: WatchRow | undefined; policy: PolicyRow | null; clocks: readonly ClockRow[] },
): Words | null {
  if (clocks.some(({ ended_at }) => ended_at === null)) return null
  if (of.suspected_at) return { fr: 'Mis à part comme indésirable : aucune horloge ne court tant que personne n’en veut.', en: 'Set apart as unwanted: no clock runs until somebody wants it.' } // prettier-ignore
  if (of.closed_at)
    return { fr: 'Le dossier est clos : plus aucune horloge ne court.', en: 'The case is closed: no clock runs any more.' }
  if (watch && !policy)
    return { fr: 'Aucun niveau de service ne vaut pour ce dossier.', en: 'No service level is for this case.' }
  return { fr: 'Personne n’attend de réponse : aucune horloge ne court.', en: 'Nobody waits for an answer: no clock runs.' }
}

// Those that run first, the first due first; then the latest that ended.
function inOrder(clocks: readonly ClockRow[]): ClockRow[] {
  const owed = clocks.filter(({ ended_at }) => ended_at === null).toSorted((a, b) => (a.due_at?.epochMilliseconds ?? Infinity) - (b.due_at?.epochMilliseconds ?? Infinity)) // prettier-ignore
  const ended = clocks
    .filter(({ ended_at }) => ended_at !== null)
    .toSorted((a, b) => b.ended_at!.epochMilliseconds - a.ended_at!.epochMilliseconds)
  return [...owed, ...ended.slice(0, MOST_ENDED)]
}

type Shown = { of: CaseFacts; hours: CaseHours; person: Person }
async function showClocks(work: Work, rows: readonly ClockRow[], { of, hours, person }: Shown): Promise<RunningClock[]> {
  const names = new Map((await policiesNamed(work, [...new Set(rows.map(({ policy_id }) => policy_id))])).map(({ id, name }) => [id, name])) // prettier-ignore
  const opens = opensAt(hours, work.now)
  return rows.map((row) => {
    const state = stateOf(row, work.now)
    const worked_minutes = Math.round(row.segments.reduce((sum, { state: how, from, until }) => sum + (how === 'paused' ? 0 : hours.time.between(Date.parse(from), until ? Date.parse(until) : work.now.epochMilliseconds)), 0) / 6_000) / 10 // prettier-ignore
    const open = opens === null
    return {
      id: row.id, case: { id: of.id, number: of.number, subject: of.subject, closed: of.closed_at !== null }, owner: person(row.owner_id), kind: row.kind, round: row.round,
      state, policy: { id: row.policy_id, name: names.get(row.policy_id) ?? '' }, target_minutes: row.target_minutes, started_at: row.started_at.toString(),
      due_at: row.due_at?.toString() ?? null, warned_at: row.warned_at?.toString() ?? null, breached_at: row.breached_at?.toString() ?? null,
      ended_at: row.ended_at?.toString() ?? null, worked_minutes, open, opens_at: opens?.toString() ?? null, segments: row.segments,
      why: clockWords({ ...row, state }, { worked_minutes, opens, zone: hours.zone, always: hours.hours === null }),
    } // prettier-ignore
  })
}

// When working time goes on; null while it does.
function opensAt({ hours }: CaseHours, now: Temporal.Instant): Temporal.Instant | null {
  if (!hours || calendars.isOpen(hours, now)) return null
  const found = calendars.nextOpening(hours, now)
  return 'at' in found ? found.at : null
}

type Quiet = { since: Temporal.Instant | null; due: Temporal.Instant | null; alarm: Temporal.Instant | null }
function quiet(cause: 'silence' | 'stagnation', { since, due, alarm }: Quiet, { zone }: CaseHours): Stretch | null {
  if (!since) return null
  return { since: since.toString(), due_at: due?.toString() ?? null, since_alarm: alarm?.toString() ?? null, why: quietWords(cause, { since, due, alarm, zone }) } // prettier-ignore
}

const silenceOf = ({ silence_since: since, silence_due_at: due, silent_at: alarm }: WatchRow): Quiet => ({ since, due, alarm })
const stagnationOf = ({ stagnation_since: since, stagnation_due_at: due, stagnant_at: alarm }: WatchRow): Quiet => ({
  since,
  due,
  alarm,
})

async function showEscalations(work: Work, rows: readonly EscalationRow[], person: Person): Promise<Escalation[]> {
  const names = await namesOfWhom(work, rows.map(({ whom }) => whom)) // prettier-ignore
  return rows.toReversed().map((row) => ({
    id: row.id, cause: row.cause, step: row.step, whom: whomWords(row.whom, names), people: row.people.map(person), did: row.did as Escalation['did'], // a check says so
    at: row.at.toString(), taken_at: row.taken_at?.toString() ?? null, taken_by: row.taken_by && person(row.taken_by),
  })) // prettier-ignore
}

/** The escalations of what still stands: the clock that runs, the silence that lasts. */
export function standing(rows: readonly EscalationRow[], watch: WatchRow, clocks: readonly ClockRow[]): EscalationRow[] {
  const stretches = new Set([
    ...clocks.filter(({ ended_at }) => ended_at === null).map(({ kind, started_at }) => `${kind} ${started_at.toString()}`),
    `silence ${watch.silence_since?.toString() ?? ''}`, `stagnation ${watch.stagnation_since?.toString() ?? ''}`,
  ]) // prettier-ignore
  return rows.filter(({ cause, stretch_at }) => stretches.has(`${cause} ${stretch_at.toString()}`))
}

const isUntaken = (rows: readonly EscalationRow[], watch: WatchRow, clocks: readonly ClockRow[]): boolean =>
  standing(rows, watch, clocks).some(({ taken_at }) => taken_at === null)

export const mayTake = (work: Work, brand: string): boolean =>
  work.actor.kind === 'person' && can(work.actor, 'case.read', { brand })
