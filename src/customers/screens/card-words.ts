import { defineWords } from '#ui/words'

export const words = defineWords({
  fr: {
    reached: 'Où le joindre',
    verified: 'vérifié',
    contact: 'Interlocuteur attitré',
    companyContact: 'Interlocuteur de l’entreprise',
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
    since: 'Known since',
    consents: 'Consents',
    given: 'given',
    withdrawn: 'withdrawn',
  },
})
