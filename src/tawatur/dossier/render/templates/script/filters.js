const findings = [...document.querySelectorAll(".finding")];
const kinds = [...document.querySelectorAll(".filters button")];
const chosen = { report: document.getElementById("f-report"), entity: document.getElementById("f-entity") };
const tally = document.querySelector(".tally b");

function filter() {
  const kind = kinds.find((button) => button.getAttribute("aria-pressed") === "true").dataset.kind;
  const { report, entity } = { report: chosen.report.value, entity: chosen.entity.value };
  let shown = 0;
  for (const finding of findings) {
    const fits = (!kind || finding.dataset.kind === kind)
      && (!report || finding.dataset.reports.split(" ").includes(report))
      && (!entity || finding.dataset.entities.split(" ").includes(entity));
    finding.hidden = !fits;
    shown += fits;
  }
  tally.textContent = shown;
  document.querySelector(".nothing").hidden = shown > 0 || !findings.length;
}

for (const button of kinds) {
  button.addEventListener("click", () => {
    for (const other of kinds) other.setAttribute("aria-pressed", String(other === button));
    filter();
  });
}
for (const select of Object.values(chosen)) select?.addEventListener("change", filter);

/* Up and down walk the findings while one of them has the focus. */
document.getElementById("findings").addEventListener("keydown", (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || event.target.tagName !== "SUMMARY" || !event.target.parentElement.matches(".finding")) return;
  const seen = findings.filter((finding) => !finding.hidden);
  const next = seen[seen.indexOf(event.target.parentElement) + step];
  if (next) {
    event.preventDefault();
    next.querySelector("summary").focus();
  }
});
