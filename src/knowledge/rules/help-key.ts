// The key in the address of a brand's help pages. It names the house and the brand, and gives nothing away: what is found there is public.
import { isUuid, type TenantId } from '#base/contract'

const hex = (id: string): string => id.replaceAll('-', '')
const dashed = (text: string): string => text.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')

export const helpKey = (tenant: TenantId, brand: string): string => `hp_${hex(tenant)}_${hex(brand)}`

/** The house and brand of a key; null when it is none. */
export function readHelpKey(key: string): { tenant: TenantId; brand: string } | null {
  const [, tenant = '', brand = ''] = /^hp_([0-9a-f]{32})_([0-9a-f]{32})$/.exec(key) ?? []
  const ids = [dashed(tenant), dashed(brand)] as const
  return ids.every(isUuid) ? { tenant: ids[0] as TenantId, brand: ids[1] } : null // a UUID in the place of one
}
