// What is said before the conversation's window is loaded, in both languages.
export const bubbleWords = {
  fr: {
    open: 'Nous écrire',
    openUnread: 'Nous écrire, messages non lus : {count}',
    close: 'Réduire',
    newFrom: 'Nouveau message de {name}',
  },
  en: {
    open: 'Write to us',
    openUnread: 'Write to us, unread messages: {count}',
    close: 'Minimise',
    newFrom: 'New message from {name}',
  },
} as const
