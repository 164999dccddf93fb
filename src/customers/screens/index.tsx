// What customers show: their pages, and the card that stands beside a case.
export { CustomerCard } from './card.tsx'
export { SamePerson } from './same-person.tsx'
export { CustomersPage } from './list-page.tsx'
export { CustomerPage } from './one-page.tsx'
export { showPanelsOfCustomer, type PanelOfCustomer } from './panels.tsx'
