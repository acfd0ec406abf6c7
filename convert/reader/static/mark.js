/* Folding of spellings, and marking what was found. Follows convert/reader/search/fold.py. */
(function () {
  "use strict";
  var HAN = /([⺀-ヿ㐀-鿿豈-﫿]) +| +(?=[⺀-ヿ㐀-鿿豈-﫿])/g;
  var POINTS = /[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u00ad]/g;
  var simple = null;
  function table() {
    if (!simple) {
      simple = new Map();
      var pairs = Array.from(banmian.pairs || ""), code = 0x3400;
      for (var i = 0; i + 1 < pairs.length; i += 2) {
        code += pairs[i].charCodeAt(0) - 93;
        simple.set(String.fromCharCode(code), pairs[i + 1]);
      }
    }
    return simple;
  }
  function bare(text) {
    var apart = text.normalize("NFKD").replace(/([A-Za-z\u0370-\u03ff])[\u0300-\u036f]+/g, "$1").replace(POINTS, "");
    var whole = apart.normalize("NFKC").toLowerCase().replace(/ς/g, "σ");
    return whole.replace(/[㐀-鿿]/g, function (char) { return table().get(char) || char; });
  }
  banmian.fold = function (text) {
    return bare(text).replace(/\s+/g, " ").replace(HAN, "$1").trim();
  };

  /* The same with the way back: for each folded unit, where it began in the text. */
  banmian.foldedWithPlaces = function (text) {
    var folded = "", places = [], at = 0;
    Array.from(text.matchAll(/\P{M}[\p{M}\uff9e\uff9f]*/gu)).forEach(function (match) {
      var part = bare(match[0]).replace(/\s+/g, " ");
      at = match.index;
      for (var i = 0; i < part.length; i += 1) {
        if (part[i] === " " && (!folded || folded.endsWith(" "))) continue;
        folded += part[i];
        places.push(at);
      }
    });
    var kept = "", where = [], dense = /[⺀-ヿ㐀-鿿豈-﫿]/;
    for (var i = 0; i < folded.length; i += 1) {
      if (folded[i] === " " && ((i && dense.test(folded[i - 1])) || dense.test(folded[i + 1] || ""))) continue;
      kept += folded[i];
      where.push(places[i]);
    }
    where.push(text.length);
    return { text: kept, places: where };
  };

  /* What is asked for, as pieces: each must be found. A word begins where a word begins. */
  var LETTER = /[\p{L}\p{N}]/u, DENSE = /[฀-໿က-႟ក-៿々-〇ぁ-ヿ㐀-鿿가-힣豈-﫿\u{20000}-\u{3ffff}]/u;
  banmian.pieces = function (query) {
    var found = [], rest = query.replace(/[“„«「『"]([^”“»」』"]+)[”“»」』"]/g, function (_, words) {
      found.push({ text: banmian.fold(words), exact: true });
      return " ";
    });
    banmian.fold(rest).split(" ").forEach(function (text) {
      if (LETTER.test(text)) found.push({ text: text, exact: false });
    });
    return found.filter(function (piece) { return piece.text; });
  };
  function isWord(char) { return char !== undefined && LETTER.test(char) && !DENSE.test(char); }
  banmian.find = function (folded, piece, from) {
    for (var at = folded.indexOf(piece.text, from || 0); at >= 0; at = folded.indexOf(piece.text, at + 1)) {
      var starts = !isWord(piece.text[0]) || !isWord(folded[at - 1]) || DENSE.test(piece.text);
      var ends = !piece.exact || !isWord(piece.text[piece.text.length - 1]) || !isWord(folded[at + piece.text.length]);
      if (starts && ends) return at;
    }
    return -1;
  };

  /* Marks every place in the given elements and goes to the first. */
  banmian.mark = function (query, elements) {
    var pieces = banmian.pieces(query), first = null;
    elements.forEach(function (element) {
      var walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT), nodes = [];
      while (walker.nextNode()) nodes.push(walker.currentNode);
      nodes.forEach(function (node) {
        var folded = banmian.foldedWithPlaces(node.data), spans = [];
        pieces.forEach(function (piece) {
          for (var at = banmian.find(folded.text, piece, 0); at >= 0; at = banmian.find(folded.text, piece, at + piece.text.length)) {
            spans.push([folded.places[at], folded.places[at + piece.text.length]]);
          }
        });
        spans.sort(function (a, b) { return b[0] - a[0]; });
        var limit = node.data.length + 1;
        spans.forEach(function (span) {
          if (span[1] > limit) return;
          limit = span[0];
          var range = document.createRange(), mark = document.createElement("mark");
          range.setStart(node, span[0]);
          range.setEnd(node, span[1]);
          range.surroundContents(mark);
        });
      });
      first = first || element.querySelector("mark");
    });
    if (first) first.scrollIntoView({ block: "center" });
    return Boolean(first);
  };
})();
