const heads = [...document.querySelectorAll(".matrix thead button")];
const rank = { denies: 0, otherwise: 1, says: 2, silent: 3 };
const kindRank = ["contradiction", "discrepancy", "agreement", "elaboration", "single_source"];

function keyOf(row, by) {
  if (by === "order") return Number(row.dataset.order);
  if (by === "kind") return kindRank.indexOf(row.dataset.kind);
  if (by === "says") return -Number(row.dataset.says);
  return rank[row.querySelectorAll("td.one")[Number(by)].dataset.state];
}

for (const button of heads) {
  button.addEventListener("click", () => {
    const head = button.closest("th");
    const down = head.getAttribute("aria-sort") === "ascending";
    for (const other of heads) other.closest("th").setAttribute("aria-sort", "none");
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const body = document.querySelector(".matrix tbody");
    const rows = [...body.rows].map((row) => [keyOf(row, button.dataset.sort), Number(row.dataset.order), row]);
    rows.sort((a, b) => (down ? b[0] - a[0] : a[0] - b[0]) || a[1] - b[1]);
    body.append(...rows.map(([, , row]) => row));
  });
}
