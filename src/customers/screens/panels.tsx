// What rooms above have to show of a customer, a company or a project. They may know of customers, customers not of them, so the desk, which knows
// everybody, hands their panels in before it shows its first page.
import { Suspense, type ComponentType } from 'react'

export type PanelOfCustomer = {
  name: string
  screen: ComponentType<{ subject: 'customer' | 'company' | 'project'; of: string }> // lazy; a panel that has nothing to show shows nothing
}

let panels: readonly PanelOfCustomer[] = []

export const showPanelsOfCustomer = (given: readonly PanelOfCustomer[]): void => void (panels = given)

export const PanelsOf = (about: { subject: 'customer' | 'company' | 'project'; of: string }) =>
  panels.map(({ name, screen: Screen }) => (
    <Suspense key={name}>
      <Screen {...about} />
    </Suspense>
  ))
