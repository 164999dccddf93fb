// What colleagues are told of a chase, in short full sentences. Pure.
type Both = { fr: string; en: string }

export const chasedColleague = (title: string, tone: 'polite' | 'firm'): Both =>
  tone === 'polite'
    ? { fr: `Rappel : « ${title} » attend votre réponse.`, en: `Reminder: “${title}” is waiting for your answer.` }
    : {
        fr: `« ${title} » est en retard et un client attend. Répondez aujourd’hui, ou dites à qui demander.`,
        en: `“${title}” is late and a customer is waiting. Answer today, or say whom to ask.`,
      }
export const chasedManager = (title: string, asked: string): Both => ({
  fr: `« ${title} », demandé à ${asked}, reste sans réponse malgré les rappels. Faites en sorte que quelqu’un réponde.`,
  en: `“${title}”, asked of ${asked}, has had no answer despite reminders. See to it that somebody answers.`,
})
export const nobodyToChase = (title: string): Both => ({
  fr: `« ${title} » reste sans réponse et personne n’est indiqué au-dessus. Appelez, ou demandez à quelqu’un d’autre.`,
  en: `“${title}” has had no answer and nobody is named above. Call, or ask somebody else.`,
})
export const undeliverable = (title: string, address: string): Both => ({
  fr: `Le courriel de « ${title} » n’a pas pu être remis à ${address}. Corrigez l’adresse, ou demandez à quelqu’un d’autre.`,
  en: `The mail for “${title}” could not be delivered to ${address}. Correct the address, or ask somebody else.`,
})
export const strayCame = (title: string, from: string): Both => ({
  fr: `Un courriel de ${from} concerne « ${title} », sans être de qui vous avez demandé. Décidez si c’est la réponse.`,
  en: `A mail from ${from} is about “${title}”, but not from whom you asked. Decide whether it is the answer.`,
})
export const cameAfterwards = (title: string, from: string): Both => ({
  fr: `${from} a écrit au sujet de « ${title} » alors que la tâche n’attendait plus de réponse. Lisez son courriel dans la tâche.`,
  en: `${from} wrote about “${title}” when the task was no longer waiting for an answer. Read the mail in the task.`,
})
export const machineAnswered = (title: string, from: string): Both => ({
  fr: `Réponse automatique de ${from} à « ${title} » : la personne est peut-être absente.`,
  en: `Automatic answer from ${from} to “${title}”: they may be away.`,
})
export const letterUncertain = (title: string, address: string): Both => ({
  fr: `On ne sait pas si le courriel de « ${title} » est parti vers ${address}. Renvoyez-le, ou appelez.`,
  en: `Nobody knows whether the mail for “${title}” left for ${address}. Send it again, or call.`,
})
