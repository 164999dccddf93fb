// What may be done in the house, and which role may do it.

// ── what may be done ─────────────────────────────────────────────────────────────────────────────────────────────────────
export const permissions = {
  'case.read': { fr: 'Lire les dossiers', en: 'Read cases' },
  'case.create': { fr: 'Ouvrir un dossier', en: 'Open a case' },
  'case.reply': { fr: 'Répondre au client', en: 'Reply to the customer' },
  'case.note': { fr: 'Écrire une note interne', en: 'Write an internal note' },
  'case.edit': { fr: 'Modifier le dossier', en: 'Edit a case' },
  'case.take': { fr: 'Prendre un dossier', en: 'Take a case' },
  'case.hand_over': { fr: 'Passer la main sur ses dossiers', en: 'Hand over one’s own cases' },
  'case.assign': { fr: 'Confier le dossier d’un autre', en: 'Give somebody else’s case to a person' },
  'case.close': { fr: 'Clore un dossier', en: 'Close a case' },
  'case.reopen': { fr: 'Rouvrir un dossier', en: 'Reopen a case' },
  'customer.read': { fr: 'Lire les fiches clients', en: 'Read customers' },
  'customer.edit': { fr: 'Modifier les fiches clients', en: 'Edit customers' },
  'customer.accept_likeness': { fr: 'Reconnaître une personne proposée', en: 'Accept that two proposed records are one person' },
  'customer.merge': { fr: 'Réunir ou séparer deux fiches', en: 'Join or part two customers' },
  'staff.read': { fr: 'Voir l’annuaire de l’équipe', en: 'See the staff directory' },
  'staff.manage': { fr: 'Gérer personnes, équipes et absences', en: 'Manage people, teams and absences' },
  'absence.approve': { fr: 'Approuver les absences', en: 'Approve absences' },
  'presence.set': { fr: 'Régler sa présence', en: 'Set one’s own presence' },
  'presence.set_others': { fr: 'Régler la présence d’un autre', en: 'Set somebody else’s presence' },
  'team.follow': { fr: 'Suivre la journée d’une équipe', en: 'Follow the day of a team' },
  'brand.read': { fr: 'Voir les marques', en: 'See brands' },
  'brand.manage': { fr: 'Gérer les marques', en: 'Manage brands' },
  'channel.read': { fr: 'Voir les canaux et le bureau de poste', en: 'See channels and the post office' },
  'channel.manage': { fr: 'Gérer les canaux', en: 'Manage channels' },
  'calendar.read': { fr: 'Voir les horaires', en: 'See calendars' },
  'calendar.manage': { fr: 'Gérer les horaires', en: 'Manage calendars' },
  'clock.manage': { fr: 'Gérer niveaux de service et contrats', en: 'Manage service levels and contracts' },
  'routing.take': { fr: 'Se voir proposer du travail', en: 'Be offered work' },
  'routing.read': { fr: 'Voir les files et qui fait quoi', en: 'See the queues and who does what' },
  'routing.steer': {
    fr: 'Piloter le plateau : faire passer devant, placer, ouvrir et fermer',
    en: 'Run the floor: raise, place, open and close',
  },
  'routing.manage': { fr: 'Gérer les règles de répartition', en: 'Manage the rules of routing' },
  'rehearsal.run': { fr: 'Répéter une journée sous d’autres règles', en: 'Rehearse a day under other rules' },
  'workforce.read': { fr: 'Voir prévisions, besoins et plannings', en: 'See forecasts, needs and schedules' },
  'workforce.approve': { fr: 'Accorder échanges et créneaux', en: 'Grant swaps and open shifts' },
  'workforce.manage': { fr: 'Prévoir, planifier et publier', en: 'Forecast, schedule and publish' },
  'template.read': { fr: 'Utiliser les modèles de réponse', en: 'Use reply templates' },
  'template.manage': { fr: 'Gérer les modèles de réponse', en: 'Manage reply templates' },
  'article.read': { fr: 'Lire les articles', en: 'Read articles' },
  'article.manage': { fr: 'Écrire et publier les articles', en: 'Write and publish articles' },
  'task.read': { fr: 'Voir les tâches qu’on lui demande', en: 'See the tasks one is asked' },
  'task.answer': { fr: 'Répondre aux tâches', en: 'Answer tasks' },
  'task.manage': { fr: 'Gérer procédures et délais des équipes', en: 'Manage procedures and the time teams take' },
  'field.manage': { fr: 'Gérer les champs', en: 'Manage fields' },
  'view.share': { fr: 'Partager des vues avec tout le monde', en: 'Share views with everybody' },
  'setup.manage': { fr: 'Choisir et changer l’installation', en: 'Choose and change the set-up' },
  'tray.handle': { fr: 'Traiter ce qui n’a pas pu être classé', en: 'Handle what could not be filed' },
  'key.manage': { fr: 'Gérer les clés d’accès', en: 'Manage API keys' },
  'role.manage': { fr: 'Donner et retirer des rôles', en: 'Give and take roles' },
  'audit.read': { fr: 'Lire le journal d’audit', en: 'Read the audit trail' },
  'journal.read': { fr: 'Lire le journal des événements', en: 'Read the journal of events' },
  'health.read': { fr: 'Voir l’état du service', en: 'See the health of the service' },
  'tenant.manage': { fr: 'Gérer la maison entière', en: 'Manage the whole house' },
} as const
export type Permission = keyof typeof permissions
export const permissionNames = Object.keys(permissions) as Permission[] // the keys of a literal are its names

// ── who may do it ────────────────────────────────────────────────────────────────────────────────────────────────────────
const seeing = [
  'case.read',
  'customer.read',
  'staff.read',
  'brand.read',
  'channel.read',
  'calendar.read',
  'template.read',
  'article.read',
  'presence.set',
  'task.read',
  'task.answer',
] as const
const serving = [
  ...seeing, 'case.create', 'case.reply', 'case.note', 'case.edit', 'case.take', 'case.hand_over', 'case.close', 'case.reopen', 'customer.edit', 'customer.accept_likeness', 'routing.take',
] as const // prettier-ignore
const leading = [
  ...serving,
  'case.assign',
  'customer.merge',
  'absence.approve',
  'presence.set_others',
  'team.follow',
  'routing.read',
  'routing.steer',
  'workforce.read',
  'workforce.approve',
  'template.manage',
  'article.manage',
  'task.manage',
  'view.share',
  'tray.handle',
  'journal.read',
] as const
const running = [
  ...leading,
  'staff.manage',
  'role.manage',
  'calendar.manage',
  'clock.manage',
  'routing.manage',
  'rehearsal.run',
  'workforce.manage',
  'health.read',
] as const
const centre = [...running, 'brand.manage', 'channel.manage', 'field.manage', 'setup.manage', 'key.manage', 'audit.read'] as const

type Role = { fr: string; en: string; permissions: ReadonlySet<Permission> }
const role = (fr: string, en: string, allowed: readonly Permission[]): Role => ({ fr, en, permissions: new Set(allowed) })

export const roles = {
  director: role('Directeur', 'Director', permissionNames),
  centre_manager: role('Responsable de centre', 'Centre manager', centre),
  floor_manager: role('Responsable de plateau', 'Floor manager', running),
  team_manager: role('Responsable d’équipe', 'Team manager', leading),
  agent: role('Conseiller', 'Agent', serving),
  trainer: role('Formateur', 'Trainer', [...seeing, 'template.manage', 'article.manage']),
  flow_manager: role('Gestionnaire de flux', 'Flow manager', [
    ...seeing, 'case.assign', 'presence.set_others', 'team.follow', 'calendar.manage', 'clock.manage', 'tray.handle', 'journal.read', 'health.read',
    'routing.read', 'routing.steer', 'routing.manage', 'rehearsal.run', 'workforce.read', 'workforce.approve', 'workforce.manage',
  ]), // prettier-ignore
  quality: role('Chargé de qualité', 'Quality officer', [...seeing, 'case.note', 'audit.read', 'journal.read']),
  account_manager: role('Responsable de compte', 'Account manager', [...seeing, 'case.note', 'customer.edit', 'journal.read']),
  it: role('Informatique', 'IT', [
    'staff.read', 'brand.read', 'channel.read', 'channel.manage', 'calendar.read', 'key.manage', 'audit.read', 'health.read', 'presence.set', 'task.read', 'task.answer',
  ]), // prettier-ignore
  back_office: role('Arrière-guichet', 'Back office', ['task.read', 'task.answer', 'staff.read', 'presence.set', 'routing.take']), // answers tasks without reading cases
} as const
export type RoleName = keyof typeof roles
export const roleNames = Object.keys(roles) as [RoleName, ...RoleName[]] // the keys of a literal are its names
