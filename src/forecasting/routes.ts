import type { Route } from '#base/http'

export const routes: Route[] = []
