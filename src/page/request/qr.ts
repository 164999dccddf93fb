// An address as a QR code (ISO/IEC 18004), black on white in any theme: that is what cameras read best. Level M survives a crumpled print.
import { toString } from 'qrcode'

export const qrOf = (address: string): Promise<string> => toString(address, { type: 'svg', errorCorrectionLevel: 'M', margin: 3 })
