// The words every room's contract is made of. Safe in the browser: no I/O.
import { z } from 'zod'

declare const brand: unique symbol
export type Id<Name extends string> = string & { readonly [brand]: Name }
export type TenantId = Id<'tenant'>
export type PersonId = Id<'person'>

// Shapes are captured as plain types: a contract that constrains zod's own types takes the compiler a minute for 300 routes.
export type Shape<T> = { parse(value: unknown): T; _zod?: unknown }

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
export type Endpoint<Input, Output> = {
  method: Method
  path: string // '/api/v1/cases/:id' — names after ':' are taken from the input, the rest is query (GET, DELETE) or body
  permission: string // a name of access/contract, 'anyone' or 'signed-in': the coarse gate; the verb checks the object itself
  summary: string
  input: Shape<Input>
  output: Shape<Output>
  mostBytes?: number // of a request's body, where it may be larger than others
  answersSecret?: true // shown once: the answer is not kept for a repeated idempotency key
}

export type EventKind<Payload> = { name: string; shape: Shape<Payload> }
export type Refusal<Details> = {
  code: string
  status: number
  fr: string // what happened and what to do, in the words of the person who reads it
  en: string
  readonly details?: Details
}

export const id = <Name extends string>() => z.uuid() as unknown as z.ZodType<Id<Name>> // the brand exists for the compiler only
export const instant = () => z.iso.datetime({ offset: true })

// What somebody writes of days that are planned: before and after these years nobody plans, and databases and clocks write years differently.
const isPlanned = (text: string): boolean => /^(?:19|20|21)\d\d-/.test(text)
const otherYears = 'write a year between 1900 and 2199'
export const plannedDay = () => z.iso.date().refine(isPlanned, otherYears)
export const plannedInstant = () => instant().refine(isPlanned, otherYears)
/** How often a row was changed, as it was last seen: more than its column holds is no version. */
export const rowVersion = () => z.coerce.number().int().min(0).max(2_147_483_647)

export const endpoint = <Input, Output>(shape: Endpoint<Input, Output>): Endpoint<Input, Output> => shape
export const event = <Payload>(name: string, shape: Shape<Payload>): EventKind<Payload> => ({ name, shape })
export const refusal = <Details = object>(
  code: string,
  status: number,
  sentences: { fr: string; en: string },
): Refusal<Details> => ({
  code,
  status,
  ...sentences,
})

// Lists are always bounded: a page and the cursor of the next.
export const pageOf = <Item extends z.ZodType>(item: Item) => z.object({ items: z.array(item), next: z.string().nullable() })
export const pageInput = { cursor: z.string().max(400).optional(), limit: z.coerce.number().int().min(1).max(200).default(50) }

export const nothing = z.object({})

// Who acts. Permissions are named in access/contract; teams and brands null means all of them. Who holds several roles in several
// places carries them one by one in `grants`; `permissions` and `scope` are then their sum, good for a first look only.
export type Actor =
  | ({ kind: 'person'; id: PersonId; grants?: readonly Held[] } & Held)
  | ({ kind: 'key'; id: Id<'key'>; grants?: readonly Held[] } & Held)
  | { kind: 'system'; name: string }
export type Held = { permissions: ReadonlySet<string>; scope: Scope }
export type Scope = { teams: readonly string[] | null; brands: readonly string[] | null }

export const isUuid = (text: string): boolean => /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text)

export const actorId = (actor: Actor): string => (actor.kind === 'system' ? actor.name : actor.id)
export { asFrenchWrites } from './french.ts'
