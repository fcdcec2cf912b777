declare module 'word-extractor' {
  interface Document {
    getBody(): string
    getFootnotes(): string
    getEndnotes(): string
    getHeaders(options?: { includeFooters?: boolean }): string
    getTextboxes(): string
  }
  class WordExtractor {
    extract(source: Buffer): Promise<Document>
  }
  export { WordExtractor as default }
}
