// The ids of customers and how one is shown in a line.
import { z } from 'zod'
import { id, type Id } from '#base/contract'

export type CustomerId = Id<'customer'>
export type CompanyId = Id<'company'>
export type IdentityId = Id<'identity'>
export type ClaimId = Id<'claim'>
export type JoinId = Id<'join'>
export type ConsentId = Id<'consent'>
export type PointOfContactId = Id<'point_of_contact'>

export const identityKinds = ['email', 'phone', 'handle', 'postal'] as const
export type IdentityKind = (typeof identityKinds)[number]
export const MOST_JOINED = 200 // records that may be one person: a bound, far above what people do
export const MOST_IDENTITIES = 200
export const MOST_CLAIMS = 20 // of one record

/** What somebody is called who has not said their name. */
export const NAMELESS = { fr: 'Visiteur', en: 'Visitor' } as const
export const isNameless = (name: string): boolean => name === '' || name === NAMELESS.fr || name === NAMELESS.en

export const companyBrief = z.object({ id: id<'company'>(), name: z.string() })
export const customerShape = z.object({
  id: id<'customer'>(),
  name: z.string(),
  language: z.string().nullable(),
  company: companyBrief.nullable(),
  email: z.string().nullable(),
})
