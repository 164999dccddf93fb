// A brand that is not yours answers exactly as one that does not exist.
import { allow, can } from '#access'
import type { Permission } from '#access/contract'
import { notFound } from '#base/refusal'
import { refuse, type Work } from '#base/work'

export function needBrand(work: Work, brand: string, permission: Permission): void {
  if (!can(work.actor, 'brand.read', { brand })) throw refuse(notFound, {})
  allow(work, permission, { brand })
}
