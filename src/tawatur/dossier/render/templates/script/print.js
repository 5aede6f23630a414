/* On paper everything is open; on screen it is as the reader left it. */
let opened = [];
addEventListener("beforeprint", () => {
  opened = [...document.querySelectorAll("details:not([open])")];
  for (const details of opened) details.open = true;
  light([]);
});
addEventListener("afterprint", () => {
  for (const details of opened) details.open = false;
});
const first = document.querySelector(".finding[open]");
if (first) light(first.dataset.claims.split(" "));
