/** Colours and letters that all pages share: in the light, in the dark, on paper. Text on paper has a contrast of 4.5 and more. */
export const lookStyle = `
:root {
  color-scheme: light dark;
  --paper: #fcfbf8; --ink: #1d2433; --muted: #5d6472; --line: #e3dfd6; --accent: #1f5f99;
  --head: #f3f0e9; --null: #e9e5dc; --mark: #ffe08a; --mark-ink: #5c3d00;
  --focus: #e9f1f9; --good: #2f7d4f; --doubt: #b45309; --bad: #b42318; --raised: #ffffff;
  --serif: "Noto Serif", "Source Serif 4", Charter, Georgia, "Noto Serif CJK SC", "Songti SC", serif;
  --sans: system-ui, "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif;
  --arabic: "Noto Naskh Arabic", "Amiri", "Geeza Pro", "DejaVu Sans", serif;
  --chinese: "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", SimSun, serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #15181e; --ink: #e4e6ea; --muted: #98a0ad; --line: #2c323c; --accent: #82b8ea;
    --head: #1d222a; --null: #262c35; --mark: #6b5200; --mark-ink: #ffe9ac;
    --focus: #1c2733; --good: #6fcf97; --doubt: #f0b45a; --bad: #ff8a80; --raised: #1d222a;
  }
}
@media print {
  :root { --paper: #fff; --ink: #000; --muted: #555; --line: #bbb; --accent: #000; --head: #eee; --null: #e2e2e2; --mark: #ffe08a; --mark-ink: #000; }
}
`
