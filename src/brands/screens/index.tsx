// The page of brands.
export { BrandsPage } from './page.tsx'
