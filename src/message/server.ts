import type { Catalogue } from './entry.ts'

/** Messages of the server of pages. */
export const serverMessages = {
  'server:unavailable': {
    severity: 'fatal',
    text: (v: { address: string; error: string }) => `Unexpected answer of the system for ${v.address}: ${v.error}, expected an address that is free`,
    remedy: 'Choose another port with `--port`, or end the program that has it; `--host` is an address of this machine.'
  },
  'server:token-weak': {
    severity: 'fatal',
    text: (v: { length: number }) => `Unexpected token of ${v.length} characters, expected 16 to 200 letters, digits, full stops, tildes or hyphens`,
    remedy: 'Leave the token out to have one made, or give one of that form.'
  }
} as const satisfies Catalogue
