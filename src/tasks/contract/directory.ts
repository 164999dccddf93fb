// The directory: who knows what and whom to ask next; and the cards of those outside the house.
import { z } from 'zod'
import { endpoint, id, instant, nothing, pageInput, pageOf, refusal, type Id } from '#base/contract'
import { wholeTaskShape } from './shapes.ts'
import { askedKinds, askedShape, caseId, personId, taskId, teamId, version } from './words.ts'

export type TopicId = Id<'topic'>
export const MOST_WHOM = 20 // of one subject
export const MOST_WORDS = 40
export const MOST_TOPICS = 500
export const SUGGESTED = 6

const topicId = () => id<'topic'>()
const partyId = () => id<'party'>()
const zone = () => z.string().max(64).refine(isZone, 'must be a time zone such as Europe/Paris')

function isZone(text: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

// How long somebody usually takes: the median of their latest answered tasks, in working time. Every figure says how it was counted.
export const usualShape = z.object({ minutes: z.number().int(), tasks: z.number().int() })
export type Usual = z.infer<typeof usualShape>
export const usualFormula = {
  id: 'tasks.usual_answer.1',
  fr: 'Médiane, en minutes ouvrées (horaires de la porte principale de la maison), entre le moment où le délai a commencé à courir et la première réponse, sur les 30 dernières tâches répondues depuis 180 jours ; rien n’est dit en dessous de 3 tâches.',
  en: 'Median, in working minutes (hours of the main door of the house), between the moment the time began to run and the first answer, over the latest 30 tasks answered within 180 days; nothing is said below 3 tasks.',
} as const
const formula = z.object({ id: z.string(), fr: z.string(), en: z.string() })

export const whomToAskShape = z.object({
  kind: z.enum(askedKinds),
  id: z.string(), // of the team, the person or the party
  name: z.string(),
  note: z.string(), // what they know of it
  asked: askedShape, // as POST …/tasks takes it
  usual: usualShape.nullable(), // null: too few tasks to tell
  away_until: instant().nullable(), // of a person: the end of the absence under way
  stand_in: z.object({ id: personId(), name: z.string() }).nullable(), // who answers meanwhile
  gone: z.boolean(), // left, closed or struck from the list: not to be asked any more
})
export type WhomToAsk = z.infer<typeof whomToAskShape>

export const topicShape = z.object({
  id: topicId(),
  name: z.string(),
  about: z.string(),
  words: z.array(z.string()), // by which a request is recognised
  whom: z.array(whomToAskShape), // in the order to ask them
  version: z.number().int(),
})
export type Topic = z.infer<typeof topicShape>

const listed = z.object({
  asked: z.union([z.object({ team: teamId() }), z.object({ person: personId() }), z.object({ party: partyId() })]),
  note: z.string().trim().max(300).default(''),
})
const topicBody = {
  name: z.string().trim().min(1).max(120),
  about: z.string().trim().max(1_000).default(''),
  words: z.array(z.string().trim().min(2).max(60)).max(MOST_WORDS).default([]),
  whom: z.array(listed).max(MOST_WHOM).default([]),
}
export type NewTopic = z.infer<z.ZodObject<typeof topicBody>>

export const listTopics = endpoint({
  method: 'GET', path: '/api/v1/topics', permission: 'task.read', summary: 'Who knows what, by subject; `q` looks in names, words and whom to ask',
  input: z.object({ ...pageInput, q: z.string().max(200).optional() }), output: pageOf(topicShape).extend({ formula }),
}) // prettier-ignore
export const postTopic = endpoint({
  method: 'POST', path: '/api/v1/topics', permission: 'task.manage', summary: 'Add a subject and whom to ask about it, in order', input: z.object(topicBody), output: topicShape,
}) // prettier-ignore
export const putTopic = endpoint({
  method: 'PUT', path: '/api/v1/topics/:id', permission: 'task.manage', summary: 'Change a subject: its words, and whom to ask in which order',
  input: z.object({ ...topicBody, id: topicId(), version: version().optional() }), output: topicShape,
}) // prettier-ignore
export const deleteTopic = endpoint({
  method: 'DELETE', path: '/api/v1/topics/:id', permission: 'task.manage', summary: 'Strike a subject out', input: z.object({ id: topicId() }), output: nothing,
}) // prettier-ignore

export const suggestionShape = whomToAskShape.extend({
  topic: z.object({ id: topicId(), name: z.string() }),
  because: z.string(),
}) // because: the word that was recognised
export type Suggestion = z.infer<typeof suggestionShape>
export const postWhomToAsk = endpoint({
  method: 'POST', path: '/api/v1/cases/:case/whom-to-ask', permission: 'case.reply', summary: 'Whom one might ask, by the words of the case and of what is being asked',
  input: z.object({ case: caseId(), text: z.string().max(4_000).default('') }), output: z.object({ items: z.array(suggestionShape), formula }),
}) // prettier-ignore
export const getNextWhom = endpoint({
  method: 'GET', path: '/api/v1/tasks/:id/next-whom', permission: 'task.read', summary: 'Whom to ask next, where the one who was asked does not know',
  input: z.object({ id: taskId() }), output: z.object({ next: suggestionShape.nullable() }),
}) // prettier-ignore
export const postNextWhom = endpoint({
  method: 'POST', path: '/api/v1/tasks/:id/next-whom', permission: 'task.read', summary: 'They do not know: ask the next of the list instead',
  input: z.object({ id: taskId(), version: version().optional(), because: z.string().trim().max(1_000).default('') }), output: wholeTaskShape,
}) // prettier-ignore

export const partyShape = z.object({
  id: partyId(),
  name: z.string(),
  email: z.string(),
  trade: z.string(), // supplier, notary, garage …
  phone: z.string(),
  superior: z.object({ name: z.string(), email: z.string() }).nullable(), // whom the last reminder goes to
  language: z.enum(['fr', 'en']),
  zone: z.string(),
  note: z.string(),
  undeliverable_at: instant().nullable(), // mail to this address came back for good
  usual: usualShape.nullable(),
  open_tasks: z.number().int(),
  version: z.number().int(),
})
export type Party = z.infer<typeof partyShape>
const partyBody = {
  name: z.string().trim().min(1).max(200),
  email: z.string().trim().toLowerCase().max(254).pipe(z.email()),
  trade: z.string().trim().max(120).default(''),
  phone: z.string().trim().max(60).default(''),
  superior: z
    .object({ name: z.string().trim().max(200).default(''), email: z.string().trim().toLowerCase().max(254).pipe(z.email()) })
    .nullable()
    .default(null),
  language: z.enum(['fr', 'en']).default('fr'),
  zone: zone().default('Europe/Paris'),
  note: z.string().trim().max(2_000).default(''),
}
export type PartyCard = z.infer<z.ZodObject<typeof partyBody>>
export const listParties = endpoint({
  method: 'GET', path: '/api/v1/parties', permission: 'task.read', summary: 'Those outside the house whom tasks are asked of, by name',
  input: z.object({ ...pageInput, cursor: z.string().max(300).optional(), q: z.string().max(200).optional() }), output: pageOf(partyShape).extend({ formula }),
}) // prettier-ignore
export const postParty = endpoint({
  method: 'POST', path: '/api/v1/parties', permission: 'case.reply', summary: 'Add somebody outside the house', input: z.object(partyBody), output: partyShape,
}) // prettier-ignore
export const putParty = endpoint({
  method: 'PUT', path: '/api/v1/parties/:id', permission: 'case.reply', summary: 'Change the card of somebody outside the house',
  input: z.object({ ...partyBody, id: partyId(), version: version().optional() }), output: partyShape,
}) // prettier-ignore

export const topicUnknown = refusal('topic.unknown', 404, {
  fr: 'Ce sujet n’est pas, ou n’est plus, dans l’annuaire. Rechargez la page.',
  en: 'This subject is not, or no longer, in the directory. Reload the page.',
})
export const topicNameTaken = refusal('topic.name_taken', 409, {
  fr: 'Un autre sujet de l’annuaire porte déjà ce nom. Complétez-le, ou choisissez-en un autre.',
  en: 'Another subject of the directory already has this name. Add to it, or choose another.',
})
export const tooManyTopics = refusal<{ most: number }>('topic.too_many', 409, {
  fr: 'L’annuaire est plein. Réunissez des sujets proches.',
  en: 'The directory is full. Join subjects that are alike.',
})
export const partyUnknown = refusal('party.unknown', 404, {
  fr: 'Cette personne extérieure n’est pas dans l’annuaire. Rechargez la page.',
  en: 'This outside party is not in the directory. Reload the page.',
})
export const partyEmailTaken = refusal<{ name: string }>('party.email_taken', 409, {
  fr: 'Une autre fiche de l’annuaire a déjà cette adresse. Ouvrez-la plutôt.',
  en: 'Another card of the directory already has this address. Open that one instead.',
})
export const ownSuperior = refusal('party.own_superior', 422, {
  fr: 'Le supérieur doit avoir une autre adresse : une relance au même endroit ne servirait à rien.',
  en: 'The superior must have another address: a reminder to the same place would serve nothing.',
})
export const nobodyNext = refusal('topic.nobody_next', 409, {
  fr: 'L’annuaire ne connaît personne à qui demander ensuite. Choisissez vous-même, puis complétez l’annuaire.',
  en: 'The directory knows nobody to ask next. Choose somebody yourself, then add to the directory.',
})
