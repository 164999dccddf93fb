import { defineWords } from '#ui/words'

// Beside a chat: who it is, the case, the page they look at.
export const words = defineWords({
  fr: {
    who: 'Qui est-ce ?',
    name: 'Nom',
    email: 'Courriel',
    notSaid: 'non dit',
    nobody: 'personne encore',
    page: 'Page regardée',
    site: 'Depuis',
    language: 'Langue',
    fr: 'français',
    en: 'anglais',
    since: 'A écrit',
    openCase: 'Ouvrir le dossier complet',
    answersFor: 'Répond du dossier',
    serves: 'Sert le chat',
  },
  en: {
    who: 'Who is it?',
    name: 'Name',
    email: 'E-mail',
    notSaid: 'not said',
    nobody: 'nobody yet',
    page: 'Page they look at',
    site: 'From',
    language: 'Language',
    fr: 'French',
    en: 'English',
    since: 'Wrote',
    openCase: 'Open the full case',
    answersFor: 'Answers for the case',
    serves: 'Serves the chat',
  },
})
