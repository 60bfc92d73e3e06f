// Runs before the list below it is painted. Where the address asks for another list, this one is hidden until the app
// brings that; if it does not come, this one is better than none.
(() => {
  const main = document.currentScript.parentElement;
  const root = document.documentElement;
  document.currentScript.remove();
  const asked = new URLSearchParams(location.search);
  main.setAttribute("aria-busy", "true");
  if ("PARAMETERS".split(" ").some((name) => asked.has(name))) root.dataset.offprint = "waiting";
  const show = () => {
    if (root.dataset.offprint !== "waiting" || !main.querySelector("[data-written]")) return;
    root.dataset.offprint = "late";
    main.querySelector(".notices").textContent = "Filters could not be loaded; this is the whole list.";
  };
  const fail = ({ target }) => {
    if (target !== window && target.localName !== "script" && target.localName !== "link") return;
    if (!main.querySelector("[data-written]")) return;
    show();
    main.removeAttribute("aria-busy");
  };
  addEventListener("error", fail, true);
  addEventListener("unhandledrejection", fail);
  addEventListener("offprint-late", show);
  setTimeout(show, 5000);
})();
