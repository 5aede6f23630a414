"use strict";
const page = document.documentElement;
const still = matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";

/* Both languages are in the page and the style shows one; attributes and options carry theirs in data-. */
function speak(language) {
  page.lang = language;
  page.dir = language === "ar" ? "rtl" : "ltr";
  for (const option of document.querySelectorAll("option[data-ar]")) option.textContent = option.dataset[language];
  for (const part of document.querySelectorAll("[data-aria-label-ar]")) {
    part.setAttribute("aria-label", part.getAttribute(`data-aria-label-${language}`));
  }
}

document.getElementById("switch").addEventListener("click", () => speak(page.lang === "ar" ? "en" : "ar"));
