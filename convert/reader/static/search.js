/* Full text search in the browser. The index comes in pieces, newest first, as scripts that
   hand over packed data: so it works from a folder, too. Every hit is verified in the text. */
(function () {
  "use strict";
  /* So few texts are read sooner than another piece of the index. */
  var FEW = 2;
  var PAGE = 10, words = banmian.words, root = document.body.dataset.root;
  var names = [], parts = new Map(), loading = new Map(), asked = 0;
  var form = document.getElementById("ask"), field = document.getElementById("q");
  var list = document.getElementById("hits"), count = document.getElementById("count"), more = document.getElementById("more");
  var decoder = new TextDecoder();
  banmian.segments = function (listed) { names = listed; };
  banmian.part = function (key, data) { parts.set(key, data); };

  /* Loading: a script, then its bytes. */
  function bytes(path, key) {
    if (!loading.has(path)) {
      loading.set(path, banmian.load(path).then(function () {
        var packed = Uint8Array.from(atob(parts.get(key)), function (char) { return char.charCodeAt(0); });
        parts.delete(key);
        var stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
        return new Response(stream).arrayBuffer();
      }).then(function (buffer) { return new Uint8Array(buffer); }));
    }
    return loading.get(path);
  }
  function json(path, key) {
    return bytes(path, key).then(function (data) { return JSON.parse(decoder.decode(data)); });
  }
  function numbers(data, from, to) {
    var found = [], value = 0, scale = 1;
    for (var at = from; at < to; at += 1) {
      value += (data[at] & 127) * scale;
      if (data[at] < 128) { found.push(value); value = 0; scale = 1; } else scale *= 128;
    }
    return found;
  }

  /* A shard: its words in a line, the lengths of their postings, the postings. */
  var shards = new Map();
  function shard(name, number) {
    var key = name + "/" + number;
    if (!shards.has(key)) shards.set(key, bytes("search/" + key + ".js", key).then(function (data) {
      var line = data.indexOf(10), end = line + 1;
      while (data[end] > 127) end += 1;
      var start = end + 1 + numbers(data, line + 1, end + 1)[0];
      var lengths = numbers(data, end + 1, start);
      var terms = decoder.decode(data.subarray(0, line)).split(" ");
      return terms.map(function (term, i) {
        var from = start;
        start += lengths[i];
        return { term: term, data: data, from: from, to: start };
      });
    }));
    return shards.get(key);
  }
  /* Code points in order, as Python sorts them. */
  function before(a, b) {
    var x = Array.from(a), y = Array.from(b);
    for (var i = 0; i < x.length && i < y.length; i += 1) {
      if (x[i] !== y[i]) return x[i].codePointAt(0) < y[i].codePointAt(0);
    }
    return x.length < y.length;
  }
  /* The last that does not come after the term. */
  function place(firsts, term) {
    var at = 0, high = firsts.length;
    while (high - at > 1) {
      var middle = (at + high) >> 1;
      if (before(term, firsts[middle])) high = middle; else at = middle;
    }
    return at;
  }
  async function postings(segment, want) {
    function beyond(first) { return before(want.term, first) && !(want.prefix && first.startsWith(want.term)); }
    var found = new Set();
    for (var l = place(segment.lists, want.term); l < segment.lists.length && !beyond(segment.lists[l]); l += 1) {
      var firsts = await segment.firsts(l);
      for (var at = place(firsts, want.term); at < firsts.length && !beyond(firsts[at]); at += 1) {
        (await shard(segment.name, l * segment.each + at)).forEach(function (entry) {
          if (entry.term !== want.term && !(want.prefix && entry.term.startsWith(want.term))) return;
          var number = -1;
          numbers(entry.data, entry.from, entry.to).forEach(function (step) { number += step; found.add(number); });
        });
        if (!want.prefix) return found;
      }
    }
    return found;
  }

  /* Which terms a piece needs; the first word of a mixed piece may begin before it. */
  var TOKEN = /([฀-໿က-႟ក-៿々-〇ぁ-ヿ㐀-鿿가-힣豈-﫿\u{20000}-\u{3ffff}])|((?:(?![฀-໿က-႟ក-៿々-〇ぁ-ヿ㐀-鿿가-힣豈-﫿\u{20000}-\u{3ffff}])[\p{L}\p{N}\p{Mn}\p{Mc}])+)/gu;
  banmian.terms = function (piece) {
    var tokens = Array.from(piece.text.matchAll(TOKEN)), wanted = [], mixed = tokens.some(function (t) { return t[1]; });
    tokens.forEach(function (token, i) {
      var next = tokens[i + 1], last = tokens[i - 1];
      var joinsNext = next && token.index + token[0].length === next.index && (token[1] || next[1]);
      var joinsLast = last && last.index + last[0].length === token.index && (last[1] || token[1]);
      if (joinsNext) wanted.push({ term: Array.from(token[0]).pop() + Array.from(next[0])[0], prefix: false });
      if (token[2]) {
        var open = i === 0 && mixed, ends = i === tokens.length - 1;
        if (!open) wanted.push({ term: token[2], prefix: ends && !piece.exact });
      } else if (!joinsNext && !joinsLast) {
        wanted.push({ term: token[1], prefix: true });
      } else if (!joinsNext && i < tokens.length - 1) {
        wanted.push({ term: token[1], prefix: false });
      }
    });
    wanted.sort(function (a, b) { return a.prefix - b.prefix || b.term.length - a.term.length; });
    return wanted;
  };

  /* A segment: the parts of its texts, and the first terms of its shards, in lists if they are many. */
  var directories = new Map();
  function segment(name) {
    if (!directories.has(name)) directories.set(name, json("search/" + name + "/directory.js", name + "/directory").then(function (data) {
      var first = 0, files = [], each = data[2] || 0;
      data[0].forEach(function (issue) {
        issue[1].forEach(function (page) {
          page.slice(1).forEach(function (count, part) {
            files.push({ path: issue[0] + "/" + page[0], part: part || "", date: issue[0], slug: page[0], first: first });
            first += count;
          });
        });
      });
      function firsts(number) {
        var key = name + "/firsts" + number;
        return each ? json("search/" + key + ".js", key) : data[1];
      }
      return { name: name, files: files, each: each, lists: each ? data[1] : data[1].slice(0, 1), firsts: firsts };
    }));
    return directories.get(name);
  }
  async function candidates(of, pieces) {
    var found = null, terms = pieces.flatMap(banmian.terms);
    for (var i = 0; i < terms.length && !(found && found.size <= FEW); i += 1) {
      var next = await postings(of, terms[i]);
      found = found === null ? next : new Set(Array.from(found).filter(function (n) { return next.has(n); }));
    }
    return Array.from(found || []).sort(function (a, b) { return a - b; });
  }

  /* While an issue is replaced, the index may know a text that is not there: that is no hit. */
  function told(file) {
    return json(file.path + "/text" + file.part + ".js", file.path + (file.part && "/" + file.part)).catch(function () { return []; });
  }
  /* Hits, one after the other: pages of an issue in order, issues from the newest. */
  async function* hits(query) {
    var pieces = banmian.pieces(query);
    for (var i = 0; i < names.length; i += 1) {
      var of = await segment(names[i]), wanted = await candidates(of, pieces), byFile = new Map();
      wanted.forEach(function (number) {
        var low = 0, high = of.files.length;
        while (high - low > 1) {
          var middle = (low + high) >> 1;
          if (number < of.files[middle].first) high = middle; else low = middle;
        }
        var file = of.files[low];
        if (!byFile.has(file)) byFile.set(file, []);
        byFile.get(file).push(number - file.first);
      });
      var files = Array.from(byFile.keys()).sort(function (a, b) {
        return a.date < b.date ? 1 : a.date > b.date ? -1 : a.first - b.first;
      });
      for (var f = 0; f < files.length; f += 1) {
        var file = files[f], texts = await told(file), numbers = byFile.get(file);
        for (var n = 0; n < numbers.length; n += 1) {
          var article = texts[numbers[n]], folded = article && banmian.fold(article[1] + "\n" + article[2]);
          if (article && pieces.every(function (piece) { return banmian.find(folded, piece, 0) >= 0; })) {
            yield { page: file, id: article[0], title: article[1], text: article[2], pieces: pieces };
          }
        }
      }
    }
  }
  banmian.hits = hits;

  /* Showing them. */
  function marked(text, pieces) {
    var folded = banmian.foldedWithPlaces(text), spans = [], shown = document.createDocumentFragment(), at = 0;
    pieces.forEach(function (piece) {
      for (var i = banmian.find(folded.text, piece, 0); i >= 0; i = banmian.find(folded.text, piece, i + piece.text.length)) {
        spans.push([folded.places[i], folded.places[i + piece.text.length]]);
      }
    });
    spans.sort(function (a, b) { return a[0] - b[0]; });
    spans.forEach(function (span) {
      if (span[0] < at) return;
      var mark = document.createElement("mark");
      mark.textContent = text.slice(span[0], span[1]);
      shown.append(text.slice(at, span[0]), mark);
      at = span[1];
    });
    shown.append(text.slice(at));
    return { shown: shown, first: spans.length ? spans[0][0] : -1 };
  }
  function excerpt(hit) {
    var text = hit.text.replace(/\n/g, " "), first = marked(text, hit.pieces).first;
    if (first < 0) first = 0;
    var dense = /[぀-鿿]/.test(text.slice(first, first + 20)), reach = dense ? 45 : 90;
    var from = Math.max(0, first - reach), to = Math.min(text.length, first + 2 * reach);
    if (!dense && from) from = text.indexOf(" ", from) + 1 || from;
    if (!dense && to < text.length) to = text.lastIndexOf(" ", to);
    var cut = (from ? "…" : "") + text.slice(from, to) + (to < text.length ? "…" : "");
    return marked(cut, hit.pieces).shown;
  }
  function shown(hit, query) {
    var item = document.createElement("li"), heading = document.createElement("h2"), link = document.createElement("a");
    var from = document.createElement("p"), page = document.createElement("a"), text = document.createElement("p"), date = document.createElement("time");
    link.href = root + hit.page.path + "/" + hit.id + ".html#find=" + encodeURIComponent(query);
    link.append(marked(hit.title, hit.pieces).shown);
    link.dir = text.dir = "auto";
    heading.append(link);
    from.className = "from";
    date.dateTime = hit.page.date;
    date.textContent = hit.page.date;
    page.href = root + hit.page.path + "/index.html#" + hit.id;
    page.textContent = words.page + " " + hit.page.slug.toUpperCase();
    from.append(date, page);
    text.append(excerpt(hit));
    item.append(from, heading, text);
    return item;
  }
  var coming = null, number = 0, current = "";
  async function show(limit) {
    var mine = asked;
    more.hidden = true;
    count.textContent = words.searching;
    for (var i = 0; i < limit; i += 1) {
      var next = await coming.next();
      if (mine !== asked) return;
      if (next.done) {
        count.textContent = number ? words.results.replace("{count}", number) : words.results_none;
        return;
      }
      number += 1;
      list.append(shown(next.value, current));
    }
    count.textContent = words.results.replace("{count}", number + "+");
    more.hidden = false;
  }
  function fail() { count.textContent = words.old_browser; }
  function ask(query) {
    asked += 1;
    number = 0;
    current = query;
    list.replaceChildren();
    count.textContent = "";
    more.hidden = true;
    if (!banmian.pieces(query).length) return;
    if (!("DecompressionStream" in window)) { fail(); return; }
    coming = hits(query);
    show(PAGE).catch(fail);
  }
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    history.replaceState(null, "", "#q=" + encodeURIComponent(field.value));
    ask(field.value);
  });
  more.addEventListener("click", function () {
    var last = list.lastElementChild;
    show(PAGE).then(function () {
      var next = last.nextElementSibling;
      if (next) next.querySelector("h2 a").focus();
    }).catch(fail);
  });
  function begin() {
    field.value = new URLSearchParams(location.hash.slice(1)).get("q") || "";
    if (field.value) ask(field.value); else field.focus({ preventScroll: true });
  }
  window.addEventListener("hashchange", begin);
  window.addEventListener("DOMContentLoaded", begin);
})();
