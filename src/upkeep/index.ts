// The door of upkeep.
export { listParked, retry } from './parked.ts'
export { routes } from './routes.ts'
