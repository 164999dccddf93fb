// What the state of a request is called: on its page, and in a list.
import type { Status } from '#portal'
import type { Language } from '../rules/language.ts'

type StatusWords = Record<Status, { title: string; text: string }>
export const statusWords: Record<Language, StatusWords> = {
  fr: {
    received: { title: 'Nous l’avons bien reçue', text: '{name} va s’en occuper.' },
    with_us: { title: '{name} s’en occupe', text: 'Nous vous écrirons dès qu’il y a du nouveau.' },
    promised: { title: '{name} s’en occupe', text: 'Voici ce qui vous est promis.' },
    late: { title: 'Nous avons du retard', text: '{name} vous doit une réponse, et le sait.' },
    with_you: { title: 'Nous attendons votre réponse', text: '{name} vous a posé une question.' },
    answered: { title: '{name} vous a répondu', text: 'Lisez sa réponse ci-dessous.' },
    owed: {
      title: 'Votre demande est close, une promesse reste à tenir',
      text: '{name} y veille. Vous n’avez rien à faire.',
    },
    solved: { title: 'C’est résolu', text: 'Votre demande est close. Si besoin, rouvrez-la ci-dessous.' },
  },
  en: {
    received: { title: 'We have received it', text: '{name} will take care of it.' },
    with_us: { title: '{name} is working on it', text: 'We will write to you as soon as there is news.' },
    promised: { title: '{name} is working on it', text: 'Here is what we promised you.' },
    late: { title: 'We are late', text: '{name} owes you an answer, and knows it.' },
    with_you: { title: 'We are waiting for your answer', text: '{name} asked you a question.' },
    answered: { title: '{name} has answered you', text: 'Read the answer below.' },
    owed: {
      title: 'Your request is closed, one promise is still to be kept',
      text: '{name} sees to it. There is nothing you need to do.',
    },
    solved: { title: 'It is solved', text: 'Your request is closed. You can reopen it below if need be.' },
  },
}
// In a list there is no room for names.
export const shortStatus: Record<Language, Record<Status, string>> = {
  fr: {
    received: 'Bien reçue',
    with_us: 'En cours',
    promised: 'En cours',
    late: 'En retard',
    with_you: 'À vous',
    answered: 'Répondu',
    solved: 'Résolue',
    owed: 'Promesse à tenir',
  },
  en: {
    received: 'Received',
    with_us: 'Under way',
    promised: 'Under way',
    late: 'Late',
    with_you: 'Your turn',
    answered: 'Answered',
    solved: 'Solved',
    owed: 'Still promised',
  },
}
