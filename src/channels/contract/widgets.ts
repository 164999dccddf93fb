// Widgets: the chat door of a brand on its sites. Where a widget may stand, what it offers, and the keys by which a site says who its visitor is.
import { z } from 'zod'
import { endpoint, event, id, instant, nothing, pageInput, pageOf, refusal, type Id } from '#base/contract'

export type WidgetId = Id<'widget'>
export type IdentityKeyId = Id<'identity_key'>

export const LONGEST_CHAT_TEXT = 5_000 // characters of one message: 15 kB of the 16 kB a frame may have, in any script
export const MOST_FILES_A_MESSAGE = 10
const MEGABYTE = 1_000_000

// An origin as a browser sends it (RFC 6454 §6.2), or `https://*.example.fr` for every name below one of at least two parts.
const ORIGIN =
  /^https?:\/\/(?:\*\.)?(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?::\d{1,5})?$|^https?:\/\/\[[0-9a-f:]+\](?::\d{1,5})?$/
const isOrigin = (text: string): boolean => {
  if (!ORIGIN.test(text)) return false
  if (text.includes('*')) return /^https:\/\/\*\.(?:[^.*]+\.)+[^.*]+$/.test(text)
  return URL.canParse(text) && new URL(text).origin === text
}
export const originShape = z
  .string()
  .trim()
  .toLowerCase()
  .max(300)
  .transform((text) => text.replace(/\/$/, ''))
  .refine(isOrigin, 'must be an origin, such as https://www.example.fr, or https://*.example.fr')

const greeting = z.object({ fr: z.string().trim().max(500), en: z.string().trim().max(500) })
const webAddress = z.string().trim().max(1_000).refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol), 'must be a web address') // prettier-ignore

const settings = {
  origins: z.array(originShape).max(50), // the sites it may stand on; none: only our own page for trying it
  greeting,
  privacy_url: webAddress.nullable(), // what the brand says about personal data, shown before the first message
  may_call_back: z.boolean(), // a visitor may ask to be called
  may_leave_message: z.boolean(), // outside opening hours a visitor may write all the same
  mail_after_minutes: z.number().int().min(1).max(1_440), // an answer that was not fetched goes by mail after so long
  new_per_minute: z.number().int().min(1).max(100_000), // conversations that one address may begin
  new_per_hour: z.number().int().min(1).max(1_000_000),
  file_bytes: z
    .number()
    .int()
    .min(10_000)
    .max(25 * MEGABYTE), // of one file
  files_per_visit: z.number().int().min(0).max(1_000),
}
export type WidgetSettings = { [Field in keyof typeof settings]: z.output<(typeof settings)[Field]> }
export const usualSettings: WidgetSettings = {
  origins: [],
  greeting: {
    fr: 'Bonjour ! Une question ? Écrivez-nous, une personne vous répond.',
    en: 'Hello! Any question? Write to us, a person will answer.',
  },
  privacy_url: null,
  may_call_back: true,
  may_leave_message: true,
  mail_after_minutes: 5,
  new_per_minute: 20,
  new_per_hour: 200,
  file_bytes: 20 * MEGABYTE,
  files_per_visit: 30,
}

export const widgetShape = z.object({
  ...settings,
  origins: z.array(z.string()),
  id: id<'widget'>(),
  key: z.string(), // public: it stands in the page of the site
  name: z.string(), // that of its entry point
  entry_point: z.string(),
  brand: z.object({ id: z.string(), name: z.string(), colour: z.string() }),
  paused_at: instant().nullable(),
  live_keys: z.number().int(),
  snippet: z.string(), // to be pasted into the site
  try_url: z.string(), // a page of ours that shows it
  made_at: instant(),
  version: z.number().int(),
})
export type Widget = z.infer<typeof widgetShape>

// ── identity keys ────────────────────────────────────────────────────────────────────────────────────────────────────────
// The algorithm belongs to the key and is never taken from a token (RFC 8725 §3.1).
export const keyAlgorithms = ['HS256', 'RS256', 'ES256', 'EdDSA'] as const
export type KeyAlgorithm = (typeof keyAlgorithms)[number]
export const MOST_LIVE_KEYS = 5
export const LONGEST_TOKEN_MINUTES = 15
export const CLOCK_TOLERANCE_SECONDS = 60

export const identityKeyShape = z.object({
  id: id<'identity_key'>(), // the `kid` of the tokens it signs
  name: z.string(),
  algorithm: z.enum(keyAlgorithms),
  made_at: instant(),
  used_at: instant().nullable(), // to the minute: when nobody uses the old one any more, it can be retired
  retired_at: instant().nullable(),
})

// ── events ───────────────────────────────────────────────────────────────────────────────────────────────────────────────
export const widgetChanged = event(
  'widget.changed',
  z.object({ widget: id<'widget'>(), key: z.string(), entry_point: z.string() }),
)

// ── refusals ─────────────────────────────────────────────────────────────────────────────────────────────────────────────
export const widgetUnknown = refusal('widget.unknown', 404, {
  fr: 'Cette fenêtre de discussion n’existe pas. Vérifiez la clé dans la page du site.',
  en: 'There is no such chat widget. Check the key in the page of the site.',
})
export const widgetClosed = refusal('widget.closed', 410, {
  fr: 'Cette fenêtre de discussion a été retirée. Écrivez-nous par courriel ou par le formulaire du site ; si le site est le vôtre, ôtez-en le script.',
  en: 'This chat widget was withdrawn. Write to us by mail or by the form of the site; if the site is yours, remove the script from it.',
})
export const widgetPaused = refusal<{ retry_after_seconds: number }>('widget.paused', 503, {
  fr: 'La discussion est interrompue pour le moment. Réessayez plus tard, ou écrivez-nous par courriel.',
  en: 'The chat is interrupted for now. Try again later, or write to us by mail.',
})
export const originForeign = refusal<{ origin: string }>('widget.foreign_origin', 403, {
  fr: 'Cette page n’a pas le droit d’ouvrir la discussion. Ajoutez l’adresse du site aux origines permises de la fenêtre.',
  en: 'This page may not open the chat. Add the address of the site to the allowed origins of the widget.',
})
export const originMissing = refusal('widget.origin_missing', 403, {
  fr: 'La discussion ne s’ouvre que depuis une page du site : l’en-tête Origin manque.',
  en: 'The chat opens only from a page of the site: the Origin header is missing.',
})
export const tooManyConversations = refusal<{ retry_after_seconds: number }>('widget.too_many_conversations', 429, {
  fr: 'Trop de conversations ont été commencées depuis votre adresse. Patientez avant d’en commencer une autre.',
  en: 'Too many conversations were begun from your address. Wait before beginning another.',
})
export const tooFast = refusal<{ retry_after_seconds: number }>('widget.too_fast', 429, {
  fr: 'Cela va trop vite. Patientez un instant, puis recommencez.',
  en: 'This is too fast. Wait a moment, then try again.',
})
export const closedNow = refusal<{ opens_at: string | null }>('widget.closed_now', 409, {
  fr: 'Nous sommes fermés et ne pouvons pas prendre de message maintenant. Revenez aux heures d’ouverture.',
  en: 'We are closed and cannot take a message now. Come back during opening hours.',
})
export const widgetTaken = refusal('widget.door_taken', 409, {
  fr: 'Cette porte a déjà une fenêtre de discussion, ou n’est pas une porte de discussion ouverte de la marque. Choisissez-en une autre.',
  en: 'This door already has a chat widget, or is not an open chat door of the brand. Choose another.',
})
export const visitUnreadable = refusal('widget.visit_unreadable', 422, {
  fr: 'Le secret de la visite n’a pas la forme attendue. Rechargez la page.',
  en: 'The secret of the visit does not have the expected form. Reload the page.',
})
export const phoneUnreadable = refusal('call_back.phone_unreadable', 422, {
  fr: 'Ce numéro de téléphone n’est pas valable. Écrivez-le comme 06 12 34 56 78, ou +32 470 12 34 56 s’il est étranger.',
  en: 'This telephone number is not valid. Write it like 06 12 34 56 78, or +32 470 12 34 56 if it is foreign.',
})
export const callBackNotOffered = refusal('call_back.not_offered', 409, {
  fr: 'Le rappel n’est pas proposé ici. Laissez-nous un message.',
  en: 'Calling back is not offered here. Leave us a message.',
})
export const callBackEnough = refusal('call_back.enough', 409, {
  fr: 'Nous vous devons déjà plusieurs appels. Écrivez ici ce qui a changé : qui vous rappelle le lira.',
  en: 'We already owe you several calls. Write here what has changed: whoever calls you will read it.',
})
export const callBackTooFar = refusal<{ days: number }>('call_back.too_far', 422, {
  fr: 'Le moment souhaité est passé ou trop lointain. Choisissez-en un dans les 30 jours.',
  en: 'The moment wished is past or too far away. Choose one within 30 days.',
})
export const fileUnknown = refusal('widget.file_unknown', 404, {
  fr: 'Ce fichier n’est plus là. Joignez-le de nouveau.',
  en: 'This file is no longer there. Attach it again.',
})
export const tooManyFiles = refusal<{ limit: number }>('widget.too_many_files', 429, {
  fr: 'Trop de fichiers ont été joints. Envoyez l’essentiel, ou demandez une adresse de courriel.',
  en: 'Too many files were attached. Send what matters most, or ask for a mail address.',
})
export const keysEnough = refusal<{ limit: number }>('identity_key.enough', 409, {
  fr: 'Cette fenêtre a déjà cinq clés en service. Retirez-en une d’abord.',
  en: 'This widget already has five live keys. Retire one of them first.',
})
export const keyUnreadable = refusal('identity_key.unreadable', 422, {
  fr: 'Ceci n’est pas une clé publique que nous comprenons. Collez-la en PEM (BEGIN PUBLIC KEY) ou en JWK.',
  en: 'This is not a public key that we understand. Paste it as PEM (BEGIN PUBLIC KEY) or as JWK.',
})
export const keyPrivate = refusal('identity_key.private', 422, {
  fr: 'Ceci est une clé privée : elle ne doit pas quitter votre serveur. Rien n’a été gardé ; remplacez-la et collez ici la clé publique.',
  en: 'This is a private key: it must not leave your server. Nothing was kept; replace it and paste the public key here.',
})
export const keyWeak = refusal('identity_key.weak', 422, {
  fr: 'Cette clé est trop faible ou d’un genre que nous n’acceptons pas. Utilisez RSA d’au moins 2048 bits, EC P-256 ou Ed25519.',
  en: 'This key is too weak or of a kind we do not accept. Use RSA of at least 2048 bits, EC P-256 or Ed25519.',
})

const distrust = (code: string, fr: string, en: string) => refusal(`identity.${code}`, 401, { fr, en })
export const identityUnreadable = distrust('unreadable', 'Le jeton d’identité n’est pas un JWT signé. La conversation continue sans identité.', 'The identity token is not a signed JWT. The conversation goes on without an identity.') // prettier-ignore
export const identityAlgorithm = distrust('algorithm', 'Le jeton d’identité n’est pas signé avec l’algorithme de la clé. La conversation continue sans identité.', 'The identity token is not signed with the algorithm of the key. The conversation goes on without an identity.') // prettier-ignore
export const identityKeyUnknown = distrust('key_unknown', 'Le jeton d’identité nomme une clé inconnue ou retirée. La conversation continue sans identité.', 'The identity token names an unknown or retired key. The conversation goes on without an identity.') // prettier-ignore
export const identitySignature = distrust('signature', 'La signature du jeton d’identité est fausse. La conversation continue sans identité.', 'The signature of the identity token is wrong. The conversation goes on without an identity.') // prettier-ignore
export const identityExpired = distrust('expired', 'Le jeton d’identité n’est plus valable. Rechargez la page pour en recevoir un autre.', 'The identity token is no longer valid. Reload the page to get another.') // prettier-ignore
export const identityNotYet = distrust('not_yet', 'Le jeton d’identité n’est pas encore valable. Vérifiez l’heure du serveur du site.', 'The identity token is not valid yet. Check the clock of the site’s server.') // prettier-ignore
export const identityTooLong = distrust('too_long', 'Le jeton d’identité vaut plus de quinze minutes. Signez-en de plus courts.', 'The identity token holds for more than fifteen minutes. Sign shorter ones.') // prettier-ignore
export const identityElsewhere = distrust('elsewhere', 'Le jeton d’identité est destiné à une autre fenêtre de discussion. Mettez la clé de celle-ci dans « aud ».', 'The identity token is meant for another chat widget. Put the key of this one in “aud”.') // prettier-ignore
export const identityIncomplete = distrust('incomplete', 'Il manque au jeton d’identité « sub », « iat » ou « exp », ou l’un d’eux n’est pas lisible.', 'The identity token lacks “sub”, “iat” or “exp”, or one of them cannot be read.') // prettier-ignore

// ── endpoints ────────────────────────────────────────────────────────────────────────────────────────────────────────────
const version = () => z.coerce.number().int().positive()
const one = z.object({ id: id<'widget'>() })
const name = z.string().trim().min(1).max(200)
const given = z.object(settings).partial()
export const newWidget = z.object({
  ...given.shape,
  brand_id: id<'brand'>(),
  entry_point: id<'entry_point'>().optional(), // a chat door without a widget; without it one is opened
  name: name.optional(),
  duty_person_id: id<'person'>().optional(),
  calendar_id: id<'calendar'>().nullable().optional(),
})
export type NewWidget = z.output<typeof newWidget>
export const widgetEdit = z.object({ ...given.shape, id: id<'widget'>(), version: version(), paused: z.boolean().optional() })
export type WidgetEdit = z.output<typeof widgetEdit>
export const newIdentityKey = z.object({
  id: id<'widget'>(),
  name,
  public_key: z.string().trim().max(10_000).optional(), // PEM or JWK; without it we make a secret (HS256)
})

export const listWidgets = endpoint({
  method: 'GET', path: '/api/v1/widgets', permission: 'channel.read', summary: 'The chat widgets, oldest first',
  input: z.object({ ...pageInput, cursor: z.uuid().optional(), brand: z.uuid().optional() }), output: pageOf(widgetShape),
}) // prettier-ignore
export const getWidget = endpoint({
  method: 'GET', path: '/api/v1/widgets/:id', permission: 'channel.read', summary: 'One chat widget', input: one, output: widgetShape,
}) // prettier-ignore
export const postWidget = endpoint({
  method: 'POST', path: '/api/v1/widgets', permission: 'channel.manage', summary: 'Put a chat widget on a site of a brand', input: newWidget, output: widgetShape,
}) // prettier-ignore
export const patchWidget = endpoint({
  method: 'PATCH', path: '/api/v1/widgets/:id', permission: 'channel.manage', summary: 'Change a chat widget; paused, it answers no page', input: widgetEdit,
  output: widgetShape,
}) // prettier-ignore
export const deleteWidget = endpoint({
  method: 'DELETE', path: '/api/v1/widgets/:id', permission: 'channel.manage', summary: 'Withdraw a chat widget and close its door', input: one, output: nothing,
}) // prettier-ignore
export const listIdentityKeys = endpoint({
  method: 'GET', path: '/api/v1/widgets/:id/keys', permission: 'channel.read', summary: 'The keys by which a site signs who its visitor is', input: one,
  output: z.object({ items: z.array(identityKeyShape) }),
}) // prettier-ignore
export const postIdentityKey = endpoint({
  method: 'POST', path: '/api/v1/widgets/:id/keys', permission: 'channel.manage', answersSecret: true,
  summary: 'Make a signing secret, shown once, or take the site’s own public key', input: newIdentityKey,
  output: identityKeyShape.extend({ secret: z.string().nullable() }),
}) // prettier-ignore
export const deleteIdentityKey = endpoint({
  method: 'DELETE', path: '/api/v1/widgets/:id/keys/:identity_key', permission: 'channel.manage', summary: 'Retire a key: what it signed is no longer believed',
  input: z.object({ id: id<'widget'>(), identity_key: id<'identity_key'>() }), output: nothing,
}) // prettier-ignore

// ── without a key of ours: what the widget on a page asks ────────────────────────────────────────────────────────────────
export const visitorFileShape = z.object({ id: z.uuid(), name: z.string(), type: z.string(), size: z.number().int() })
export type VisitorFile = z.infer<typeof visitorFileShape>
