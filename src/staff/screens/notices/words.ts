import { defineWords } from '#ui/words'

export const words = defineWords({
  fr: {
    title: 'Avis',
    lead: 'Ce que la maison vous a fait savoir : rappels, réponses attendues, alertes.',
    unseen: 'Non vus',
    all: 'Tous',
    which: 'Avis montrés',
    seeAll: 'Tout marquer comme vu',
    seen: 'Tout est vu.',
    urgent: 'urgent',
    isNew: 'nouveau',
    more: 'Montrer la suite',
    open: 'Ouvrir',
    noneUnseen: 'Vous êtes au courant de tout',
    noneUnseenText:
      'Un avis arrive ici quand un collègue ou la maison attend quelque chose de vous : une passation à accepter, un délai qui approche, une absence à approuver. Il est vu dès que vous ouvrez ce dont il parle.',
    none: 'Aucun avis pour l’instant',
    showAll: 'Revoir les avis passés',
  },
  en: {
    title: 'Notices',
    lead: 'What the house told you: reminders, answers awaited, alerts.',
    unseen: 'Not seen',
    all: 'All',
    which: 'Notices shown',
    seeAll: 'Mark all as seen',
    seen: 'All seen.',
    urgent: 'urgent',
    isNew: 'new',
    more: 'Show more',
    open: 'Open',
    noneUnseen: 'Nothing you have not seen',
    noneUnseenText:
      'A notice comes here when a colleague or the house awaits something of you: a hand-over to accept, a deadline that comes near, an absence to approve. It is seen as soon as you open what it is about.',
    none: 'No notices so far',
    showAll: 'Look at past notices',
  },
})
