import { defineWords } from '#ui/words'

export const words = defineWords({
  fr: {
    reached: 'Où le joindre',
    verified: 'vérifié',
    contact: 'Interlocuteur attitré',
    companyContact: 'Interlocuteur de l’entreprise',
    projectContact: 'Interlocuteur du projet',
    awayUntil: 'Absent jusqu’au',
    away: 'Absent.',
    standsIn: '{name} prend le relais.',
    since: 'Connu depuis le',
    consents: 'Consentements',
    given: 'accordé',
    withdrawn: 'retiré',
  },
  en: {
    reached: 'How to reach them',
    verified: 'verified',
    contact: 'Point of contact',
    companyContact: 'The company’s point of contact',
    projectContact: 'The project’s point of contact',
    awayUntil: 'Away until',
    away: 'Away.',
    standsIn: '{name} stands in.',
    since: 'Known since',
    consents: 'Consents',
    given: 'given',
    withdrawn: 'withdrawn',
  },
})
