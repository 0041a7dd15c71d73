"use strict";
// Drawings: the two-axis map, the time line, the recovery project, the plots. Colours are told apart
// by everybody (after Okabe and Ito 2008), and a shape or a dash always says the same as a colour.
const INK = "#1c2530", SOFT = "#5b6876", MARK = "#2b4763";
const INSIDE = "#d5e7f5", TARGET = "#0b5f94";
const RISK = {2: "#faf3e3", 3: "#faf0dc", 4: "#fbe2bb", 5: "#f6c58f", 6: "#ee9f63"};  // axis1 + axis2
const SIDES = {attack: {colour: "#b8400a", mark: "down"}, fault: {colour: "#8a4f7d", mark: "down"},
  operation: {colour: "#6b6f76", mark: "diamond"}, countermeasure: {colour: "#00765a", mark: "square"}, people: {colour: "#0b5f94", mark: "diamond"},
  protection: {colour: "#8a6100", mark: "up"}, process: {colour: "#47525e", mark: "dot"}};
const sideOf = (event) => event.side;
// Width of a text in half characters: Japanese ones count two.
const wide = (s) => [...s].reduce((n, c) => n + (c.charCodeAt(0) > 0x2e80 ? 1.9 : 1), 0);
function shortened(text, most) {
  if (wide(text) <= most) return text;
  let kept = [...text];
  while (wide(kept.join("")) > most - 2) kept.pop();
  return kept.join("") + "…";
}
function wrapped(text, most) {
  const pieces = text.split(lang === "ja" ? /(?<=な)/ : /(?<= )/), lines = [""];
  for (const piece of pieces) {
    if (wide(lines.at(-1) + piece.trimEnd()) > most && lines.at(-1)) lines.push("");
    lines[lines.length - 1] += piece;
  }
  return lines;
}
// The same anywhere between words, or in Japanese between characters but not before a mark or inside a
// word of Latin letters; at most so many lines, the last one shortened.
function broken(text, most, count) {
  const pieces = lang === "ja" ? text.match(/(?:[\w.%/-]+|.)[、。・)」ー\s]*/gsu) ?? [] : text.split(/(?<= )/), lines = [""];
  for (const piece of pieces) {
    if (wide(lines.at(-1) + piece.trimEnd()) > most && lines.at(-1) && lines.length < count) lines.push("");
    lines[lines.length - 1] += piece;
  }
  return lines.map((line) => shortened(line.trimEnd(), most));
}
// Lines of a label to the left of a drawing, the middle of them at y.
const labelSvg = (lines, x, y, style = "") => lines.map((line, i) =>
  `<text x="${x}" y="${y + 4 + (i - (lines.length - 1) / 2) * 13}" text-anchor="end" font-size="12" ${style}>${esc(line)}</text>`).join("");
function markSvg(kind, x, y, r, colour) {
  const shape = {down: `M${x - r} ${y - r}h${2 * r}l${-r} ${2 * r}z`, up: `M${x - r} ${y + r}h${2 * r}l${-r} ${-2 * r}z`,
    square: `M${x - r} ${y - r}h${2 * r}v${2 * r}h${-2 * r}z`, diamond: `M${x} ${y - r * 1.3}l${r * 1.3} ${r * 1.3}l${-r * 1.3} ${r * 1.3}l${-r * 1.3} ${-r * 1.3}z`}[kind];
  return shape ? `<path d="${shape}" fill="${colour}"/>` : `<circle cx="${x}" cy="${y}" r="${r}" fill="${colour}"/>`;
}

// The 3 x 3 map of one stakeholder: axis 1 upwards, axis 2 to the right, its target line, and what
// content(axis1, axis2, x, y, size) draws around the middle of each cell.
function mapSvg(stakeholder, content) {
  const size = 84, left = 78, top = 4, W = left + 3 * size + 6, H = top + 3 * size + 66, parts = [];
  for (let r = 1; r <= 3; ++r) for (let e = 1; e <= 3; ++e) {
    const fill = e <= stakeholder.target[r - 1] ? INSIDE : RISK[r + e];
    parts.push(`<rect x="${left + (e - 1) * size}" y="${top + (3 - r) * size}" width="${size}" height="${size}" fill="${fill}" stroke="#fff" stroke-width="2"/>`);
  }
  let line = "";
  for (let r = 1; r <= 3; ++r) {
    const x = left + stakeholder.target[r - 1] * size, y0 = top + (4 - r) * size;
    line += `${r === 1 ? "M" : "L"}${x} ${y0}L${x} ${y0 - size}`;
  }
  parts.push(`<path d="${line}" fill="none" stroke="${TARGET}" stroke-width="2.5" stroke-dasharray="6 3"/>`);
  for (let r = 1; r <= 3; ++r) for (let e = 1; e <= 3; ++e) parts.push(content(r, e, left + (e - .5) * size, top + (3.5 - r) * size, size));
  for (let l = 1; l <= 3; ++l) {
    const up = wrapped(t(here.site.axis1[l - 1]), lang === "ja" ? 8 : 9), along = wrapped(t(here.site.axis2[l - 1]), 13);
    up.forEach((s, i) => parts.push(`<text x="${left - 6}" y="${top + (3.5 - l) * size + 4 + (i - (up.length - 1) / 2) * 13}" text-anchor="end" font-size="11.5">${esc(s)}</text>`));
    along.forEach((s, i) => parts.push(`<text x="${left + (l - .5) * size}" y="${top + 3 * size + 14 + i * 13}" text-anchor="middle" font-size="11.5">${esc(s)}</text>`));
  }
  parts.push(`<text x="${left + 1.5 * size}" y="${H - 4}" text-anchor="middle" font-size="11" style="fill:${SOFT}">${esc(w("axis2"))} →</text>`);
  parts.push(`<text transform="translate(11 ${top + 1.5 * size}) rotate(-90)" text-anchor="middle" font-size="11" style="fill:${SOFT}">${esc(w("axis1"))} →</text>`);
  return `<svg viewBox="0 0 ${W} ${H}" width="100%" style="max-width:360px;display:block;margin:auto" role="img">${parts.join("")}</svg>`;
}
// Numbered marks: full before, open after; marks: [{axis1, axis2, label, open, title}].
function marksIn(marks) {
  return (axis1, axis2, cx, cy, size) => {
    const list = marks.filter((m) => m.axis1 === axis1 && m.axis2 === axis2);
    const n = Math.ceil(Math.sqrt(list.length)), rows = Math.ceil(list.length / n);
    const step = Math.min(24, (size - 8) / n), rad = Math.min(10.5, step / 2 - .8);
    return list.map((m, i) => {
      const x = cx + (i % n - (Math.min(n, list.length) - 1) / 2) * step, y = cy + (Math.floor(i / n) - (rows - 1) / 2) * step;
      return `<circle cx="${x}" cy="${y}" r="${rad}" fill="${m.open ? "#fff" : MARK}" stroke="${MARK}" stroke-width="1.5"><title>${esc(m.title)}</title></circle>` +
        `<text x="${x}" y="${y + rad * .38}" text-anchor="middle" font-size="${rad * (String(m.label).length > 2 ? .85 : 1.1)}" font-weight="600" pointer-events="none" style="fill:${m.open ? MARK : "#fff"}">${m.label}</text>`;
    }).join("");
  };
}
// Per cent of the samples, and a disc whose area is the share.
function sharesIn(cells, samples) {
  return (axis1, axis2, x, y, size) => {
    const share = cells[axis1 - 1][axis2 - 1] / samples;
    if (!share) return "";
    return `<circle cx="${x}" cy="${y}" r="${(size / 2 - 5) * Math.sqrt(share)}" fill="${MARK}" opacity=".32"/>` +
      `<text x="${x}" y="${y + 5}" text-anchor="middle" font-size="14" font-weight="600">${num(100 * share, 3)} %</text>`;
  };
}

// What the time line tells: each kind of event once with its count, the weightiest ones if there are
// too many: what happened physically, what was done to the twin, who responded, then the rest.
const MOST_LABELS = 16;
function story(run) {
  const first = new Map();
  for (const e of run.events.filter((one) => one.shown)) {
    const known = first.get(e.name);
    if (known) known.count += 1; else first.set(e.name, {e, count: 1});
  }
  const weight = ({e}) => e.physical ? 0 : /\.start$/.test(e.name) && SIDES[e.name.split(".")[0]] ? 1 : sideOf(e) === "people" ? 2 : 3;
  const all = [...first.values()], kept = new Set([...all].sort((a, b) => weight(a) - weight(b)).slice(0, MOST_LABELS));
  return {told: all.filter((one) => kept.has(one)), left: all.length - kept.size};
}
// Steps of a clock, of which at most eight fit: seconds, minutes, hours, days.
const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10800, 21600, 43200, 86400, 172800, 432000, 864000, 1728000, 4320000];
const roundStep = (span) => STEPS.find((step) => span / step <= 8) ?? 86400 * Math.ceil(span / 86400 / 7);
function timelineSvg(run) {
  const W = 1200, edge = 14, row_height = 20, span = Math.max(run.end_s, 1);
  const x = (s) => edge + (W - 2 * edge) * Math.min(1, Math.max(0, s / span));
  const {told, left} = story(run), rows = [];
  // Late ones first: the stem of an earlier label then never crosses a later label's text.
  const placed = [...told].reverse().map(({e, count}) => {
    const text = `${clock(e.t)} ${eventText(e, run)}${count > 1 ? ` ×${count}` : ""}`, leftwards = x(e.t) + wide(text) * 6.6 + 14 > W && x(e.t) > W / 2;
    const label = shortened(text, ((leftwards ? x(e.t) : W - x(e.t)) - 14) / 6.6), width = wide(label) * 6.6 + 14, from = leftwards ? x(e.t) - width : x(e.t), to = from + width;
    let row = rows.findIndex((spans) => spans.every(([a, b]) => to < a || from > b));
    if (row < 0) row = rows.push([]) - 1;
    rows.slice(0, row).forEach((spans) => spans.push([x(e.t) - 2, x(e.t) + 2]));
    rows[row].push([from, to]);
    return {e, row, label, leftwards};
  });
  const base = rows.length * row_height + 14, parts = [];
  parts.push(`<line x1="${edge}" x2="${W - edge}" y1="${base}" y2="${base}" stroke="#c3ccd6" stroke-width="4" stroke-linecap="round"/>`);
  const by_day = span > 4 * 86400, step = roundStep(span);
  for (let i = 0; i * step <= span * 1.0001; ++i) {
    const anchor = i === 0 ? "start" : x(i * step) > W - 40 ? "end" : "middle";
    parts.push(`<text x="${x(i * step)}" y="${base + 22}" font-size="11" text-anchor="${anchor}" style="fill:${SOFT}">${by_day ? `${num(i * step / 86400)} ${w("days")}` : clock(Math.round(i * step))}</text>`);
  }
  for (const e of run.events.filter((one) => one.shown)) parts.push(`<circle cx="${x(e.t)}" cy="${base}" r="2.5" fill="${SIDES[sideOf(e)].colour}"/>`);
  for (const {e, row, label, leftwards} of placed) {
    const {colour, mark} = SIDES[sideOf(e)], y = base - 12 - row * row_height;
    parts.push(`<line x1="${x(e.t)}" x2="${x(e.t)}" y1="${base}" y2="${y - 6}" stroke="${colour}" stroke-width="1.2" opacity=".5"/>${markSvg(mark, x(e.t), base, 5, colour)}`);
    parts.push(`<text x="${x(e.t) + (leftwards ? -6 : 6)}" y="${y}" font-size="12.5" ${e.physical ? 'font-weight="700"' : ""} text-anchor="${leftwards ? "end" : "start"}" style="fill:${colour}"><title>${esc(eventDetail(e, run))}</title>${esc(label)}</text>`);
  }
  const key = [...new Set(placed.map((one) => sideOf(one.e)))].sort().map((s) => `<span class="key"><svg width="14" height="14">${markSvg(SIDES[s].mark, 7, 7, 5, SIDES[s].colour)}</svg>${w("side_" + s)}</span>`).join("");
  return `<div class="scroll"><svg viewBox="0 0 ${W} ${base + 28}" width="100%" style="display:block;min-width:900px" role="img">${parts.join("")}</svg></div><p>${key}${left > 0 ? `<span class="soft small">${w("more")} ${left}</span>` : ""}</p>`;
}

// The recovery project as bars, those of the critical path dark and with a mark; below them the
// services that were hurt, over the same days since the start of the run. Work starts when it ends.
function recoverySvg(run) {
  const works = run.outcome.recovery.works, services = levelsOf(run.outcome.recovery).filter((s) => s.level.some(([, level]) => level < 1));
  if (!works.length && !services.length) return `<p class="soft">${w("none")}</p>`;
  const W = 720, left = 268, right = 128, strip = 46, parts = [];
  const labels = works.map((a) => broken((a.critical ? "◆ " : "") + t(a.what), 39, 3)), tops = [0];
  for (const label of labels) tops.push(tops.at(-1) + 10 + 13 * label.length);
  const bars = tops.at(-1);
  const span = Math.max(run.end_s, ...works.map((a) => run.end_s + a.finish_s), ...services.map((s) => s.level.at(-1)[0])), H = bars + services.length * strip + 24;
  const x = (s) => left + (W - left - right) * Math.min(1, s / span);
  const days = span / 86400, rough = 10 ** Math.floor(Math.log10(days)), step = [.2, .5, 1, 2].map((f) => f * rough).find((s) => days / s <= 6);
  for (let i = 0; i * step <= days; ++i) {
    const at = x(i * step * 86400);
    parts.push(`<line x1="${at}" x2="${at}" y1="2" y2="${H - 20}" stroke="#e4e9ee"/><text x="${at}" y="${H - 6}" text-anchor="middle" font-size="11" style="fill:${SOFT}">${num(i * step, 3)}</text>`);
  }
  works.forEach((a, i) => {
    const y = 2 + (tops[i] + tops[i + 1]) / 2, from = run.end_s + a.start_s, to = run.end_s + a.finish_s;
    parts.push(labelSvg(labels[i], left - 8, y, a.critical ? 'font-weight="600"' : ""));
    parts.push(`<rect x="${x(from)}" y="${y - 7}" width="${Math.max(2, x(to) - x(from))}" height="13" rx="2" fill="${a.critical ? MARK : "#a9bccf"}"><title>${quantity(from, "s")} – ${quantity(to, "s")}${a.crew ? `, ${esc(named(a.crew))} × ${a.crew_count}` : ""}</title></rect>`);
    parts.push(`<text x="${x(to) + 4}" y="${y + 4}" font-size="11" style="fill:${SOFT};paint-order:stroke;stroke:#fff;stroke-width:3px">${esc(barText(a.finish_s - a.start_s, to))}</text>`);
  });
  services.forEach((s, i) => parts.push(serviceStrip(s, bars + 6 + i * strip, strip - 12, left, x, span)));
  return `<svg viewBox="0 0 ${W} ${H}" width="100%" style="max-width:900px;display:block" role="img">${parts.join("")}</svg><p class="soft small">${works.length ? `◆ ${w("critical")} · ` : ""}${w("recoveryaxis")}${services.length ? ` · ${w("servicelevel")}` : ""}</p>`;
}
// Services of the site, then the sectors of the region that their stop reached.
const levelsOf = (recovery) => [...recovery.services, ...recovery.sectors.map((s) => ({...s, service: s.sector}))];
// How long a task takes, and when it ends.
const barText = (takes_s, to_s) => `${quantity(takes_s, "s")} (${w("until").replace("{t}", quantity(to_s, "s"))})`;
// The level of one service over time, 100 % at the top of its strip; straight between its knots.
function serviceStrip(service, top, height, left, x, span) {
  const y = (level) => top + height * (1 - Math.min(1, Math.max(0, level))), low = Math.min(...service.level.map(([, level]) => level));
  const points = [...service.level, [span, service.level.at(-1)[1]]].map(([s, level]) => `${x(s).toFixed(1)},${y(level).toFixed(1)}`);
  const line = points.filter((p, i) => p !== points[i - 1]).join("L"), ends = `L${x(span)},${top + height}L${left},${top + height}Z`;
  const label = [...broken(named(service.service), 38, 2), `${w("lowest")} ${num(100 * low, 3)} %`];
  return labelSvg(label, left - 8, top + height / 2) +
    `<path d="M${left},${y(1)}L${line}${ends}" fill="#cfe3d8"/><path d="M${left},${y(1)}L${line}" fill="none" stroke="#00765a" stroke-width="1.6"><title>${esc(named(service.service))}</title></path>`;
}

// A curve that stays where it was tells nothing.
const moves = (plot) => plot.series.some((s) => [...s.v, ...(s.high ?? [])].some((v) => v !== null && v !== plot.series[0].v.find((one) => one !== null)));
// Lowest and highest value; a limit counts if it lies no further off than the curves are wide.
function rangeOf(plots) {
  const values = plots.flatMap((p) => p.series.flatMap((s) => [...s.v, ...(s.high ?? [])])).filter((v) => v !== null);
  if (!values.length) return [undefined, undefined];
  let low = values.reduce((a, b) => Math.min(a, b), Infinity), high = values.reduce((a, b) => Math.max(a, b), -Infinity);
  const near = plots.flatMap((p) => p.limits.map((l) => l.v)).filter((v) => v > 2 * low - high && v < 2 * high - low);
  return [Math.min(low, ...near), Math.max(high, ...near)];
}
// An incident and its variants show the same plots on the same axes, so that they can be compared.
function share(runs) {
  for (const plot of runs.flatMap((run) => run.plots)) {
    const row = runs.flatMap((run) => run.plots.filter((p) => p.point === plot.point && p.unit === plot.unit));
    plot.shown = moves(plot) || runs[0].plots.some((p) => p.point === plot.point && moves(p));
    plot.range = rangeOf(row);
  }
}
// One chart: truth thick and below, controller dashed, operator dotted, a band for instruments of one
// kind; vertical lines where an intervention starts (full) or stops (dotted).
const VIEW_STYLE = {
  truth: {borderColor: "#8b97a5", borderWidth: 4.5, order: 3}, controller: {borderColor: "#b8400a", borderWidth: 1.7, borderDash: [7, 4], order: 2},
  operator: {borderColor: "#0b5f94", borderWidth: 1.8, borderDash: [2, 3], order: 1}};
// The second and later curves of a view have dashes of their own.
const MORE_DASHES = [[12, 3], [9, 3, 2, 3], [4, 2], [14, 3, 2, 3, 2, 3]];
// A curve that goes to and fro more often than a plot is wide, as the silence of a link does, would
// fill its plot with the colour: it is drawn thinly. A swing counts from a tenth of the range on.
const MOST_SWINGS = 100;
function swings(values) {
  const known = values.filter((v) => v !== null), least = (Math.max(...known) - Math.min(...known)) / 10;
  let count = 0, turn = known[0], way = 0;
  for (const v of known) {
    if (way * (v - turn) > 0) turn = v;
    else if (Math.abs(v - turn) > least) { count += way !== 0; way = Math.sign(v - turn); turn = v; }
  }
  return count;
}
const isEdge = (e) => /^(attack|fault|operation|countermeasure)\..*\.(start|stop)$/.test(e.name);
function styled(plot) {
  const count = {};
  return plot.series.map((s) => {
    const nth = count[s.view] = (count[s.view] ?? -1) + 1, style = VIEW_STYLE[s.view];
    const dashed = nth ? {...style, borderDash: MORE_DASHES[(nth - 1) % MORE_DASHES.length]} : style;
    return {...s, style: swings(s.v) > MOST_SWINGS ? {...dashed, borderWidth: .5, borderDash: []} : dashed};
  });
}
const seriesName = (s) => s.names.length < 2 ? pointName(s.names[0]) : `${pointName(s.names[0])}–${pointName(s.names.at(-1)).split(" ").at(-1)} (${s.names.length})`;
const lineKey = (style, name, high) => `<span class="key"><svg width="30" height="8">${high ? `<rect width="30" height="8" fill="${style.borderColor}" opacity=".25"/>` : ""}<line x1="0" x2="30" y1="4" y2="4" stroke="${style.borderColor}" stroke-width="${style.borderWidth}" stroke-dasharray="${style.borderDash ?? ""}"/></svg>${esc(name)}</span>`;
const viewKey = () => Object.entries(VIEW_STYLE).map(([view, style]) => lineKey(style, viewName(view))).join("");
// What else than the truth a plot draws, by its instruments.
const LIMIT = {borderColor: "#a3122c", borderWidth: 1.2, borderDash: [10, 4]};
const plotKey = (plot) => styled(plot).filter((s) => s.view !== "truth").map((s) => lineKey(s.style, seriesName(s), s.high)).join("") +
  plot.limits.map((l) => lineKey(LIMIT, `${t(l.text)} ${num(l.v, 4)} ${plot.unit}`)).join("");
function datasetsOf(plot, per) {
  const line = (values) => values.map((v, i) => ({x: plot.t[i] / per, y: v}));
  return styled(plot).flatMap((s) => {
    const base = {label: s.view === "truth" ? viewName("truth") : seriesName(s), data: line(s.v), pointRadius: 0, tension: 0, borderJoinStyle: "round", ...s.style};
    return s.high ? [{...base, upper: s.high, borderWidth: .6, fill: "+1", backgroundColor: s.style.borderColor + "38"}, {...base, inner: true, data: line(s.high), borderWidth: .6}] : [base];
  });
}
// A quantity that falls below zero by its noise only has no axis below zero.
const lowest = ([low, high]) => low < 0 && -low < .02 * (high - low) ? {min: 0} : {suggestedMin: low};
function plotChart(canvas, run, plot) {
  const [per, unit_of_time] = run.end_s > 4 * 86400 ? [86400, w("days")] : run.end_s > 6 * 3600 ? [3600, "h"] : [60, "min"];
  const edges = {id: "edges", beforeDatasetsDraw(chart) {
    const {ctx, chartArea: a, scales: {x, y}} = chart;
    ctx.save(); ctx.lineWidth = LIMIT.borderWidth; ctx.strokeStyle = LIMIT.borderColor; ctx.setLineDash(LIMIT.borderDash);
    for (const l of plot.limits.filter((one) => one.v >= y.min && one.v <= y.max)) {
      const py = y.getPixelForValue(l.v);
      ctx.beginPath(); ctx.moveTo(a.left, py); ctx.lineTo(a.right, py); ctx.stroke();
    }
    ctx.lineWidth = 1;
    for (const e of run.events.filter(isEdge)) {
      const px = x.getPixelForValue(e.t / per);
      ctx.strokeStyle = SIDES[sideOf(e)].colour + "99"; ctx.setLineDash(e.name.endsWith(".stop") ? [2, 3] : []);
      ctx.beginPath(); ctx.moveTo(px, a.top); ctx.lineTo(px, a.bottom); ctx.stroke();
    }
    ctx.restore();
  }};
  const font = {size: 11}, grid = {color: "#eef1f4"}, ticks = (maxTicksLimit) => ({maxTicksLimit, font, callback: (v) => num(v, 6)});
  const told = (i) => `${i.dataset.label}: ${num(i.parsed.y, 5)}${i.dataset.upper ? `–${num(i.dataset.upper[i.dataIndex], 5)}` : ""} ${plot.unit}`;
  return new Chart(canvas, {type: "line", plugins: [edges], data: {datasets: datasetsOf(plot, per)},
    options: {animation: false, maintainAspectRatio: false, parsing: false, normalized: true, interaction: {mode: "index", intersect: false},
      plugins: {legend: {display: false}, tooltip: {filter: (i) => !i.dataset.inner, callbacks: {title: (i) => clock(i[0].parsed.x * per), label: told}}},
      scales: {x: {type: "linear", min: 0, max: run.end_s / per, ticks: ticks(7), title: {display: true, text: unit_of_time, font}, grid},
        y: {...lowest(plot.range), suggestedMax: plot.range[1], ticks: ticks(5), grid}}}});
}
