// The window of demo: whether this house is a demonstration, and what one may do there as its customers.
import { z } from 'zod'
import { endpoint, id, instant, nothing, refusal } from '#base/contract'

export const speeds = ['slow', 'normal', 'fast'] as const
export type Speed = (typeof speeds)[number]

export const notADemonstration = refusal('demo.not_one', 409, {
  fr: 'Cette maison n’est pas une démonstration : ses clients sont de vraies personnes. Lancez « npm run demo » pour jouer leur rôle.',
  en: 'This house is no demonstration: its customers are real people. Run `npm run demo` to play them.',
})
export const mailDoorShut = refusal('demo.mail_door_shut', 409, {
  fr: 'La porte du courrier est fermée. Vérifiez le réglage GUICHET_SMTP_PORT, puis recommencez.',
  en: 'The mail door is shut. Check the setting GUICHET_SMTP_PORT, then try again.',
})
export const demoRefusals = [notADemonstration, mailDoorShut]

export const demonstrationShape = z.object({ is: z.boolean(), removable: z.boolean() })
export const letterShape = z.object({
  id: id<'interaction'>(),
  case_id: id<'case'>(),
  case_number: z.number().int(),
  at: instant(),
  from: z.string(),
  subject: z.string(),
  text: z.string(),
  answered: z.boolean(), // the customer has written since
})
export type ReceivedLetter = z.infer<typeof letterShape>

export const getDemonstration = endpoint({
  method: 'GET', path: '/api/v1/demonstration', permission: 'signed-in', summary: 'Is this house a demonstration?', input: nothing, output: demonstrationShape,
}) // prettier-ignore
export const getLetters = endpoint({
  method: 'GET', path: '/api/v1/demonstration/letters', permission: 'customer.read', summary: 'In a demonstration: what a customer has received from us, the latest first',
  input: z.object({ customer: id<'customer'>() }), output: z.object({ items: z.array(letterShape) }),
}) // prettier-ignore
export const postLetter = endpoint({
  method: 'POST', path: '/api/v1/demonstration/letters', permission: 'customer.read', summary: 'In a demonstration: a customer writes to us, through the real mail door',
  input: z.object({
    customer: id<'customer'>(),
    subject: z.string().trim().max(300).default(''), // an answer keeps the subject of what it answers
    text: z.string().trim().min(1).max(20_000),
    answers: id<'interaction'>().optional(),
    entry_point: z.uuid().optional(),
  }),
  output: z.object({ filed: z.boolean(), case_id: id<'case'>().nullable(), opened: z.boolean() }),
}) // prettier-ignore
export const getWebDoors = endpoint({
  method: 'GET', path: '/api/v1/demonstration/web-doors', permission: 'customer.read',
  summary: 'In a demonstration: the chats and forms of the made-up sites; a chat with what the site says of a customer who is signed in there',
  input: z.object({ customer: id<'customer'>() }),
  output: z.object({
    chats: z.array(z.object({ key: z.string(), brand: z.string(), identity: z.string().nullable() })), // identity: a token, good for ten minutes
    forms: z.array(z.object({ key: z.string(), name: z.string() })),
  }),
}) // prettier-ignore
export const deleteDemonstration = endpoint({
  method: 'DELETE', path: '/api/v1/demonstration', permission: 'tenant.manage', summary: 'Remove a demonstration with everything in it', input: nothing,
  output: z.object({ rows: z.number().int() }),
}) // prettier-ignore
export const endpoints = [getDemonstration, getLetters, postLetter, getWebDoors, deleteDemonstration]
