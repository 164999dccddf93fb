// Procedures as they are kept: added, changed, retired, and installed by set-ups.
import * as cases from '#cases'
import { allow } from '#access'
import { isConflict } from '#base/database'
import { newId } from '#base/id'
import { overtaken } from '#base/overtaken'
import { inputInvalid } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import type { ReasonId } from '#cases/contract'
import {
  newProcedureShape, procedureNameTaken, procedureUnfit, procedureUnknown, type NewProcedure, type Procedure, type ProcedureId,
} from './contract.ts' // prettier-ignore
import { orderOfSteps } from './rules/order-of-steps.ts'
import * as store from './store/procedure.ts'

export async function listProcedures(work: Work): Promise<{ items: Procedure[] }> {
  return { items: await show(work, await store.listAll(work)) }
}

export async function addProcedure(work: Work, given: NewProcedure): Promise<Procedure> {
  allow(work, 'task.manage')
  return await add(work, given, null)
}

/** For set-ups: once per key; what is there already, changed since or not, is left as it is. */
export async function installProcedure(work: Work, key: string, given: NewProcedure): Promise<Procedure> {
  const before = await store.findByKey(work, key)
  return before ? (await show(work, [before]))[0]! : await add(work, given, key)
}

async function add(work: Work, given: NewProcedure, key: string | null): Promise<Procedure> {
  const id = newId<'procedure'>(work.now)
  const written = fit(given)
  await needReason(work, written.reason_id)
  await store.insertProcedure(work, { ...written, id, key }).catch(refusedByName)
  return (await show(work, [(await store.findProcedure(work, id))!]))[0]!
}

export async function changeProcedure(
  work: Work,
  { id, version, ...given }: NewProcedure & { id: ProcedureId; version?: number | undefined },
): Promise<Procedure> {
  allow(work, 'task.manage')
  const current = await store.findProcedure(work, id)
  if (!current) throw refuse(procedureUnknown, {})
  const written = fit(given)
  await needReason(work, written.reason_id)
  const changed = await store.updateProcedure(work, { ...written, id, version: version ?? current.version }).catch(refusedByName)
  if (changed === 0) throw overtaken(current, version ?? current.version)
  return (await show(work, [(await store.findProcedure(work, id))!]))[0]!
}

export async function retireProcedure(work: Work, { id }: { id: ProcedureId }): Promise<object> {
  allow(work, 'task.manage')
  if ((await store.retireProcedure(work, id)) === 0) throw refuse(procedureUnknown, {})
  return {}
}

function fit(given: NewProcedure): Omit<store.NewRow, 'id'> {
  const procedure = newProcedureShape.parse(given)
  const steps = orderOfSteps(procedure.steps)
  if (!steps) throw refuse(procedureUnfit, { step: procedure.steps[0]?.key ?? '' })
  return { ...procedure, steps }
}

async function needReason(work: Work, reason: ReasonId | null): Promise<void> {
  if (reason && (await cases.reasonsById(work, [reason])).length === 0)
    throw refuse(inputInvalid, { fields: [{ path: 'reason_id', message: 'there is no such reason' }] })
}

function refusedByName(error: unknown): never {
  throw isConflict(error, 'procedure_name') ? refuse(procedureNameTaken, {}) : error
}

async function show(work: Work, rows: readonly store.ProcedureRow[]): Promise<Procedure[]> {
  const reasons = await cases.reasonsById(work, rows.flatMap(({ reason_id }) => reason_id ?? [])) // prettier-ignore
  return rows.map((row) => ({
    ...row,
    reason: row.reason_id ? (reasons.find(({ id }) => id === row.reason_id)?.name ?? null) : null,
  }))
}
