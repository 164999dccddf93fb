// Handing over one case: the offer, its brief, the word to the customer, and how it ends.
import { z } from 'zod'
import { endpoint, event, id, instant, pageInput, pageOf, type Id } from '#base/contract'
import { briefShape } from './brief.ts'

export type BatonId = Id<'hand_over'> // of the hand-over it goes with
export const LONGEST_WORD = 4_000

const caseId = () => id<'case'>()
const personId = () => id<'person'>()
const batonId = () => id<'hand_over'>()
const person = z.object({ id: personId(), name: z.string() })
const version = () => z.coerce.number().int().positive()
export const word = () => z.string().trim().max(LONGEST_WORD)
export const why = () => z.string().trim().min(1).max(LONGEST_WORD)

export const endings = ['accepted', 'declined', 'withdrawn', 'overtaken'] as const
export type Ending = (typeof endings)[number]

// The word that introduces the new person to the customer. Leaves some minutes after the hand-over is accepted, unless somebody sends or skips it.
export const introductionShape = z.object({
  text: z.string(), // '' when it is skipped
  language: z.enum(['fr', 'en']),
  channel: z.string().nullable(), // by which it goes
  state: z.enum(['planned', 'leaving', 'sent', 'skipped', 'failed']),
  because: z.string().nullable(), // why it was skipped, or could not be sent
  leaves_at: instant().nullable(),
  sent_at: instant().nullable(),
  interaction_id: z.string().nullable(),
  version: z.number().int(),
})
export type Introduction = z.infer<typeof introductionShape>

export const batonShape = z.object({
  id: batonId(),
  case: z.object({ id: caseId(), number: z.number().int(), subject: z.string(), closed: z.boolean() }),
  customer: z.object({ id: id<'customer'>(), name: z.string() }).nullable(),
  from: person,
  to: person,
  portfolio: id<'portfolio'>().nullable(),
  message: z.string(),
  offered_at: instant(),
  remind_at: instant().nullable(),
  answer_by: instant(), // until then; then it goes up
  reminded_at: instant().nullable(),
  escalated_at: instant().nullable(),
  escalated_to: z.array(person),
  ended_at: instant().nullable(),
  ended_as: z.enum(endings).nullable(),
  ended_by: person.nullable(), // when somebody else than the one who was asked
  answer: z.string().nullable(), // why it was declined
  next: z.string(), // the first line of the brief
  version: z.number().int(),
})
export type Baton = z.infer<typeof batonShape>
export const fullBatonShape = batonShape.extend({
  brief: briefShape,
  brief_version: z.number().int(),
  brief_by: person.nullable(), // null: as written from the dossier
  versions: z.array(z.object({ version: z.number().int(), at: instant(), by: person.nullable() })),
  introduction: introductionShape.nullable(), // null: there is nobody to introduce anybody to
  put_away_at: instant().nullable(),
  may: z.array(z.enum(['answer', 'withdraw', 'edit', 'settle', 'introduce', 'put_away'])),
})
export type FullBaton = z.infer<typeof fullBatonShape>

const wishedWord = z.union([z.object({ text: why() }), z.object({ skip: why() })])
export type WishedWord = z.infer<typeof wishedWord>

export const draftShape = z.object({
  brief: briefShape,
  introduction: z.object({ text: z.string(), language: z.enum(['fr', 'en']), channel: z.string().nullable(), most: z.number().int().nullable() }), // most: characters there is room for
  silence: z.object({ code: z.string(), fr: z.string(), en: z.string(), final: z.boolean() }).nullable(), // why nobody should be introduced; final: nobody can be
  answer_by: instant(),
}) // prettier-ignore
export type Draft = z.infer<typeof draftShape>

export const getDraft = endpoint({
  method: 'GET', path: '/api/v1/cases/:case/baton-draft', permission: 'case.read', summary: 'The brief of a hand-over as written from the dossier, and the word to the customer',
  input: z.object({ case: caseId(), to: personId().optional(), language: z.enum(['fr', 'en']).optional() }), output: draftShape,
}) // prettier-ignore
export const postBaton = endpoint({
  method: 'POST', path: '/api/v1/cases/:case/batons', permission: 'case.hand_over', summary: 'Offer a case with its brief; until accepted the giver answers for it',
  input: z.object({
    case: caseId(), version: version().optional(), to: personId(), message: word().default(''), brief: briefShape.optional(), // as written from the dossier when not given
    introduction: wishedWord.optional(), answer_by: instant().optional(),
  }),
  output: fullBatonShape,
}) // prettier-ignore
export const listBatons = endpoint({
  method: 'GET', path: '/api/v1/batons', permission: 'case.read', summary: 'Hand-overs I was offered, that I gave, or (who assigns cases) everybody’s; waiting ones the first to be answered first',
  input: z.object({ ...pageInput, side: z.enum(['received', 'given', 'all']).default('received'), state: z.enum(['waiting', 'ended', 'escalated']).default('waiting') }),
  output: pageOf(batonShape),
}) // prettier-ignore
export const countBatons = endpoint({
  method: 'GET', path: '/api/v1/baton-counts', permission: 'case.read', summary: 'How much waits for my answer, how much of mine waits for others, what came up to me',
  input: z.object({}), output: z.object({ received: z.number().int(), given: z.number().int(), escalated: z.number().int(), portfolios: z.number().int() }),
}) // prettier-ignore
export const getBaton = endpoint({
  method: 'GET', path: '/api/v1/batons/:id', permission: 'case.read', summary: 'One hand-over with its brief', input: z.object({ id: batonId() }), output: fullBatonShape,
}) // prettier-ignore
export const getCaseBaton = endpoint({
  method: 'GET', path: '/api/v1/cases/:case/baton', permission: 'case.read', summary: 'The hand-over that waits in a case, or whose brief is still shown on top of it',
  input: z.object({ case: caseId() }), output: z.object({ baton: fullBatonShape.nullable() }),
}) // prettier-ignore
export const putBrief = endpoint({
  method: 'PUT', path: '/api/v1/batons/:id/brief', permission: 'case.read', summary: 'Correct the brief of a hand-over that waits; what it said before is kept',
  input: z.object({ id: batonId(), version: version(), brief: briefShape }), output: fullBatonShape,
}) // prettier-ignore
export const getBriefVersion = endpoint({
  method: 'GET', path: '/api/v1/batons/:id/briefs/:number', permission: 'case.read', summary: 'What the brief said before',
  input: z.object({ id: batonId(), number: z.coerce.number().int().positive() }), output: z.object({ brief: briefShape }),
}) // prettier-ignore
export const putAnswer = endpoint({
  method: 'PUT', path: '/api/v1/batons/:id/answer', permission: 'case.read', summary: 'Accept, decline (and say why) or withdraw a hand-over',
  input: z.object({ id: batonId(), as: z.enum(['accepted', 'declined', 'withdrawn']), because: word().default(''), introduction: wishedWord.optional() }), output: fullBatonShape,
}) // prettier-ignore
export const putSettled = endpoint({
  method: 'PUT', path: '/api/v1/batons/:id/settled', permission: 'case.assign', summary: 'A manager accepts in the place of the one who was asked, or chooses somebody else',
  input: z.object({ id: batonId(), to: personId(), because: why() }), output: fullBatonShape,
}) // prettier-ignore
export const putAway = endpoint({
  method: 'PUT', path: '/api/v1/batons/:id/put-away', permission: 'case.read', summary: 'I have read the brief: it no longer stands on top of the case', input: z.object({ id: batonId() }), output: fullBatonShape,
}) // prettier-ignore
export const putIntroduction = endpoint({
  method: 'PUT', path: '/api/v1/batons/:id/introduction', permission: 'case.read', summary: 'Send the word to the customer now, change it, or skip it and say why',
  input: z.object({ id: batonId(), version: version(), text: why().optional(), send: z.boolean().default(false), skip: why().optional() }), output: fullBatonShape,
}) // prettier-ignore

const about = { hand_over_id: batonId(), case_id: caseId() }
export const batonReminded = event('hand_over.reminded', z.object({ ...about, to: personId() }))
export const batonEscalated = event(
  'hand_over.escalated',
  z.object({ ...about, from: personId(), to: personId(), told: z.array(personId()) }),
)
export const briefChanged = event('hand_over.brief_changed', z.object({ ...about, number: z.number().int() }))
export const introduced = event('hand_over.introduced', z.object({ ...about, interaction_id: z.string() }))
export const introductionSkipped = event('hand_over.introduction_skipped', z.object({ ...about, because: z.string() }))
