import type { RouteComponent } from '@tanstack/react-router'
import type { IconName } from '#ui/icon'
import { words } from '../words.ts'

export type Label = { fr: string; en: string }
export type Screen = {
  path: string // below /desk; '$id' names a part: '/cases/$id'
  label: Label
  short?: Label // under the thumb, where the whole label does not fit
  icon: IconName
  screen: RouteComponent
  place: 'work' | 'team' | 'house' | 'hidden' // the first group of the rail, the second, behind its last entry (house/shelves.ts says where), or nowhere
  goKey?: string // 'g' then this letter
  count?: () => number | undefined // a hook: how many wait there
  search?: (kept: Record<string, unknown>) => Record<string, unknown>
  bare?: boolean // without the frame: sign-in, first run
  needs?: string // the permission without which the page is neither listed nor shown
  open?: boolean // for who has not signed in
  around?: readonly string[] // pages of its own that stand beside it: on each of them it is where one is
  onceShifted?: boolean // listed only for whoever has had a shift published
  onceRouted?: boolean // listed only where rules are in force by which work is offered
  onceCrewed?: boolean // there too, and where there are people enough to be planned for
}

export const label = (key: keyof typeof words.fr): Label => ({ fr: words.fr[key], en: words.en[key] })
