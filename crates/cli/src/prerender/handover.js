// Runs before the list below it is painted. Where the address asks for another list, this one is hidden until the app
// brings that; if it does not come, this one is better than none. Nothing is offered before the app is there to do it.
(() => {
  const main = document.currentScript.parentElement;
  const root = document.documentElement;
  document.currentScript.remove();
  const asked = new URLSearchParams(location.search);
  const written = () => main.querySelector("[data-written]");
  const say = (text) => {
    const notices = written()?.querySelector(".notices");
    if (notices && !notices.textContent.includes(text)) notices.appendChild(document.createElement("p")).textContent = text;
  };
  const isFile = location.protocol === "file:";
  let started, trouble;
  main.setAttribute("aria-busy", "true");
  if ("PARAMETERS".split(" ").some((name) => asked.has(name))) root.dataset.offprint = "waiting";
  const show = () => {
    if (root.dataset.offprint !== "waiting" || !written()) return;
    root.dataset.offprint = "late";
    say("Filters could not be loaded; this is the whole list.");
  };
  const tell = (headline, ...lines) => {
    const around = document.createElement("div");
    const box = document.createElement("div");
    const add = (name, text) => (box.appendChild(document.createElement(name)).textContent = text);
    around.className = "offprint alone";
    box.className = "trouble";
    add("h2", headline);
    lines.forEach((line) => add("p", line));
    add("button", "Try again");
    box.lastChild.onclick = () => location.reload();
    main.prepend(around);
    around.append(box);
    box.setAttribute("role", "alert");
    return around;
  };
  const explain = (headline, reason, advice) => {
    if (started || trouble || !written()) return;
    show();
    trouble = tell(headline, reason, "The whole list can be read below.", advice);
    main.removeAttribute("aria-busy");
  };
  const fail = ({ target, message, reason, error = reason }) => {
    const text = [message, error?.message, error?.stack].join();
    if (!(target === window ? /wasm|WebAssembly|offprint-page/ : /offprint-page/).test(target === window ? text : target.src + target.text)) return;
    trouble?.remove();
    trouble = null;
    const isForbidden = /unsafe-eval|CSP|Security Policy/i.test(text);
    let why = ["Their program is missing or damaged, or the connection broke off.", "This often passes: try again in a moment."];
    if (isFile) why = ["A page that was opened as a file may not load them.", "Open it from a web server, such as that of “python3 -m http.server”."];
    if (isForbidden) why = ["A security policy of this site forbids WebAssembly, which they are made of.", "Whoever keeps the site can allow it: the policy's script-src needs 'wasm-unsafe-eval'."];
    explain("Search and filters could not be loaded.", ...why);
    if (trouble) written().querySelectorAll(".search, .tools, .tools-note, .filters, .chips, .actions > button").forEach((control) => control.remove());
  };
  // A script waits for the style sheets before it.
  if (!isFile && document.querySelector("link[rel=stylesheet][href*=offprint-]") && !getComputedStyle(root).getPropertyValue("--o-trouble"))
    // It stays when the app takes the place of the written list and of what stands alone above that.
    tell("The style sheet of this page could not be loaded.", "All of the page works; it only looks bare.").className = "";
  addEventListener("DOMContentLoaded", () => written()?.querySelectorAll(".tools, .filters").forEach((part) => (part.inert = true)));
  addEventListener("error", fail, true);
  addEventListener("unhandledrejection", fail);
  addEventListener("offprint-late", show);
  addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => {
    if (effectiveDirective === "connect-src") say(`The policy of this page does not allow ${blockedURI}. Whoever keeps the page can run “offprint prerender”, which allows the address of the list.`);
  });
  addEventListener("TrunkApplicationStarted", () => {
    started = true;
    trouble?.remove();
  });
  setTimeout(show, 5000);
  setTimeout(() => explain("Search and filters have not arrived yet.", "The connection or the server is slow.", "They may still come; or try again."), 8000);
})();
