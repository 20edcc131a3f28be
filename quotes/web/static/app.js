// Small conveniences; every page works without them.
"use strict";

// Suggestions: a combobox as in the ARIA Authoring Practices Guide.
document.querySelectorAll("[data-suggest]").forEach((input) => {
  const list = document.getElementById(input.getAttribute("aria-controls"));
  const options = () => [...list.querySelectorAll("[role=option]")];
  let at = -1;

  function show(open) {
    const any = open && options().length > 0;
    list.hidden = !any;
    input.setAttribute("aria-expanded", String(any));
    if (!any) choose(-1);
  }

  function choose(next) {
    at = next;
    options().forEach((option, place) => {
      option.setAttribute("aria-selected", String(place === at));
      if (place === at) option.scrollIntoView({ block: "nearest" });
    });
    if (at >= 0) input.setAttribute("aria-activedescendant", options()[at].id);
    else input.removeAttribute("aria-activedescendant");
  }

  list.addEventListener("htmx:afterSwap", () => {
    options().forEach((option, place) => (option.id = `${list.id}-${place}`));
    at = -1;
    show(document.activeElement === input && input.value.trim() !== "");
  });
  input.addEventListener("keydown", (event) => {
    const count = options().length;
    if (event.key === "Escape" && !list.hidden) {
      show(false);
      event.preventDefault();
    } else if (event.key === "ArrowDown" && count) {
      show(true);
      choose((at + 1) % count);
      event.preventDefault();
    } else if (event.key === "ArrowUp" && count && !list.hidden) {
      choose(at <= 0 ? count - 1 : at - 1);
      event.preventDefault();
    } else if (event.key === "Enter" && at >= 0 && !list.hidden) {
      event.preventDefault();
      location.assign(options()[at].dataset.href);
    }
  });
  // Before the input loses the focus and the list goes.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) location.assign(option.dataset.href);
  });
  input.addEventListener("blur", () => show(false));
});

// Copying a citation.
document.querySelectorAll("[data-copy]").forEach((button) => {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const text = document.getElementById(button.dataset.copy);
    text.select();
    try {
      await navigator.clipboard.writeText(text.value);
    } catch {
      document.execCommand("copy"); // without a secure context there is no clipboard
    }
    document.getElementById("copied").textContent = "Copied";
    button.classList.add("done");
    setTimeout(() => button.classList.remove("done"), 1500);
  });
});

// One key for each judgement, unless somebody is typing; and / goes to the search box.
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  if (event.target.closest("input, textarea, select")) return;
  if (event.key === "/") {
    const box = document.querySelector("input[type=search]");
    if (box) {
      box.focus();
      event.preventDefault();
    }
    return;
  }
  const button = [...document.querySelectorAll("button[data-key]")].find(
    (one) => one.dataset.key === event.key.toLowerCase(),
  );
  if (button) {
    event.preventDefault();
    button.click();
  }
});

// On a narrow screen the filters come folded, so that the quotations are seen first.
if (matchMedia("(max-width: 48rem)").matches) {
  document.querySelectorAll("details.fold").forEach((one) => one.removeAttribute("open"));
}
