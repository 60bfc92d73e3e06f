// Runs before the prerendered list below it is painted. Where the URL asks for another list, this one is hidden until the app
// shows that; if it does not, this one is better than none. Controls wait in templates for this script, which puts them in
// place, and then for the app, which makes them work.
(() => {
  const main = document.currentScript.parentElement;
  const root = document.documentElement;
  document.currentScript.remove();
  const query = new URLSearchParams(location.search);
  const prerendered = () => main.querySelector("[data-prerendered]");
  const notify = (text) => {
    const notices = prerendered()?.querySelector(".notices");
    if (notices && !notices.textContent.includes(text)) notices.appendChild(document.createElement("p")).textContent = text;
  };
  const isFile = location.protocol === "file:";
  let hasStarted, hasFailed, error;
  main.setAttribute("aria-busy", "true");
  if ("PARAMETERS".split(" ").some((name) => query.has(name))) root.dataset.offprint = "waiting";
  const show = () => {
    if (root.dataset.offprint !== "waiting" || !prerendered()) return;
    root.dataset.offprint = "late";
    notify("Filters could not be loaded; this is the whole list.");
  };
  const showError = (headline, ...lines) => {
    const around = document.createElement("div");
    const box = document.createElement("div");
    const add = (name, text) => (box.appendChild(document.createElement(name)).textContent = text);
    around.className = "offprint standalone";
    box.className = "error";
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
    if (hasStarted || error || !prerendered()) return;
    show();
    error = showError(headline, reason, "The whole list can be read below.", advice);
    main.removeAttribute("aria-busy");
  };
  const fail = ({ target, message, reason, error: thrown = reason }) => {
    const text = [message, thrown?.message, thrown?.stack].join();
    if (!(target === window ? /wasm|WebAssembly|offprint-page/ : /offprint-page/).test(target === window ? text : target.src + target.text)) return;
    hasFailed = true;
    error?.remove();
    error = null;
    const isForbidden = /unsafe-eval|CSP|Security Policy/i.test(text);
    let why = ["Their program is missing or damaged, or the connection broke off.", "This often passes: try again in a moment."];
    if (isFile) why = ["A page that was opened as a file may not load them.", "Open it from a web server, such as that of “python3 -m http.server”."];
    if (isForbidden) why = ["A security policy of this site forbids WebAssembly, which they are made of.", "Whoever keeps the site can allow it: the policy's script-src needs 'wasm-unsafe-eval'."];
    explain("Search and filters could not be loaded.", ...why);
    if (error) prerendered().querySelectorAll(".search, .tools, .tools-note, .filters, .chips, .actions > button").forEach((control) => control.remove());
  };
  // A script waits for the style sheets before it.
  if (!isFile && document.querySelector("link[rel=stylesheet][href*=offprint-]") && !getComputedStyle(root).getPropertyValue("--o-error"))
    // It stays when the app replaces the prerendered list and the error above that.
    showError("The style sheet of this page could not be loaded.", "All of the page works; it only looks bare.").className = "";
  // What follows a template says that the parser is through with it.
  const placing = new MutationObserver(() => {
    for (const template of main.querySelectorAll("[data-prerendered] template")) {
      if (!template.nextSibling) continue;
      for (const part of template.content.children) part.inert = part.matches(".tools, .filters");
      template.replaceWith(template.content);
    }
  });
  placing.observe(main, { childList: true, subtree: true });
  addEventListener("DOMContentLoaded", () => placing.disconnect());
  addEventListener("error", fail, true);
  addEventListener("unhandledrejection", fail);
  addEventListener("offprint-late", show);
  addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => {
    if (effectiveDirective === "connect-src") notify(`The policy of this page does not allow ${blockedURI}. Whoever keeps the page can run “offprint prerender”, which allows the URL of the list.`);
  });
  addEventListener("TrunkApplicationStarted", () => {
    // The script that starts the app has run before this one, and may have failed.
    if (hasFailed) return;
    hasStarted = true;
    error?.remove();
  });
  setTimeout(show, 5000);
  setTimeout(() => explain("Search and filters have not arrived yet.", "The connection or the server is slow.", "They may still come; or try again."), 8000);
})();
