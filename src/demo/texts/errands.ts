// What the centre asks of its own back office and of those outside, and what comes back. By the reason of a case; pure words.
import type { Reason } from './story.ts'

export type Asked = 'workshop' | 'accounts' | 'carrier'
export type Errand = { of: Asked; title: string; text: string; answer: string; minutes: number; checklist: readonly string[] }

const seen = ['Reprendre la photo du client', 'Noter le numéro de série']

export const errands: Partial<Record<Reason, readonly Errand[]>> = {
  damage: [
    { of: 'workshop', title: 'Une pièce de remplacement est-elle prête ?', text: 'Le client a reçu la sienne abîmée. En reste-t-il une, vérifiée, qui puisse partir ?', answer: 'Oui, une, contrôlée ce matin. Emballage double, elle peut partir au prochain enlèvement.', minutes: 240, checklist: seen },
    { of: 'carrier', title: 'Constat d’avarie', text: 'Le colis est arrivé abîmé. Pouvez-vous ouvrir un constat et nous dire qui l’a manipulé en dernier ?', answer: 'Constat ouvert. Le colis est tombé au tri de nuit ; nous prenons le remplacement à notre charge.', minutes: 480, checklist: [] },
  ],
  fault: [
    { of: 'workshop', title: 'D’où peut venir la panne ?', text: 'Symptôme décrit dans le message joint. Est-ce la série de mars ?', answer: 'Oui, série de mars : le contact du socle. Dix minutes de travail, ou une pièce à poser soi-même avec un tournevis plat.', minutes: 300, checklist: seen },
  ],
  invoice: [
    { of: 'accounts', title: 'Vérifier le paiement', text: 'Le client parle d’un débit qu’il ne comprend pas. Que voit-on chez nous ?', answer: 'Présenté deux fois par la banque, à onze secondes d’écart. Le second est annulé ; il disparaîtra sous cinq jours ouvrés.', minutes: 480, checklist: ['Comparer avec le relevé de la banque'] },
  ],
  return: [
    { of: 'accounts', title: 'Rembourser le retour', text: 'Colis rendu et contrôlé. Montant sur la facture jointe au dossier.', answer: 'Ordonné ce jour, en entier, frais de port compris.', minutes: 960, checklist: [] },
  ],
  delivery: [
    { of: 'carrier', title: 'Où est le colis ?', text: 'Le suivi ne bouge plus. Merci de regarder au dépôt et de nous donner un créneau de livraison sûr.', answer: 'Retrouvé au dépôt, étiquette décollée. Livraison lundi entre 9 h et 13 h, sur appel.', minutes: 360, checklist: [] },
  ],
  quote: [
    { of: 'workshop', title: 'Délai de fabrication pour ce devis', text: 'Le client attend un devis. Combien de semaines pour la série, et reste-t-il du laiton brossé ?', answer: 'Six semaines à partir de l’accord. Laiton brossé : il en reste pour soixante pièces.', minutes: 960, checklist: ['Vérifier le stock de laiton', 'Réserver une semaine d’atelier'] },
  ],
} // prettier-ignore

export const carrier = {
  name: 'Transports Hirondelle',
  email: 'exploitation@transports-hirondelle.example',
  trade: 'Transporteur',
  superior: { name: 'Régine Aubry', email: 'r.aubry@transports-hirondelle.example' },
  note: 'Répond vite le matin. Donner toujours le numéro de commande.',
} as const
export const glassworks = {
  name: 'Verrerie Delmas',
  email: 'atelier@verrerie-delmas.example',
  trade: 'Souffleur de verre',
  superior: null,
  note: 'Fermée le lundi. Ne répond pas pendant les cuissons.',
} as const

/** What those outside write back, whatever was asked. */
export const outsideAnswers = [
  'Bonjour,\n\nJ’ai regardé : c’est bien chez nous, et cela part demain matin. Vous aurez le numéro de suivi avant midi.\n\nCordialement,\n{moi}',
  'Bonjour,\n\nC’est vu avec l’équipe de nuit. L’étiquette s’était décollée ; tout est rentré dans l’ordre.\n\n{moi}',
  'Bonjour,\n\nOui, c’est possible, à condition d’avoir votre accord avant jeudi. Le prix ne change pas.\n\nBien à vous,\n{moi}',
  'Bonjour,\n\nDésolés pour l’attente, nous étions en pleine cuisson. Il en reste deux, je vous les garde.\n\n{moi}',
] as const

export const topics = [
  { name: 'Panne, pièce, réparation', about: 'Ce qui se répare, et avec quoi.', words: ['panne', 'pièce', 'socle', 'ampoule', 'réparer', 'bourdonne'], whom: ['workshop', 'thomas'] },
  { name: 'Facture et paiement', about: 'Ce qui a été débité, remboursé, facturé.', words: ['facture', 'paiement', 'débit', 'remboursement', 'tva'], whom: ['accounts'] },
  { name: 'Livraison', about: 'Où est le colis, et quand il arrive.', words: ['livraison', 'colis', 'suivi', 'transporteur'], whom: ['carrier', 'lea'] },
  { name: 'Verre et abat-jour', about: 'Le verre soufflé, ses couleurs, ses casses.', words: ['verre', 'abat-jour', 'soufflé', 'fêlé'], whom: ['workshop', 'glassworks'] },
] as const // prettier-ignore
