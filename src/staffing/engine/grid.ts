// A question whose fields are lists, laid out: one question for each combination.
import type { Question } from '../contract/question.ts'
import type { PatienceOf } from '../contract/load.ts'

/** A question whose every field has one value. */
export type Plain = Omit<Question, 'calls_per_hour' | 'handling_s' | 'patience_s' | 'agents' | 'calls' | 'interval_min'> & {
  calls_per_hour?: number
  handling_s: number
  patience_s: PatienceOf
  agents?: number
}

const listOf = <T>(value: T | readonly T[]): readonly T[] => (Array.isArray(value) ? (value as readonly T[]) : [value as T]) // one or the other

export const isGrid = ({ calls_per_hour, handling_s, patience_s, agents }: Question): boolean =>
  [calls_per_hour, handling_s, patience_s, agents].some(Array.isArray)

export const sizeOf = ({ calls_per_hour, handling_s, patience_s, agents }: Question): number =>
  [calls_per_hour, handling_s, patience_s, agents].reduce<number>((size, field) => size * listOf(field as unknown).length, 1) // counted only

/** In the order of calls, handling, patience, agents; the last changes fastest. `calls` in an interval become calls an hour. */
export function laidOut(question: Question): Plain[] {
  const { calls_per_hour, calls, interval_min, handling_s, patience_s, agents, ...rest } = question
  const rates = calls !== undefined && interval_min !== undefined ? [(calls * 60) / interval_min] : listOf(calls_per_hour)
  return rates.flatMap((rate) =>
    listOf(handling_s).flatMap((handling) =>
      listOf<PatienceOf>(patience_s).flatMap((patience) =>
        listOf(agents ?? linesAsAgents(question)).map((people) => ({
          ...rest,
          handling_s: handling,
          patience_s: patience,
          ...(rate !== undefined && { calls_per_hour: rate }),
          ...(people !== undefined && { agents: people }),
        })),
      ),
    ),
  )
}

// Erlang B: whoever has written the lines has written the agents.
const linesAsAgents = ({ model, lines }: Question): number | undefined => (model === 'erlang_b' ? lines : undefined)
