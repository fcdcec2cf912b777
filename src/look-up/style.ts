/** The style sheet of the look-up page. */
export const lookUpStyle = `:root { color-scheme: light dark; --paper: #fcfbf8; --ink: #1d2433; --muted: #6b7280; --line: #e3dfd6; --accent: #1f5f99; --more: #d8f0d2; --less: #f6d5d0; --mark: #ffe08a; }
@media (prefers-color-scheme: dark) { :root { --paper: #15181e; --ink: #e4e6ea; --muted: #98a0ad; --line: #2c323c; --accent: #82b8ea; --more: #1f4a1c; --less: #5a2420; --mark: #6b5200; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 "Noto Serif", Georgia, "Noto Naskh Arabic", "Noto Serif CJK SC", serif; }
header { position: sticky; top: 0; padding: .75rem 1rem .25rem; background: var(--paper); border-bottom: 1px solid var(--line); font-family: system-ui, "Noto Sans", sans-serif; }
h1 { margin: 0 0 .4rem; font-size: .8rem; font-weight: 600; letter-spacing: .04em; color: var(--muted); }
form { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: end; }
label { display: grid; gap: .15rem; font-size: .75rem; color: var(--muted); }
label.wide { flex: 1 1 100%; }
label.check { display: flex; align-items: center; gap: .3rem; }
textarea, input, select { font: inherit; font-size: 1rem; color: var(--ink); background: transparent; border: 1px solid var(--line); border-radius: 4px; padding: .3rem .5rem; }
textarea { width: 100%; resize: vertical; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; }
.keys, #status { margin: .35rem 0; font-size: .75rem; color: var(--muted); }
#status { padding: 0 1rem; min-height: 1.2em; font-family: system-ui, "Noto Sans", sans-serif; }
kbd { border: 1px solid var(--line); border-radius: 3px; padding: 0 .25rem; }
article { padding: .6rem 1rem; border-bottom: 1px solid var(--line); }
article > p { margin: .1rem 0; }
.score { font: .8rem system-ui, sans-serif; color: var(--muted); }
.unit { display: grid; gap: .1rem; margin: .35rem 0 .35rem 1rem; padding: .2rem .5rem; border-inline-start: 3px solid var(--line); }
.unit p { margin: 0; }
.where { font: .8rem system-ui, sans-serif; color: var(--muted); }
.where a { color: var(--accent); }
.where button { font: inherit; margin-inline-start: .5rem; color: var(--accent); background: none; border: 1px solid var(--line); border-radius: 3px; cursor: pointer; }
ins { background: var(--more); text-decoration: none; }
del { background: var(--less); }
mark { background: var(--mark); color: inherit; }
@media (max-width: 640px) {
  header { position: static; }
  form { display: grid; grid-template-columns: repeat(3, 1fr); gap: .4rem .6rem; }
  form > label.wide { grid-column: 1 / -1; }
  label input:not([type="checkbox"]), label select { width: 100%; min-width: 0; }
  label.check { align-self: center; }
  .keys { display: none; }
}
.code { display: inline-block; min-width: 1.8em; font: .75rem system-ui, sans-serif; color: var(--muted); }
`
