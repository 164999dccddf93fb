// Of the choice of emoji. Fetched with what says them, in both languages.
export const emojiWords = {
  fr: {
    emojiSearch: 'Chercher un émoji',
    emojiNone: 'Aucun émoji à ce nom.',
    emoji_smileys: 'Visages',
    emoji_hands: 'Gestes',
    emoji_hearts: 'Cœurs',
    emoji_things: 'Objets et nature',
  },
  en: {
    emojiSearch: 'Search for an emoji',
    emojiNone: 'No emoji of that name.',
    emoji_smileys: 'Faces',
    emoji_hands: 'Gestures',
    emoji_hearts: 'Hearts',
    emoji_things: 'Things and nature',
  },
} as const
