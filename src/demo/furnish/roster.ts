// Who serves at the made-up centre, and where customers reach it.
import type { RoleName } from '#access/contract'
import type { DoorName } from '../texts/story.ts'

export type TeamName = 'light' | 'furniture' | 'world' | 'workshop' | 'accounts'
export type Colleague = {
  key: string
  name: string
  title: string
  role: RoleName
  language: 'fr' | 'en'
  teams: readonly TeamName[]
  deputy: string | null // key of somebody above
  skills: readonly (readonly [skill: string, level: number])[]
}

export const teams: Record<TeamName, { name: string; manager: string }> = {
  light: { name: 'Lumières', manager: 'sophie' },
  furniture: { name: 'Petit mobilier', manager: 'karim' },
  world: { name: 'Professionnels et export', manager: 'judith' },
  workshop: { name: 'Atelier', manager: 'bernard' },
  accounts: { name: 'Comptabilité', manager: 'aurelie' },
}

export const roster: readonly Colleague[] = [
  { key: 'helene', name: 'Hélène Vasseur', title: 'Directrice de la relation client', role: 'director', language: 'fr', teams: [], deputy: null, skills: [] },
  { key: 'marc', name: 'Marc Oyelaran', title: 'Responsable du centre', role: 'centre_manager', language: 'fr', teams: [], deputy: 'helene', skills: [] },
  { key: 'sophie', name: 'Sophie Lambert', title: 'Responsable d’équipe, Lumières', role: 'team_manager', language: 'fr', teams: ['light'], deputy: 'marc', skills: [['Électricité', 4]] },
  { key: 'karim', name: 'Karim Benali', title: 'Responsable d’équipe, Petit mobilier', role: 'team_manager', language: 'fr', teams: ['furniture'], deputy: 'sophie', skills: [['Bois', 5]] },
  { key: 'judith', name: 'Judith Moreau', title: 'Responsable des comptes professionnels', role: 'team_manager', language: 'fr', teams: ['world'], deputy: 'marc', skills: [['Anglais', 4], ['Devis', 5]] },
  { key: 'camille', name: 'Camille Fontaine', title: 'Conseillère', role: 'agent', language: 'fr', teams: ['light'], deputy: 'sophie', skills: [['Électricité', 3], ['Retours', 4]] },
  { key: 'ines', name: 'Inès Haddad', title: 'Conseillère, la plume de la maison', role: 'agent', language: 'fr', teams: ['light'], deputy: 'camille', skills: [['Retours', 3], ['Arabe', 5]] },
  { key: 'thomas', name: 'Thomas Rigal', title: 'Conseiller technique', role: 'agent', language: 'fr', teams: ['light'], deputy: 'ines', skills: [['Électricité', 5]] },
  { key: 'yann', name: 'Yann Le Goff', title: 'Conseiller', role: 'agent', language: 'fr', teams: ['furniture'], deputy: 'karim', skills: [['Bois', 4], ['Breton', 3]] },
  { key: 'lea', name: 'Léa Dubois-Martin', title: 'Conseillère', role: 'agent', language: 'fr', teams: ['furniture'], deputy: 'yann', skills: [['Livraisons', 5]] },
  { key: 'oscar', name: 'Oscar Nilsson', title: 'Conseiller export', role: 'agent', language: 'en', teams: ['world'], deputy: 'judith', skills: [['Anglais', 5], ['Suédois', 5]] },
  { key: 'priya', name: 'Priya Raman', title: 'Conseillère export', role: 'agent', language: 'en', teams: ['world'], deputy: 'oscar', skills: [['Anglais', 5], ['Devis', 3]] },
  { key: 'nadia', name: 'Nadia Cherif', title: 'Qualité et écoute client', role: 'quality', language: 'fr', teams: [], deputy: null, skills: [] },
  { key: 'bernard', name: 'Bernard Caille', title: 'Chef d’atelier', role: 'back_office', language: 'fr', teams: ['workshop'], deputy: null, skills: [] },
  { key: 'aurelie', name: 'Aurélie Roche', title: 'Comptable', role: 'back_office', language: 'fr', teams: ['accounts'], deputy: null, skills: [] },
  { key: 'bastien', name: 'Bastien Roux', title: 'Informatique', role: 'it', language: 'fr', teams: [], deputy: null, skills: [] },
] // prettier-ignore

type Door = {
  brand: 'lumen' | 'clairbois'
  name: string
  local: string
  host: 'lumen' | 'clairbois'
  duty: string
  rota: readonly string[]
}
// The rota names who is on duty from Monday to Saturday; `duty` is whoever is when nobody is named.
export const doors: Record<DoorName, Door> = {
  lumen: { brand: 'lumen', name: 'Bonjour Maison Lumen', local: 'bonjour', host: 'lumen', duty: 'sophie', rota: ['camille', 'ines', 'thomas', 'camille', 'ines', 'sophie'] },
  clairbois: { brand: 'clairbois', name: 'Contact Clairbois', local: 'contact', host: 'clairbois', duty: 'karim', rota: ['yann', 'lea', 'yann', 'lea', 'karim', 'yann'] },
  pro: { brand: 'lumen', name: 'Professionnels', local: 'pro', host: 'lumen', duty: 'judith', rota: ['judith', 'priya', 'judith', 'oscar', 'judith', 'judith'] },
  english: { brand: 'lumen', name: 'English letters', local: 'hello', host: 'lumen', duty: 'oscar', rota: ['oscar', 'priya', 'oscar', 'priya', 'oscar', 'priya'] },
} // prettier-ignore

export const brandCast = {
  lumen: { name: 'Maison Lumen', colour: '#b45309', signature: 'Maison Lumen\nLampes et petites lumières depuis 1974' },
  clairbois: { name: 'Atelier Clairbois', colour: '#3f6212', signature: 'Atelier Clairbois\nPetit mobilier qui ne danse pas' },
} as const

export const templates: readonly { name: string; language: 'fr' | 'en'; html: string }[] = [
  { name: 'Remplacement immédiat', language: 'fr', html: '<p>Bonjour {{customer.name}},</p><p>Un remplacement part aujourd’hui de notre atelier. Vous n’avez rien à nous renvoyer.</p><p>Je reste à votre disposition sous le numéro de dossier {{case.number}}.</p><p>{{agent.name}}<br>{{brand.name}}</p>' },
  { name: 'Demande de photo', language: 'fr', html: '<p>Bonjour {{customer.name}},</p><p>Pourriez-vous m’envoyer une photo, même floue ? Je verrai tout de suite de quelle pièce il s’agit.</p><p>{{agent.name}}</p>' },
  { name: 'Remboursement ordonné', language: 'fr', html: '<p>Bonjour {{customer.name}},</p><p>Le remboursement a été ordonné ce {{today}}. Selon votre banque, il paraît sous deux à cinq jours ouvrés.</p><p>Je vérifie moi-même qu’il est bien arrivé.</p><p>{{agent.name}}</p>' },
  { name: 'Je reviens vers vous', language: 'fr', html: '<p>Bonjour {{customer.first_name}},</p><p>J’ai bien lu votre message et je m’en occupe. Vous aurez ma réponse demain avant midi.</p><p>{{agent.name}}</p>' },
  { name: 'Replacement on its way', language: 'en', html: '<p>Dear {{customer.name}},</p><p>A replacement leaves our workshop today, and there is nothing to return.</p><p>Your case number is {{case.number}}.</p><p>{{agent.name}}<br>{{brand.name}}</p>' },
] // prettier-ignore
