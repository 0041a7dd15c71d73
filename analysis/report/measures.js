"use strict";
// What the countermeasures of a variant cost, beside the loss of all parties without and with them.
function measures(run, before) {
  const acts = Object.entries(run.acts).filter(([id]) => id.startsWith("countermeasure.")).map(([, act]) => act);
  if (run === before || !acts.length) return "";
  const money = (v) => `<td class="n">${v ? yen(v) : "–"}</td>`, sum = (key) => acts.reduce((all, a) => all + a[key], 0);
  const rows = acts.map((a) => `<tr><td>${esc(pointName(a.point) + actText("countermeasure", a.effect, a))}</td><td>${esc(a.measure)}</td>${money(a.cost_yen)}${money(a.cost_yen_per_year)}<td class="small soft">${esc(phrase(a.source))}</td></tr>`).join("");
  const all = acts.length < 2 ? "" : `<tr><td><b>${w("sum")}</b></td><td></td>${money(sum("cost_yen"))}${money(sum("cost_yen_per_year"))}<td></td></tr>`;
  const [bare, left] = [before, run].map((r) => r.outcome.total_loss_yen);
  return `<h3>${w("measures")}</h3><div class="scroll"><table style="max-width:960px"><tr><th>${w("measure")}</th><th>${w("requirement")}</th><th class="n">${w("once")}</th><th class="n">${w("yearly")}</th><th>${w("source")}</th></tr>${rows}${all}</table></div>
    <p>${w("loss")}${colon()}${w("without")} <b>${yen(bare)}</b> → ${w("withthem")} <b>${yen(left)}</b> (${w("less")} ${yen(bare - left)})</p>`;
}
