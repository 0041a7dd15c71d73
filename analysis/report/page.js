"use strict";
// The page: a summary, the two axes per stakeholder, and one section an incident.
const DATA = JSON.parse(document.getElementById("data").textContent);
// A chapter is a use case at a site; what is drawn speaks of the one in `here`.
let here, numbered = 0;
for (const c of DATA.chapters) {
  c.stake = Object.fromEntries(c.site.stakeholders.map((s) => [s.id, s]));
  c.incidents = c.groups.map((g) => ({number: ++numbered, before: c.runs[g.before], after: g.after.map((k) => c.runs[k])}));
  for (const i of c.incidents) i.runs = [i.before, ...i.after], share(i.runs);
}
// 3 is the incident, 3a and 3b are its variants.
const numberOf = (incident, k) => `${incident.number}${k ? String.fromCharCode(96 + k) : ""}`;
const inside = (chapter, draw) => { here = chapter; return draw(); };
const account = (id) => here.stake[id] ? t(here.stake[id].name) : t(ACCOUNTS[id] ?? id.replaceAll("_", " "));
const named = (id) => here.site.names[id] ? t(here.site.names[id]) : account(id);
const placement = (run, id) => run.outcome.placements.find((p) => p.stakeholder === id);

function cellHtml(p) {
  const sum = p.axis1.level + p.axis2.level;
  return `<span class="cell s${sum} ${p.inside_target ? "" : "out"}" title="${esc(t(p.verdict))}">${p.axis1.level}·${p.axis2.level}</span>`;
}
function harmText(run) {
  const lines = run.outcome.casualties.filter((c) => c.words.en).map((c) => `${esc(account(c.stakeholder))}${colon()}${esc(t(c.words))}`);
  return lines.length ? lines.join("<br>") : `<span class="soft">${w("none")}</span>`;
}
// What was seen; where nothing could be, what was found to follow.
function happenedText(run) {
  const seen = new Set(), first = (name) => !seen.has(name) && seen.add(name);
  const shown = run.events.filter((e) => e.physical && first(e.name)).map((e) => [e.t, e.text]);
  const found = run.outcome.findings.filter((f) => first(f.rule)).map((f) => [f.from_s, f.what]);
  const lines = shown.length ? shown.slice(0, 5) : found.slice(0, 3);
  return lines.length ? lines.map(([s, text]) => `${clock(s)} ${esc(t(text))}`).join("<br>") : `<span class="soft">${w("none")}</span>`;
}
function summary() {
  const heads = here.site.stakeholders.map((s) => `<th>${esc(t(s.name))}</th>`).join("");
  const row = (run, incident, variant) => `<tr class="${variant ? "after" : "before"}"><td><span class="no ${variant ? "open" : ""}">${numberOf(incident, variant)}</span><a href="#run-${incident.number}${variant ? "." + variant : ""}">${esc(t(run.title))}</a>${run.ending === "completed" ? "" : ` <b class="cut">${w("cut")} ${clock(run.end_s)}</b>`}</td>
    <td class="small">${happenedText(run)}</td><td>${harmText(run)}</td><td class="n">${yen(run.outcome.total_loss_yen)}</td>${here.site.stakeholders.map((s) => `<td>${cellHtml(placement(run, s.id))}</td>`).join("")}</tr>`;
  const rows = here.incidents.map((i) => row(i.before, i, 0) + i.after.map((run, k) => row(run, i, k + 1)).join("")).join("");
  return `<section><h2>${w("summary")}</h2><div class="scroll"><table class="summary"><tr><th>${w("incident")}</th><th>${w("happened")}</th><th>${w("harm")}</th><th class="n">${w("loss")}</th>${heads}</tr>${rows}</table></div>
    <p class="soft small"><b>${lang === "ja" ? "第1軸·第2軸" : "axis 1 · axis 2"}</b> ${lang === "ja" ? "(各1〜3)、▲は目標とするリスクの水準の外" : "(1 to 3 each); ▲ outside the target risk level"}</p></section>`;
}
function maps() {
  const one = (s) => {
    const marks = here.incidents.flatMap((i) => i.runs.map((run, k) => {
      const p = placement(run, s.id);
      return {axis1: p.axis1.level, axis2: p.axis2.level, label: numberOf(i, k), open: k > 0, title: t(run.title)};
    }));
    return `<div class="map"><h3>${esc(t(s.name))}</h3>${mapSvg(s, marksIn(marks))}</div>`;
  };
  return `<section><h2>${w("maps")}</h2><p class="soft small">${w("maphelp")}</p><div class="maps">${here.site.stakeholders.map(one).join("")}</div></section>`;
}
function verdicts(run) {
  return here.site.stakeholders.map((s) => {
    const p = placement(run, s.id);
    return `<div class="verdict ${p.inside_target ? "" : "outside"}"><p><b>${esc(t(s.name))}</b> ${cellHtml(p)} — ${w(p.inside_target ? "inside" : "outside")}</p>
      <p class="small">${w("axis1")}: ${esc(t(p.axis1.reason))}</p><p class="small">${w("axis2")}: ${esc(t(p.axis2.reason))}</p></div>`;
  }).join("");
}
// What made a rule apply: the event as the time line tells it, or how far a point passed its limit.
function causeText(cause, run) {
  const event = run.events.find((e) => e.name === cause.event), value = t(cause.words);
  if (event) return `${momentOf(event, run)} ${eventText(event, run) || event.name}${cause.unit === "1" || !cause.unit || !cause.value ? "" : ` (${value})`}`;
  const plot = run.plots.find((p) => p.point === cause.point), name = plot && !here.site.names[cause.point] ? t(plot.title) : pointName(cause.point);
  const word = here.site.values[cause.point]?.[cause.value], extreme = w(cause.value < cause.limit ? "lowest" : "greatest");
  if (word) return `${clock(cause.at_s)} ${name} → ${t(word)}`;
  return `${name}${colon()}${extreme} ${value}${cause.limit_words ? ` (${w("limit")} ${t(cause.limit_words)}${lang === "ja" ? "、" : ", "}${clock(cause.at_s)})` : ""}`;
}
// Findings of one rule stand together: evidence and laws that all of them share are told once.
function findings(run) {
  const rules = new Map(), spared = run.outcome.spared;
  for (const f of [...run.outcome.findings, ...spared]) rules.set(f.rule + spared.includes(f), [...(rules.get(f.rule + spared.includes(f)) ?? []), f]);
  const list = (texts) => texts.length ? `<ul class="ev">${texts.map((e) => `<li>${esc(e)}</li>`).join("")}</ul>` : "";
  const rows = [...rules.values()].map((group) => {
    const told = group.map((f) => [...f.causes.map((c) => causeText(c, run)), ...f.evidence.map(t)]), shared = group.length > 1 ? told[0].filter((e) => told.every((all) => all.includes(e))) : [];
    const each = group.map((f, i) => `<div class="subject"><b>${esc(named(f.subject))}</b>${list(told[i].filter((e) => !shared.includes(e)))}</div>`).join("");
    const laws = [...new Map(group.flatMap((f) => f.laws).map((l) => [t(l.role) + l.name, l])).values()]
      .map((l) => `<li>${esc(t(l.role))}: <b>${esc(lawName(l.name))}</b><br><code>${esc(phrase(l.formula))}</code><br><span class="soft">${esc(phrase(l.source))}</span></li>`).join("");
    return `<tr><td style="width:17%">${spared.includes(group[0]) ? `<span class="soft">${w("spared")}</span> ` : ""}<b>${esc(t(group[0].what))}</b><div class="soft small">${esc(phrase(group[0].source))}</div></td><td class="small">${list(shared)}${each}</td><td class="small" style="width:38%">${laws ? `<ul class="ev">${laws}</ul>` : ""}</td></tr>`;
  }).join("");
  return rows ? `<div class="scroll"><table><tr><th>${w("item")}</th><th>${w("evidence")}</th><th>${w("law")}</th></tr>${rows}</table></div>` : `<p class="soft">${w("none")}</p>`;
}
function duties(run) {
  const rows = run.outcome.rulings.map((r) => `<tr><td>${esc(r.stakeholder ? account(r.stakeholder) : w("accident"))}</td><td>${esc(t(r.what))}</td><td class="small">${esc(t(r.because))}</td><td class="small soft">${esc(phrase(r.source))}</td></tr>`).join("");
  return rows ? `<h3>${w("duties")}</h3><div class="scroll"><table><tr><th>${w("party")}</th><th>${w("item")}</th><th>${w("evidence")}</th><th>${w("source")}</th></tr>${rows}</table></div>` : "";
}
function recovery(run) {
  const r = run.outcome.recovery;
  const services = levelsOf(r).filter((s) => s.to_95_percent_s > 0).map((s) => `<li>${esc(named(s.service))}: ${w("to95")} ${quantity(s.to_95_percent_s, "s")}</li>`).join("");
  const lost = r.irreversible.map((i) => `<li>${esc(account(i.stakeholder))}: ${esc(t(i.what))}</li>`).join("");
  const found = r.works.length ? `<p class="soft small">${w("found").replace("{t}", clock(run.end_s))}</p>` : "";
  return `${found}${recoverySvg(run)}<ul class="ev">${services}</ul>${lost ? `<h4>${w("irreversible")}</h4><ul class="ev">${lost}</ul>` : ""}`;
}
// What a line of the ledger follows from: a finding or a task in its own words, else a service.
const causeName = (id, run) => {
  const found = run.outcome.findings.find((f) => f.rule === id) ?? run.outcome.recovery.works.find((a) => a.task === id);
  return found ? t(found.what) : named(id);
};
function ledger(run) {
  const l = run.outcome.ledger;
  const line = (a) => `<tr><td>${esc(t(a.what))}</td><td>${esc(account(a.from))}</td><td>${esc(account(a.to))}</td><td class="n">${esc(quantity(a.quantity, a.unit))}</td><td class="n">${esc(unitPrice(a.unit_price_yen, a.quantity, a.unit))}</td><td class="n">${yen(a.amount_yen)}</td><td class="small soft">${esc(phrase(a.source))}${a.price_year ? ` (${a.price_year})` : ""} · ${esc(causeName(a.rule, run))}</td></tr>`;
  const head = `<tr><th>${w("item")}</th><th>${w("from")}</th><th>${w("to")}</th><th class="n">${w("quantity")}</th><th class="n">${w("price")}</th><th class="n">${w("amount")}</th><th>${w("source")}</th></tr>`;
  if (!l.lines.length) return `<p class="soft">${w("none")}</p>`;
  const balances = l.balances.filter((b) => b.stakeholder).map((b) => `<tr><td>${esc(account(b.account))}</td><td class="n">${yen(b.own_loss_yen)}</td><td class="n">${yen(b.compensation_paid_yen)}</td><td class="n">${yen(b.own_loss_yen + b.compensation_paid_yen)}</td><td class="n">${yen(b.compensation_received_yen)}</td><td class="n">${yen(b.own_loss_yen + b.compensation_paid_yen - b.compensation_received_yen)}</td></tr>`).join("");
  const others = l.balances.filter((b) => !b.stakeholder && b.gained_yen).map((b) => `${esc(account(b.account))} ${yen(b.gained_yen)}`).join(" · ");
  const gains = l.balances.filter((b) => b.stakeholder && b.own_loss_yen + b.compensation_paid_yen < b.compensation_received_yen)
    .map((b) => [b, l.lines.filter((a) => a.compensation && a.to === b.account).reduce((most, a) => a.amount_yen > most.amount_yen ? a : most)]);
  return `<table style="max-width:760px"><tr><th>${w("party")}</th><th class="n">${w("own")}</th><th class="n">${w("paid")}</th><th class="n">${w("gross")}</th><th class="n">${w("received")}</th><th class="n">${w("net")}</th></tr>${balances}</table>
    ${gains.map(([b, a]) => `<p class="small soft">${esc(account(b.account))}${colon()}${w("gain")} (${esc(t(a.what))} ${yen(a.amount_yen)})</p>`).join("")}${others ? `<p class="small soft">${w("others")}: ${others}</p>` : ""}
    <details><summary class="soft small" style="cursor:pointer;margin:8px 0">${w("lines")} (${l.lines.length})</summary><div class="scroll"><table>${head}${l.lines.map(line).join("")}</table>
    ${l.information.length ? `<h4>${w("info")}</h4><table>${head}${l.information.map(line).join("")}</table>` : ""}</div></details>`;
}
function campaign(run) {
  if (!run.campaign) return "";
  const c = run.campaign, spread = (s, show) => `${show(s.p10)} / ${show(s.p50)} / ${show(s.p90)}`;
  const one = (s) => `<div class="map"><h4>${esc(account(s.stakeholder))}</h4>${mapSvg(here.stake[s.stakeholder], sharesIn(s.cells, s.samples))}
    <table class="small"><tr><td>${w("outsideshare")}</td><td class="n">${num(100 * s.outside_target / s.samples, 3)} %</td></tr>
    <tr><td>${w("loss1")}<br><span class="soft">P10 / P50 / P90</span></td><td class="n">${spread(s.loss_yen, yen)}</td></tr>
    <tr><td>${w("recoverdays")}<br><span class="soft">P10 / P50 / P90</span></td><td class="n">${spread(s.days_to_recover, (v) => num(v, 3))}</td></tr></table></div>`;
  return `<h3>${w("probability")} (${w("samples")} ${c.samples}${c.failed ? `, ${w("failed")} ${c.failed}` : ""})</h3><div class="maps">${c.stakeholders.filter((s) => here.stake[s.stakeholder]).map(one).join("")}</div>`;
}
// A step of the way in: what, from where to where, by which rule, when and how likely.
function hop(p, i, path) {
  const way = p.from === p.to || t(p.from) === t(p.to) ? t(p.to) : `${t(p.from)} → ${t(p.to)}`;
  const odds = p.result === "reached" ? `<br>${w("arrives")} ${quantity(p.arrival_s, "s")} · ${w("likelihood")} ${num(100 * p.likelihood, 2)} %` : "";
  return `<span class="hop ${p.result === "reached" ? "" : "stopped"}"><b>${esc(t(p.what))}</b> ${esc(t(RESULTS[p.result] ?? p.result))}<br><span class="soft">${esc(way)}<br>${esc(passed(p.detail, path))}${p.after ? `<br>${esc(w("buildson"))} ${esc(stepName(p.after, path))}` : ""}${odds}</span><br><span class="soft small">${esc(p.technique)}</span></span>`;
}
function variant(run, before) {
  const all = run.events.map((e) => `<tr><td class="n">${momentOf(e, run)}</td><td>${esc(eventText(e, run))}</td><td>${esc(eventDetail(e, run))}</td><td><code class="soft">${esc(e.name)}</code></td></tr>`).join("");
  const path = run.path.length ? `<h3>${w("path")}</h3><p class="path">${run.path.map(hop).join(" → ")}</p>` : "";
  const cut = run.ending === "completed" ? "" : `<p class="cut"><b>${w("cut")} ${clock(run.end_s)}</b> ${esc(phrase(run.reason))}</p>`;
  return `${cut}<p class="soft small">${esc(phrase(run.source))}</p>${run.outcome.accident_class ? `<p>${w("accident")}: <b>${esc(t(here.site.accident_classes[run.outcome.accident_class]))}</b></p>` : ""}
    ${measures(run, before)}${path}<h3>${w("timeline")}</h3>${timelineSvg(run)}
    <details><summary class="soft small" style="cursor:pointer">${w("events")} (${run.events.length})</summary><table>${all}</table></details>
    <h3>${esc(inViews(w("plots")))}</h3><p>${viewKey()} <span class="soft small">${w("edges")}</span></p>
    <div class="plots">${run.plots.map((p, i) => !p.shown ? "" : `<div class="plot"><h4>${esc(t(p.title))}${p.unit ? ` [${esc(p.unit)}]` : ""}</h4><div class="box"><canvas data-plot="${i}"></canvas></div><p class="keys">${plotKey(p)}</p></div>`).join("")}</div>
    <div class="two"><div><h3>${w("why")}</h3>${verdicts(run)}</div><div><h3>${w("recovery")}</h3>${recovery(run)}</div></div>
    ${campaign(run)}<h3>${w("findings")}</h3>${findings(run)}${duties(run)}<h3>${w("ledger")}</h3>${ledger(run)}
    <h3>${w("repro")}</h3><p class="small soft"><code>${esc(run.id)}</code> · ${w("seed")} ${run.seed} · ${w("sample")} ${run.sample} · hash <code>${run.hash}</code> · ${Object.entries(run.versions).map(([k, v]) => `${esc(k)} ${esc(v)}`).join(" · ")}</p>`;
}
const charts = new Map();
function show(host, run, before) {
  (charts.get(host) ?? []).forEach((c) => c.destroy());
  host.innerHTML = variant(run, before);
  charts.set(host, [...host.querySelectorAll("canvas")].map((c) => plotChart(c, run, run.plots[c.dataset.plot])));
}
const attacked = (run) => run.path.length > 0 || run.events.some((e) => e.name.startsWith("attack."));
const badges = (run) => here.site.stakeholders.map((s) => `<span class="soft small">${esc(t(s.name))}</span> ${cellHtml(placement(run, s.id))}`).join(" ");
function sections() {
  return here.incidents.map((i) => `<details class="run" id="run-${i.number}"><summary><span class="no">${i.number}</span><h2>${esc(t(i.before.title))}</h2>
    <span class="badges">${badges(i.before)}</span></summary>
    <div class="tabs">${i.runs.map((r, k) => `<button data-tab="${k}" class="${k ? "" : "on"}">${k ? numberOf(i, k) + " " + w("mitigated") + ": " + esc(t(r.title)) : attacked(r) ? w("attacked") : w("asrun")}</button>`).join("")}</div><div class="body"></div></details>`).join("");
}
// What the reasons cite: from which value of which fact on a level begins.
function criteria() {
  const rows = here.site.criteria.map((c) => `<tr><td>${w("axis" + c.axis)}</td><td class="n">${c.level}</td><td>${esc(t(c.fact))}</td><td class="n">${esc(t(c.at_least))}</td><td>${esc(t(c.what))}</td><td class="small soft">${esc(phrase(c.source))}</td></tr>`).join("");
  return `<section><details><summary style="cursor:pointer">${w("criteria")} (${here.site.criteria.length})</summary><div class="scroll"><table><tr><th>${w("axis")}</th><th class="n">${w("level")}</th><th>${w("fact")}</th><th class="n">${w("atleast")}</th><th>${w("meaning")}</th><th>${w("source")}</th></tr>${rows}</table></div></details></section>`;
}
// One chapter needs no heading: the top of the page names it.
const heading = (c) => DATA.chapters.length < 2 ? "" : `<h2 class="chapter">${esc(t(c.title))} <span class="soft">${esc(t(c.site.name))}</span></h2>`;
const contents = () => DATA.chapters.length < 2 ? "" : `<section><h2>${w("contents")}</h2><ul class="ev">${DATA.chapters.map((c, i) => `<li><a href="#chapter-${i + 1}">${esc(t(c.title))}</a> <span class="soft">${esc(t(c.site.name))}</span></li>`).join("")}</ul></section>`;
function wire(chapter, incident) {
  const section = document.getElementById("run-" + incident.number), host = section.querySelector(".body");
  const draw = (k) => inside(chapter, () => {
    section.querySelector(".badges").innerHTML = badges(incident.runs[k]);
    show(host, incident.runs[k], incident.before);
  });
  section.addEventListener("toggle", () => { if (section.open && !host.firstChild) draw(0); });
  section.querySelectorAll(".tabs button").forEach((b) => b.addEventListener("click", () => {
    section.querySelectorAll(".tabs button").forEach((o) => o.classList.toggle("on", o === b));
    draw(b.dataset.tab);
  }));
}
function build() {
  document.documentElement.lang = lang;
  for (const l of ["ja", "en"]) document.getElementById("lang-" + l).classList.toggle("on", l === lang);
  document.getElementById("site").textContent = DATA.chapters.length === 1 ? t(DATA.chapters[0].site.name) : "";
  document.getElementById("lead").textContent = w("lead");
  const open = [...document.querySelectorAll("details.run[open]")].map((d) => [d.id, d.querySelector(".tabs .on").dataset.tab]);
  charts.forEach((list) => list.forEach((c) => c.destroy())); charts.clear();
  document.getElementById("main").innerHTML = contents() + DATA.chapters.map((c, i) =>
    inside(c, () => `<div id="chapter-${i + 1}">${heading(c)}${summary()}${maps()}${sections()}${criteria()}</div>`)).join("");
  document.getElementById("foot").textContent = DATA.note[lang];
  for (const c of DATA.chapters) for (const incident of c.incidents) wire(c, incident);
  for (const [id, tab] of open) {
    document.getElementById(id).open = true;
    document.getElementById(id).querySelectorAll(".tabs button")[tab].click();
  }
}
for (const l of ["ja", "en"]) document.getElementById("lang-" + l).addEventListener("click", () => { lang = l; build(); });
function reveal(hash) {
  const {id, tab} = targetOf(hash), section = id && document.getElementById(id);
  if (!section) return;
  section.open = true;
  const tabs = section.querySelectorAll(".tabs button");
  (tabs[tab] ?? tabs[0]).click();
  section.scrollIntoView();
}
addEventListener("hashchange", () => reveal(location.hash));
if (location.search.includes("en")) lang = "en";
if (location.hash === "#en") lang = "en";
build();
reveal(location.hash);
