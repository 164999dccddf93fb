import { defineWords } from '#ui/words'

// What stands beside « my cases »: where I was named, and what looks unwanted.
export const words = defineWords({
  fr: {
    tabs: 'Mes dossiers et mes mentions',
    cases: 'Dossiers',
    mentions: 'Mentions de moi',
    lead: '{count, plural, =0 {Vous avez tout vu.} one {Une mention que vous n’avez pas encore vue.} other {# mentions que vous n’avez pas encore vues.}}',
    allSeen: 'Tout marquer comme vu',
    unseen: 'Pas encore vu',
    about: 'n° {number} · {subject}',
    house: 'La maison',
    noSubject: '(sans objet)',
    closed: 'Clos',
    list: 'Notes qui vous nomment',
    emptyTitle: 'Personne ne vous a encore nommé',
    emptyText:
      'Quand un collègue écrit votre nom après @ dans une note interne, elle apparaît ici, dès l’instant où il l’enregistre.',
    more: 'Afficher la suite',
    toMentions: 'Voir les mentions de moi',
    group: 'Dossiers',
  },
  en: {
    tabs: 'My cases and my mentions',
    cases: 'Cases',
    mentions: 'Mentions of me',
    lead: '{count, plural, =0 {You have seen everything.} one {One mention you have not seen yet.} other {# mentions you have not seen yet.}}',
    allSeen: 'Mark all as seen',
    unseen: 'Not seen yet',
    about: 'no. {number} · {subject}',
    house: 'The house',
    noSubject: '(no subject)',
    closed: 'Closed',
    list: 'Notes that name you',
    emptyTitle: 'Nobody has named you yet',
    emptyText: 'When a colleague writes your name after @ in an internal note, it appears here the moment it is saved.',
    more: 'Show more',
    toMentions: 'See the mentions of me',
    group: 'Cases',
  },
})
