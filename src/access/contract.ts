// The window of access/: what may be done, by which role, and the shapes of sign-in, sessions, keys and the audit trail.
import { z } from 'zod'
import { endpoint, event, id, instant, nothing, pageInput, pageOf, refusal, type Id } from '#base/contract'
import { roleNames } from './contract/roles.ts'

export * from './contract/roles.ts'

export type SessionId = Id<'session'>
export type KeyId = Id<'key'>

// ── who may do it ────────────────────────────────────────────────────────────────────────────────────────────────────────
// A role is given for some teams and brands; null means all of them, now and later.
export const grantShape = z.object({
  role: z.enum(roleNames),
  teams: z.array(z.uuid()).min(1).max(200).nullable().default(null),
  brands: z.array(z.uuid()).min(1).max(200).nullable().default(null),
})
export type Grant = z.output<typeof grantShape>
export const grantsShape = z.array(grantShape).max(30)
export const languageShape = z.enum(['fr', 'en'])

// ── events ───────────────────────────────────────────────────────────────────────────────────────────────────────────────
const about = { person_id: id<'person'>() }
export const tenantCreated = event('access.tenant_created', z.object({ name: z.string() }))
export const accountOpened = event('access.account_opened', z.object(about))
export const grantsChanged = event('access.grants_changed', z.object(about))
export const accountClosed = event('access.account_closed', z.object(about))
export const sessionsEnded = event('access.sessions_ended', z.object({ ...about, session_ids: z.array(id<'session'>()) }))
export const keyRevoked = event('access.key_revoked', z.object({ key_id: id<'key'>() }))
// Somebody asked for a sign-in link by mail. The link itself is made by whoever sends it: a journal is no place for a secret.
export const linkRequested = event('access.link_requested', z.object({ ...about, email: z.string(), language: languageShape }))

// ── refusals ─────────────────────────────────────────────────────────────────────────────────────────────────────────────
export const signInRefused = refusal('sign_in.refused', 401, {
  fr: 'Adresse ou mot de passe incorrect. Vérifiez-les ou demandez un lien de connexion.',
  en: 'Wrong address or password. Check them or ask for a sign-in link.',
})
export const linkRefused = refusal('sign_in.link_refused', 401, {
  fr: 'Ce lien a déjà servi ou n’est plus valable. Demandez-en un nouveau.',
  en: 'This link was already used or is no longer valid. Ask for a new one.',
})
export const signInThrottled = refusal<{ retry_after_seconds: number }>('sign_in.throttled', 429, {
  fr: 'Trop d’essais. Attendez un peu, ou demandez un lien de connexion par courriel.',
  en: 'Too many attempts. Wait a little, or ask for a sign-in link by email.',
})
export const emailTaken = refusal('account.email_taken', 409, {
  fr: 'Cette adresse ouvre déjà un autre compte. Utilisez-en une autre.',
  en: 'This address already opens another account. Use a different one.',
})
export const lastDirector = refusal('account.last_director', 409, {
  fr: 'Ce compte est le dernier à diriger la maison. Donnez d’abord le rôle de directeur à quelqu’un d’autre.',
  en: 'This account is the last one to direct the house. Give the role of director to somebody else first.',
})
export const beyondOwnRights = refusal<{ permission: string }>('account.beyond_own_rights', 403, {
  fr: 'On ne peut ni donner ni modifier plus de droits que l’on n’en a. Demandez à un responsable.',
  en: 'Nobody can give or change more rights than they hold. Ask a manager.',
})
export const passwordWrong = refusal('password.wrong', 403, {
  fr: 'Le mot de passe actuel est incorrect.',
  en: 'The current password is wrong.',
})
export const passwordWeak = refusal('password.weak', 422, {
  fr: 'Ce mot de passe est trop facile à deviner. Choisissez-en un plus long, par exemple quatre mots sans rapport.',
  en: 'This password is too easy to guess. Choose a longer one, for example four unrelated words.',
})
export const accessRefusals = [
  signInRefused, linkRefused, signInThrottled, emailTaken, lastDirector, beyondOwnRights, passwordWrong, passwordWeak,
] // prettier-ignore

// ── endpoints ────────────────────────────────────────────────────────────────────────────────────────────────────────────
const email = z.string().trim().toLowerCase().pipe(z.email().max(320))
const password = z.string().min(1).max(1_000)
const done = nothing
const pageById = { ...pageInput, cursor: z.uuid().optional() }
const person = id<'person'>()

export const whoAmI = z.object({
  tenant: z.object({ id: id<'tenant'>(), name: z.string() }),
  person: z.object({ id: person, email: z.string() }).nullable(), // null for a key
  key: z.object({ id: id<'key'>(), name: z.string() }).nullable(),
  language: languageShape,
  permissions: z.array(z.string()),
  grants: z.array(grantShape),
  has_password: z.boolean(),
})
export type WhoAmI = z.output<typeof whoAmI>

const openDoor = { permission: 'anyone', output: whoAmI } as const
export const getSession = endpoint({
  method: 'GET', path: '/api/v1/session', permission: 'signed-in', summary: 'Who am I, and what may I do?', input: nothing, output: whoAmI,
}) // prettier-ignore
export const putSession = endpoint({
  method: 'PUT', path: '/api/v1/session', permission: 'signed-in', summary: 'Choose the language of my account',
  input: z.object({ language: languageShape }), output: whoAmI,
}) // prettier-ignore
export const deleteSession = endpoint({
  method: 'DELETE', path: '/api/v1/session', permission: 'signed-in', summary: 'Sign out', input: nothing, output: done,
}) // prettier-ignore
export const postSessionLink = endpoint({
  ...openDoor, method: 'POST', path: '/api/v1/session/link', summary: 'Sign in with a one-time link', input: z.object({ token: z.string().max(200) }),
}) // prettier-ignore
export const postSessionPassword = endpoint({
  ...openDoor, method: 'POST', path: '/api/v1/session/password', summary: 'Sign in with a password',
  input: z.object({ email, password, tenant: id<'tenant'>().optional() }),
}) // prettier-ignore
export const postLinkRequest = endpoint({
  method: 'POST', path: '/api/v1/session/link-requests', permission: 'anyone', summary: 'Ask for a sign-in link by email; the answer is the same for every address',
  input: z.object({ email }), output: done,
}) // prettier-ignore
export const putPassword = endpoint({
  method: 'PUT', path: '/api/v1/session/password', permission: 'signed-in', summary: 'Choose my password; my other sessions end',
  input: z.object({ current: password.optional(), password }), output: done,
}) // prettier-ignore

export const sessionShape = z.object({
  id: id<'session'>(),
  person_id: person,
  started_at: instant(),
  used_at: instant(),
  how: z.enum(['link', 'password']),
  address: z.string().nullable(),
  browser: z.string().nullable(),
  mine: z.boolean(), // the session this was asked from
})
export const getSessions = endpoint({
  method: 'GET', path: '/api/v1/sessions', permission: 'signed-in', summary: 'Open sessions of mine, or of a person (role.manage)',
  input: z.object({ person: person.optional() }), output: z.object({ items: z.array(sessionShape) }),
}) // prettier-ignore
export const deleteOneSession = endpoint({
  method: 'DELETE', path: '/api/v1/sessions/:id', permission: 'signed-in', summary: 'End one session', input: z.object({ id: id<'session'>() }), output: done,
}) // prettier-ignore
export const deleteSessions = endpoint({
  method: 'DELETE', path: '/api/v1/sessions', permission: 'signed-in', summary: 'End all sessions of mine, or of a person (role.manage)',
  input: z.object({ person: person.optional() }), output: done,
}) // prettier-ignore

export const keyShape = z.object({
  id: id<'key'>(),
  name: z.string(),
  ...grantShape.shape,
  made_at: instant(),
  expires_at: instant(),
  used_at: instant().nullable(),
  revoked_at: instant().nullable(),
})
export const getKeys = endpoint({
  method: 'GET', path: '/api/v1/keys', permission: 'key.manage', summary: 'API keys', input: z.object(pageById), output: pageOf(keyShape),
}) // prettier-ignore
export const postKey = endpoint({
  method: 'POST', path: '/api/v1/keys', permission: 'key.manage', summary: 'Make an API key; its secret is shown once', answersSecret: true,
  input: z.object({ name: z.string().trim().min(1).max(200), days: z.number().int().min(1).max(3_650).default(365), ...grantShape.shape }),
  output: z.object({ id: id<'key'>(), secret: z.string(), expires_at: instant() }),
}) // prettier-ignore
export const deleteKey = endpoint({
  method: 'DELETE', path: '/api/v1/keys/:id', permission: 'key.manage', summary: 'Revoke an API key', input: z.object({ id: id<'key'>() }), output: done,
}) // prettier-ignore

export const accountShape = z.object({ person_id: person, email: z.string(), opened_at: instant(), grants: z.array(grantShape) })
export const getAccounts = endpoint({
  method: 'GET', path: '/api/v1/accounts', permission: 'role.manage', summary: 'Who may sign in, with their roles', input: z.object(pageById), output: pageOf(accountShape),
}) // prettier-ignore
export const getGrants = endpoint({
  method: 'GET', path: '/api/v1/accounts/:person/grants', permission: 'role.manage', summary: 'The roles of a person',
  input: z.object({ person }), output: accountShape,
}) // prettier-ignore
export const postAccount = endpoint({
  method: 'POST', path: '/api/v1/accounts', permission: 'role.manage', summary: 'Let a person sign in',
  input: z.object({ person, email, language: languageShape.default('fr'), roles: grantsShape }), output: accountShape,
}) // prettier-ignore
export const putGrants = endpoint({
  method: 'PUT', path: '/api/v1/accounts/:person/grants', permission: 'role.manage', summary: 'Set the roles of a person',
  input: z.object({ person, grants: grantsShape }), output: accountShape,
}) // prettier-ignore
export const deleteAccount = endpoint({
  method: 'DELETE', path: '/api/v1/accounts/:person', permission: 'role.manage', summary: 'Close the account of a person', input: z.object({ person }), output: done,
}) // prettier-ignore
export const postAccountLink = endpoint({
  method: 'POST', path: '/api/v1/accounts/:person/links', permission: 'role.manage', summary: 'Make a one-time sign-in link for a person', answersSecret: true,
  input: z.object({ person }), output: z.object({ path: z.string(), expires_at: instant() }),
}) // prettier-ignore

export const auditShape = z.object({
  id: z.uuid(),
  at: instant(),
  actor: z.object({ kind: z.enum(['person', 'key', 'system', 'customer']), id: z.string() }),
  what: z.string(),
  about: z.string().nullable(),
  address: z.string().nullable(),
  details: z.record(z.string(), z.unknown()),
})
export const getAudit = endpoint({
  method: 'GET', path: '/api/v1/audit', permission: 'audit.read', summary: 'The audit trail, newest first',
  input: z.object({ ...pageById, what: z.string().max(200).optional(), about: z.string().max(200).optional() }), output: pageOf(auditShape),
}) // prettier-ignore
