"""The looks of the minutes: teal is for, amber is against, and signs say so too."""

from __future__ import annotations

STYLE = """
:root { color-scheme: light dark; --ground: #fff; --ink: #22262c; --muted: #565d68;
  --line: #d5d0c5; --for: #00665e; --against: #935100; --pale: #a9afb8; --soft: #f3f1eb; }
@media (prefers-color-scheme: dark) { :root { --ground: #15181d; --ink: #dfe3ea; --muted: #a0a9b7;
  --line: #39414d; --for: #54c6b6; --against: #e2a457; --pale: #5a6472; --soft: #1b1f26; } }
body { margin: 0; background: var(--ground); color: var(--ink);
  font: 1rem/1.55 system-ui, "Segoe UI", Roboto, "Liberation Sans", sans-serif; }
main { max-width: 44rem; margin: 0 auto; padding: 2rem 1rem 4rem; overflow-wrap: anywhere; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 1.5rem; }
h2 { font-size: 1.4rem; margin: 3rem 0 .8rem; padding-top: .8rem; border-top: 1px solid var(--line); }
h3 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
h4 { font-size: 1rem; margin: 1.5rem 0 .4rem; color: var(--muted); }
p { margin: .5rem 0; }
dl { display: grid; grid-template-columns: minmax(8rem, max-content) 1fr; gap: .3rem 1.2rem; margin: .8rem 0; }
dt { color: var(--muted); } dd { margin: 0; }
ul { padding-left: 1.2rem; } li { margin: .35rem 0; }
blockquote { margin: .4rem 0; padding: .1rem 0 .1rem .9rem; border-left: 3px solid var(--line); }
.note, .notice, caption, .small { color: var(--muted); }
.note { font-size: .9rem; } .notice { font-style: italic; }
.for { color: var(--for); fill: var(--for); } .against { color: var(--against); fill: var(--against); }
.before { fill: var(--pale); }
figure { margin: 1.2rem 0; }
.chart { display: block; width: 100%; height: auto; font-size: 13px; }
.chart text { fill: var(--ink); } .chart .small { font-size: 12px; fill: var(--muted); }
.chart text.for { fill: var(--for); } .chart text.against { fill: var(--against); }
.axis { stroke: var(--line); stroke-width: 1; }
.stroke { stroke-width: 2; stroke: var(--pale); }
.stroke.for { stroke: var(--for); } .stroke.against { stroke: var(--against); }
.hollow { fill: var(--ground); stroke-width: 2; stroke: var(--pale); }
.hollow.for { fill: var(--ground); stroke: var(--for); }
.hollow.against { fill: var(--ground); stroke: var(--against); }
table { border-collapse: collapse; margin: .8rem 0; font-size: .9rem; font-variant-numeric: tabular-nums; }
caption { text-align: left; padding-bottom: .3rem; }
th, td { padding: .15rem 1rem .15rem 0; text-align: right; border-bottom: 1px solid var(--line);
  vertical-align: top; }
td { white-space: nowrap; } td.words { white-space: normal; text-align: left; }
th:first-child { text-align: left; font-weight: 400; } thead th { color: var(--muted); font-weight: 400; }
a { color: inherit; }
@media (max-width: 34rem) { figure { overflow-x: auto; } .chart { min-width: 32rem; } dl { grid-template-columns: 1fr; } dd { margin-bottom: .5rem; } }
@media print { :root { --ground: #fff; --ink: #000; --muted: #444; --line: #bbb; --for: #00665e;
  --against: #935100; --pale: #999; } main { max-width: none; padding: 0; } h2, h3 { break-after: avoid; }
  figure, tr, li { break-inside: avoid; } }
"""
"""One style sheet inside the page; colours change in the dark and on paper."""
