const marks = [...document.querySelectorAll("mark[data-claims]")].map((mark) => [mark, mark.dataset.claims.split(" ")]);
const byClaim = new Map();
for (const [mark, claims] of marks) for (const claim of claims) byClaim.set(claim, [...(byClaim.get(claim) ?? []), mark]);
const reports = [...document.querySelectorAll(".report")];
let lit = [];

/* Light the words of these claims: the reports that have them come side by side, each scrolled to its first words. */
function light(claims) {
  for (const mark of lit) mark.classList.remove("on");
  lit = claims.flatMap((claim) => byClaim.get(claim) ?? []);
  const having = new Set(lit.map((mark) => mark.closest(".report")));
  for (const report of reports) report.style.order = having.has(report) ? "-1" : "";
  const seen = new Set();
  for (const mark of lit) {
    mark.classList.add("on");
    const report = mark.closest(".report");
    if (seen.has(report)) continue;
    seen.add(report);
    const top = mark.getBoundingClientRect().top - report.getBoundingClientRect().top + report.scrollTop;
    report.scrollTo({ top: top - report.clientHeight / 3, behavior: still });
  }
  return reports.filter((report) => seen.has(report));
}

/* Bring the report of the first claim into the row's view without moving the page. */
function reveal(report) {
  if (!report) return;
  const row = report.parentElement;
  const [from, to] = [row.getBoundingClientRect(), report.getBoundingClientRect()];
  const edge = page.dir === "rtl" ? to.right - from.right : to.left - from.left;
  row.scrollBy({ left: edge, behavior: still });
}

document.addEventListener("click", (event) => {
  const link = event.target.closest('a[href^="#w-"], a[href^="#r-"]');
  if (!link) return;
  event.preventDefault();
  const target = document.getElementById(link.hash.slice(1));
  if (!target) return;
  const report = target.closest(".report");
  if (link.hash.startsWith("#w-")) light((link.dataset.light ?? link.hash.slice(3)).split(" "));
  document.getElementById("reports").scrollIntoView({ block: "start", behavior: still });
  reveal(report);
  report.focus({ preventScroll: true });
});

for (const finding of document.querySelectorAll(".finding")) {
  const claims = finding.dataset.claims.split(" ");
  finding.addEventListener("toggle", () => {
    if (finding.open) reveal(light(claims)[0]);
  });
  finding.querySelector(".show").addEventListener("click", () => {
    const [first] = light(claims);
    if (matchMedia("(max-width: 62rem)").matches) document.getElementById("reports").scrollIntoView({ behavior: still });
    reveal(first);
  });
}

/* A link to a finding from elsewhere on the page opens it. */
function openTarget() {
  const target = document.getElementById(location.hash.slice(1));
  if (target?.matches("details.finding")) target.open = true;
}
addEventListener("hashchange", openTarget);
openTarget();
addEventListener("keydown", (event) => {
  if (event.key === "Escape") light([]);
});
