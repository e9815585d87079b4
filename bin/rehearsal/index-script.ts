/** Filters the list and opens a letter in the frame; without it the list still links to every letter. */
export const indexScript = `
(function () {
  var rows = Array.prototype.slice.call(document.querySelectorAll('.list a'));
  var frame = document.querySelector('iframe');
  var original = document.getElementById('original');
  var count = document.querySelector('.filter output');
  var names = ['party', 'kind', 'round'];
  var selects = names.map(function (name) { return document.getElementById('by-' + name); });
  var words = document.getElementById('by-words');
  var day = '';
  function open(row) {
    rows.forEach(function (one) { one.className = one === row ? 'open' : ''; });
    frame.src = row.getAttribute('href');
    original.href = row.getAttribute('data-eml');
    original.hidden = false;
  }
  function filter() {
    var wanted = words.value.trim();
    var shown = rows.filter(function (row) {
      var fits = selects.every(function (select, index) {
        return select.value === '' || row.getAttribute('data-' + names[index]) === select.value;
      }) && (wanted === '' || row.textContent.indexOf(wanted) >= 0) && (day === '' || row.getAttribute('data-day') === day);
      row.parentNode.hidden = !fits;
      return fits;
    });
    count.textContent = shown.length + ' 封' + (day === '' ? '' : '（' + day + '）');
    return shown;
  }
  rows.forEach(function (row) {
    row.addEventListener('click', function (event) { event.preventDefault(); open(row); });
  });
  selects.forEach(function (select) {
    select.addEventListener('change', function () { day = ''; filter(); });
  });
  words.addEventListener('input', function () { day = ''; filter(); });
  document.getElementById('all').addEventListener('click', function () {
    day = ''; words.value = '';
    selects.forEach(function (select) { select.value = ''; });
    filter();
  });
  Array.prototype.forEach.call(document.querySelectorAll('.count'), function (link) {
    link.addEventListener('click', function () {
      selects.forEach(function (select) { select.value = ''; });
      day = link.getAttribute('data-day');
      var shown = filter();
      if (shown[0]) open(shown[0]);
    });
  });
  Array.prototype.forEach.call(document.querySelectorAll('[data-of]'), function (link) {
    link.addEventListener('click', function () {
      day = '';
      selects.forEach(function (select) { select.value = ''; });
      selects[0].value = link.getAttribute('data-of');
      filter();
    });
  });
  var first = filter()[0];
  if (first) open(first);
}());
`;
