// Colleagues change shifts: one offers, another takes it, somebody grants it. Part of the contract.
import { z } from 'zod'
import { endpoint, id, instant, pageInput, pageOf } from '#base/contract'
import { day, named, person, shift, troubleSaidShape, words } from './names.ts'

// offered: to one colleague or to all. taken: somebody would; it waits for its answer. The others are ends; overtaken: a shift of it changed, or who was
// asked left. expired: nobody took it in time, or nobody answered before it began.
export const swapStates = ['offered', 'taken', 'granted', 'declined', 'withdrawn', 'overtaken', 'expired'] as const
export type SwapState = (typeof swapStates)[number]

const shown = z.object({
  id: shift(),
  person: named,
  day: day(),
  starts_at: instant(),
  ends_at: instant(),
  site: z.string().nullable(),
})
export const swapShape = z.object({
  id: id<'shift_swap'>(),
  state: z.enum(swapStates),
  gives: shown, // the shift that is offered
  wants: shown.nullable(), // the one taken for it; null: none, it is only handed over
  to: named.nullable(), // offered to one colleague; null: to all who could
  taken_by: named.nullable(),
  offered_at: instant(),
  taken_at: instant().nullable(),
  ended_at: instant().nullable(),
  answered_by: named.nullable(), // null with `granted`: by rule; with `declined` and nobody who took it: the colleague it was offered to
  because: z.string(),
  note: z.string(),
  troubles: z.array(troubleSaidShape), // of granting it: for whoever answers, and whoever would take it
  may: z.array(z.enum(['take', 'refuse', 'withdraw', 'answer'])),
})
export type Swap = z.infer<typeof swapShape>

const one = z.object({ id: id<'shift_swap'>() })
const path = '/api/v1/shift-swaps'
export const listSwaps = endpoint({
  method: 'GET', path, permission: 'signed-in',
  summary: 'Swaps, the latest first: those I offer or could take (mine), or those that wait for an answer of mine (to_answer: workforce.approve)',
  input: z.object({ ...pageInput, which: z.enum(['mine', 'to_answer', 'all']).default('mine') }), output: pageOf(swapShape),
}) // prettier-ignore
export const postSwap = endpoint({
  method: 'POST', path, permission: 'signed-in', summary: 'Offer a shift of mine: to one colleague or to all, for one of theirs or for nothing',
  input: z.object({ shift: shift(), to: person().nullable().default(null), for_shift: shift().nullable().default(null), note: words().default('') }), output: swapShape,
}) // prettier-ignore
export const putSwapTaken = endpoint({
  method: 'PUT', path: `${path}/:id/taken`, permission: 'signed-in', summary: 'I take it, giving the shift that was asked for or one of mine',
  input: one.extend({ gives: shift().nullable().optional() }), output: swapShape,
}) // prettier-ignore
export const putSwapRefused = endpoint({
  method: 'PUT', path: `${path}/:id/refused`, permission: 'signed-in', summary: 'It was offered to me, and I will not take it', input: one.extend({ because: words().default('') }), output: swapShape,
}) // prettier-ignore
export const putSwapAnswer = endpoint({
  method: 'PUT', path: `${path}/:id/answer`, permission: 'workforce.approve', summary: 'Grant or decline a swap that was taken', input: one.extend({ grant: z.boolean(), because: words().default('') }), output: swapShape,
}) // prettier-ignore
export const deleteSwap = endpoint({
  method: 'DELETE', path: `${path}/:id`, permission: 'signed-in', summary: 'Withdraw what I offered, or what I said I would take', input: one, output: swapShape,
}) // prettier-ignore
export const listSwapChoices = endpoint({
  method: 'GET', path: '/api/v1/my-shifts/:shift/choices', permission: 'signed-in', summary: 'With whom I could change this shift: colleagues’ shifts that law, contracts and skills allow, the nearest first, and who is free that day',
  input: z.object({ shift: shift() }), output: z.object({ shifts: z.array(shown), free: z.array(named) }),
}) // prettier-ignore
export const swapEndpoints = [listSwaps, postSwap, putSwapTaken, putSwapRefused, putSwapAnswer, deleteSwap, listSwapChoices]
