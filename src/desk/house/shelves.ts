// How the pages of the house are put together: what they are for, in the words of whoever looks for one.
import type { Label } from '../rooms.tsx'

export type Shelf = { title: Label; pages: readonly { path: string; about: Label }[] }

const page = (path: string, fr: string, en: string): Shelf['pages'][number] => ({ path, about: { fr, en } })

export const shelves: readonly Shelf[] = [
  {
    title: { fr: 'Les portes', en: 'Doors' },
    pages: [
      page('/brands', 'Les marques, leurs adresses et qui y est de garde.', 'Brands, their addresses and who is on duty there.'),
      page(
        '/post-office',
        'Les boîtes aux lettres, ce qui arrive, ce qui part, ce qui attend.',
        'Mailboxes: what arrives, what leaves, what waits.',
      ),
      page('/widgets', 'Le chat posé sur vos sites, et ce qu’il accepte.', 'The chat on your sites, and what it accepts.'),
      page('/forms', 'Les formulaires, leurs questions et leurs versions.', 'Forms, their questions and their versions.'),
      page(
        '/calendars',
        'Quand vous êtes là : heures, exceptions, jours fériés.',
        'When you are there: hours, exceptions, holidays.',
      ),
    ],
  },
  {
    title: { fr: 'Les personnes', en: 'People' },
    pages: [
      page(
        '/staff',
        'Qui sert : personnes, équipes, compétences, absences, départs.',
        'Who serves: people, teams, skills, absences, departures.',
      ),
      page(
        '/departures',
        'Préparer un départ : tout ce qui repose sur quelqu’un, et à qui cela va.',
        'Prepare a departure: everything that rests on somebody, and to whom it goes.',
      ),
      page(
        '/planning/settings',
        'Contrats, vacations types, loi en vigueur : ce que tout planning respecte.',
        'Contracts, patterns of shifts, the law in force: what every plan respects.',
      ),
      page('/roles', 'Ce que chaque rôle permet.', 'What each role allows.'),
      page('/directory', 'Qui sait quoi, et à qui demander ensuite.', 'Who knows what, and whom to ask next.'),
    ],
  },
  {
    title: { fr: 'Les engagements', en: 'Commitments' },
    pages: [
      page(
        '/service-levels',
        'Les délais que vous vous donnez, l’escalade quand ils menacent.',
        'The deadlines you set yourselves, and the ladder when they are in danger.',
      ),
      page(
        '/routing',
        'Qui se voit proposer quoi, dans quel ordre, et qui ensuite.',
        'Who is offered what, in which order, and who next.',
      ),
      page(
        '/tasks/settings',
        'Les suites de tâches : qui fait quoi, dans quel ordre.',
        'Sequences of tasks: who does what, in which order.',
      ),
    ],
  },
  {
    title: { fr: 'Le métier', en: 'Your trade' },
    pages: [
      page(
        '/setup',
        'L’installation choisie : agence, éditeur, services, petite structure.',
        'The set-up you chose: agency, software, services, small firm.',
      ),
      page('/fields', 'Vos propres champs, sur les dossiers et les clients.', 'Fields of your own, on cases and customers.'),
      page('/views', 'Les listes que vous gardez sous la main.', 'The lists you keep at hand.'),
    ],
  },
  {
    title: { fr: 'La sûreté', en: 'Safety' },
    pages: [
      page(
        '/upkeep',
        'Ce que le service n’a pas pu faire, et qui attend d’être refait.',
        'What the service could not do, waiting to be done again.',
      ),
      page('/audit', 'Qui a fait quoi, et quand.', 'Who did what, and when.'),
      page('/keys', 'Les clés des programmes qui parlent à Guichet.', 'Keys of the programs that talk to Guichet.'),
    ],
  },
]
