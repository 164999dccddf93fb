// The window of the customer's own page: links to it, as staff see them, and what is told of it.
import { z } from 'zod'
import { endpoint, event, id, instant, nothing, refusal, type Id } from '#base/contract'

export type LinkId = Id<'page_link'>
export type DeedId = Id<'page_deed'>

export const LINK_DAYS = 90 // without use; each use begins them anew
export const LONGEST_DAYS = 365 // whatever happens
export const MOST_LINKS = 30 // alive for one customer of a brand, or for one request; the oldest give way
export const MOST_MESSAGE = 20_000
export const MOST_FILES = 10
export const MOST_FILES_BYTES = 20_000_000 // of one message, together
export const MOST_DEEDS_AN_HOUR = 30 // through one link

const linkId = () => id<'page_link'>()
const caseId = () => id<'case'>()
export const scopes = ['customer', 'case'] as const // all requests of a customer with a brand, or one request
export type LinkScope = (typeof scopes)[number]
export const purposes = ['mail', 'chat', 'form', 'desk', 'renewal'] as const
export type LinkPurpose = (typeof purposes)[number]
export const deeds = ['wrote', 'not_solved', 'solved'] as const
export type Deed = (typeof deeds)[number]

export const linkShape = z.object({
  id: linkId(),
  scope: z.enum(scopes),
  made_for: z.enum(purposes),
  made_at: instant(),
  expires_at: instant(),
  opened_at: instant().nullable(),
  confirmed_at: instant().nullable(), // somebody acted through it
  revoked_at: instant().nullable(),
})
export type Link = z.infer<typeof linkShape>

export const listPageLinks = endpoint({
  method: 'GET', path: '/api/v1/cases/:case/page-links', permission: 'case.read', summary: 'The links that show this case to its customer, the latest first',
  input: z.object({ case: caseId() }), output: z.object({ items: z.array(linkShape) }),
}) // prettier-ignore
export const postPageLink = endpoint({
  method: 'POST', path: '/api/v1/cases/:case/page-links', permission: 'case.reply', summary: 'Make a link to the customer’s page; it is shown this once',
  input: z.object({ case: caseId() }),
  output: z.object({ id: linkId(), path: z.string(), expires_at: instant(), scope: z.enum(scopes) }),
  answersSecret: true,
}) // prettier-ignore
export const deletePageLink = endpoint({
  method: 'DELETE', path: '/api/v1/cases/:case/page-links/:id', permission: 'case.reply', summary: 'Revoke a link to the customer’s page',
  input: z.object({ case: caseId(), id: linkId() }), output: nothing,
}) // prettier-ignore

const about = { case_id: caseId() }
export const pageLinkMade = event('portal.link_made', z.object({ ...about, link_id: linkId(), made_for: z.enum(purposes) }))
export const pageLinkRevoked = event('portal.link_revoked', z.object({ link_id: linkId(), case_id: caseId().nullable() }))
export const pageDeedDone = event('portal.deed_done', z.object({ ...about, link_id: linkId(), did: z.enum(deeds) }))
// Somebody whose link opens nothing any more asked for another: mailed to the address on file, and told to nobody else.
export const pageLinkAsked = event(
  'portal.link_asked',
  z.object({ ...about, email: z.string(), language: z.enum(['fr', 'en']) }), // the latest request of whoever holds this address
)

const GONE = {
  fr: 'Ce lien ne mène plus à votre page. Demandez-en un nouveau ci-dessous, ou écrivez-nous comme d’habitude.',
  en: 'This link no longer leads to your page. Ask for a new one below, or write to us as usual.',
}
export const linkUnknown = refusal('page.link_unknown', 404, GONE)
export const linkOver = refusal('page.link_over', 410, GONE) // expired or revoked: said in the same words
export const requestNotShown = refusal('page.request_unknown', 404, {
  fr: 'Cette demande n’est pas sur cette page. Revenez à la liste de vos demandes.',
  en: 'This request is not on this page. Go back to the list of your requests.',
})
export const pageExpired = refusal('page.form_expired', 409, {
  fr: 'Cette page est restée ouverte trop longtemps. Rechargez-la et envoyez de nouveau : rien n’a été perdu chez nous.',
  en: 'This page was open for too long. Reload it and send again: nothing was lost on our side.',
})
export const nothingSaid = refusal('page.nothing_said', 422, {
  fr: 'Écrivez quelques mots ou joignez un document, puis envoyez.',
  en: 'Write a few words or attach a document, then send.',
})
export const messageTooLong = refusal<{ limit: number }>('page.message_too_long', 422, {
  fr: 'Ce message est trop long. Raccourcissez-le, ou joignez-le comme document.',
  en: 'This message is too long. Shorten it, or attach it as a document.',
})
export const filesTooLarge = refusal<{ limit_bytes: number; most: number }>('page.files_too_large', 413, {
  fr: 'C’est trop volumineux : dix documents et 20 Mo au plus par envoi. Envoyez-les en plusieurs fois.',
  en: 'This is too large: ten documents and 20 MB at most at a time. Send them in several parts.',
})
export const tooManyDeeds = refusal<{ retry_after_seconds: number }>('page.too_many', 429, {
  fr: 'Vous avez envoyé beaucoup de messages en peu de temps. Attendez quelques minutes et recommencez.',
  en: 'You have sent many messages in a short time. Wait a few minutes and try again.',
})
