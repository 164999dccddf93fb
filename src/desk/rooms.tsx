// What the desk shows, in the order of the rail. A room adds its pages here, each fetched when it is first opened:
//   { path: '/cases', words, name: 'cases', icon: 'cases', screen: lazyScreen(() => import('#cases/screens'), 'CasesPage') }
// `nav: false` keeps a page out of the rail. `search` says what the page keeps in the address; it must accept anything.
import { lazyRouteComponent, type RouteComponent } from '@tanstack/react-router'
import { AllCasesPage, CasePage, MentionsPage, MyCasesPage, readFilter, SearchPage, useWaiting } from '#cases/screens'
import { PlayPage } from '#demo/screens'
import type { IconName } from '#ui/icon'
import { useLatePromises } from './late-promises.ts'
import { useWaitingChats } from './waiting-chats.ts'
import { words } from './words.ts'

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
}

const label = (key: keyof typeof words.fr): Label => ({ fr: words.fr[key], en: words.en[key] })

export const screens: readonly Screen[] = [
  {
    path: '/',
    label: label('myCases'),
    icon: 'mine',
    place: 'work',
    goKey: 'm',
    count: useWaiting,
    needs: 'case.read',
    screen: MyCasesPage,
  },
  {
    path: '/chats',
    label: label('chats'),
    icon: 'chat',
    place: 'work',
    goKey: 'c',
    count: useWaitingChats,
    needs: 'case.read',
    search: ({ chat }) => (typeof chat === 'string' ? { chat } : {}),
    screen: lazyRouteComponent(() => import('#channels/screens'), 'ChatsPage'),
  },
  {
    path: '/promises',
    label: label('promises'),
    icon: 'promise',
    place: 'work',
    goKey: 'p',
    count: useLatePromises,
    needs: 'case.read',
    screen: lazyRouteComponent(() => import('#commitments/screens'), 'PromisesPage'),
  },
  {
    path: '/silence',
    label: label('silence'),
    short: label('silenceShort'),
    icon: 'clock',
    place: 'work',
    goKey: 's',
    needs: 'case.read',
    search: ({ tab }) => (typeof tab === 'string' ? { tab } : {}),
    screen: lazyRouteComponent(() => import('#clocks/screens'), 'QuietPage'),
  },
  {
    path: '/cases',
    label: label('allCases'),
    short: label('allShort'),
    icon: 'cases',
    place: 'work',
    goKey: 'a',
    needs: 'case.read',
    search: readFilter,
    screen: AllCasesPage,
  },
  { path: '/cases/$id', label: label('oneCase'), icon: 'cases', place: 'hidden', needs: 'case.read', screen: CasePage },
  {
    path: '/absences/$id',
    label: label('staff'),
    icon: 'calendar',
    place: 'hidden',
    needs: 'staff.read',
    screen: lazyRouteComponent(() => import('./absence-page.tsx'), 'AbsenceWithPlan'),
  },
  {
    path: '/notices',
    label: label('notices'),
    icon: 'bell',
    place: 'hidden',
    screen: lazyRouteComponent(() => import('#staff/screens'), 'NoticesPage'),
  },
  { path: '/mentions', label: label('mentions'), icon: 'mine', place: 'hidden', needs: 'case.read', screen: MentionsPage },
  {
    path: '/search',
    label: label('search'),
    icon: 'search',
    place: 'hidden',
    needs: 'case.read',
    search: readFilter,
    screen: SearchPage,
  },
  {
    path: '/articles',
    label: label('articles'),
    icon: 'book',
    place: 'work',
    goKey: 'k',
    needs: 'article.read',
    screen: lazyRouteComponent(() => import('#knowledge/screens'), 'ArticlesPage'),
  },
  {
    path: '/articles/$id',
    label: label('articles'),
    icon: 'book',
    place: 'hidden',
    needs: 'article.read',
    screen: lazyRouteComponent(() => import('#knowledge/screens'), 'ArticlePage'),
  },
  {
    path: '/customers',
    label: label('customers'),
    icon: 'people',
    place: 'work',
    goKey: 'u',
    needs: 'customer.read',
    search: ({ tab }) => (typeof tab === 'string' ? { tab } : {}),
    screen: lazyRouteComponent(() => import('#customers/screens'), 'CustomersPage'),
  },
  {
    path: '/customers/$id',
    label: label('customers'),
    icon: 'people',
    place: 'hidden',
    needs: 'customer.read',
    screen: lazyRouteComponent(() => import('#customers/screens'), 'CustomerPage'),
  },
  {
    path: '/sign-in',
    label: label('signIn'),
    icon: 'door',
    place: 'hidden',
    bare: true,
    open: true,
    search: ({ to }) => (typeof to === 'string' ? { to } : {}),
    screen: lazyRouteComponent(() => import('#access/screens'), 'SignInPage'),
  },
  {
    path: '/welcome',
    label: label('welcome'),
    icon: 'star',
    place: 'hidden',
    bare: true,
    needs: 'tenant.manage',
    screen: lazyRouteComponent(() => import('#channels/screens'), 'WelcomePage'),
  },
  {
    path: '/house',
    label: label('house'),
    icon: 'settings',
    place: 'hidden',
    goKey: 'h',
    screen: lazyRouteComponent(() => import('./house/page.tsx'), 'HousePage'),
  },
  {
    path: '/post-office',
    label: label('postOffice'),
    icon: 'post',
    place: 'house',
    goKey: 'o',
    needs: 'channel.read',
    search: ({ tab }) => (typeof tab === 'string' ? { tab } : {}),
    screen: lazyRouteComponent(() => import('#channels/screens'), 'PostOfficePage'),
  },
  {
    path: '/widgets',
    label: label('widgets'),
    icon: 'globe',
    place: 'house',
    needs: 'channel.read',
    screen: lazyRouteComponent(() => import('#channels/screens'), 'WidgetsPage'),
  },
  {
    path: '/forms',
    label: label('forms'),
    icon: 'form',
    place: 'house',
    needs: 'channel.read',
    screen: lazyRouteComponent(() => import('#channels/screens'), 'FormsPage'),
  },
  {
    path: '/forms/$id',
    label: label('forms'),
    icon: 'form',
    place: 'hidden',
    needs: 'channel.read',
    search: ({ tab }) => (typeof tab === 'string' ? { tab } : {}),
    screen: lazyRouteComponent(() => import('#channels/screens'), 'FormPage'),
  },
  {
    path: '/staff',
    label: label('staff'),
    icon: 'handover',
    place: 'house',
    goKey: 'e',
    needs: 'staff.read',
    search: ({ tab, now }) => ({ ...(typeof tab === 'string' ? { tab } : {}), ...(now ? { now: 1 } : {}) }),
    screen: lazyRouteComponent(() => import('#staff/screens'), 'StaffPage'),
  },
  {
    path: '/brands',
    label: label('brands'),
    icon: 'door',
    place: 'house',
    needs: 'brand.read',
    screen: lazyRouteComponent(() => import('#brands/screens'), 'BrandsPage'),
  },
  {
    path: '/calendars',
    label: label('calendars'),
    icon: 'calendar',
    place: 'house',
    needs: 'calendar.read',
    screen: lazyRouteComponent(() => import('#calendars/screens'), 'CalendarsPage'),
  },
  {
    path: '/service-levels',
    label: label('serviceLevels'),
    icon: 'clock',
    place: 'house',
    needs: 'case.read',
    search: ({ tab }) => (typeof tab === 'string' ? { tab } : {}),
    screen: lazyRouteComponent(() => import('#clocks/screens'), 'LevelsPage'),
  },
  {
    path: '/upkeep',
    label: label('upkeep'),
    icon: 'settings',
    place: 'house',
    needs: 'health.read',
    screen: lazyRouteComponent(() => import('#upkeep/screens'), 'UpkeepPage'),
  },
  {
    path: '/keys',
    label: label('keys'),
    icon: 'key',
    place: 'house',
    needs: 'key.manage',
    screen: lazyRouteComponent(() => import('#access/screens'), 'KeysPage'),
  },
  {
    path: '/audit',
    label: label('audit'),
    icon: 'shield',
    place: 'house',
    needs: 'audit.read',
    search: ({ what }) => (typeof what === 'string' ? { what } : {}),
    screen: lazyRouteComponent(() => import('./audit-page.tsx'), 'AuditPage'),
  },
  {
    path: '/roles',
    label: label('roles'),
    icon: 'lock',
    place: 'house',
    screen: lazyRouteComponent(() => import('#access/screens'), 'RolesPage'),
  },
  {
    path: '/account',
    label: label('account'),
    icon: 'mine',
    place: 'hidden',
    screen: lazyRouteComponent(() => import('#access/screens'), 'AccountPage'),
  },
  {
    path: '/play',
    label: label('play'),
    icon: 'star',
    place: 'hidden',
    needs: 'customer.read',
    screen: PlayPage,
  },
  {
    path: '/design',
    label: label('design'),
    icon: 'star',
    place: 'hidden',
    open: true,
    screen: lazyRouteComponent(() => import('./design/page.tsx'), 'DesignPage'),
  },
]
