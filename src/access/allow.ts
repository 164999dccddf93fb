import { notAllowed, refuse } from '#base/refusal'
import type { Work } from '#base/work'
import { can, type Object } from './can.ts'
import type { Permission } from './contract.ts'

export function allow(work: Work, permission: Permission, object: Object = {}): void {
  if (!can(work.actor, permission, object)) throw refuse(notAllowed, { permission })
}
