import type { RoleName } from '../contract.ts'

// What each role is there for, in the words of the trade.
export const purposes: Readonly<Record<RoleName, { fr: string; en: string }>> = {
  director: {
    fr: 'Dirige la maison entière, ses marques et ses comptes.',
    en: 'Directs the whole house, its brands and its accounts.',
  },
  centre_manager: {
    fr: 'Tient un centre : équipes, canaux, horaires et clés.',
    en: 'Runs a centre: teams, channels, hours and keys.',
  },
  floor_manager: {
    fr: 'Tient un plateau : personnes, absences, rôles et horaires.',
    en: 'Runs a floor: people, absences, roles and hours.',
  },
  team_manager: {
    fr: 'Mène une équipe, répartit les dossiers et vide le bac.',
    en: 'Leads a team, gives out cases and empties the tray.',
  },
  agent: {
    fr: 'Répond des dossiers, du premier mot à la clôture.',
    en: 'Answers for cases, from the first word to the closing.',
  },
  trainer: { fr: 'Lit, accompagne, et écrit les modèles de réponse.', en: 'Reads, coaches, and writes the reply templates.' },
  flow_manager: { fr: 'Veille aux flux, aux présences et aux horaires.', en: 'Watches flows, presence and opening hours.' },
  quality: {
    fr: 'Écoute, relit et note, sans répondre à la place des autres.',
    en: 'Listens, rereads and notes, without answering for others.',
  },
  account_manager: {
    fr: 'Suit ses clients et tient leurs fiches à jour.',
    en: 'Follows their customers and keeps the records up to date.',
  },
  it: {
    fr: 'Relie les boîtes, les clés et veille à la santé du service.',
    en: 'Connects mailboxes and keys, and watches the service’s health.',
  },
  back_office: {
    fr: 'Répond aux tâches qu’on lui demande, sans lire les dossiers.',
    en: 'Answers the tasks it is asked, without reading cases.',
  },
}
