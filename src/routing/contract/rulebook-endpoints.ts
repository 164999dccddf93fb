// What may be asked of the rulebook: the draft everybody shares, its versions, which of them is in force, and what the editor needs to know of the
// house. Sentences, checks and trying an item are pure and done where they are shown (`../rules`).
import { z } from 'zod'
import { endpoint, event, id, instant, nothing, pageInput, pageOf, refusal, type Id } from '#base/contract'
import { abilityShape } from './abilities.ts'
import { rulebookShape } from './rulebook.ts'

export type RulebookVersionId = Id<'rulebook_version'>
const versionId = () => id<'rulebook_version'>()
const person = z.object({ id: z.string(), name: z.string() })

// A version never changes. In force since a moment, or kept aside: for a rehearsal, or for a trial.
export const rulebookBriefShape = z.object({
  id: versionId(),
  number: z.number().int(), // 1, 2, 3 … of this house
  title: z.string(), // what was changed, in the words of whoever published it
  made_at: instant(),
  made_by: person,
  in_force: z.array(z.object({ since: instant(), until: instant().nullable(), by: person })), // the spans in which it was the rule for everybody, the last first
  queues: z.number().int(),
})
export type RulebookBrief = z.infer<typeof rulebookBriefShape>
export const rulebookVersionShape = rulebookBriefShape.extend({ document: rulebookShape })
export type RulebookVersion = z.infer<typeof rulebookVersionShape>

export const draftShape = z.object({
  document: rulebookShape,
  based_on: z.object({ id: versionId(), number: z.number().int() }).nullable(), // the version it was begun from
  edited_at: instant(),
  edited_by: person,
  version: z.number().int(),
})
export type RulebookDraft = z.infer<typeof draftShape>

const checkPlace = z.object({
  queue: z.string().nullable(),
  part: z.enum(['takes', 'who', 'hours', 'overflow', 'offer', 'priority', 'channels', 'sites', 'queue']),
})
export const checkShape = z.object({
  id: z.string(), // of the check: 'queue_unreachable', 'nobody_capable', …
  weight: z.enum(['wrong', 'doubtful']), // wrong: it cannot be published
  at: checkPlace,
  fr: z.string(), // what is the matter
  en: z.string(),
  mend: z.object({ fr: z.string(), en: z.string() }), // and what to do about it
})
export type RuleCheck = z.infer<typeof checkShape>

const named = z.object({ id: z.string(), name: z.string() })
const hours = z.object({
  id: z.string(),
  name: z.string(),
  zone: z.string(),
  ranges: z.array(z.object({ weekday: z.number().int(), opens_minute: z.number().int(), closes_minute: z.number().int() })),
})
// All names that rules may speak of, and who there is: what the editor reads once and then thinks with by itself.
export const rulesHouseShape = z.object({
  brands: z.array(named),
  entry_points: z.array(named.extend({ brand: z.string(), kind: z.string() })),
  reasons: z.array(named),
  skills: z.array(named),
  teams: z.array(named),
  calendars: z.array(hours),
  languages: z.array(z.string()), // spoken by somebody, or by a brand
  people: z.array(abilityShape),
  away: z.array(z.object({ person: z.string(), from: instant(), until: instant() })), // approved absences of the coming two weeks
  more_people: z.boolean(), // there are, beyond those
})
export type RulesHouse = z.infer<typeof rulesHouseShape>
export const MOST_PEOPLE_OF_RULES = 2_000

export const getRulebook = endpoint({
  method: 'GET', path: '/api/v1/routing/rulebook', permission: 'routing.read', summary: 'The rules in force, and the draft if there is one',
  input: nothing, output: z.object({ current: rulebookVersionShape.nullable(), draft: draftShape.nullable() }),
}) // prettier-ignore
export const getRulesHouse = endpoint({
  method: 'GET', path: '/api/v1/routing/house', permission: 'routing.read', summary: 'What rules may speak of: brands, doors, reasons, skills, teams, hours, people',
  input: nothing, output: rulesHouseShape,
}) // prettier-ignore
export const putRulebookDraft = endpoint({
  method: 'PUT', path: '/api/v1/routing/rulebook/draft', permission: 'routing.manage', summary: 'Keep the draft of the rules; `version` 0 begins one',
  input: z.object({ version: z.coerce.number().int().min(0), document: rulebookShape }), output: draftShape,
}) // prettier-ignore
export const deleteRulebookDraft = endpoint({
  method: 'DELETE', path: '/api/v1/routing/rulebook/draft', permission: 'routing.manage', summary: 'Throw the draft away', input: nothing, output: nothing,
}) // prettier-ignore
export const listRulebooks = endpoint({
  method: 'GET', path: '/api/v1/routing/rulebooks', permission: 'routing.read', summary: 'The versions of the rules, the newest first',
  input: z.object({ ...pageInput, cursor: z.coerce.number().int().positive().optional() }), output: pageOf(rulebookBriefShape),
}) // prettier-ignore
export const getRulebookVersion = endpoint({
  method: 'GET', path: '/api/v1/routing/rulebooks/:id', permission: 'routing.read', summary: 'A version of the rules', input: z.object({ id: versionId() }), output: rulebookVersionShape,
}) // prettier-ignore
export const postRulebook = endpoint({
  method: 'POST', path: '/api/v1/routing/rulebooks', permission: 'routing.manage',
  summary: 'Make a version of the rules: of the draft, or of a document; in force at once, or kept aside for a rehearsal or a trial',
  input: z.object({
    title: z.string().trim().min(1).max(200),
    in_force: z.boolean().default(true),
    draft: z.coerce.number().int().positive().optional(), // the version of the draft that was read over
    document: rulebookShape.optional(),
  }),
  output: rulebookVersionShape,
}) // prettier-ignore
export const putRulebookInForce = endpoint({
  method: 'PUT', path: '/api/v1/routing/rulebooks/:id/in-force', permission: 'routing.manage', summary: 'Go back to a version, or put one in force that was kept aside',
  input: z.object({ id: versionId() }), output: rulebookVersionShape,
}) // prettier-ignore
export const deleteRulesInForce = endpoint({
  method: 'DELETE', path: '/api/v1/routing/rulebook', permission: 'routing.manage', summary: 'Route nothing any more: work stays with whoever answers for it', input: nothing, output: nothing,
}) // prettier-ignore
export const postRulesChecks = endpoint({
  method: 'POST', path: '/api/v1/routing/rule-checks', permission: 'routing.read', summary: 'A rulebook read over: what is wrong or doubtful, and each queue in plain words',
  input: z.object({ document: rulebookShape }),
  output: z.object({ checks: z.array(checkShape), queues: z.array(z.object({ key: z.string(), fr: z.string(), en: z.string() })) }),
}) // prettier-ignore

// ── events ───────────────────────────────────────────────────────────────────────────────────────────────────────────────
export const rulebookMade = event('routing.rulebook_made', z.object({ version: versionId(), number: z.number().int() }))
export const draftKept = event('routing.draft_kept', z.object({ version: z.number().int() }))
export const abilityChanged = event('routing.ability_changed', z.object({ person: id<'person'>() }))

// ── refusals ─────────────────────────────────────────────────────────────────────────────────────────────────────────────
export const rulesWrong = refusal<{ checks: RuleCheck[] }>('routing.rules_wrong', 422, {
  fr: 'Ces règles ne tiennent pas encore. Corrigez ce qui est indiqué, puis publiez.',
  en: 'These rules do not hold yet. Mend what is shown, then publish.',
})
export const noDraft = refusal('routing.no_draft', 409, {
  fr: 'Il n’y a pas de brouillon à publier. Modifiez d’abord les règles.',
  en: 'There is no draft to publish. Change the rules first.',
})
export const rulebookUnknown = refusal('routing.rulebook_unknown', 404, {
  fr: 'Cette version des règles n’existe pas. Revenez à l’historique.',
  en: 'There is no such version of the rules. Go back to the history.',
})
export const rulesInTrial = refusal('routing.rules_in_trial', 409, {
  fr: 'Un essai est en cours sur une part du trafic. Terminez-le avant de publier d’autres règles.',
  en: 'A trial is under way on a share of the traffic. End it before you publish other rules.',
})
export const rulebookRefusals = [rulesWrong, noDraft, rulebookUnknown, rulesInTrial]
