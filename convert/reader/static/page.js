/* The page: rings, zoom, swipe. */
(function () {
  "use strict";
  var stage = document.querySelector(".stage");
  var heads = banmian.all(".heads > li");
  var zones = banmian.all(".zones > a");

  /* The list and the picture point at each other. */
  function light(index, on) {
    if (heads[index]) heads[index].classList.toggle("on", on);
    if (zones[index]) zones[index].classList.toggle("on", on);
  }
  heads.concat(zones).forEach(function (element, at) {
    var index = at % heads.length;
    element.addEventListener("pointerenter", function () { light(index, true); });
    element.addEventListener("pointerleave", function () { light(index, false); });
    element.addEventListener("focusin", function () { light(index, true); });
    element.addEventListener("focusout", function () { light(index, false); });
  });
  function aim() {
    zones.forEach(function (zone, index) {
      var is = "#" + heads[index].id === location.hash, box = zone.getBoundingClientRect();
      zone.classList.toggle("target", is);
      if (is && box.width) stage.scrollLeft += box.left - stage.getBoundingClientRect().left;
    });
  }
  window.addEventListener("hashchange", aim);
  if (!stage) { aim(); return; }

  /* Of a spread a narrow window shows one page, the one read first; zooming out shows both. */
  var sheet = stage.querySelector(".sheet"), images = banmian.all("img, source", sheet);
  var spreads = sheet.classList.contains("spread"), narrow = matchMedia("(max-width: 47.99rem)");
  function across() { return spreads && narrow.matches ? 2 : 1; }
  if (banmian.leftward()) stage.scrollLeft = stage.scrollWidth;
  aim();
  var MOST = 6, zoom = 1, sizes = images[images.length - 1].sizes;

  /* Zoom around a place of the window; the browser scrolls and takes the sharper picture. */
  function zoomTo(value, x, y) {
    var box = stage.getBoundingClientRect();
    var atX = x === undefined ? box.width / 2 : x - box.left;
    var atY = y === undefined ? Math.min(box.height, innerHeight) / 2 : y - box.top;
    var left = (stage.scrollLeft + atX) / sheet.offsetWidth, top = (stage.scrollTop + atY) / sheet.offsetHeight;
    zoom = Math.max(1 / across(), Math.min(MOST, value));
    if (Math.abs(zoom - 1) < 0.02) zoom = 1;
    stage.classList.toggle("zoomed", zoom > 1);
    sheet.style.width = zoom === 1 ? "" : zoom * across() * 100 + "%";
    images.forEach(function (image) {
      image.sizes = zoom > 1 ? Math.round(sheet.offsetWidth / (spreads ? 2 : 1)) + "px" : sizes;
    });
    stage.scrollLeft = left * sheet.offsetWidth - atX;
    stage.scrollTop = top * sheet.offsetHeight - atY;
    stage.dataset.zoom = zoom.toFixed(2);
  }
  banmian.all(".lens button").forEach(function (button) {
    button.addEventListener("click", function () {
      var way = button.dataset.zoom;
      zoomTo(way === "in" ? zoom * 1.5 : way === "out" ? zoom / 1.5 : 1);
    });
  });
  stage.addEventListener("wheel", function (event) {
    if (!event.ctrlKey && !event.metaKey && zoom === 1) return;
    event.preventDefault();
    zoomTo(zoom * Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.0022)), event.clientX, event.clientY);
  }, { passive: false });
  stage.addEventListener("dblclick", function (event) {
    event.preventDefault();
    if (hand === "mouse") zoomTo(zoom > 1 ? 1 : 2.5, event.clientX, event.clientY);
  });
  stage.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    var step = { "+": 1.5, "=": 1.5, "-": 1 / 1.5, "0": 0 }[event.key];
    if (step === undefined) {
      if (event.key !== "Escape" || zoom === 1) return;
      step = 0;
    }
    event.preventDefault();
    zoomTo(zoom * step || 1);
  });

  /* Fingers: two pinch, one swipes; a second tap zooms, so the first waits for it. */
  var hand = "mouse", fingers = new Map(), start = null, waiting = 0, tapped = null;
  function spread() {
    var both = Array.from(fingers.values());
    return { size: Math.hypot(both[0].x - both[1].x, both[0].y - both[1].y), x: (both[0].x + both[1].x) / 2, y: (both[0].y + both[1].y) / 2 };
  }
  stage.addEventListener("pointerdown", function (event) {
    hand = event.pointerType;
    if (event.pointerType === "mouse") {
      if (zoom > 1 && event.button === 0) start = { mouse: true, x: event.clientX, y: event.clientY, left: stage.scrollLeft, top: stage.scrollTop, moved: false };
      return;
    }
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    if (fingers.size === 1) start = { x: event.clientX, y: event.clientY, time: event.timeStamp, left: stage.scrollLeft };
    if (fingers.size === 2) start = { pinch: spread(), zoom: zoom };
  });
  stage.addEventListener("pointermove", function (event) {
    if (start && start.mouse) {
      var dx = event.clientX - start.x, dy = event.clientY - start.y;
      if (!start.moved && Math.hypot(dx, dy) < 6) return;
      start.moved = true;
      stage.classList.add("dragged");
      stage.scrollLeft = start.left - dx;
      stage.scrollTop = start.top - dy;
      return;
    }
    if (!fingers.has(event.pointerId)) return;
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    if (start && start.pinch && fingers.size === 2) {
      var now = spread();
      zoomTo(start.zoom * now.size / start.pinch.size, now.x, now.y);
    }
  });
  function lift(event) {
    if (start && start.mouse) {
      stage.classList.remove("dragged");
      if (!start.moved) start = null;
      return;
    }
    fingers.delete(event.pointerId);
  }
  window.addEventListener("pointerup", lift);
  window.addEventListener("pointercancel", lift);
  stage.addEventListener("touchmove", function (event) {
    if (event.touches.length > 1) event.preventDefault();
  }, { passive: false });
  stage.addEventListener("touchend", function (event) {
    if (!start || start.pinch || start.mouse || zoom > 1 || event.touches.length) return;
    var end = event.changedTouches[0], dx = end.clientX - start.x, dy = end.clientY - start.y;
    if (Math.abs(dx) < 60 || Math.abs(dy) > Math.abs(dx) / 2 || event.timeStamp - start.time > 800) return;
    /* The other page of a spread comes first. */
    if (dx > 0 ? start.left > 2 : start.left < stage.scrollWidth - stage.clientWidth - 2) return;
    banmian.turn((dx > 0) === banmian.leftward() ? "next" : "prev");
  });
  stage.addEventListener("dragstart", function (event) { event.preventDefault(); });
  stage.addEventListener("click", function (event) {
    if (start && start.moved) { event.preventDefault(); event.stopPropagation(); start = null; return; }
    if (event.pointerType !== "touch" || event.detail === 0) return;
    var link = event.target.closest("a");
    event.preventDefault();
    if (waiting && tapped && Math.hypot(event.clientX - tapped.x, event.clientY - tapped.y) < 40) {
      clearTimeout(waiting);
      waiting = 0;
      zoomTo(zoom > 1 ? 1 : 2.5, event.clientX, event.clientY);
      return;
    }
    tapped = { x: event.clientX, y: event.clientY };
    waiting = setTimeout(function () {
      waiting = 0;
      if (link) location.href = new URL(link.getAttribute("href"), location.href).href;
    }, 280);
  }, true);
})();
