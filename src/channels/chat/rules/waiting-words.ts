// What a visitor is told whose chat nobody can take now. Pure.

/** `long`: it has waited, and goes on waiting. `shut`: nobody is to take it now (closed, or too many wait). `shut_call`: likewise, and they call back. */
export type WhyWaiting = 'long' | 'shut' | 'shut_call'

export const waitingWords: { [Why in WhyWaiting]: { fr: string; en: string } } = {
  long: {
    fr: 'Tout le monde est encore en échange. Vous gardez votre place. Si vous préférez être rappelé par téléphone, écrivez ici votre numéro.',
    en: 'Everybody is still talking to somebody. You keep your place. If you would rather be called, write your phone number here.',
  },
  shut: {
    fr: 'Personne ne peut vous répondre en direct pour le moment. Votre message est bien arrivé\u202f: nous vous répondrons dès que possible, ici ou par courriel si vous nous laissez votre adresse.',
    en: 'Nobody can answer you live at the moment. Your message has arrived: we will answer as soon as we can, here, or by email if you leave us your address.',
  },
  shut_call: {
    fr: 'Personne ne peut vous répondre en direct pour le moment. Votre message est bien arrivé. Pour être rappelé dès que possible, écrivez ici votre numéro de téléphone.',
    en: 'Nobody can answer you live at the moment. Your message has arrived. To be called as soon as we can, write your phone number here.',
  },
}
