// What fields show: the panel of a case, customer, company or project; the pages of fields and views; the views of the rail.
import { lazyRouteComponent } from '@tanstack/react-router'
import { freshOn } from '#ui/live'
import { countViews, listChanges, listFields, listValues, listViewCases, listViews } from '../contract.ts'

export { FieldsPanel } from './panel/fields-panel.tsx'
export { ViewsInRail } from './views/in-rail.tsx'
export const FieldsPage = lazyRouteComponent(() => import('./settings/page.tsx'), 'FieldsPage')
export const ViewsPage = lazyRouteComponent(() => import('./views/list-page.tsx'), 'ViewsPage')
export const ViewPage = lazyRouteComponent(() => import('./views/view-page.tsx'), 'ViewPage')

freshOn(['field.changed', 'field.value_changed', 'field.reminded', 'case.edited'], [listFields, listValues, listChanges])
freshOn(
  ['view.changed', 'field.value_changed', 'case.opened', 'case.closed', 'case.reopened', 'case.edited'],
  [listViews, listViewCases, countViews],
)

/** Beside a case. */
export { FieldsOfCase } from './panel/of-case.tsx'
