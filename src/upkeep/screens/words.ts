import { defineWords } from '#ui/words'

export const words = defineWords({
  fr: {
    title: 'Ce qui est resté en suspens',
    lead: 'Essayé plusieurs fois sans succès, puis mis de côté : rien n’est perdu. Réparez la cause, puis faites refaire.',
    noneTitle: 'Rien n’est en suspens',
    noneText:
      'Quand une tâche du service échoue malgré plusieurs essais, elle attend ici avec la raison, jusqu’à ce que quelqu’un la fasse refaire.',
    what: 'Quoi',
    why: 'Pourquoi',
    since: 'Depuis',
    job: 'tâche',
    event: 'événement',
    heardBy: 'pour {reader}',
    retry: 'Refaire',
    retryAll: 'Tout refaire',
    retried: '{count, plural, =0 {Déjà refait par quelqu’un.} one {Une tâche est refaite.} other {# tâches sont refaites.}}',
    more: 'Seules les plus récentes sont montrées.',
  },
  en: {
    title: 'What was left waiting',
    lead: 'Tried several times without success, then set aside: nothing is lost. Mend the cause, then have it done again.',
    noneTitle: 'Nothing is waiting',
    noneText:
      'When something the service does fails again and again, it waits here with its reason until somebody has it done again.',
    what: 'What',
    why: 'Why',
    since: 'Since',
    job: 'job',
    event: 'event',
    heardBy: 'for {reader}',
    retry: 'Do again',
    retryAll: 'Do all again',
    retried: '{count, plural, =0 {Somebody has already done it again.} one {One is done again.} other {# are done again.}}',
    more: 'Only the latest are shown.',
  },
})
