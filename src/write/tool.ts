/** How hexapla signs the files that it writes; a test holds it to package.json. */
export const tool = { name: 'hexapla', version: '0.2.0' } as const
