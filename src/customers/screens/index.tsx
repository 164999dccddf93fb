// What customers show: their pages, and the card that stands beside a case.
export { CustomerCard } from './card.tsx'
