import { defineWords } from '#ui/words'

export const broughtWords = defineWords({
  fr: {
    files: 'Fichiers importés',
    facts: '{intervals} intervalles de {minutes} min, {arrived} contacts',
    replaced: '{count, plural, one {# quart d’heure remplacé} other {# quarts d’heure remplacés}}',
    withdraw: 'Retirer',
    read: '{how, select, day_first {dates jour/mois} month_first {dates mois/jour} comma {virgule décimale} other {point décimal}}',
    withdrawn: 'retiré',
    again: 'Remettre',
    more: 'Voir plus',
  },
  en: {
    files: 'Imported files',
    facts: '{intervals} intervals of {minutes} min, {arrived} contacts',
    replaced: '{count, plural, one {# quarter of an hour replaced} other {# quarters of an hour replaced}}',
    withdraw: 'Take back',
    read: '{how, select, day_first {dates day/month} month_first {dates month/day} comma {decimal comma} other {decimal point}}',
    withdrawn: 'taken back',
    again: 'Put back',
    more: 'Show more',
  },
})
