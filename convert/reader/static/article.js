/* The article: read aloud, as printed, clip, link, place. */
(function () {
  "use strict";
  var store = banmian.store, words = banmian.words, main = document.getElementById("main");
  var story = document.querySelector(".story"), prose = story.querySelector(".prose");
  function button(name) { return document.querySelector("[data-do=" + name + "]"); }
  function label(element, text) { element.querySelector("span").textContent = text; }
  function on(name, does) {
    var found = button(name);
    if (found) found.addEventListener("click", does);
    return found;
  }

  /* As text or as printed, kept from article to article. */
  var printed = story.querySelector(".as-printed"), toggle = button("printed");
  var picture = printed && printed.querySelector("image");
  function view(mode) {
    if (!toggle) return;
    var is = mode === "printed";
    printed.hidden = !is;
    if (is) picture.setAttribute("href", picture.dataset.href);
    main.classList.toggle("printed", is);
    toggle.setAttribute("aria-pressed", String(is));
  }
  view(store.get("view"));
  on("printed", function () {
    store.set("view", store.get("view") === "printed" ? "" : "printed");
    view(store.get("view"));
  });

  /* Address, print, share. */
  banmian.all("[data-address]").forEach(function (place) { place.textContent = location.href.split("#")[0]; });
  on("print", function () { print(); });
  function address() {
    var canonical = document.querySelector("link[rel=canonical]");
    return canonical ? canonical.href : location.href.split("#")[0];
  }
  on("link", function () {
    var field = document.createElement("textarea");
    function old() {
      field.value = address();
      document.body.append(field);
      field.select();
      document.execCommand("copy");
      field.remove();
      banmian.tell(words.copied);
    }
    if (!navigator.clipboard) { old(); return; }
    navigator.clipboard.writeText(address()).then(function () { banmian.tell(words.copied); }, old);
  });
  if (navigator.share) {
    button("share").hidden = false;
    on("share", function () {
      navigator.share({ title: document.title, url: address() }).catch(function () { /* The reader thought better of it. */ });
    });
  }

  /* The place in the text, kept for each article. */
  var key = "place " + main.dataset.place, waiting = 0;
  var kept = Number(store.get(key));
  if (kept > 0.02 && kept < 0.97 && !location.hash && (performance.getEntriesByType("navigation")[0] || {}).type === "navigate") {
    window.addEventListener("load", function () {
      scrollTo(0, story.offsetTop + kept * story.offsetHeight);
    });
  }
  window.addEventListener("scroll", function () {
    clearTimeout(waiting);
    waiting = setTimeout(function () {
      var share = (scrollY - story.offsetTop) / story.offsetHeight;
      store.set(key, share > 0.02 && share < 0.97 ? share.toFixed(3) : "");
    }, 300);
  }, { passive: true });

  /* Escape goes back to the page. */
  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape" || event.defaultPrevented || document.querySelector(".calendar-box, details[open]")) return;
    document.querySelector(".back").click();
  });

  /* Read aloud, a sentence at a time: some browsers stop in long ones, some forget a pause. */
  var voice = window.speechSynthesis, at = -1, pieces = [];
  function sentences() {
    var texts = banmian.all("header h1, header .deck, .prose > p, .prose > h2, .prose blockquote p", story);
    return texts.flatMap(function (element) {
      var lang = element.closest("[lang]").lang;
      return (element.textContent.match(/[^.!?。！？；…؟]+[.!?。！？；…؟]*["”’」』）)]*\s*/g) || []).map(function (text) {
        return { text: text.trim(), lang: lang, element: element };
      }).filter(function (piece) { return piece.text; });
    });
  }
  function mark(element) {
    banmian.all(".spoken", story).forEach(function (old) { old.classList.remove("spoken"); });
    if (element) element.classList.add("spoken");
  }
  function say() {
    var mine = at;
    if (at < 0 || at >= pieces.length) { stop(); return; }
    var piece = pieces[at], speech = new SpeechSynthesisUtterance(piece.text);
    speech.lang = piece.lang;
    speech.onend = function () { if (mine === at && state === "speaking") { at += 1; say(); } };
    speech.onerror = function (event) {
      if (mine === at && state === "speaking" && event.error !== "interrupted" && event.error !== "canceled") stop();
    };
    mark(piece.element);
    voice.speak(speech);
  }
  var state = "silent";
  function become(now) {
    state = now;
    label(button("listen"), now === "speaking" ? words.pause : now === "paused" ? words.resume : words.listen);
    button("stop").hidden = now === "silent";
  }
  function stop() {
    at = -1;
    become("silent");
    mark(null);
    voice.cancel();
  }
  if (voice && window.SpeechSynthesisUtterance) {
    on("listen", function () {
      if (state === "speaking") { become("paused"); voice.cancel(); return; }
      if (state === "silent") { pieces = sentences(); at = 0; }
      become("speaking");
      say();
    });
    on("stop", stop);
    window.addEventListener("pagehide", function () { voice.cancel(); });
  } else button("listen").hidden = true;

  /* The clip: the article as printed, with where it is from. A folder's pictures cannot be copied. */
  var cut = printed && printed.querySelector("svg");
  if (cut && location.protocol !== "file:") {
    on("clip", function () {
      var image = new Image(), source = cut.querySelector("image");
      image.onload = function () { draw(image, source); };
      image.src = source.dataset.href;
    });
  } else if (cut) button("clip").hidden = true;
  function draw(image, source) {
    var box = cut.viewBox.baseVal, scale = image.naturalWidth / Number(source.getAttribute("width"));
    var canvas = document.createElement("canvas"), pen = canvas.getContext("2d");
    var width = Math.max(box.width * scale, 480), line = Math.round(width / 36), foot = line * 4;
    canvas.width = width;
    canvas.height = box.height * scale + foot;
    pen.fillStyle = "#fff";
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(image, box.x * scale, box.y * scale, box.width * scale, box.height * scale, 0, 0, box.width * scale, box.height * scale);
    pen.fillStyle = "#333";
    pen.font = line + "px sans-serif";
    pen.fillText(story.querySelector(".source bdi").textContent, line, canvas.height - foot + line * 1.6, canvas.width - 2 * line);
    pen.fillText(address(), line, canvas.height - foot + line * 3.1, canvas.width - 2 * line);
    canvas.toBlob(function (blob) {
      var link = document.createElement("a");
      link.href = URL.createObjectURL(blob);
      link.download = main.dataset.place.replace(/[/.]/g, "-").replace("-html", "") + ".png";
      link.click();
      setTimeout(function () { URL.revokeObjectURL(link.href); }, 1000);
      banmian.tell(words.clip_saved);
    }, "image/png");
  }

  /* What was searched for is marked. */
  var wanted = new URLSearchParams(location.hash.slice(1)).get("find");
  if (wanted) {
    var assets = document.querySelector("script[src$='prefs.js']").getAttribute("src").slice(document.body.dataset.root.length).replace("prefs.js", "");
    banmian.load(assets + "fold.js").then(function () { return banmian.load(assets + "mark.js"); }).then(function () {
      banmian.mark(wanted, banmian.all(".story h1, .story .deck, .prose"));
    });
  }
})();
