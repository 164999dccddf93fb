import { createRootRoute, createRoute, createRouter, Outlet } from '@tanstack/react-router'
import { Fallen } from '#ui/failure'
import { Skeleton } from '#ui/loading'
import { allowed } from './allowed.tsx'
import { Frame } from './frame.tsx'
import { followSignOut, guard } from './guard.ts'
import { Home, Missing } from './pages.tsx'
import { screens, type Screen } from './rooms.tsx'

const root = createRootRoute({ component: Outlet, notFoundComponent: Missing })
const framed = createRoute({
  getParentRoute: () => root,
  id: 'framed',
  component: Frame,
  notFoundComponent: Missing,
  beforeLoad: guard,
})
const bare = createRoute({ getParentRoute: () => root, id: 'bare', component: Outlet, beforeLoad: guard })

const routeOf = (screen: Screen, parent: typeof framed | typeof bare) =>
  createRoute({
    getParentRoute: () => parent,
    path: screen.path,
    component: allowed(screen),
    ...(screen.search ? { validateSearch: screen.search } : {}),
  })

const home = createRoute({ getParentRoute: () => framed, path: '/', component: Home })
const anywhere = createRoute({ getParentRoute: () => framed, path: '$', component: Missing })

const tree = root.addChildren([
  framed.addChildren([
    ...screens.filter((each) => !each.bare).map((each) => routeOf(each, framed)),
    ...(screens.some((each) => each.path === '/') ? [] : [home]),
    anywhere,
  ]),
  bare.addChildren(screens.filter((each) => each.bare).map((each) => routeOf(each, bare))),
])

export const router = createRouter({
  routeTree: tree,
  basepath: '/desk',
  defaultPreload: 'intent',
  defaultPendingMs: 150,
  scrollRestoration: true,
  defaultPendingComponent: () => <Skeleton lines={6} kind="rows" />,
  defaultErrorComponent: ({ reset }) => <Fallen onReopen={reset} />,
})

followSignOut(router)
