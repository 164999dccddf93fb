import { defineWords } from '#ui/words'

// Beside a case whose visitor is on the chat.
export const words = defineWords({
  fr: {
    visitor: 'Le visiteur',
    online: 'est en ligne',
    away: 'a quitté le site',
    types: 'écrit',
    served: 'Chat servi par {name}',
    unserved: 'Personne ne sert encore ce chat',
    open: 'Ouvrir le chat',
  },
  en: {
    visitor: 'The visitor',
    online: 'is online',
    away: 'has left the site',
    types: 'is typing',
    served: 'Chat served by {name}',
    unserved: 'Nobody serves this chat yet',
    open: 'Open the chat',
  },
})
