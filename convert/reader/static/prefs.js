/* Runs before anything is drawn: what the reader chose the last time. */
(function () {
  "use strict";
  var page = document.documentElement;
  page.classList.add("js");
  var store = {
    get: function (key) {
      try { return localStorage.getItem("banmian." + key) || ""; } catch (_) { return ""; }
    },
    set: function (key, value) {
      try {
        if (value) localStorage.setItem("banmian." + key, value);
        else localStorage.removeItem("banmian." + key);
      } catch (_) { /* A browser that keeps nothing still shows the page. */ }
    },
  };
  function apply() {
    var size = store.get("size"), theme = store.get("theme");
    if (/^-?[0-4]$/.test(size)) page.dataset.size = size; else delete page.dataset.size;
    if (theme === "light" || theme === "dark") page.dataset.theme = theme;
    else delete page.dataset.theme;
  }
  apply();
  window.banmian = { store: store, apply: apply };
})();
