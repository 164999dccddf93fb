import { defineWords } from '#ui/words'

export const words = defineWords({
  fr: {
    title: 'Lettres de la maison',
    label: 'Courriels qui ne sont d’aucune conversation',
    what: 'Pour',
    what_asked: 'Tâche demandée',
    what_chased: 'Relance',
    what_said: 'Mot sur une tâche',
    what_withdrawn: 'Tâche annulée',
    what_notices: 'Avis',
    not_needed: 'Sans objet',
    again: 'Renvoyer',
    none: 'Aucune lettre',
    noneText: 'Les tâches demandées à l’extérieur et les avis que vos collègues n’ont pas vus partent d’ici.',
  },
  en: {
    title: 'Letters of the house',
    label: 'Mail that belongs to no conversation',
    what: 'For',
    what_asked: 'A task asked',
    what_chased: 'A reminder',
    what_said: 'A word about a task',
    what_withdrawn: 'A task called off',
    what_notices: 'Notices',
    not_needed: 'Not needed',
    again: 'Send again',
    none: 'No letters',
    noneText: 'Tasks asked of somebody outside and notices your colleagues have not seen leave from here.',
  },
})
