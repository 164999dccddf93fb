// A service level while it is being written: lengths of time are texts until they are understood.
import {
  clockKinds,
  priorities,
  type ClockKind,
  type Policy,
  type PolicyDefinition,
  type Priority,
  type Step,
  type TargetGrid,
  type Targets,
} from '../../contract.ts'
import { readDuration, writeDuration } from './duration.ts'

export type WrittenStep = Omit<Step, 'when'> & { when: 'percent' | 'after'; amount: string }
export type LevelForm = Pick<PolicyDefinition, 'name' | 'match' | 'by_contract' | 'hours' | 'pauses'> & {
  targets: Record<Priority, Record<ClockKind, string>>
  warn: string
  silence: string
  stagnation: string
  ladder: WrittenStep[]
}

const HOUR = 60
const BLANK: PolicyDefinition = {
  name: '', match: { brands: null, entry_points: null, reasons: null, priorities: null }, by_contract: false, hours: { kind: 'door' },
  targets: { normal: { first_answer: 4 * HOUR, next_answer: 8 * HOUR, resolution: null } }, pauses: ['resolution', 'stagnation'], warn_percent: 75,
  silence_minutes: 27 * HOUR, stagnation_minutes: 45 * HOUR, ladder: [],
} // prettier-ignore

export function formOf(level: Policy | null): LevelForm {
  const { name, match, by_contract, hours, pauses, ...of } = level ?? BLANK
  const written = (priority: Priority): Record<ClockKind, string> => {
    const targets = of.targets[priority]
    return {
      first_answer: writeDuration(targets?.first_answer),
      next_answer: writeDuration(targets?.next_answer),
      resolution: writeDuration(targets?.resolution),
    }
  }
  return {
    name, match, by_contract, hours, pauses, targets: { low: written('low'), normal: written('normal'), high: written('high'), urgent: written('urgent') },
    warn: of.warn_percent === null ? '' : String(of.warn_percent), silence: writeDuration(of.silence_minutes), stagnation: writeDuration(of.stagnation_minutes),
    ladder: of.ladder.map(({ when, ...step }) => ({ ...step, ...('percent' in when ? { when: 'percent' as const, amount: String(when.percent) } : { when: 'after' as const, amount: writeDuration(when.after_minutes) }) })),
  } // prettier-ignore
}

/** What is kept; null as long as something is not understood. */
export function definitionOf(form: LevelForm): PolicyDefinition | null {
  const targets = gridOf(form)
  const ladder = form.ladder.map(stepOf)
  const [silence, stagnation, warn] = [readDuration(form.silence), readDuration(form.stagnation), percentOf(form.warn)]
  if (
    !targets ||
    form.name.trim() === '' ||
    silence === undefined ||
    stagnation === undefined ||
    warn === undefined ||
    ladder.includes(null)
  )
    return null
  const { match, by_contract, hours, pauses } = form
  return {
    name: form.name.trim(), match, by_contract, hours, pauses, targets, warn_percent: warn, silence_minutes: silence, stagnation_minutes: stagnation,
    ladder: ladder.filter((step) => step !== null),
  } // prettier-ignore
}

function gridOf({ targets }: LevelForm): TargetGrid | null {
  const read = (priority: Priority, kind: ClockKind) => readDuration(targets[priority][kind])
  if (priorities.some((priority) => clockKinds.some((kind) => read(priority, kind) === undefined))) return null
  const of = (priority: Priority): Partial<Targets> =>
    Object.fromEntries(clockKinds.flatMap((kind) => { const minutes = read(priority, kind); return minutes == null ? [] : [[kind, minutes]] })) // prettier-ignore
  const own = (priority: 'low' | 'high' | 'urgent') => (Object.keys(of(priority)).length > 0 ? { [priority]: of(priority) } : {})
  const normal = { first_answer: read('normal', 'first_answer') ?? null, next_answer: read('normal', 'next_answer') ?? null, resolution: read('normal', 'resolution') ?? null } // prettier-ignore
  return { normal, ...own('low'), ...own('high'), ...own('urgent') }
}

export function percentOf(written: string): number | null | undefined {
  if (written.trim() === '') return null
  const percent = Number(written.replace('%', '').trim())
  return Number.isInteger(percent) && percent >= 1 && percent <= 99 ? percent : undefined
}

function stepOf({ when, amount, ...step }: WrittenStep): Step | null {
  if (step.of.length === 0 || step.does.length === 0) return null
  if (when === 'percent') {
    const percent = percentOf(amount)
    return percent == null ? null : { ...step, when: { percent } }
  }
  const minutes = /^\s*0*\s*(h|min)?\s*$/.test(amount) ? 0 : readDuration(amount)
  return minutes == null ? null : { ...step, when: { after_minutes: minutes } }
}

export const isUnderstood = (written: string): boolean => readDuration(written) !== undefined
