# The methods of str that the interpreter lacks, or does otherwise.

LOWER = "abcdefghijklmnopqrstuvwxyz"
UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
DIGITS = "0123456789"
PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
BLANK = " \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f"
# Letters beyond ASCII whose case is a plain pair, as in German, French, Spanish, Scandinavian and Turkish names.
WIDE_LOWER = "äöüàâáãåæçèéêëìíîïñòóôõøùúûýþœšž"
WIDE_UPPER = "ÄÖÜÀÂÁÃÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕØÙÚÛÝÞŒŠŽ"
CASES = native_dict()
for one, other in ((WIDE_LOWER, WIDE_UPPER), (WIDE_UPPER, WIDE_LOWER)):
    for index in range(len(one)):
        CASES[one[index]] = other[index]


def plain(s):
    "Whether a text is ASCII, so that the interpreter's own method is right."
    return len(s.encode()) == len(s)


def is_upper(ch):
    if ch < "\x80":
        return "A" <= ch <= "Z"
    return known(ch) in WIDE_UPPER


def is_lower(ch):
    if ch < "\x80":
        return "a" <= ch <= "z"
    return ch == "ß" or known(ch) in WIDE_LOWER


def known(ch):
    if ch not in CASES and not ("\u2010" <= ch <= "\u2027" or ch in "€°§¡¿«»…♥★☆✓✗→←↑↓" or ch >= "\U0001f300"):
        refuse("letter case of unusual characters")
    return ch


def is_letter(ch):
    return is_upper(ch) or is_lower(ch)


def raised(ch):
    if ch == "ß":
        return "SS"
    return CASES.get(ch, ch) if is_lower(ch) and ch >= "\x80" else ch.upper()


def lowered(ch):
    return CASES.get(ch, ch) if is_upper(ch) and ch >= "\x80" else ch.lower()


def str_upper(s):
    return s.upper() if plain(s) else "".join([raised(ch) for ch in s])


def str_lower(s):
    return s.lower() if plain(s) else "".join([lowered(ch) for ch in s])


def str_casefold(s):
    return str_lower(s).replace("ß", "ss")


def str_swapcase(s):
    return "".join([lowered(ch) if is_upper(ch) else raised(ch) for ch in s])


def str_capitalize(s):
    return str_upper(s[:1]) + str_lower(s[1:])


def str_title(s):
    parts = []
    inside_word = False
    for ch in s:
        parts.append(lowered(ch) if inside_word else raised(ch))
        inside_word = is_letter(ch)
    return "".join(parts)


def every(test):
    def check(s):
        if not s:
            return False
        for ch in s:
            if not test(ch):
                return False
        return True

    return check


def is_digit(ch):
    if ch >= "\x80":
        known(ch)
    return "0" <= ch <= "9"


def cased(own, other):
    def check(s):
        found = False
        for ch in s:
            if other(ch):
                return False
            found = found or own(ch)
        return found

    return check


def str_istitle(s):
    found = False
    inside_word = False
    for ch in s:
        if is_upper(ch):
            if inside_word:
                return False
            inside_word = found = True
        elif is_lower(ch):
            if not inside_word:
                return False
            found = True
        else:
            inside_word = False
    return found


def str_isidentifier(s):
    if not s or "0" <= s[0] <= "9":
        return False
    for ch in s:
        if not (ch == "_" or "0" <= ch <= "9" or is_letter(ch)):
            return False
    return True


def str_isprintable(s):
    for ch in s:
        if ch < " " or "\x7f" <= ch < "\xa1" or ch == "\xad":
            return False
    return True


def check_fill(fill):
    if native_type(fill) is not native_str or len(fill) != 1:
        raise TypeError("The fill character must be exactly one character long")


def whole(x):
    if native_type(x) not in (native_int, bool):
        raise TypeError("'" + type_name(x) + "' object cannot be interpreted as an integer")
    return x


def str_zfill(s, width):
    sign = s[:1] if s[:1] in ("+", "-") else ""
    return sign + pad(s[len(sign) :], whole(width) - len(sign), ">", "0")


def str_ljust(s, width, fill=" "):
    check_fill(fill)
    return pad(s, whole(width), "<", fill)


def str_rjust(s, width, fill=" "):
    check_fill(fill)
    return pad(s, whole(width), ">", fill)


def str_center(s, width, fill=" "):
    check_fill(fill)
    missing = whole(width) - len(s)
    if missing <= 0:
        return s
    # CPython puts the odd one before the text when the width is odd.
    before = missing // 2 + (missing & width & 1)
    return pad(pad(s, len(s) + before, ">", fill), width, "<", fill)


def str_expandtabs(s, tabsize=8):
    parts = []
    column = 0
    for ch in s:
        if ch == "\t":
            count = tabsize - column % tabsize if tabsize > 0 else 0
            parts.append(" " * count)
            column += count
        else:
            parts.append(ch)
            column = 0 if ch in "\n\r" else column + 1
    return "".join(parts)


def str_maketrans(x, y=None, gone=None):
    table = Dict()
    if y is None:
        if not native_isinstance(x, Dict):
            raise TypeError("if you give only one argument to maketrans it must be a dict")
        for key in x:
            put(table, ord(key) if native_type(key) is native_str else key, x[key])
        return table
    if len(x) != len(y):
        raise ValueError("the first two maketrans arguments must have equal length")
    for index in range(len(x)):
        put(table, ord(x[index]), ord(y[index]))
    for ch in gone or "":
        put(table, ord(ch), None)
    return table


def str_translate(s, table):
    parts = []
    for ch in s:
        value = table.get(ord(ch), ch)
        if value is not None:
            parts.append(chr(value) if native_type(value) is native_int else value)
    return "".join(parts)


def str_removeprefix(s, prefix):
    return s[len(prefix) :] if s.startswith(prefix) else s


def str_removesuffix(s, suffix):
    return s[: -len(suffix)] if suffix and s.endswith(suffix) else s


def str_splitlines(s, keepends=False):
    lines = []
    start = 0
    at = 0
    while at < len(s):
        if s[at] in "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029":
            end = at
            at += 2 if s[at : at + 2] == "\r\n" else 1
            lines.append(s[start : at if keepends else end])
            start = at
        else:
            at += 1
    if start < len(s):
        lines.append(s[start:])
    return lines


def str_split(s, sep=None, maxsplit=-1):
    if sep is None:
        return s.split(None, maxsplit) if maxsplit >= 0 else s.split()
    need_str(sep)
    if sep == "":
        raise ValueError("empty separator")
    return s.split(sep, maxsplit)


def str_rsplit(s, sep=None, maxsplit=-1):
    if maxsplit < 0:
        return str_split(s, sep)
    if sep is None:
        parts = []
        s = s.rstrip()
        while s and maxsplit > 0:
            at = len(s)
            while at > 0 and s[at - 1] not in BLANK:
                at -= 1
            parts.append(s[at:])
            s = s[:at].rstrip()
            maxsplit -= 1
        if s:
            parts.append(s)
        parts.reverse()
        return parts
    need_str(sep)
    if sep == "":
        raise ValueError("empty separator")
    return s.rsplit(sep, maxsplit)


def need_str(x):
    if native_type(x) is not native_str:
        raise TypeError("must be str or None, not " + type_name(x))


def str_join(s, items):
    items = native_list(each(items))
    index = 0
    for item in items:
        if native_type(item) is not native_str:
            raise TypeError(
                "sequence item " + native_str(index) + ": expected str instance, " + type_name(item) + " found"
            )
        index += 1
    return s.join(items)


def str_format(s, *args, **named):
    return format_method(s, args, named)


def str_replace(s, old, new, count=-1):
    for x, place in ((old, "1"), (new, "2")):
        if native_type(x) is not native_str:
            raise TypeError("replace() argument " + place + " must be str, not " + type_name(x))
    if old == "":
        parts = []
        for ch in s:
            if count == 0:
                parts.append(s[len(parts) // 2 :])
                return "".join(parts)
            parts.append(new)
            parts.append(ch)
            count -= 1
        return "".join(parts) + (new if count != 0 else "")
    spend(len(s) // 64 + 1)
    return s.replace(old, new, count)


def strip_like(name):
    def strip(s, chars=None):
        if chars is not None and native_type(chars) is not native_str:
            raise TypeError(name + " arg must be None or str")
        return native_getattr(s, name)() if chars is None else native_getattr(s, name)(chars)

    return strip


def find_like(name):
    def find(s, sub, *bounds):
        if native_type(sub) is not native_str:
            raise TypeError("must be str, not " + type_name(sub))
        return native_getattr(s, name)(sub, *bounds)

    return find


STR = {
    "upper": str_upper,
    "lower": str_lower,
    "casefold": str_casefold,
    "swapcase": str_swapcase,
    "capitalize": str_capitalize,
    "title": str_title,
    "isalpha": every(is_letter),
    "isalnum": every(lambda ch: "0" <= ch <= "9" or is_letter(ch)),
    "isdigit": every(is_digit),
    "isnumeric": every(is_digit),
    "isdecimal": every(is_digit),
    "isspace": every(lambda ch: ch in BLANK),
    "isupper": cased(is_upper, is_lower),
    "islower": cased(is_lower, is_upper),
    "istitle": str_istitle,
    "isidentifier": str_isidentifier,
    "isprintable": str_isprintable,
    "isascii": plain,
    "zfill": str_zfill,
    "ljust": str_ljust,
    "rjust": str_rjust,
    "center": str_center,
    "expandtabs": str_expandtabs,
    "maketrans": str_maketrans,
    "translate": str_translate,
    "removeprefix": str_removeprefix,
    "removesuffix": str_removesuffix,
    "splitlines": str_splitlines,
    "split": str_split,
    "rsplit": str_rsplit,
    "join": str_join,
    "format": str_format,
    "replace": str_replace,
}
for name in ("strip", "lstrip", "rstrip"):
    STR[name] = strip_like(name)
for name in ("find", "rfind", "index", "rindex", "count"):
    STR[name] = find_like(name)
# These are right as they are; a program may also take them from the class.
for name in ("startswith", "endswith", "partition", "rpartition"):
    STR[name] = native_getattr(native_str, name)
