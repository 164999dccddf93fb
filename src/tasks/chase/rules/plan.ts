// The plan of the chase as the house comes with it: when, and in which words. Data: a house may write its own. Pure.
import type { ChasePlan } from '../../contract.ts'

// {name} of whom it is asked · {title} · {owner} who answers for the request · {brand} · {when} it is (or was) due · {asked} the day it was asked ·
// {reference}. The manager's text is read by whoever is above, so {name} is still of whom it was asked.
export const planOfTheHouse: ChasePlan = {
  on: true,
  steps: [
    { tone: 'polite', minutes: -120 },
    { tone: 'firm', minutes: 60 },
    { tone: 'manager', minutes: 480 },
  ],
  texts: {
    polite: {
      fr: 'Nous nous permettons de vous rappeler la demande ci-dessous, que nous vous avons adressée {asked}. Votre réponse nous aiderait beaucoup : un client l’attend. Si vous n’êtes pas la bonne personne, dites-nous simplement à qui demander.',
      en: 'May we remind you of the request below, which we sent you {asked}? Your answer would help us a great deal: a customer is waiting for it. If you are not the right person, simply tell us whom to ask.',
    },
    firm: {
      fr: 'La demande ci-dessous, adressée {asked}, est restée sans réponse. Elle était attendue {when}, et un client attend avec nous. Merci de nous répondre aujourd’hui, ou de nous dire quand vous le pourrez.',
      en: 'The request below, sent {asked}, has had no answer. It was expected {when}, and a customer is waiting with us. Please answer today, or tell us when you can.',
    },
    manager: {
      fr: 'Nous nous adressons à vous parce que la demande ci-dessous, faite à {name} {asked}, est restée sans réponse malgré nos rappels. Elle était attendue {when}. Pouvez-vous faire en sorte qu’une réponse nous parvienne, ou nous indiquer à qui demander ?',
      en: 'We are writing to you because the request below, made to {name} {asked}, has had no answer despite our reminders. It was expected {when}. Could you see to it that we get an answer, or tell us whom to ask?',
    },
  },
  version: 0,
}
