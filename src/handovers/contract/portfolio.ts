// Everything that rests on a person, and handing over any part of it as one offer.
import { z } from 'zod'
import { endpoint, event, id, instant, pageInput, pageOf, type Id } from '#base/contract'
import { why, word } from './baton.ts'

export type PortfolioId = Id<'portfolio'>
export const MOST_CHOSEN = 500 // items named one by one; whole kinds, customers and companies have no bound

const personId = () => id<'person'>()
const person = z.object({ id: personId(), name: z.string() })

// contact: point of contact · case: open, quiet ones too · promise: owed in a closed case (those of open cases go with the case) · task: asked of the person
export const itemKinds = ['contact', 'case', 'promise', 'task'] as const
export type ItemKind = (typeof itemKinds)[number]
export const itemShape = z.object({
  kind: z.enum(itemKinds),
  id: z.string(),
  label: z.string(),
  detail: z.string(), // of a point of contact: customer, company or project
  customer: z.object({ id: z.string(), name: z.string() }).nullable(),
  company: z.object({ id: z.string(), name: z.string() }).nullable(),
  case_id: z.string().nullable(),
  at: instant().nullable(), // due, or last heard of
  quiet: z.boolean(), // a case nobody has written in for a month
  offered_to: person.nullable(), // it already waits for somebody's answer
})
export type Item = z.infer<typeof itemShape>

export const wantedShape = z.object({
  kinds: z.array(z.enum(itemKinds)).min(1).optional(),
  customers: z.array(z.uuid()).max(MOST_CHOSEN).optional(),
  companies: z.array(z.uuid()).max(MOST_CHOSEN).optional(),
  items: z.array(z.object({ kind: z.enum(itemKinds), id: z.uuid() })).max(MOST_CHOSEN).optional(),
}) // prettier-ignore
export type WantedItems = z.infer<typeof wantedShape>

export const occasions = ['leave', 'departure', 'reorganisation', 'back'] as const
export type Occasion = (typeof occasions)[number]
export const portfolioStates = ['preparing', 'waiting', 'passing', 'ended'] as const
const counts = z.object({ all: z.number().int(), waiting: z.number().int(), passed: z.number().int(), declined: z.number().int(), gone: z.number().int() }) // prettier-ignore
export const portfolioShape = z.object({
  id: id<'portfolio'>(),
  from: person,
  to: person,
  occasion: z.enum(occasions),
  message: z.string(),
  state: z.enum(portfolioStates),
  offered_at: instant(),
  answer_by: instant(),
  escalated_at: instant().nullable(),
  ended_at: instant().nullable(),
  ended_as: z.enum(['accepted', 'declined', 'withdrawn', 'partly', 'overtaken']).nullable(),
  answer: z.string().nullable(),
  returns: id<'portfolio'>().nullable(), // the one this gives back
  counts,
  kinds: z.array(z.object({ kind: z.enum(itemKinds), count: z.number().int(), waiting: z.number().int() })),
  may: z.array(z.enum(['answer', 'withdraw', 'settle', 'back'])),
})
export type Portfolio = z.infer<typeof portfolioShape>
export const portfolioItemShape = itemShape.omit({ offered_to: true }).extend({
  state: z.enum(['waiting', 'passed', 'declined', 'gone']),
  because: z.string().nullable(),
  hand_over_id: z.string().nullable(),
})
export type PortfolioItem = z.infer<typeof portfolioItemShape>

const one = z.object({ id: id<'portfolio'>() })
export const listResting = endpoint({
  method: 'GET', path: '/api/v1/resting', permission: 'case.read', summary: 'What rests on a person (me), one kind at a time',
  input: z.object({ ...pageInput, person: personId().optional(), kind: z.enum(itemKinds), customer: z.uuid().optional(), company: z.uuid().optional() }),
  output: pageOf(itemShape),
}) // prettier-ignore
export const countResting = endpoint({
  method: 'GET', path: '/api/v1/resting-counts', permission: 'case.read', summary: 'How much rests on a person (me), by kind',
  input: z.object({ person: personId().optional() }), output: z.object({ kinds: z.array(z.object({ kind: z.enum(itemKinds), count: z.number().int() })) }),
}) // prettier-ignore
export const postPortfolio = endpoint({
  method: 'POST', path: '/api/v1/portfolio-offers', permission: 'case.hand_over', summary: 'Offer a portfolio as one: what is chosen by kind, customer, company or item, or all of it',
  input: z.object({
    from: personId().optional(), to: personId(), occasion: z.enum(occasions).default('reorganisation'), message: word().default(''), wanted: wantedShape,
    introduce: z.boolean().default(true), answer_by: instant().optional(),
  }),
  output: portfolioShape,
}) // prettier-ignore
export const listPortfolios = endpoint({
  method: 'GET', path: '/api/v1/portfolio-offers', permission: 'case.read', summary: 'Portfolios I was offered, gave, or (who assigns cases) everybody’s',
  input: z.object({ ...pageInput, side: z.enum(['received', 'given', 'all']).default('received'), state: z.enum(['waiting', 'ended']).default('waiting') }), output: pageOf(portfolioShape),
}) // prettier-ignore
export const getPortfolio = endpoint({
  method: 'GET', path: '/api/v1/portfolio-offers/:id', permission: 'case.read', summary: 'One portfolio, and how far it has passed', input: one, output: portfolioShape,
}) // prettier-ignore
export const listPortfolioItems = endpoint({
  method: 'GET', path: '/api/v1/portfolio-offers/:id/items', permission: 'case.read', summary: 'What is in a portfolio',
  input: z.object({ ...pageInput, id: id<'portfolio'>(), kind: z.enum(itemKinds).optional(), state: z.enum(['waiting', 'passed', 'declined', 'gone']).optional() }), output: pageOf(portfolioItemShape),
}) // prettier-ignore
export const putPortfolioAnswer = endpoint({
  method: 'PUT', path: '/api/v1/portfolio-offers/:id/answer', permission: 'case.read', summary: 'Accept, decline (and say why) or withdraw: all that still waits, or only some items',
  input: z.object({
    id: id<'portfolio'>(), as: z.enum(['accepted', 'declined', 'withdrawn']), because: word().default(''),
    items: z.array(z.object({ kind: z.enum(itemKinds), id: z.uuid() })).min(1).max(MOST_CHOSEN).optional(),
  }),
  output: portfolioShape,
}) // prettier-ignore
export const putPortfolioSettled = endpoint({
  method: 'PUT', path: '/api/v1/portfolio-offers/:id/settled', permission: 'case.assign', summary: 'A manager accepts in the place of the one who was asked, or chooses somebody else',
  input: z.object({ id: id<'portfolio'>(), to: personId(), because: why() }), output: portfolioShape,
}) // prettier-ignore
export const postBack = endpoint({
  method: 'POST', path: '/api/v1/portfolio-offers/:id/back', permission: 'case.read', summary: 'Offer back, to whoever gave it, what of this portfolio is still the receiver’s',
  input: z.object({ id: id<'portfolio'>(), message: word().default('') }), output: portfolioShape,
}) // prettier-ignore

const about = { portfolio_id: id<'portfolio'>(), from: personId(), to: personId() }
export const portfolioOffered = event('hand_over.portfolio_offered', z.object(about))
export const portfolioEnded = event('hand_over.portfolio_ended', z.object({ ...about, as: z.string() }))
export const portfolioEscalated = event('hand_over.portfolio_escalated', z.object({ ...about, told: z.array(personId()) }))
