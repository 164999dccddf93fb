// What may be done in the house, and which role may do it.

// ── what may be done ─────────────────────────────────────────────────────────────────────────────────────────────────────
export const permissionNames = [
  'case.read',
  'case.create',
  'case.reply',
  'case.note',
  'case.edit',
  'case.take',
  'case.hand_over',
  'case.assign',
  'case.close',
  'case.reopen',
  'customer.read',
  'customer.edit',
  'customer.accept_likeness',
  'customer.merge',
  'staff.read',
  'staff.manage',
  'absence.approve',
  'presence.set',
  'presence.set_others',
  'team.follow',
  'brand.read',
  'brand.manage',
  'channel.read',
  'channel.manage',
  'calendar.read',
  'calendar.manage',
  'clock.manage',
  'routing.take',
  'routing.read',
  'routing.steer',
  'routing.manage',
  'rehearsal.run',
  'workforce.read',
  'workforce.approve',
  'workforce.manage',
  'template.read',
  'template.manage',
  'article.read',
  'article.manage',
  'task.read',
  'task.answer',
  'task.manage',
  'field.manage',
  'view.share',
  'setup.manage',
  'tray.handle',
  'key.manage',
  'role.manage',
  'audit.read',
  'journal.read',
  'health.read',
  'tenant.manage',
] as const
export type Permission = (typeof permissionNames)[number]

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
