// Who may be whom: what people say of themselves without proof, what makes two records alike, and what somebody decided about it.
import { z } from 'zod'
import { endpoint, event, id, instant, nothing } from '#base/contract'
import { customerShape, type CustomerId } from './people.ts'

const customer = () => id<'customer'>()
export const claimKinds = ['email', 'phone'] as const
export type ClaimKind = (typeof claimKinds)[number]
export type NewClaim = { customer: CustomerId; kind: ClaimKind; value: string; said_by: string } // said_by: the channel it was said by
export type Proof = { customer: CustomerId; kind: ClaimKind; value: string; how: string }
// How somebody can be written to. `proven` is false for what they only said: it may get the answer to what they asked, never anybody's past.
export type Reach = { value: string; name: string; proven: boolean; claimed: boolean }

export const claimShape = z.object({
  id: id<'claim'>(),
  customer: customer(), // the record of the group that said it
  kind: z.enum(claimKinds),
  value: z.string(),
  said_by: z.string(),
  said_at: instant(),
  proven_at: instant().nullable(), // they showed that they read what is sent there, while another record holds it
})

export const likenessReasons = [
  'same_name', 'near_name', 'same_company', 'same_local_part', 'near_email', 'same_email_claimed', 'same_email_proven', 'same_phone_claimed', 'same_phone_proven',
] as const // prettier-ignore
export const likenessShape = z.object({
  customer: customerShape,
  score: z.number().min(0).max(1),
  reasons: z.array(z.enum(likenessReasons)),
  said_by: z.string().nullable(), // the channel by which one of them said what the other is known by
})
export type Likeness = z.infer<typeof likenessShape>

export const listLikenesses = endpoint({
  method: 'GET', path: '/api/v1/customers/:customer/likenesses', permission: 'customer.read', summary: 'Who is probably the same person, and why',
  input: z.object({ customer: customer() }), output: z.object({ items: z.array(likenessShape) }),
}) // prettier-ignore
export const putLikeness = endpoint({
  method: 'PUT', path: '/api/v1/customers/:customer/likenesses/:with', permission: 'customer.accept_likeness',
  summary: 'Answer a proposal: they are the same person, which joins the records, or they are not, and it is not proposed again',
  input: z.object({ customer: customer(), with: customer(), is: z.enum(['same', 'different']) }),
  output: z.object({ join: id<'join'>().nullable() }),
}) // prettier-ignore
export const deleteLikeness = endpoint({
  method: 'DELETE', path: '/api/v1/customers/:customer/likenesses/:with', permission: 'customer.accept_likeness',
  summary: 'Take back that two records are different people: they may be proposed again',
  input: z.object({ customer: customer(), with: customer() }), output: nothing,
}) // prettier-ignore

export const claimProven = event(
  'customer.claim_proven',
  z.object({ customer: customer(), kind: z.enum(claimKinds), how: z.string() }),
)
export const toldApart = event('customer.told_apart', z.object({ a: customer(), b: customer() }))
