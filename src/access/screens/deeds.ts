// What the audit trail may say, in words. What is not named here is shown by its own name.
export const deeds = {
  'session.started': { fr: 'Session ouverte', en: 'Session opened' },
  'session.ended': { fr: 'Session terminée', en: 'Session ended' },
  'link.requested': { fr: 'Lien de connexion demandé', en: 'Sign-in link asked for' },
  'link.made': { fr: 'Lien de connexion préparé', en: 'Sign-in link made' },
  'link.refused': { fr: 'Lien de connexion refusé', en: 'Sign-in link refused' },
  'password.set': { fr: 'Mot de passe choisi', en: 'Password chosen' },
  'account.opened': { fr: 'Compte ouvert', en: 'Account opened' },
  'account.closed': { fr: 'Compte fermé', en: 'Account closed' },
  'account.email_changed': { fr: 'Adresse de connexion changée', en: 'Sign-in address changed' },
  'account.grants_changed': { fr: 'Rôles changés', en: 'Roles changed' },
  'key.made': { fr: 'Clé créée', en: 'Key made' },
  'key.revoked': { fr: 'Clé révoquée', en: 'Key revoked' },
  'staff.person_added': { fr: 'Personne accueillie', en: 'Person welcomed' },
  'staff.person_changed': { fr: 'Fiche d’une personne modifiée', en: 'Person changed' },
  'staff.person_removed': { fr: 'Départ d’une personne', en: 'Person left' },
  'mailbox.added': { fr: 'Boîte reliée', en: 'Mailbox connected' },
  'mailbox.removed': { fr: 'Boîte retirée', en: 'Mailbox removed' },
  'house.first_run': { fr: 'Maison nommée', en: 'House named' },
  'tenant.created': { fr: 'Maison créée', en: 'House created' },
  'tenant.renamed': { fr: 'Maison renommée', en: 'House renamed' },
} as const
export type Deed = keyof typeof deeds
export const deedNames = Object.keys(deeds) as Deed[] // the keys of a literal are its names
