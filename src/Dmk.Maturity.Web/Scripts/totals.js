// Adds up the parts of a sum while they are typed and says what is still to be shared out. What is sent does not change, and what is
// wrong is for the server to say: a number that this script cannot read for certain it leaves alone.

// Amounts are counted in the 28th digit behind the decimal mark, so that 0.1 + 0.2 is 0.3.
const digits = 28;
const one = 10n ** BigInt(digits);

// Milliseconds without a key: a screen reader hears the end of a number, not each digit.
const pause = 500;

/** The number rule, docs/numbers.md. Null for what is asked back or is no number. */
export function read(typed, decimals, units = []) {
  if (typed.length > 100) {
    return null;
  }

  const [, sign, number] = /^([-+]?)(.*)$/.exec(withoutUnit(plain(typed), units.map(plain)));
  const thousands = grouped(number);
  const fraction = marked(number, decimals);
  const hasMarks = number.replace(/[^.,' ]/g, "").length > 1;
  if (thousands === null || fraction === null) {
    return amount(sign, thousands ?? fraction);
  }

  // Both are possible: the decimals of the question decide, or nobody does.
  return decimals >= 3 === hasMarks ? amount(sign, hasMarks ? fraction : thousands) : null;
}

export function write(value, mark) {
  const size = value < 0n ? -value : value;
  const behind = (size % one).toString().padStart(digits, "0").replace(/0+$/, "");
  return (value < 0n ? "-" : "") + size / one + (behind === "" ? "" : mark + behind);
}

function plain(typed) {
  return typed
    .replace(/(?!\s)[\p{Cf}\p{Cc}]/gu, "")
    .replace(/[\u2019\u2018\u02bc\u00b4`]/g, "'")
    .replace(/[\uff01-\uff5e]/g, wide => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/\u2212/g, "-")
    .replace(/\s/g, " ")
    .trim();
}

function withoutUnit(text, units) {
  for (const unit of units.filter(unit => unit !== "").sort((a, b) => b.length - a.length)) {
    if (!/^\d/.test(unit) && text.toLowerCase().endsWith(unit.toLowerCase())) {
      return text.slice(0, -unit.length).trim();
    }

    const sign = /^[-+]/.test(text) ? text[0] : "";
    const after = text.slice(sign.length);
    if (!/\d$/.test(unit) && after.toLowerCase().startsWith(unit.toLowerCase())) {
      return sign + after.slice(unit.length).trim();
    }
  }

  return text;
}

/** One to three digits and then groups of three: [digits, nothing]. */
function grouped(text) {
  const [first, ...rest] = text.split(/[.,' ]/);
  return rest.length > 0 && /^\d{1,3}$/.test(first) && /[1-9]/.test(first) && rest.every(group => /^\d{3}$/.test(group))
    ? [first + rest.join(""), ""]
    : null;
}

/** Digits, alone or around a decimal mark: [before, behind]. */
function marked(text, decimals) {
  if (/^\d+$/.test(text)) {
    return [text, ""];
  }

  const at = Math.max(text.lastIndexOf("."), text.lastIndexOf(","));
  const [before, behind] = [text.slice(0, Math.max(at, 0)), text.slice(at + 1)];
  const whole = before === "" ? "0" : /^\d+$/.test(before) ? before : before.includes(text[at]) ? null : (grouped(before)?.[0] ?? null);
  if (at < 0 || whole === null || !/^\d+$/.test(behind)) {
    return null;
  }

  const mayBeGroup = behind.length === 3 && /[.,' ]/.test(before);
  return mayBeGroup || !hasTooManyZeros(whole, behind, decimals) ? [whole, behind] : null;
}

function hasTooManyZeros(whole, behind, decimals) {
  const most = decimals < 3 ? Math.max(2, decimals) : decimals + 1;
  return /[1-9]/.test(whole) && behind.length > most && /^0*$/.test(behind.slice(decimals));
}

function amount(sign, parts) {
  const [whole, behind] = parts ?? ["", ""];
  const counting = (whole + behind.replace(/0+$/, "")).replace(/^0+/, "");
  if (whole === "" || whole.length + behind.length > digits - 1 || counting.length > 15) {
    return null;
  }

  const size = BigInt(whole) * one + BigInt(behind.padEnd(digits, "0"));
  return sign === "-" ? -size : size;
}

/** A number as the server writes it for this script. */
function exact(written) {
  const [whole, behind = ""] = written.replace("-", "").split(".");
  return amount(written[0] === "-" ? "-" : "", [whole, behind]);
}

/** The number in a field; undefined where it is blank, null where it is for the server to read or to refuse. */
function numberIn(field, decimals, units) {
  if (field.value.trim() === "") {
    return undefined;
  }

  const value = read(field.value, decimals, units);
  return value === null || value < 0n || value % 10n ** BigInt(digits - decimals) !== 0n ? null : value;
}

/** What the parts must add up to; undefined where it is not known. */
function totalOf(group, form) {
  const given = group.total === undefined ? undefined : exact(group.total);
  const field = group.totalField && form.elements.namedItem(group.totalField);
  return field ? (numberIn(field, Number(group.totalDecimals), split(group.totalUnits)) ?? undefined)
    : group.totalChanges === undefined || !isChanged(form, split(group.fields)) ? given
    : undefined;
}

/** Whether a field other than these differs from what the server knows. */
function isChanged(form, names) {
  return [...form.elements].some(field =>
    !names.includes(field.name)
    && (field.type === "checkbox" || field.type === "radio" ? field.checked !== field.defaultChecked
      : field.tagName === "SELECT" ? [...field.options].some(option => option.selected !== option.defaultSelected)
      : !["BUTTON", "FIELDSET", "OUTPUT"].includes(field.tagName) && field.value !== field.defaultValue)
  );
}

function split(list) {
  return list ? list.split("|") : [];
}

/** The words for what is typed now, or null where they are the server's. */
function wordsFor(group, form) {
  const parts = split(group.fields).map(name => numberIn(form.elements.namedItem(name), Number(group.decimals), split(group.units)));
  const numbers = parts.filter(part => part !== undefined);
  const total = totalOf(group, form);
  if (numbers.includes(null) || (numbers.length === 0 && total === undefined)) {
    return null;
  }

  const say = (words, value) => words.replace("{0}", () => write(value, group.mark));
  const must = total === undefined ? "" : say(group.must, total);
  if (numbers.length === 0) {
    return [must, ""];
  }

  const sum = numbers.reduce((before, part) => before + part, 0n);
  const tolerance = exact(group.tolerance);
  const left = total === undefined ? 0n : total - sum;
  const rest = left > tolerance ? ", " + say(group.left, left) : left < -tolerance ? ", " + say(group.over, -left) : "";
  return [must, must === "" ? say(group.now, sum) : ` (${say(group.now, sum)}${rest})`];
}

function show(output, saved) {
  const words = wordsFor(output.dataset, output.form);
  const strong = document.createElement("strong");
  strong.textContent = words?.[0] ?? "";
  const content = words === null ? saved : [strong, words[1]];
  const said = content.map(node => node.textContent ?? node).join("");
  if (output.textContent.trim() !== said.trim()) {
    output.replaceChildren(...content);
  }
}

function watch(output) {
  const saved = [...output.childNodes];
  let waiting = 0;
  output.form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => show(output, saved), pause);
  });
}

for (const output of document.querySelectorAll("output[data-fields]")) {
  watch(output);
}
