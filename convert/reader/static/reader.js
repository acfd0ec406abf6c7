/* On every page: settings, the calendar, turning by key, and the way back. */
(function () {
  "use strict";
  var page = document.documentElement, body = document.body, store = banmian.store;
  var words = JSON.parse(document.getElementById("words").textContent);
  var status = document.querySelector(".status"), timer = 0;
  banmian.words = words;
  banmian.all = function (query, of) { return Array.from((of || document).querySelectorAll(query)); };
  banmian.tell = function (text) {
    clearTimeout(timer);
    status.textContent = text;
    timer = setTimeout(function () { status.textContent = ""; }, 4000);
  };
  banmian.load = function (path) {
    return new Promise(function (done, failed) {
      var script = document.createElement("script");
      script.src = body.dataset.root + path;
      script.onload = function () { script.remove(); done(); };
      script.onerror = function () { script.remove(); failed(new Error(path)); };
      document.head.append(script);
    });
  };

  /* Text size and colours. */
  function show() {
    var theme = store.get("theme");
    banmian.all("[data-pref=theme] button").forEach(function (button) {
      button.setAttribute("aria-pressed", String(button.dataset.value === theme));
    });
  }
  document.addEventListener("click", function (event) {
    var button = event.target.closest("[data-pref] button");
    if (!button) return;
    if (button.dataset.step) {
      var step = Number(button.dataset.step);
      var size = step && Math.max(-2, Math.min(4, Number(store.get("size")) + step));
      store.set("size", size ? String(size) : "");
    } else {
      store.set("theme", button.dataset.value);
    }
    banmian.apply();
    show();
  });
  show();
  window.addEventListener("storage", function () { banmian.apply(); show(); });

  /* The menu closes when it is left. */
  var settings = document.querySelector(".settings");
  document.addEventListener("click", function (event) {
    if (!settings.contains(event.target)) settings.open = false;
  });

  /* Keys: arrows turn, Escape closes. A field, a menu or a zoomed picture keeps its keys. */
  banmian.turn = function (rel) {
    var link = document.querySelector("a[rel=" + rel + "]");
    if (link) link.click();
    return Boolean(link);
  };
  banmian.leftward = function () {
    var main = document.getElementById("main");
    return main.dataset.turning === "leftward";
  };
  document.addEventListener("keydown", function (event) {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.key === "Escape" && settings.open) {
      settings.open = false;
      settings.querySelector("summary").focus();
      return;
    }
    if (event.target.closest("input, textarea, select, .table, .zoomed, .calendar-box, details[open]")) return;
    if (event.key === "ArrowLeft" || event.key === "ArrowRight") {
      var forward = (event.key === "ArrowLeft") === banmian.leftward();
      if (banmian.turn(forward ? "next" : "prev")) event.preventDefault();
    }
  });

  /* Back brings the reader to the link that led away. */
  document.addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest("a[href]");
    if (!link || event.defaultPrevented) return;
    var links = banmian.all("a[href]");
    try {
      sessionStorage.setItem("banmian.left " + location.pathname, String(links.indexOf(link)));
    } catch (_) { /* Then Back only scrolls. */ }
  });
  window.addEventListener("pageshow", function (event) {
    var entry = performance.getEntriesByType("navigation")[0];
    if (event.persisted || !entry || entry.type !== "back_forward") return;
    var at = -1;
    try { at = Number(sessionStorage.getItem("banmian.left " + location.pathname) || -1); } catch (_) { return; }
    var link = banmian.all("a[href]")[at];
    if (!link) return;
    if (link.tabIndex < 0) {
      var same = link.getAttribute("href");
      link = banmian.all("a[href]").find(function (a) { return a.getAttribute("href") === same && a.tabIndex >= 0; });
    }
    if (link) link.focus({ preventScroll: true });
  });

  /* The calendar opens in place; without scripts its link leads to the year. */
  var years = {}, opener = document.querySelector("[data-calendar]"), box = null, month = "";
  banmian.days = function (year, days) { years[year] = days; };
  function pad(number) { return String(number).padStart(2, "0"); }
  function shifted(name, by) {
    var date = new Date(Date.UTC(Number(name.slice(0, 4)), Number(name.slice(5)) - 1 + by, 1));
    return date.getUTCFullYear() + "-" + pad(date.getUTCMonth() + 1);
  }
  function known(year) {
    if (years[year]) return Promise.resolve();
    return banmian.load("calendar/" + year + ".js").catch(function () { years[year] = []; });
  }
  function element(name, facts, children) {
    var made = Object.assign(document.createElement(name), facts);
    made.append.apply(made, children || []);
    return made;
  }
  function step(by, label, sign) {
    var button = element("button", { type: "button", textContent: sign });
    button.setAttribute("aria-label", label);
    button.addEventListener("click", function () {
      month = shifted(month, by);
      known(month.slice(0, 4)).then(function () { draw(by < 0 ? 0 : 1); });
    });
    return button;
  }
  function draw(focused) {
    var year = month.slice(0, 4), has = new Set(years[year]);
    var first = new Date(Date.UTC(Number(year), Number(month.slice(5)) - 1, 1));
    var title = words.months[Number(month.slice(5)) - 1].replace("{year}", year);
    var rtl = page.dir === "rtl";
    var name = element("span", { textContent: title });
    name.setAttribute("aria-live", "polite");
    var head = element("div", { className: "month-head" }, [
      step(-1, shiftedName(-1), rtl ? "›" : "‹"), name, step(1, shiftedName(1), rtl ? "‹" : "›")]);
    var table = element("table", { className: "month" }), row = table.insertRow();
    words.weekdays.forEach(function (day) { row.append(element("th", { textContent: day, scope: "col" })); });
    row = table.insertRow();
    for (var blank = (first.getUTCDay() + 6) % 7; blank > 0; blank -= 1) row.insertCell();
    var last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
    for (var day = 1; day <= last; day += 1) {
      if (row.cells.length === 7) row = table.insertRow();
      var date = month + "-" + pad(day), cell = row.insertCell();
      if (has.has(date)) {
        var link = element("a", { href: body.dataset.root + date + "/index.html", textContent: day });
        if (location.pathname.includes("/" + date + "/")) link.setAttribute("aria-current", "date");
        cell.append(link);
      } else cell.textContent = day;
    }
    var all = element("a", { className: "all", href: opener.href, textContent: words.calendar + " " + year });
    all.href = body.dataset.root + "calendar/" + (years[year].length ? year : opener.dataset.year) + "/index.html";
    box.replaceChildren(head, table, all);
    var target = focused === undefined ? box.querySelector("td a[aria-current], td a, .all") : head.querySelectorAll("button")[focused];
    target.focus();
  }
  function shiftedName(by) {
    var other = shifted(month, by);
    return words.months[Number(other.slice(5)) - 1].replace("{year}", other.slice(0, 4));
  }
  function close(back) {
    if (!box) return;
    box.remove();
    box = null;
    opener.setAttribute("aria-expanded", "false");
    if (back) opener.focus();
  }
  if (opener) {
    opener.dataset.year = (opener.href.match(/calendar\/(\d{4})/) || ["", ""])[1];
    opener.setAttribute("role", "button");
    opener.setAttribute("aria-haspopup", "dialog");
    opener.setAttribute("aria-expanded", "false");
    opener.addEventListener("keydown", function (event) {
      if (event.key === " ") { event.preventDefault(); opener.click(); }
    });
    opener.addEventListener("click", function (event) {
      event.preventDefault();
      if (box) { close(true); return; }
      var here = location.pathname.match(/\/(\d{4}-\d{2})-\d{2}\//);
      month = here ? here[1] : (opener.hash.slice(2) || opener.dataset.year + "-01");
      box = element("div", { className: "calendar-box" });
      box.setAttribute("role", "dialog");
      box.setAttribute("aria-label", words.calendar);
      opener.parentNode.append(box);
      opener.setAttribute("aria-expanded", "true");
      known(month.slice(0, 4)).then(function () { draw(); });
    });
    document.addEventListener("click", function (event) {
      if (box && event.target.isConnected && !box.contains(event.target) && !opener.contains(event.target)) close(false);
    });
    document.addEventListener("keydown", function (event) {
      if (box && event.key === "Escape") { event.preventDefault(); close(true); }
    }, true);
  }

  /* An issue that is open stays readable without a network, where the browser allows it. */
  if ("serviceWorker" in navigator && location.protocol !== "file:" && window.isSecureContext) {
    var open = location.pathname.match(/\/(\d{4}-\d{2}-\d{2})\//);
    navigator.serviceWorker.register(body.dataset.root + "sw.js").then(function () {
      return navigator.serviceWorker.ready;
    }).then(function (worker) {
      if (open) worker.active.postMessage({ issue: open[1] });
    }).catch(function () {
      /* Reading goes on; it is only not kept. */
    });
  }
})();
