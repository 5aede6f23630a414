"use strict";
const page = document.documentElement;
const marks = [...document.querySelectorAll("mark[data-claims]")].map((mark) => [mark, mark.dataset.claims.split(" ")]);
const findings = [...document.querySelectorAll(".finding")];
const still = matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";

document.getElementById("switch").addEventListener("click", () => {
  page.lang = page.lang === "ar" ? "en" : "ar";
  page.dir = page.lang === "ar" ? "rtl" : "ltr";
});

/* Light the words of these claims in every report and bring the first of each into its column's view. */
function show(claims) {
  const wanted = new Set(claims);
  const seen = new Set();
  for (const [mark, own] of marks) {
    const on = own.some((claim) => wanted.has(claim));
    mark.classList.toggle("on", on);
    const report = mark.closest(".report");
    if (on && !seen.has(report)) {
      seen.add(report);
      const top = mark.getBoundingClientRect().top - report.getBoundingClientRect().top + report.scrollTop;
      report.scrollTo({ top: top - report.clientHeight / 3, behavior: still });
    }
  }
  return seen;
}

for (const finding of findings) {
  finding.querySelector(".show").addEventListener("click", () => {
    for (const other of findings) other.classList.toggle("on", other === finding);
    const [first] = show(finding.dataset.claims.split(" "));
    if (first) first.scrollIntoView({ block: "nearest", inline: "center", behavior: still });
  });
}

document.addEventListener("click", (event) => {
  const link = event.target.closest('a[href^="#w-"]');
  if (link) show([link.getAttribute("href").slice(3)]);
});

for (const button of document.querySelectorAll(".filters button")) {
  button.addEventListener("click", () => {
    for (const other of document.querySelectorAll(".filters button")) {
      other.setAttribute("aria-pressed", String(other === button));
    }
    for (const finding of findings) {
      finding.hidden = Boolean(button.dataset.kind) && finding.dataset.kind !== button.dataset.kind;
    }
  });
}
