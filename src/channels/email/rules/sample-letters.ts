// What imaginary customers write. Pure: which one is told by a number from 0 to 1.
type Letter = { from: { name: string; address: string }; subject: string; text: string }

export function sampleLetter(language: 'fr' | 'en', chance: number): Letter {
  const all = letters[language]
  return all[Math.min(all.length - 1, Math.floor(chance * all.length))]! // the index is within the list
}

const letter = (name: string, address: string, [subject, text]: [string, string]): Letter => ({
  from: { name, address },
  subject,
  text,
})

const letters: Record<'fr' | 'en', Letter[]> = {
  fr: [
    letter('Camille Moreau', 'camille.moreau@example.org', [
      'Commande 48213 : la théière est arrivée fêlée',
      'Bonjour,\n\nMa commande 48213 est arrivée ce matin, mais la théière est fêlée sur tout le côté. C’est un cadeau pour samedi.\n\n' +
        'Pouvez-vous m’en envoyer une autre à temps, ou dois-je en chercher une ailleurs ?\n\nMerci d’avance,\nCamille Moreau\n06 39 98 12 04\n',
    ]),
    letter('Youssef Benali', 'y.benali@example.net', [
      'Changement d’adresse avant livraison',
      'Bonjour Madame, Monsieur,\n\nJe déménage vendredi, et ma livraison est prévue lundi à mon ancienne adresse.\n' +
        'Est-il encore possible de la faire venir au 12 rue des Tanneurs, à Lille ?\n\nBien cordialement,\nYoussef Benali\n',
    ]),
    letter('Hélène Garnier', 'helene.garnier@example.com', [
      'Deux fois le même prélèvement',
      'Bonjour,\n\nJe vois deux prélèvements de 64,90 € le 3 du mois alors que je n’ai qu’un abonnement.\n' +
        'Pourriez-vous vérifier, et me dire quand le second sera remboursé ?\n\nHélène Garnier\n',
    ]),
  ],
  en: [
    letter('Emily Carter', 'emily.carter@example.org', [
      'Order 48213: the teapot arrived cracked',
      'Hello,\n\nMy order 48213 came this morning, but the teapot is cracked all along one side. It is a present for Saturday.\n\n' +
        'Could you send another in time, or should I look for one elsewhere?\n\nMany thanks,\nEmily Carter\n',
    ]),
    letter('Daniel Okafor', 'd.okafor@example.net', [
      'Change of address before delivery',
      'Dear team,\n\nI am moving on Friday, and my delivery is due on Monday at my old address.\n' +
        'Can it still be sent to 12 Tanner Street instead?\n\nKind regards,\nDaniel Okafor\n',
    ]),
  ],
}
