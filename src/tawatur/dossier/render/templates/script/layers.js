for (const box of document.querySelectorAll(".layers input")) {
  const apply = () => document.querySelector(".columns").classList.toggle(`show-${box.value}`, box.checked);
  box.addEventListener("change", apply);
  apply();
}
