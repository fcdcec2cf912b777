/** Addresses of memories on a server. */

/** Whether a memory is named by the address of a server. */
export function isPostgresUrl(name: string): boolean {
  return /^postgres(?:ql)?:\/\//i.test(name)
}

/** An address as people may see it: without its password. A name that is no address is given back. */
export function withoutPassword(name: string): string {
  if (!isPostgresUrl(name)) return name
  return URL.canParse(name) ? name.replace(/^([a-z]+:\/\/[^/?#:@]{0,200}):[^@/?#]{0,500}@/i, '$1@') : `${name.slice(0, name.indexOf(':'))}://…`
}
