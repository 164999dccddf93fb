// Notices: what a colleague should know now, in both languages, and where to go. Part of the contract.
import { z } from 'zod'
import { endpoint, event, id, instant, pageInput, pageOf, refusal, type Id, type PersonId } from '#base/contract'

export type NoticeId = Id<'notice'>

// What rooms say to colleagues. `key` names the thing and the time it is said: telling it again with the same key tells nobody anything.
// `kind` is for whoever sorts or mails them (`hand_over.reminder`); `path` is of the desk (`/cases/<id>`); words are short full sentences.
export type Telling = {
  to: readonly PersonId[]
  kind: string
  fr: string
  en: string
  path: string
  key: string
  case_id?: string | undefined
  brand?: string | undefined // of the case it is about: only those who may read there are told
  urgent?: boolean | undefined
}

export const noticeShape = z.object({
  id: id<'notice'>(),
  kind: z.string(),
  fr: z.string(),
  en: z.string(),
  path: z.string(),
  case_id: z.string().nullable(),
  urgent: z.boolean(),
  told_at: instant(),
  seen_at: instant().nullable(),
})
export type Notice = z.infer<typeof noticeShape>

export const listNotices = endpoint({
  method: 'GET', path: '/api/v1/notices', permission: 'signed-in', summary: 'What I was told, newest first; `only=unseen` for what I have not seen',
  input: z.object({ ...pageInput, only: z.enum(['unseen']).optional() }), output: pageOf(noticeShape),
}) // prettier-ignore
export const countNotices = endpoint({
  method: 'GET', path: '/api/v1/notices/count', permission: 'signed-in', summary: 'How much of what I was told I have not seen',
  input: z.object({}), output: z.object({ unseen: z.number().int(), urgent: z.number().int() }),
}) // prettier-ignore
export const seeNotice = endpoint({
  method: 'PUT', path: '/api/v1/notices/:id/seen', permission: 'signed-in', summary: 'I have seen this',
  input: z.object({ id: id<'notice'>() }), output: z.object({ seen: z.number().int() }),
}) // prettier-ignore
export const seeNotices = endpoint({
  method: 'PUT', path: '/api/v1/notices/seen', permission: 'signed-in', summary: 'I have seen all of it, or what leads to a page of the desk',
  input: z.object({ path: z.string().max(500).optional() }), output: z.object({ seen: z.number().int() }),
}) // prettier-ignore

// Heard by every desk, so it says to whom and not what.
export const told = event(
  'staff.told',
  z.object({ notice: id<'notice'>(), person: id<'person'>(), kind: z.string(), urgent: z.boolean() }),
)
export const noticesSeen = event('staff.notices_seen', z.object({ person: id<'person'>() }))

export const noticesOfPeople = refusal('staff.notices_of_people', 403, {
  fr: 'Seule une personne connectée reçoit des avis. Connectez-vous avec votre compte.',
  en: 'Only a person who is signed in is told things. Sign in with your account.',
})
