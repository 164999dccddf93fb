export { UpkeepPage } from './page.tsx'
