import { defineWords } from '#ui/words'

export const kindWords = defineWords({
  fr: {
    work: 'travail',
    lunch: 'déjeuner',
    break: 'pause',
    training: 'formation',
    meeting: 'réunion',
    coaching: 'accompagnement',
    project: 'projet',
    delegation: 'délégation',
    absence: 'absence',
    off: 'fin de journée',
  },
  en: {
    work: 'work',
    lunch: 'lunch',
    break: 'break',
    training: 'training',
    meeting: 'meeting',
    coaching: 'coaching',
    project: 'project',
    delegation: 'delegation',
    absence: 'absence',
    off: 'end of the day',
  },
})
