/** The look of tables on a web page; the head and the names of the codes stay in sight while the rest moves. */

export const TABLE_STYLE = `
:root { color-scheme: light dark; --text: #1c1c1c; --quiet: #595959; --page: #fff; --line: #d4d4d4; --head: #f3f3f3; --shading: #2e86c1 }
@media (prefers-color-scheme: dark) { :root { --text: #e8e8e8; --quiet: #a9a9a9; --page: #161616; --line: #3d3d3d; --head: #242424; --shading: #58a9dd } }
* { box-sizing: border-box }
body { font: 15px/1.45 system-ui, sans-serif; color: var(--text); background: var(--page); margin: 0; padding: 1.2em clamp(.8em, 2vw, 2.5em) }
h1 { font-size: 1.5em; line-height: 1.2; margin: 0 0 .5em; overflow-wrap: anywhere }
.wide { overflow: auto; max-height: 92vh; width: fit-content; max-width: 100%; border: 1px solid var(--line); border-radius: 4px }
.wide:focus-visible { outline: 2px solid var(--shading) }
table { border-collapse: separate; border-spacing: 0; font-variant-numeric: tabular-nums }
caption { text-align: left; color: var(--quiet); font-size: .85em; padding: .4em .7em }
th, td { padding: .3em .7em; text-align: start; vertical-align: top; border-bottom: 1px solid var(--line); font-weight: normal; white-space: pre-line }
thead { position: sticky; top: 0; z-index: 2 }
thead th, thead td { background: var(--head); vertical-align: bottom }
thead th { font-weight: 600 }
.groups th { border-left: 1px solid var(--line); color: var(--quiet); font-weight: normal }
tbody th { position: sticky; left: 0; background: var(--page); min-width: 11em; max-width: min(22em, 45vw); overflow-wrap: anywhere; z-index: 1; border-right: 1px solid var(--line) }
thead tr:last-child th:first-child { left: 0 }
.coded { box-shadow: inset 5px 0 var(--code); padding-left: 1em; print-color-adjust: exact; -webkit-print-color-adjust: exact }
.n { text-align: right }
td.n { white-space: nowrap; background: color-mix(in srgb, var(--shading) var(--shade, 0%), transparent); print-color-adjust: exact; -webkit-print-color-adjust: exact }
.turned { min-width: 2.6em } .turned span { writing-mode: vertical-rl; transform: rotate(180deg); max-height: 13em; overflow-wrap: anywhere; text-align: left }
.name { display: block }
.zero { color: var(--quiet) }
.long { min-width: min(34em, 80vw); max-width: 50em; overflow-wrap: anywhere }
.total th, .total td { font-weight: 600; background-color: var(--head) }
tbody tr:hover > * { outline: 1px solid var(--line); outline-offset: -1px }
.notes { color: var(--quiet); font-size: .85em; max-width: 75em; padding-left: 1.2em }
@page { margin: 12mm; size: landscape }
@media print { body { font-size: 9pt; padding: 0; color: #000; background: #fff } .wide { overflow: visible; max-height: none; border: 0; width: auto } thead { position: static; display: table-header-group } tr, li { break-inside: avoid } tbody th { position: static; background: none } .long { min-width: 18em } }
`;
