"use strict";
// Drawings: the two-axis map, the time line, the recovery project, the plots.
const SIDE_COLOUR = {attack: "#c0392b", fault: "#8e44ad", countermeasure: "#2f7d4f", operator: "#1f5fa8", sis: "#c77700", alarm: "#b8860b", other: "#35506b"};
function sideOf(name) {
  const head = name.split(".")[0];
  return SIDE_COLOUR[head] ? head : "other";
}
const wide = (s) => [...s].reduce((n, c) => n + (c.charCodeAt(0) > 0x2e80 ? 1.9 : 1), 0);

// The 3 x 3 map of one stakeholder; marks: [{axis1, axis2, label, open}].
function mapSvg(stakeholder, marks) {
  const size = 78, left = 92, top = 8, W = left + 3 * size + 8, H = top + 3 * size + 58;
  const parts = [];
  for (let r = 1; r <= 3; ++r) for (let e = 1; e <= 3; ++e) {
    const x = left + (e - 1) * size, y = top + (3 - r) * size;
    const ok = e <= stakeholder.target[r - 1];
    const fill = ok ? "#dcefe3" : ["", "", "#fdf6e6", "#fdf1dc", "#fbe5cf", "#f9d9cc", "#f6c8c2"][r + e];
    parts.push(`<rect x="${x}" y="${y}" width="${size}" height="${size}" fill="${fill}" stroke="#fff" stroke-width="2"/>`);
  }
  // The target line: steps along the edge of the accepted cells.
  let line = "";
  for (let r = 1; r <= 3; ++r) {
    const x = left + stakeholder.target[r - 1] * size, y0 = top + (3 - r + 1) * size, y1 = y0 - size;
    line += (r === 1 ? `M${x} ${y0}` : `L${x} ${y0}`) + `L${x} ${y1}`;
  }
  parts.push(`<path d="${line}" fill="none" stroke="#2f7d4f" stroke-width="2.5" stroke-dasharray="6 3"/>`);
  const cells = {};
  for (const m of marks) (cells[`${m.axis1}${m.axis2}`] ??= []).push(m);
  for (const list of Object.values(cells)) {
    const n = Math.ceil(Math.sqrt(list.length)), step = Math.min(24, (size - 6) / n), rad = Math.min(10.5, step / 2 - 0.8);
    list.forEach((m, i) => {
      const x = left + (m.axis2 - 0.5) * size + ((i % n) - (Math.min(n, list.length) - 1) / 2) * step;
      const y = top + (3.5 - m.axis1) * size + (Math.floor(i / n) - (Math.ceil(list.length / n) - 1) / 2) * step;
      parts.push(`<circle cx="${x}" cy="${y}" r="${rad}" fill="${m.open ? "#fff" : "#35506b"}" stroke="#35506b" stroke-width="1.5"><title>${esc(m.title)}</title></circle>` +
        `<text x="${x}" y="${y + rad * .38}" text-anchor="middle" font-size="${rad * 1.05}" font-weight="600" style="fill:${m.open ? "#35506b" : "#fff"}">${m.label}</text>`);
    });
  }
  for (let l = 1; l <= 3; ++l) {
    parts.push(`<text x="${left - 8}" y="${top + (3.5 - l) * size + 4}" text-anchor="end" font-size="11.5">${esc(t(DATA.site.axis1[l - 1]))}</text>`);
    const words = t(DATA.site.axis2[l - 1]);
    const cut = lang === "ja" ? words.replace("経済影響", "|経済影響").split("|") : words.split(" ").reduce((a, b) => (a.length && (a[a.length - 1] + b).length < 13 ? a[a.length - 1] += " " + b : a.push(b), a), []);
    cut.forEach((part, i) => parts.push(`<text x="${left + (l - .5) * size}" y="${top + 3 * size + 15 + i * 13}" text-anchor="middle" font-size="11.5">${esc(part)}</text>`));
  }
  parts.push(`<text x="${left + 1.5 * size}" y="${H - 3}" text-anchor="middle" font-size="11" style="fill:#5b6876">${esc(w("axis2"))} →</text>`);
  parts.push(`<text transform="translate(11 ${top + 1.5 * size}) rotate(-90)" text-anchor="middle" font-size="11" style="fill:#5b6876">${esc(w("axis1"))} →</text>`);
  return `<svg viewBox="0 0 ${W} ${H}" width="100%" style="max-width:360px;display:block;margin:auto">${parts.join("")}</svg>`;
}

// Events as marks on a line, labels in as many rows as they need.
function timelineSvg(run) {
  const W = 1200, left = 12, right = 12, rowHeight = 19, span = Math.max(run.end_s, 1);
  const x = (s) => left + (W - left - right) * Math.min(1, Math.max(0, s / span));
  const shown = run.events.filter((e) => e.shown);
  const rows = [], marks = [];
  for (const e of shown) {
    const label = `${clock(e.t)} ${t(e.text)}`, width = wide(label) * 6.4 + 14, right_side = x(e.t) + width > W;
    const from = right_side ? x(e.t) - width : x(e.t), to = from + width;
    let row = rows.findIndex((spans) => spans.every(([a, b]) => to < a || from > b));
    if (row < 0) { row = rows.length; rows.push([]); }
    rows[row].push([from, to]);
    marks.push({e, row, label, right_side});
  }
  const base = rows.length * rowHeight + 16, H = base + 24, parts = [];
  parts.push(`<line x1="${left}" x2="${W - right}" y1="${base}" y2="${base}" stroke="#c3ccd6" stroke-width="4" stroke-linecap="round"/>`);
  for (let i = 0; i <= 6; ++i) parts.push(`<text x="${x(span * i / 6)}" y="${base + 19}" font-size="11" text-anchor="${i === 0 ? "start" : i === 6 ? "end" : "middle"}" style="fill:#5b6876">${clock(Math.round(span * i / 6))}</text>`);
  for (const {e, row, label, right_side} of marks) {
    const colour = SIDE_COLOUR[sideOf(e.name)], y = base - 12 - (row + .35) * rowHeight;
    parts.push(`<line x1="${x(e.t)}" x2="${x(e.t)}" y1="${base}" y2="${y - 5}" stroke="${colour}" stroke-width="1.2" opacity=".55"/><circle cx="${x(e.t)}" cy="${base}" r="4.5" fill="${colour}"/>`);
    parts.push(`<text x="${x(e.t) + (right_side ? -5 : 5)}" y="${y}" font-size="12" text-anchor="${right_side ? "end" : "start"}" style="fill:${colour}"><title>${esc(e.detail)}</title>${esc(label)}</text>`);
  }
  return `<svg viewBox="0 0 ${W} ${H}" width="100%" style="display:block">${parts.join("")}</svg>`;
}

// The recovery project as bars, critical ones dark.
function recoverySvg(works) {
  if (!works.length) return `<p class="soft">${w("none")}</p>`;
  const W = 560, left = 215, rowHeight = 22, span = Math.max(...works.map((a) => a.finish_s), 1), H = works.length * rowHeight + 26;
  const x = (s) => left + (W - left - 44) * s / span, parts = [];
  works.forEach((a, i) => {
    const y = 4 + i * rowHeight, days = a.finish_s / 86400;
    let name = t(a.what); while (wide(name) > 33) name = name.slice(0, -2) + "…";
    parts.push(`<text x="${left - 8}" y="${y + 13}" text-anchor="end" font-size="11.5">${esc(name)}<title>${esc(t(a.what))}</title></text>`);
    parts.push(`<rect x="${x(a.start_s)}" y="${y + 3}" width="${Math.max(2, x(a.finish_s) - x(a.start_s))}" height="12" rx="2" fill="${a.critical ? "#35506b" : "#9fb3c8"}"/>`);
    parts.push(`<text x="${x(a.finish_s) + 4}" y="${y + 13}" font-size="11" style="fill:#5b6876">${num(days, days < 10 ? 2 : 3)} ${w("days")}</text>`);
  });
  return `<svg viewBox="0 0 ${W} ${H}" width="100%" style="max-width:760px">${parts.join("")}</svg>`;
}

// One chart: truth thick, controller dashed, operator thin; vertical lines where the attack acts.
const VIEW_STYLE = {
  truth: {borderColor: "#1c2530", borderWidth: 2.4}, controller: {borderColor: "#c77700", borderWidth: 1.6, borderDash: [6, 3]},
  operator: {borderColor: "#1f5fa8", borderWidth: 1.6, borderDash: [2, 2]}, mitigated: {borderColor: "#2f7d4f", borderWidth: 1.4}};
function plotChart(canvas, run, plot) {
  const edges = run.events.filter((e) => /^(attack|countermeasure)\..*\.(start|stop)$/.test(e.name));
  const lines = {id: "edges", beforeDatasetsDraw(chart) {
    const {ctx, chartArea: a, scales: {x}} = chart;
    ctx.save(); ctx.lineWidth = 1;
    for (const e of edges) { ctx.strokeStyle = SIDE_COLOUR[sideOf(e.name)] + "66"; const px = x.getPixelForValue(e.t / 60); ctx.beginPath(); ctx.moveTo(px, a.top); ctx.lineTo(px, a.bottom); ctx.stroke(); }
    ctx.restore();
  }};
  return new Chart(canvas, {type: "line", plugins: [lines], data: {datasets: plot.series.map((s) => ({label: s.name, data: s.v.map((v, i) => ({x: plot.t[i] / 60, y: v})), pointRadius: 0, tension: 0, ...VIEW_STYLE[s.view]}))},
    options: {animation: false, maintainAspectRatio: false, parsing: false, normalized: true, interaction: {mode: "index", intersect: false},
      plugins: {legend: {display: false}, tooltip: {callbacks: {title: (i) => clock(i[0].parsed.x * 60), label: (i) => `${i.dataset.label}: ${num(i.parsed.y, 5)} ${plot.unit}`}}},
      scales: {x: {type: "linear", min: 0, max: run.end_s / 60, ticks: {maxTicksLimit: 7, font: {size: 10}}, title: {display: true, text: "min", font: {size: 10}}, grid: {color: "#eef1f4"}},
        y: {ticks: {maxTicksLimit: 5, font: {size: 10}}, title: {display: true, text: plot.unit || "–", font: {size: 10}}, grid: {color: "#eef1f4"}}}}});
}
