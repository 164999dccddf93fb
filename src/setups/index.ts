// The door of set-ups.
export { choose } from './choose.ts'
export { routes } from './routes.ts'
