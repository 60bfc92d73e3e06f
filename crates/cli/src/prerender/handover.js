// Runs before the list below it is painted. Where the address asks for another list, this one is hidden until the app
// brings that; if it does not come, this one is better than none. Nothing is offered before the app is there to do it.
(() => {
  const main = document.currentScript.parentElement;
  const root = document.documentElement;
  document.currentScript.remove();
  const asked = new URLSearchParams(location.search);
  const written = () => main.querySelector("[data-written]");
  const say = (text) => (written().querySelector(".notices").textContent = text);
  main.setAttribute("aria-busy", "true");
  if ("PARAMETERS".split(" ").some((name) => asked.has(name))) root.dataset.offprint = "waiting";
  const show = () => {
    if (root.dataset.offprint !== "waiting" || !written()) return;
    root.dataset.offprint = "late";
    say("Filters could not be loaded; this is the whole list.");
  };
  const fail = ({ target, message }) => {
    const ours = target === window ? /wasm|WebAssembly/.test(message) : /offprint-|^$/.test(target.src ?? target.href ?? "-");
    if (!ours || !written()) return;
    show();
    written().querySelectorAll(".search, .tools, .tools-note, .filters, .chips, .actions > button").forEach((control) => control.remove());
    if (!root.dataset.offprint) say("Search and filters could not be loaded; this is the whole list.");
    main.removeAttribute("aria-busy");
  };
  addEventListener("DOMContentLoaded", () => written()?.querySelectorAll(".tools, .filters").forEach((part) => (part.inert = true)));
  addEventListener("error", fail, true);
  addEventListener("offprint-late", show);
  setTimeout(show, 5000);
})();
