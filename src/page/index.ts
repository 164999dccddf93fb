// The door of page: what customers see, served by the roof.
export { servePages } from './serve.ts'
export type { House } from './all.ts'
