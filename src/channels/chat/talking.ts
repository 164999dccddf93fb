// What whoever hears a widget works with: the house behind it, and which tab of which visitor speaks.
import { inWork, system, type Open, type Work } from '#base/work'
import type { InCompany } from '#base/together'
import type { Gate } from '../widgets/gate.ts'
import type { Line, Visitor, Visitors } from './visitors.ts'

export type House = Open & { gate: Gate; visitors: Visitors; together: InCompany }
export type Talking = { line: Line; visitor: Visitor }

export const within = <Result>(house: Open, { speaker }: Line, body: (work: Work) => Promise<Result>): Promise<Result> =>
  inWork(house, { tenant: speaker.admitted.tenant, actor: system('channels.chat') }, body)

/** The same, sharing a transaction with what others say meanwhile: all of it begins cases, and those get their numbers one after the other. */
export const inCompanyOf = <Result>(
  { together }: House,
  { speaker }: Line,
  body: (work: Work) => Promise<Result>,
): Promise<Result> => together({ tenant: speaker.admitted.tenant, actor: system('channels.chat') }, body)
