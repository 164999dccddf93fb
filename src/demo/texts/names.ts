// The people and things of the made-up centre. Domains end in .example (RFC 2606): nobody lives there.
export type Who = { first: string; last: string; gender: 'f' | 'm' }

export const firstNames: Record<'fr' | 'en', Record<Who['gender'], readonly string[]>> = {
  fr: {
    f: ['Adèle', 'Amina', 'Anaïs', 'Béatrice', 'Capucine', 'Claire', 'Élodie', 'Fatou', 'Françoise', 'Hélène', 'Jeanne', 'Linh', 'Lucie', 'Maëlle', 'Margaux', 'Mireille', 'Nour', 'Odile', 'Rosalie', 'Salomé', 'Solène', 'Yasmina', 'Zoé'],
    m: ['Alban', 'Antoine', 'Aurélien', 'Baptiste', 'Bakary', 'Côme', 'Damien', 'Émile', 'Fabrice', 'Gaël', 'Hakim', 'Jean-Baptiste', 'Joachim', 'Loïc', 'Lucien', 'Mathis', 'Mehdi', 'Noël', 'Pascal', 'Rémi', 'Sacha', 'Théo', 'Wilfried'],
  },
  en: {
    f: ['Beatrice', 'Charlotte', 'Fiona', 'Grace', 'Harriet', 'Imogen', 'Ngozi', 'Rosalind'],
    m: ['Alistair', 'Callum', 'Daniel', 'Edmund', 'Gareth', 'Hamish', 'Kwame', 'Rupert'],
  },
} // prettier-ignore
export const lastNames: Record<'fr' | 'en', readonly string[]> = {
  fr: ['Abadie', 'Arnoux', 'Belkacem', 'Besson', 'Blanchard', 'Camara', 'Carlier', 'Chevallier', 'Collignon', 'Da Silva', 'Delattre', 'Delmas', 'Diallo', 'Duval', 'Escoffier', 'Faure', 'Ferrand', 'Gaillard', 'Garnier', 'Guillou', 'Hamon', 'Jacquet', 'Joubert', 'Kermarrec', 'Lacroix', 'Le Bihan', 'Lefort', 'Mallet', 'Marchetti', 'Mercadier', 'N’Guyen', 'Ollivier', 'Pasquier', 'Péron', 'Quesnel', 'Rambaud', 'Renaudin', 'Rousselle', 'Saadi', 'Sicard', 'Tessier', 'Thibodeau', 'Vallet', 'Weber'],
  en: ['Ashworth', 'Barclay', 'Carmichael', 'Dunmore', 'Ellery', 'Fairweather', 'Hollis', 'Kettering', 'Lockwood', 'Okafor', 'Pemberton', 'Sutcliffe', 'Thornbury', 'Whitcombe'],
} // prettier-ignore
export const cities = ['Angers', 'Annecy', 'Bayonne', 'Besançon', 'Colmar', 'Dijon', 'La Rochelle', 'Le Mans', 'Limoges', 'Nantes', 'Quimper', 'Reims', 'Rennes', 'Tours', 'Valence', 'Vannes'] as const // prettier-ignore
export const mailHosts = [
  'courriel.example',
  'boitemail.example',
  'poste-libre.example',
  'webmail.example',
  'lettres.example',
] as const

// All of them feminine, so that every sentence agrees with every one.
export const lamps = ['lampe Séraphine', 'suspension Nénuphar', 'liseuse Minuit', 'lampe Ribambelle', 'lampe Comète', 'veilleuse Hérisson', 'suspension Mistral'] as const // prettier-ignore
export const lampsInEnglish = ['Séraphine lamp', 'Nénuphar pendant', 'Minuit reading lamp', 'Comète table lamp'] as const
export const furniture = ['table basse Colvert', 'console Mésange', 'desserte Romarin', 'chaise Bruyère', 'bibliothèque Tilleul', 'petite armoire Noisette'] as const // prettier-ignore

export type CompanyCast = { name: string; domain: string; language: 'fr' | 'en' }
export const companies: readonly CompanyCast[] = [
  { name: 'Hôtel Bellerive', domain: 'hotel-bellerive.example', language: 'fr' },
  { name: 'Brasserie du Vieux-Port', domain: 'brasserie-vieux-port.example', language: 'fr' },
  { name: 'Agence Trait d’Union', domain: 'trait-union.example', language: 'fr' },
  { name: 'Clinique Saint-Roch', domain: 'clinique-saint-roch.example', language: 'fr' },
  { name: 'Mairie de Saint-Aubin-des-Bois', domain: 'saint-aubin-des-bois.example', language: 'fr' },
  { name: 'Librairie L’Échappée', domain: 'lechappee.example', language: 'fr' },
  { name: 'Cabinet Perrin & Associés', domain: 'perrin-associes.example', language: 'fr' },
  { name: 'La Ruche Rouge, bureaux partagés', domain: 'laruche-rouge.example', language: 'fr' },
  { name: 'Restaurant Chez Odile', domain: 'chez-odile.example', language: 'fr' },
  { name: 'Théâtre de la Manivelle', domain: 'theatre-manivelle.example', language: 'fr' },
  { name: 'The Linden Hotel', domain: 'lindenhotel.example', language: 'en' },
  { name: 'Harcourt & Vane Interiors', domain: 'harcourtvane.example', language: 'en' },
]
