// Chat, as the desk sees it: who is in conversation with us over a widget, who waits, who serves whom. What is said is read and answered where
// every message is: `getCase` and `postReply` (with `conversation` the chat's). What the visitor's widget hears is in wire.ts.
//
// The desk hears of a chat by these events of the journal, by `message.received` (the visitor wrote; `channel` 'chat') and `message.queued`
// (somebody answered), and, kept nowhere, by frames `{"chats": {"<conversation>": {"online": true, "typing": false}}}` on its live line: all that
// are here when it connects, afterwards those that changed.
import { z } from 'zod'
import { endpoint, event, id, instant, nothing, pageInput, pageOf, refusal } from '#base/contract'
import { brandShape, entryPointShape } from '#brands/contract'

// waiting: nobody serves it yet; mine, others: somebody does; ended: it was closed and nobody is awaited in it any more.
export const chatStates = ['waiting', 'mine', 'others', 'ended'] as const
export type ChatState = (typeof chatStates)[number]

const conversation = () => id<'conversation'>()
const person = z.object({ id: id<'person'>(), name: z.string() })
const about = { case_id: id<'case'>(), conversation_id: conversation() }

export const chatShape = z.object({
  conversation_id: conversation(),
  case_id: id<'case'>(),
  case_number: z.number().int(),
  subject: z.string(),
  entry_point: entryPointShape.pick({ id: true, name: true }),
  brand: brandShape.pick({ id: true, name: true, colour: true }),
  visitor: z.object({
    name: z.string(), // proven, else said, else ''
    said: z.object({ name: z.string(), email: z.string() }).nullable(), // without proof
    proven: z.object({ name: z.string(), email: z.string().nullable() }).nullable(), // by the site's signed token
    customer_id: id<'customer'>().nullable(),
  }),
  opened_at: instant(),
  waiting_since: instant().nullable(), // the visitor spoke last and nobody has answered
  left_at: instant().nullable(), // the visitor said goodbye
  over_at: instant().nullable(),
  served_by: person.nullable(), // who talks with the visitor; the case has an owner besides
  owner: person,
  last: z.object({ seq: z.number().int(), from: z.enum(['visitor', 'agent', 'house']), at: instant(), excerpt: z.string() }),
  unread: z.number().int(), // of the visitor's messages, not read by us
  online: z.boolean(), // as far as the server that is asked knows
  page: z.string().nullable(), // where the visitor is on the site
  language: z.enum(['fr', 'en']),
})
export type Chat = z.infer<typeof chatShape>
export const openChatShape = chatShape.extend({
  read_by_visitor: z.number().int(), // the visitor has seen everything up to here
  read_by_us: z.number().int(),
  places: z.array(z.object({ seq: z.number().int(), interaction_id: id<'interaction'>(), by_mail: z.boolean() })), // the latest 500
  may: z.array(z.enum(['serve', 'hand_over', 'end', 'reply'])), // what the one who asks may do here
})
export type OpenChat = z.infer<typeof openChatShape>

export const chatOpened = event('chat.opened', z.object({ ...about, entry_point: z.string(), owner: id<'person'>() }))
export const chatServed = event(
  'chat.served',
  z.object({ ...about, by: id<'person'>().nullable(), before: id<'person'>().nullable() }),
)
// Something else than the visitor's own words took its place: an answer, an introduction, a mail of the customer.
export const chatPlaced = event(
  'chat.placed',
  z.object({ ...about, seq: z.number().int(), from: z.enum(['visitor', 'agent', 'house']), interaction_id: id<'interaction'>() }),
)
// At most about one a second for a conversation, however fast somebody scrolls.
export const chatRead = event('chat.read', z.object({ ...about, by: z.enum(['visitor', 'us']), seq: z.number().int() }))
// The visitor told who they are (`proven`: by the site's token) or where they are.
export const chatNamed = event('chat.named', z.object({ ...about, proven: z.boolean() }))
export const chatMailed = event('chat.mailed', z.object({ ...about, interaction_ids: z.array(id<'interaction'>()) }))
export const chatLeft = event('chat.left', z.object({ ...about }))
export const chatOver = event('chat.over', z.object({ ...about, seq: z.number().int() }))

export const chatUnknown = refusal('chat.unknown', 404, {
  fr: 'Cette conversation n’existe pas, ou n’est pas l’une des vôtres. Revenez à la liste.',
  en: 'There is no such conversation, or it is not one of yours. Go back to the list.',
})
export const handlerUnfit = refusal('chat.handler_unfit', 409, {
  fr: 'Cette personne ne peut pas prendre cette conversation : elle est partie ou absente. Choisissez-en une autre.',
  en: 'This person cannot take this conversation: they have left or are away. Choose another.',
})
export const takenMeanwhile = refusal('chat.taken_meanwhile', 409, {
  fr: 'Quelqu’un d’autre vient de prendre cette conversation. Voyez qui la sert, et reprenez-la si vous le voulez vraiment.',
  en: 'Somebody else has just taken this conversation. See who serves it, and take it over if you really want to.',
})
export const frameUnreadable = refusal('chat.unreadable', 400, {
  fr: 'Cette page et notre serveur ne se comprennent pas. Rechargez la page.',
  en: 'This page and our server do not understand each other. Reload the page.',
})
export const chatTooFast = refusal<{ retry_after_seconds: number }>('chat.too_fast', 429, {
  fr: 'Beaucoup de messages en peu de temps. Attendez un instant : rien n’est perdu, le vôtre partira ensuite.',
  en: 'Many messages in a short time. Wait a moment: nothing is lost, yours will leave then.',
})
export const messageTooLong = refusal<{ limit: number }>('chat.too_long', 413, {
  fr: 'Ce message est trop long. Envoyez-le en plusieurs fois, ou joignez un fichier.',
  en: 'This message is too long. Send it in several parts, or attach a file.',
})
export const sayEmpty = refusal('chat.empty', 422, {
  fr: 'Ce message est vide. Écrivez quelque chose ou joignez un fichier.',
  en: 'This message is empty. Write something or attach a file.',
})
export const notKept = refusal('chat.not_kept', 503, {
  fr: 'Votre message n’a pas pu être gardé pour l’instant. Nous réessayons.',
  en: 'Your message could not be kept for now. We will try again.',
})

const one = z.object({ conversation: conversation() })
export const listChats = endpoint({
  method: 'GET', path: '/api/v1/chats', permission: 'case.read', summary: 'Chats: those that wait, the longest first; the others, the latest first',
  input: z.object({ ...pageInput, state: z.enum(chatStates).default('waiting') }), output: pageOf(chatShape),
}) // prettier-ignore
export const getChat = endpoint({
  method: 'GET', path: '/api/v1/chats/:conversation', permission: 'case.read', summary: 'One chat: who it is with, and what each side has read',
  input: one, output: openChatShape,
}) // prettier-ignore
export const putChatHandler = endpoint({
  method: 'PUT', path: '/api/v1/chats/:conversation/handler', permission: 'case.reply',
  summary: 'Take a chat, or hand it to a colleague: the visitor sees an introduction, the owner of the case stays',
  input: one.extend({
    person: id<'person'>().optional(),
    note: z.string().trim().min(1).max(20_000).optional(),
    instead_of: id<'person'>().nullable().optional(), // whom one believes to serve it; null: nobody. Somebody else meanwhile: refused
  }),
  output: openChatShape,
}) // prettier-ignore
export const putChatRead = endpoint({
  method: 'PUT', path: '/api/v1/chats/:conversation/read', permission: 'case.reply', summary: 'We have seen everything up to a place',
  input: one.extend({ seq: z.number().int().min(0) }), output: nothing,
}) // prettier-ignore
export const deleteChat = endpoint({
  method: 'DELETE', path: '/api/v1/chats/:conversation', permission: 'case.reply', summary: 'End a chat; its case stays as it is',
  input: one, output: nothing,
}) // prettier-ignore
