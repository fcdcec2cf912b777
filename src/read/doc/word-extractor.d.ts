declare module 'word-extractor' {
  interface Options {
    filterUnicode: boolean
  }
  interface Document {
    getBody(options: Options): string
    getFootnotes(options: Options): string
    getEndnotes(options: Options): string
    getHeaders(options: Options): string
    getTextboxes(options: Options): string
  }
  class WordExtractor {
    extract(source: Buffer): Promise<Document>
  }
  export { WordExtractor as default }
}
