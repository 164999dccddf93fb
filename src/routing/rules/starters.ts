// Rulebooks to begin with. They fit the house that asks: its languages, and the skills that are called like one of its reasons. Pure.
import { rulebookShape, type QueueInput, type Rulebook } from '../contract/rulebook.ts'
import type { RulesHouse } from '../contract/rulebook-endpoints.ts'
import { fold } from './fold.ts'
import { said, type Said } from './said.ts'

export type Starter = { id: 'small' | 'centre'; title: Said; text: Said; document: Rulebook }
type Language = 'fr' | 'en'

export const starters = (house: Pick<RulesHouse, 'reasons' | 'skills' | 'languages'>, spoken: Language): Starter[] => [
  {
    id: 'small',
    title: said('Une petite équipe', 'A small team'),
    text: said('Une seule file : tout va d’abord à la personne qui répond du dossier, puis à qui est libre.', 'A single queue: everything goes first to whoever answers for the case, then to whoever is free.'),
    document: rulebookShape.parse({ queues: [{ key: 'all', name: { fr: 'Tout', en: 'Everything' }[spoken] }] }),
  },
  {
    id: 'centre',
    title: said('Un centre', 'A centre'),
    text: said('Les appels et les chats tout de suite, le courrier et les tâches dans les creux, les compétences qui cèdent avec l’attente.', 'Calls and chats at once, mail and tasks in the valleys, skills that give way as the wait grows.'),
    document: rulebookShape.parse({ queues: [...bySkill(house), ...centre(house, spoken)] }),
  },
] // prettier-ignore

function centre({ languages }: Pick<RulesHouse, 'languages'>, spoken: Language): QueueInput[] {
  const language = languages.length > 1 ? ({ strength: 'must', relax_after_s: 120 } as const) : {}
  const named = (fr: string, en: string): string => (spoken === 'fr' ? fr : en)
  return [
    {
      key: 'calls', name: named('Appels et visites', 'Calls and visits'), takes: { channels: ['phone', 'video', 'visit', 'call_back'] },
      who: { language }, call_back: { after_s: 180 }, wrap_up: { most_s: 60 }, lasts_s: 300,
    },
    { key: 'chats', name: named('Chats et messages', 'Chats and messages'), takes: { channels: ['chat', 'sms', 'social'] }, who: { language }, wrap_up: { most_s: 20 } },
    {
      key: 'mail', name: named('Courrier', 'Mail'), takes: { channels: ['email', 'form', 'letter'] },
      who: { language, persons: { owner: { wait_s: 14_400 }, contact: { wait_s: 3_600 }, deputies: { wait_s: 1_800 } } },
      pace: { kind: 'deferred', due_within_s: 86_400, keep_free: 1 }, offer: { rings_s: 120 },
    },
    { key: 'tasks', name: named('Tâches', 'Tasks'), takes: { channels: ['task'] }, mode: 'pull', pace: { kind: 'deferred', due_within_s: 172_800 } },
  ]
} // prettier-ignore

const MOST_BY_SKILL = 4

// A skill that is called like a reason is what that reason needs.
function bySkill({ reasons, skills }: Pick<RulesHouse, 'reasons' | 'skills'>): QueueInput[] {
  const alike = reasons.flatMap((reason) => {
    const skill = skills.find(({ name }) => fold(name) === fold(reason.name))
    return skill ? [{ reason, skill }] : []
  })
  return alike.slice(0, MOST_BY_SKILL).map(({ reason, skill }, at) => ({
    key: `skill-${at + 1}`,
    name: reason.name,
    takes: { channels: ['phone', 'video', 'visit', 'chat', 'sms', 'social', 'call_back'], reasons: [reason.id] },
    who: { skills: [{ skill: skill.id, level: 3, relax: [{ after_s: 60, level: 1 }, { after_s: 180, level: 0 }] }] },
    wrap_up: { most_s: 60 },
  })) // prettier-ignore
}
