/** The page to look up a memory in. What it shows comes from `script.ts`; without a script it says so. */
export const lookUpPage = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Look up</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/look-up.css">
<script type="module" src="/look-up.js"></script>
</head>
<body>
<header>
<h1>Look up</h1>
<form id="form" role="search" autocomplete="off">
<label class="wide">Text <textarea id="text" name="q" rows="2" dir="auto" spellcheck="false" aria-describedby="keys"></textarea></label>
<label>From <select id="from" name="from"><option value="">any</option></select></label>
<label>To <select id="to" name="to"><option value="">all</option></select></label>
<label>Look for <select id="kind" name="kind"><option value="find">like texts</option><option value="concordance">word or phrase</option></select></label>
<label>Symbol <input id="symbol" name="symbol" size="14" placeholder="A/RES/70"></label>
<label>Since <input id="since" name="since" size="10" placeholder="2015"></label>
<label class="check"><input id="all" name="all" type="checkbox" value="1"> replaced, too</label>
</form>
<p id="keys" class="keys"><kbd>/</kbd> text <kbd>Alt</kbd>+<kbd>↓</kbd> <kbd>Alt</kbd>+<kbd>↑</kbd> hits <kbd>Enter</kbd> on a hit copies its translation, <kbd>c</kbd> its citation</p>
</header>
<p id="status" role="status" aria-live="polite"></p>
<main id="hits"></main>
<noscript><p>This page needs its script, which comes from this server alone.</p></noscript>
</body>
</html>
`
