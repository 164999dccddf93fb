// What rooms above have to show beside a case: promises, the customer's page … They may know of cases, cases not of them, so the desk, which
// knows everybody, hands their panels in before it shows its first page.
import type { ComponentType } from 'react'
import type { Case } from '../contract.ts'

export type PanelOfCase = {
  name: string
  place: 'first' | 'beside' // above everything, or between the customer and the facts
  needs?: string // what one must be allowed to do in this case (`may`) to see it
  screen: ComponentType<{ found: Case }> // lazy; a panel that has nothing to show shows nothing
}

let panels: readonly PanelOfCase[] = []

export const showPanelsOfCase = (given: readonly PanelOfCase[]): void => void (panels = given)

export const panelsOfCase = (place: PanelOfCase['place'], { may }: Case): readonly PanelOfCase[] =>
  panels.filter((panel) => panel.place === place && (!panel.needs || may.includes(panel.needs)))
