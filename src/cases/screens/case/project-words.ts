import { defineWords } from '#ui/words'

// The project a case is about.
export const words = defineWords({
  fr: {
    project: 'Projet',
    noProject: 'Aucun projet',
    answers: '{name} est l’interlocuteur attitré de ce projet.',
    other: 'L’interlocuteur attitré de ce projet est {name} ; {owner} répond de ce dossier.',
    pass: 'Passer la main à {name}',
  },
  en: {
    project: 'Project',
    noProject: 'No project',
    answers: '{name} is this project’s point of contact.',
    other: 'This project’s point of contact is {name}; {owner} answers for this case.',
    pass: 'Hand over to {name}',
  },
})
