// The window of staff: people who serve, their teams, skills, presence and absences.
import { z } from 'zod'
import { endpoint, event, id, instant, nothing, pageInput, pageOf, refusal, type Id, type PersonId } from '#base/contract'
import {
  absenceAnswered, absenceApproved, absenceBackwards, absenceOver, absencesOverlap, partTimeOverlaps,
} from './contract/absences.ts' // prettier-ignore
import { noticesOfPeople } from './contract/notices.ts'
import { grantShape, roleNames, type Grant, type RoleName } from '#access/contract'

export * from './contract/absences.ts'
export * from './contract/notices.ts'
export type { PersonId }
export type TeamId = Id<'team'>
export type SkillId = Id<'skill'>

export const languages = ['fr', 'en'] as const
export type Language = (typeof languages)[number]
export const presenceStates = ['available', 'busy', 'away', 'offline'] as const
export type PresenceState = (typeof presenceStates)[number]

const person = () => id<'person'>()
const team = () => id<'team'>()
const name = () => z.string().trim().min(1).max(200)
const page = { ...pageInput, cursor: z.uuid().optional() } // the last one shown
const version = () => z.coerce.number().int().positive()

// What other rooms show beside a name.
export type PersonFacts = {
  id: PersonId
  name: string
  title: string
  email: string
  language: Language
  photo: string | null
  active: boolean
  absent_until: Temporal.Instant | null // the end of the absence under way
  deputy: PersonId | null // of the absence under way, else the standing one
}

export type TeamFacts = { id: TeamId; name: string; manager: PersonId; members: PersonId[]; open: boolean }

export const personShape = z.object({
  id: person(),
  name: z.string(),
  title: z.string(),
  email: z.string(),
  language: z.enum(languages),
  photo: z.string().nullable(),
  deputy_id: person().nullable(),
  joined_at: instant(),
  left_at: instant().nullable(),
  absent_until: instant().nullable(),
  presence: z.enum(presenceStates),
  present_since: instant().nullable(),
  last_seen_at: instant().nullable(),
  teams: z.array(team()),
  version: version(),
})
export type Person = z.infer<typeof personShape>

export const teamShape = z.object({
  id: team(),
  name: z.string(),
  manager: z.object({ id: person(), name: z.string() }),
  members: z.number().int(),
  version: version(),
})
export type Team = z.infer<typeof teamShape>

export const presenceShape = z.object({
  person_id: person(),
  state: z.enum(presenceStates),
  since: instant(),
  last_seen_at: instant(),
})
export type Presence = z.infer<typeof presenceShape>
export const personSkillShape = z.object({
  person_id: person(),
  skill_id: id<'skill'>(),
  name: z.string(),
  level: z.number().int().min(1).max(5),
})
export type PersonSkill = z.infer<typeof personSkillShape>

const newPerson = z.object({
  name: name(),
  title: z.string().trim().max(120).default(''),
  email: z.string().trim().max(254).pipe(z.email()),
  language: z.enum(languages).default('fr'),
  roles: z
    .array(z.union([z.enum(roleNames), grantShape]))
    .min(1)
    .max(30), // a name alone gives the role for all teams and brands
  teams: z.array(team()).max(50).default([]),
  deputy_id: person().nullable().default(null),
})
export type NewPerson = {
  name: string
  email: string
  language: Language
  roles: readonly (RoleName | Grant)[]
  title?: string
  teams?: readonly TeamId[]
  deputy_id?: PersonId | null
}
const personEdit = z.object({
  person: person(),
  version: version(),
  name: name().optional(),
  title: z.string().trim().max(120).optional(),
  email: z.string().trim().max(254).pipe(z.email()).optional(), // also the one to sign in with
  language: z.enum(languages).optional(),
  deputy_id: person().nullable().optional(),
  photo: z.uuid().nullable().optional(),
})
export type PersonEdit = z.infer<typeof personEdit>
const newTeam = z.object({ name: name(), manager_id: person() })
export type NewTeam = z.infer<typeof newTeam>
const teamEdit = z.object({ id: team(), version: version(), name: name().optional(), manager_id: person().optional() })
export type TeamEdit = z.infer<typeof teamEdit>
const made = <Name extends string>() => z.object({ id: id<Name>(), version: version() })
const changed = z.object({ version: version() })

export const listStaff = endpoint({
  method: 'GET', path: '/api/v1/staff', permission: 'staff.read',
  summary: 'The people who serve, by name',
  input: z.object({ ...page, q: z.string().max(200).optional(), team: team().optional(), gone: z.stringbool().default(false) }),
  output: pageOf(personShape),
}) // prettier-ignore
export const addPerson = endpoint({
  method: 'POST', path: '/api/v1/staff', permission: 'staff.manage',
  summary: 'Welcome somebody: a person and the account to sign in with', input: newPerson, output: made<'person'>(),
}) // prettier-ignore
export const editPerson = endpoint({
  method: 'PATCH', path: '/api/v1/staff/:person', permission: 'signed-in', summary: 'Change a person (managers), or one’s own card', input: personEdit, output: changed,
}) // prettier-ignore
export const removePerson = endpoint({
  method: 'DELETE', path: '/api/v1/staff/:person', permission: 'staff.manage',
  summary: 'Somebody leaves; a successor takes over everything',
  input: z.object({ person: person(), successor: person() }), output: nothing,
}) // prettier-ignore

export const listTeams = endpoint({
  method: 'GET', path: '/api/v1/teams', permission: 'staff.read', summary: 'The teams, by name', input: z.object(page), output: pageOf(teamShape),
}) // prettier-ignore
export const addTeam = endpoint({
  method: 'POST', path: '/api/v1/teams', permission: 'staff.manage', summary: 'Make a team; it always has a manager', input: newTeam, output: made<'team'>(),
}) // prettier-ignore
export const editTeam = endpoint({
  method: 'PATCH', path: '/api/v1/teams/:id', permission: 'staff.manage', summary: 'Rename a team or change its manager', input: teamEdit, output: changed,
}) // prettier-ignore
export const closeTeam = endpoint({
  method: 'DELETE', path: '/api/v1/teams/:id', permission: 'staff.manage', summary: 'Close a team', input: z.object({ id: team() }), output: nothing,
}) // prettier-ignore
export const joinTeam = endpoint({
  method: 'PUT', path: '/api/v1/teams/:team/members/:person', permission: 'staff.manage',
  summary: 'Somebody joins a team', input: z.object({ team: team(), person: person() }), output: nothing,
}) // prettier-ignore
export const leaveTeam = endpoint({
  method: 'DELETE', path: '/api/v1/teams/:team/members/:person', permission: 'staff.manage',
  summary: 'Somebody leaves a team', input: z.object({ team: team(), person: person() }), output: nothing,
}) // prettier-ignore

export const listPresence = endpoint({
  method: 'GET', path: '/api/v1/presence', permission: 'staff.read', summary: 'Who is there', input: z.object(page), output: pageOf(presenceShape),
}) // prettier-ignore
export const setPresence = endpoint({
  method: 'PUT', path: '/api/v1/presence', permission: 'presence.set', summary: 'Say whether one is available', input: z.object({ state: z.enum(presenceStates) }), output: presenceShape,
}) // prettier-ignore

export const setOthersPresence = endpoint({
  method: 'PUT', path: '/api/v1/staff/:person/presence', permission: 'presence.set_others', summary: 'Say whether somebody else is available',
  input: z.object({ person: person(), state: z.enum(presenceStates) }), output: presenceShape,
}) // prettier-ignore

export const listSkills = endpoint({
  method: 'GET', path: '/api/v1/skills', permission: 'staff.read', summary: 'Skills, by name', input: z.object(page),
  output: pageOf(z.object({ id: id<'skill'>(), name: z.string(), people: z.number().int() })),
}) // prettier-ignore
export const addSkill = endpoint({
  method: 'POST', path: '/api/v1/skills', permission: 'staff.manage', summary: 'Name a skill',
  input: z.object({ name: z.string().trim().min(1).max(100) }), output: z.object({ id: id<'skill'>() }),
}) // prettier-ignore
export const listPersonSkills = endpoint({
  method: 'GET', path: '/api/v1/staff/:person/skills', permission: 'staff.read', summary: 'What a person can do',
  input: z.object({ ...page, person: person() }), output: pageOf(personSkillShape),
}) // prettier-ignore
export const setSkill = endpoint({
  method: 'PUT', path: '/api/v1/staff/:person/skills/:skill', permission: 'staff.manage', summary: 'Say how well a person can do something (1 to 5; 0 takes it away)',
  input: z.object({ person: person(), skill: id<'skill'>(), level: z.coerce.number().int().min(0).max(5) }), output: nothing,
}) // prettier-ignore

export const personJoined = event('staff.person_joined', z.object({ person: person(), name: z.string() }))
export const personChanged = event('staff.person_changed', z.object({ person: person(), version: version() }))
export const personLeft = event('staff.person_left', z.object({ person: person(), successor: person() }))
export const presenceChanged = event(
  'staff.presence_changed',
  z.object({ person: person(), state: z.enum(presenceStates), since: instant() }),
)
export const teamChanged = event('staff.team_changed', z.object({ team: team() }))
export const skillChanged = event(
  'staff.skill_changed',
  z.object({ person: person(), skill: id<'skill'>(), level: z.number().int() }),
)
export const emailTaken = refusal('staff.email_taken', 409, {
  fr: 'Cette adresse est déjà celle d’une autre personne de l’équipe. Choisissez-en une autre.',
  en: 'This address already belongs to somebody else of the staff. Choose another.',
})
export const personGone = refusal<{ person: PersonId }>('staff.person_gone', 409, {
  fr: 'Cette personne n’est pas, ou n’est plus, dans l’équipe. Choisissez quelqu’un d’actif.',
  en: 'This person is not, or no longer, of the staff. Choose somebody active.',
})
export const ownDeputy = refusal('staff.own_deputy', 422, {
  fr: 'On ne peut pas se remplacer soi-même. Choisissez une autre personne.',
  en: 'Nobody can stand in for themselves. Choose somebody else.',
})
export const successorNeeded = refusal('staff.successor_needed', 422, {
  fr: 'Choisissez la personne, autre et active, qui reprend tout ce dont celle-ci répond.',
  en: 'Choose who takes over everything this person answers for: somebody else, and active.',
})
export const restsOnPerson = refusal('staff.rests_on_person', 409, {
  fr: 'Des dossiers, des tâches, des promesses ou des collègues comptent encore sur cette personne. Passez par « Départs » pour les confier à d’autres.',
  en: 'Cases, tasks, promises or colleagues still count on this person. Use “Departures” to pass them on.',
})
export const restsOnTeam = refusal('staff.rests_on_team', 409, {
  fr: 'Cette équipe est encore attendue : point de contact d’un client, ou tâches qui lui sont demandées. Confiez-les d’abord à d’autres.',
  en: 'This team is still counted on: as a customer’s point of contact, or for tasks it was asked. Give them to others first.',
})
export const nameTaken = refusal('staff.name_taken', 409, {
  fr: 'Ce nom est déjà pris. Choisissez-en un autre.',
  en: 'This name is already taken. Choose another.',
})
export const onlyPeople = refusal('staff.only_people', 403, {
  fr: 'Seule une personne connectée a une présence. Connectez-vous avec votre compte.',
  en: 'Only a person who is signed in has a presence. Sign in with your account.',
})
export const refusals = [
  emailTaken,
  personGone,
  ownDeputy,
  successorNeeded,
  absencesOverlap,
  absenceBackwards,
  absenceOver,
  absenceAnswered,
  absenceApproved,
  partTimeOverlaps,
  restsOnPerson,
  restsOnTeam,
  nameTaken,
  onlyPeople,
  noticesOfPeople,
]
