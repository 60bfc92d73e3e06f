// Keeps a copy of the page for readers without a connection, and says where that copy is shown.
// `<meta name="offprint-offline" content="off">` in index.html switches it off and removes what was kept.
(() => {
  const home = new URL("./", location.href).href;
  const workers = navigator.serviceWorker;
  const main = document.currentScript.parentElement;
  document.currentScript.remove();
  if (!workers) return;
  const clear = async () => {
    const ours = (await workers.getRegistrations()).filter(({ scope, active }) => scope === home && active?.scriptURL.endsWith("/offprint-sw.js"));
    ours.forEach((registration) => registration.unregister());
    (await caches.keys()).filter((name) => name.startsWith(`offprint ${home} `)).forEach((name) => caches.delete(name));
  };
  if (/^\s*off\s*$/i.test(document.querySelector("meta[name=offprint-offline]")?.content)) return void clear().catch(() => {});
  const policy = globalThis.trustedTypes?.createPolicy("offprint", { createScriptURL: () => `${home}offprint-sw.js` });
  const url = policy?.createScriptURL("") ?? `${home}offprint-sw.js`;
  // Once the list is shown, the worker finds it in the browser's cache, and need not fetch it again.
  new MutationObserver((_, observer) => {
    if (main.getAttribute("aria-busy") === "true") return;
    observer.disconnect();
    workers.register(url).catch(() => {});
  }).observe(main, { attributeFilter: ["aria-busy"] });
  workers.onmessage = ({ data }) => {
    if (!data.offprint || main.querySelector(".offline-copy")) return;
    const date = new Date(data.offprint);
    const around = document.createElement("div");
    around.className = "offline-copy";
    around.setAttribute("aria-live", "polite");
    main.prepend(around);
    // Inside the region, since the app removes what is standalone in `main` itself: that is the error of the prerendered list.
    const standalone = around.appendChild(document.createElement("div"));
    standalone.className = "offprint standalone";
    const notice = standalone.appendChild(document.createElement("div"));
    notice.className = "notice";
    notice.appendChild(document.createElement("p")).textContent =
      (navigator.onLine ? "The list could not be fetched" : "You are offline") +
      (isNaN(date) ? "; this is a saved copy." : `; this is the list as of ${date.toLocaleString(document.documentElement.lang || [], { dateStyle: "long", timeStyle: "short" })}.`);
    const retry = notice.appendChild(document.createElement("button"));
    retry.textContent = "Try again";
    retry.onclick = () => location.reload();
  };
})();
