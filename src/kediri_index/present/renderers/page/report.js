(function () {
  "use strict";
  var root = document.documentElement;
  var theme = document.getElementById("theme");
  var dark = window.matchMedia("(prefers-color-scheme: dark)");
  function isDark() {
    return root.dataset.theme ? root.dataset.theme === "dark" : dark.matches;
  }
  theme.hidden = false;
  theme.setAttribute("aria-pressed", String(isDark()));
  theme.addEventListener("click", function () {
    root.dataset.theme = isDark() ? "light" : "dark";
    theme.setAttribute("aria-pressed", String(isDark()));
  });

  var collator = new Intl.Collator(root.lang, { numeric: true, sensitivity: "base" });
  function keyOf(row, column) {
    var cell = row.cells[column];
    var value = cell.dataset.v;
    if (value !== undefined) return { number: Number(value) };
    return { text: cell.textContent };
  }
  function isEmpty(key) { return key.text === "" || key.text === "–"; }
  function compare(a, b, sign) {
    if (isEmpty(a) !== isEmpty(b)) return isEmpty(a) ? 1 : -1;
    if ((a.number === undefined) !== (b.number === undefined)) return a.number === undefined ? 1 : -1;
    if (a.number !== undefined) return sign * (a.number - b.number);
    return sign * collator.compare(a.text, b.text);
  }
  function sort(table, column) {
    var heads = table.tHead.rows[0].cells;
    var ascending = heads[column].getAttribute("aria-sort") !== "ascending";
    Array.prototype.forEach.call(heads, function (head, index) {
      head.setAttribute("aria-sort", index !== column ? "none" : ascending ? "ascending" : "descending");
    });
    var body = table.tBodies[0];
    Array.prototype.map.call(body.rows, function (row, place) {
      return { row: row, key: keyOf(row, column), place: place };
    }).sort(function (a, b) {
      return compare(a.key, b.key, ascending ? 1 : -1) || a.place - b.place;
    }).forEach(function (one) { body.appendChild(one.row); });
  }
  document.querySelectorAll(".table table").forEach(function (table) {
    if (table.tBodies[0].rows.length < 2) return;
    Array.prototype.forEach.call(table.tHead.rows[0].cells, function (head, column) {
      var button = document.createElement("button");
      button.type = "button";
      button.textContent = head.textContent;
      button.title = table.closest("[data-sort]").dataset.sort;
      head.textContent = "";
      head.appendChild(button);
      head.setAttribute("aria-sort", "none");
      button.addEventListener("click", function () { sort(table, column); });
    });
  });

  // On paper a head of columns is repeated on every page only where no button stands in it.
  var buttons = Array.prototype.map.call(document.querySelectorAll("th button"), function (button) {
    return { button: button, head: button.parentNode, text: document.createTextNode(button.textContent) };
  });
  window.addEventListener("beforeprint", function () {
    buttons.forEach(function (one) { one.head.replaceChild(one.text, one.button); });
  });
  window.addEventListener("afterprint", function () {
    buttons.forEach(function (one) { one.head.replaceChild(one.button, one.text); });
  });

  // Where there is no room beside a picture, its figures are closed at first.
  if (window.matchMedia("(max-width: 61.99rem)").matches) {
    document.querySelectorAll("figure.alone > details[open]").forEach(function (one) { one.open = false; });
  }

  // The cell that a finding is about is in sight from the start, however wide its row is.
  document.querySelectorAll(".around .bad").forEach(function (cell) {
    var box = cell.closest(".scroll");
    box.scrollLeft = cell.offsetLeft + cell.offsetWidth - box.clientWidth;
  });

  function hint() {
    document.querySelectorAll(".hint").forEach(function (words) {
      var box = words.nextElementSibling;
      words.hidden = box.scrollWidth <= box.clientWidth + 1;
    });
  }
  hint();
  window.addEventListener("resize", hint);
  document.addEventListener("toggle", hint, true);
  // A click on a shape opens the picture of what is below it, as its title does by keyboard.
  document.querySelectorAll("svg [data-opens]").forEach(function (zone) {
    zone.addEventListener("click", function () {
      var inner = document.getElementById(zone.dataset.opens);
      inner.open = true;
      inner.querySelector("summary").focus();
    });
  });

  // A slider goes through the rows of a table, and marks the zone of each in the picture.
  document.querySelectorAll(".slider").forEach(function (slider) {
    var input = slider.querySelector("input");
    var output = slider.querySelector("output");
    var zones = slider.parentNode.querySelectorAll(".zone");
    var table = document.getElementById(input.dataset.table).querySelector("table");
    var titles = Array.prototype.map.call(table.tHead.rows[0].cells, function (head) {
      return head.textContent;
    });
    var rows = Array.prototype.slice.call(table.tBodies[0].rows);
    function move() {
      var said = Array.prototype.map.call(rows[input.value].cells, function (cell, at) {
        return cell.textContent && titles[at] + " " + cell.textContent;
      }).filter(Boolean).join(" · ");
      output.textContent = said;
      input.setAttribute("aria-valuetext", said);
      zones.forEach(function (zone, at) { zone.classList.toggle("on", at === Number(input.value)); });
    }
    slider.hidden = false;
    input.addEventListener("input", move);
    zones.forEach(function (zone, at) {
      zone.addEventListener("click", function () { input.value = at; move(); });
    });
    move();
  });

  document.querySelectorAll(".tools").forEach(function (tools) {
    var input = tools.querySelector("input");
    var output = tools.querySelector("output");
    var rows = Array.prototype.slice.call(
      tools.parentNode.querySelector("table").tBodies[0].rows
    );
    tools.hidden = false;
    input.addEventListener("input", function () {
      var words = input.value.toLocaleLowerCase(root.lang).split(/\s+/).filter(Boolean);
      var shown = 0;
      rows.forEach(function (row) {
        var text = row.textContent.toLocaleLowerCase(root.lang);
        row.hidden = !words.every(function (word) { return text.indexOf(word) >= 0; });
        if (!row.hidden) shown += 1;
      });
      output.textContent = words.length
        ? document.body.dataset.shown.replace("{shown}", shown).replace("{total}", rows.length)
        : "";
    });
  });

  var pick = document.getElementById("pick");
  if (pick) {
    var entries = Array.prototype.slice.call(document.querySelectorAll(".faults li"));
    var groups = document.querySelectorAll(".faults");
    var selects = Array.prototype.slice.call(pick.querySelectorAll("select"));
    var said = pick.querySelector("output");
    selects.forEach(function (select) {
      var values = {};
      entries.forEach(function (entry) { values[entry.dataset[select.dataset.key]] = true; });
      var found = Object.keys(values).filter(Boolean).sort(collator.compare);
      found.forEach(function (value) { select.add(new Option(value, value)); });
      select.parentNode.hidden = found.length < 2;
    });
    pick.hidden = entries.length < 2;
    pick.addEventListener("change", function () {
      var shown = 0;
      entries.forEach(function (entry) {
        entry.hidden = !selects.every(function (select) {
          return !select.value || entry.dataset[select.dataset.key] === select.value;
        });
        if (!entry.hidden) shown += 1;
      });
      groups.forEach(function (group) { group.hidden = !group.querySelector("li:not([hidden])"); });
      said.textContent = said.dataset.said.replace("{shown}", shown).replace("{total}", entries.length);
    });
  }
})();
