// All crafts, in the order in which things are made: what others speak of comes first. A new kind is a file and a line here.
import type { Craft } from './craft.ts'
import { ownFields } from './fields.ts'
import { holding } from './holding.ts'
import { levels } from './levels.ts'
import { procedures } from './procedures.ts'
import { reasons } from './reasons.ts'
import { teams } from './teams.ts'
import { templates } from './templates.ts'
import { views } from './views.ts'

export const crafts: readonly Craft[] = [reasons, teams, ownFields, templates, holding, levels, procedures, views]
