// What stands beside the rail: signing in, the first day, oneself, the demonstration.
import { lazyRouteComponent } from '@tanstack/react-router'
import { PlayPage } from '#demo/screens'
import { welcomeScreens } from '../handed-in.tsx'
import { label, type Screen } from './screen.ts'

export const apart: readonly Screen[] = [
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
    screen: lazyRouteComponent(welcomeScreens, 'WelcomePage'),
  },
  {
    path: '/house',
    label: label('house'),
    icon: 'settings',
    place: 'hidden',
    goKey: 'h',
    screen: lazyRouteComponent(() => import('../house/page.tsx'), 'HousePage'),
  },
  {
    path: '/account',
    label: label('account'),
    icon: 'mine',
    place: 'hidden',
    screen: lazyRouteComponent(() => import('../account-page.tsx'), 'AccountPage'),
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
    screen: lazyRouteComponent(() => import('../design/page.tsx'), 'DesignPage'),
  },
]
