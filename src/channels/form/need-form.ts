// A form of a brand that is not yours answers exactly as one that does not exist.
import { allow, can } from '#access'
import type { Permission } from '#access/contract'
import { notFound } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import type { FormId } from '../contract.ts'
import { findForm, type FormRow } from './store/form.ts'

export async function needForm(work: Work, id: FormId, permission: Permission): Promise<FormRow> {
  const found = await findForm(work, id)
  if (!found || !can(work.actor, 'channel.read', { brand: found.brand_id })) throw refuse(notFound, {})
  allow(work, permission, { brand: found.brand_id })
  return found
}
