// What each kind of activity is called, in a sentence. Part of the contract.
import type { ActivityKind } from './activity.ts'

export const activityNames = {
  fr: {
    work: 'travail', lunch: 'déjeuner', break: 'pause', training: 'formation', meeting: 'réunion', coaching: 'accompagnement', project: 'projet',
    delegation: 'délégation', absence: 'absence',
  },
  en: {
    work: 'work', lunch: 'lunch', break: 'break', training: 'training', meeting: 'meeting', coaching: 'coaching', project: 'project',
    delegation: 'union time', absence: 'absence',
  },
} as const satisfies Record<'fr' | 'en', Record<ActivityKind, string>> // prettier-ignore
