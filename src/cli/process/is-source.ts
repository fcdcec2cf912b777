/** Whether this is the source, not the package: its threads must be told how to read TypeScript. */
export const isSource = import.meta.url.endsWith('.ts')
