# format(), f-strings, str.format and the % of strings.


def parse_spec(spec):
    "[[fill]align][sign][#][0][width][grouping][.precision][type]"
    at = 0
    fill = None
    align = ""
    if len(spec) > 1 and spec[1] in "<>=^":
        fill = spec[0]
        align = spec[1]
        at = 2
    elif spec and spec[0] in "<>=^":
        align = spec[0]
        at = 1
    sign = "-"
    if spec[at : at + 1] in ("+", "-", " "):
        sign = spec[at]
        at += 1
    if spec[at : at + 1] == "z":
        refuse("the z of a format")
    alternate = spec[at : at + 1] == "#"
    if alternate:
        at += 1
    zero = spec[at : at + 1] == "0"
    if zero:
        at += 1
        if fill is None and not align:
            fill = "0"
            align = "="
        elif fill is None:
            fill = "0"
    width, at = number_in(spec, at)
    grouping = ""
    if spec[at : at + 1] in (",", "_"):
        grouping = spec[at]
        at += 1
    precision = None
    if spec[at : at + 1] == ".":
        precision, after = number_in(spec, at + 1)
        if after == at + 1:
            raise ValueError("Format specifier missing precision")
        at = after
    kind = spec[at:]
    if len(kind) > 1:
        raise ValueError("Invalid format specifier")
    return fill or " ", align, sign, alternate, width, grouping, precision, kind


def number_in(text, at):
    start = at
    while at < len(text) and "0" <= text[at] <= "9":
        at += 1
    return native_int(text[start:at] or "0"), at


def pad(text, width, align, fill):
    missing = width - len(text)
    if missing <= 0:
        return text
    spend(missing // 64)
    if align == "<":
        return text + fill * missing
    if align == "^":
        before = missing // 2
        return fill * before + text + fill * (missing - before)
    return fill * missing + text


def grouped(digits, mark, size=3):
    parts = []
    while len(digits) > size:
        parts.append(digits[-size:])
        digits = digits[:-size]
    parts.append(digits)
    parts.reverse()
    return mark.join(parts)


def pad_number(sign, prefix, digits, rest, spec):
    fill, align, _, _, width, grouping, _, kind = spec
    size = 4 if kind in ("x", "X", "b", "o") else 3
    if grouping and fill == "0" and align == "=":
        room = width - len(sign) - len(prefix) - len(rest)
        while len(grouped(digits, grouping, size)) < room:
            digits = "0" + digits
    if grouping:
        digits = grouped(digits, grouping, size)
    text = digits + rest
    if align == "=":
        return sign + prefix + pad(text, width - len(sign) - len(prefix), ">", fill)
    return pad(sign + prefix + text, width, align or ">", fill)


def sign_of(negative, sign):
    return "-" if negative else "" if sign == "-" else sign


def format_int(x, spec):
    _, _, sign, alternate, _, grouping, precision, kind = spec
    if kind in ("e", "E", "f", "F", "g", "G", "%"):
        return format_float(py_float(x), spec)
    if precision is not None:
        raise ValueError("Precision not allowed in integer format specifier")
    if kind == "c":
        return pad(chr(x), spec[4], spec[1] or "<", spec[0])
    if kind not in ("", "d", "n", "b", "x", "X", "o"):
        raise unknown_code(kind, x)
    x = native_int(x)
    prefix = ""
    if kind in ("", "d", "n"):
        digits = int_text(abs(x))
    else:
        digits = ("%x" if kind == "x" else "%X" if kind == "X" else "%o") % abs(x) if kind != "b" else bin(abs(x))[2:]
        if alternate:
            prefix = "0" + kind
    if kind == "n":
        refuse("the n of a format")
    return pad_number(sign_of(x < 0, sign), prefix, digits, "", spec)


def format_float(x, spec):
    _, _, sign, alternate, _, grouping, precision, kind = spec
    if kind not in ("", "e", "E", "f", "F", "g", "G", "%"):
        raise unknown_code(kind, x)
    if alternate or kind == "n":
        refuse("this format of a float")
    text = special(x)
    if text is not None:
        negative = text[0] == "-"
        text = text.lstrip("-") + ("%" if kind == "%" else "")
        if kind in ("E", "F", "G"):
            text = text.upper()
        return pad_number(sign_of(negative, sign), "", text, "", spec)
    negative = math.copysign(1.0, x) < 0
    x = abs(x)
    lower = kind.lower()
    if kind == "" and precision is None:
        text = float_text(x)
    elif lower == "f" or kind == "%":
        text = fixed(x * 100 if kind == "%" else x, 6 if precision is None else precision)
    elif lower == "e":
        text = exponent_text(x, 6 if precision is None else precision, kind)
    else:
        text = general_text(x, 6 if precision is None else precision, kind)
    mark = 0
    while mark < len(text) and text[mark] not in ".eE":
        mark += 1
    rest = text[mark:] + ("%" if kind == "%" else "")
    return pad_number(sign_of(negative, sign), "", text[:mark], rest, spec)


def exponent_text(x, precision, letter):
    if x == 0:
        return with_exponent("0" * (precision + 1), 0, letter)
    digits, power = significant(x, precision + 1)
    return with_exponent(digits, power, letter)


def general_text(x, precision, kind):
    precision = max(precision, 1)
    if x == 0:
        return "0" if kind else "0.0"
    digits, power = significant(x, precision)
    digits = digits.rstrip("0")
    limit = precision if kind else precision - 1
    if -4 <= power < limit:
        text = placed(digits, power)
        return text if kind or "." in text else text + ".0"
    return with_exponent(digits, power, "E" if kind == "G" else "e")


def unknown_code(kind, x):
    return ValueError("Unknown format code '" + kind + "' for object of type '" + type_name(x) + "'")


def format_str(x, spec):
    fill, align, sign, alternate, width, grouping, precision, kind = spec
    if kind not in ("", "s"):
        raise unknown_code(kind, x)
    if align == "=":
        if fill == "0":
            align = "<"
        else:
            raise ValueError("'=' alignment not allowed in string format specifier")
    if sign != "-" or alternate or grouping:
        if grouping:
            raise ValueError("Cannot specify '" + grouping + "' with 's'.")
        raise ValueError("Sign not allowed in string format specifier")
    if precision is not None:
        x = x[:precision]
    return pad(x, width, align or "<", fill)


def py_format(x, spec=""):
    if native_type(spec) is not native_str:
        raise TypeError("format() argument 2 must be str, not " + type_name(spec))
    kind = native_type(x)
    if kind not in NATIVE:
        own = method_of(x, "__format__")
        if own is not None:
            return own(spec)
    if spec == "":
        return py_str(x)
    if kind is native_str:
        return format_str(x, parse_spec(spec))
    if kind is bool:
        parsed = parse_spec(spec)
        return format_str(native_str(x), parsed) if parsed[7] == "s" else format_bool(x, parsed)
    if kind is native_int:
        return format_int(x, parse_spec(spec))
    if kind is native_float:
        return format_float(x, parse_spec(spec))
    raise TypeError("unsupported format string passed to " + type_name(x) + ".__format__")


def format_bool(x, parsed):
    if parsed[7] == "":
        return pad(native_str(x), parsed[4], parsed[1] or "<", parsed[0]) if parsed[1] != "=" else format_int(x, parsed)
    return format_int(x, parsed)


def format_method(text, args, named):
    "str.format: {} {0} {name} {0[key]} {name.attribute} with !r and :spec."
    out = []
    at = 0
    counter = [0]
    while at < len(text):
        ch = text[at]
        if ch in "{}" and text[at : at + 2] == ch * 2:
            out.append(ch)
            at += 2
        elif ch == "}":
            raise ValueError("Single '}' encountered in format string")
        elif ch == "{":
            depth = 1
            end = at + 1
            while end < len(text) and depth:
                depth += 1 if text[end] == "{" else -1 if text[end] == "}" else 0
                end += 1
            if depth:
                raise ValueError("Single '{' encountered in format string" if at + 1 == len(text) else "expected '}' before end of string")
            out.append(format_field(text[at + 1 : end - 1], args, named, counter))
            at = end
        else:
            end = at
            while end < len(text) and text[end] not in "{}":
                end += 1
            out.append(text[at:end])
            at = end
    return "".join(out)


def format_field(field, args, named, counter):
    name, colon, spec = field.partition(":")
    name, mark, conversion = name.partition("!")
    if "[" in name or "." in name:
        refuse("indexes and attributes in str.format")
    if name == "" or name.isdigit():
        if name == "":
            index = counter[0]
            counter[0] = index + 1 if index is not None and index >= 0 else -1
        else:
            index = native_int(name)
        if index >= len(args):
            raise IndexError("Replacement index " + native_str(index) + " out of range for positional args tuple")
        value = args[index]
    elif name in named:
        value = named[name]
    else:
        raise KeyError(name)
    if "{" in spec:
        spec = format_method(spec, args, named) if counter[0] == 0 else nested_spec(spec, args, named, counter)
    if conversion == "r":
        value = py_repr(value)
    elif conversion == "s":
        value = py_str(value)
    elif mark:
        refuse("this conversion in str.format")
    return py_format(value, spec)


def nested_spec(spec, args, named, counter):
    before, brace, rest = spec.partition("{")
    inner, close, after = rest.partition("}")
    text = before + format_field(inner, args, named, counter) + after
    return nested_spec(text, args, named, counter) if "{" in text else text


def percent(text, given):
    "text % given for strings."
    values = given if native_type(given) is tuple else (given,)
    used = 0
    out = []
    at = 0
    while at < len(text):
        mark = text.find("%", at)
        if mark < 0:
            out.append(text[at:])
            break
        out.append(text[at:mark])
        at = mark + 1
        value = None
        keyed = text[at : at + 1] == "("
        if keyed:
            end = text.find(")", at)
            if end < 0:
                raise ValueError("incomplete format key")
            if not native_isinstance(given, Dict):
                raise TypeError("format requires a mapping")
            value = given[text[at + 1 : end]]
            at = end + 1
        flags = at
        while at < len(text) and text[at] in "-+ #0":
            at += 1
        flags = text[flags:at]
        if text[at : at + 1] == "*":
            refuse("* in the % of strings")
        width, at = number_in(text, at)
        precision = None
        if text[at : at + 1] == ".":
            precision, at = number_in(text, at + 1)
        if at >= len(text):
            raise ValueError("incomplete format")
        kind = text[at]
        at += 1
        if kind == "%":
            out.append("%")
            continue
        if not keyed:
            if used >= len(values):
                raise TypeError("not enough arguments for format string")
            value = values[used]
            used += 1
        out.append(percent_one(value, kind, flags, width, precision))
    if used < len(values) and not native_isinstance(given, Dict):
        raise TypeError("not all arguments converted during string formatting")
    return "".join(out)


def percent_one(value, kind, flags, width, precision):
    align = "<" if "-" in flags else ""
    fill = "0" if "0" in flags and not align else " "
    sign = "+" if "+" in flags else " " if " " in flags else "-"
    if kind in "sra":
        text = py_str(value) if kind == "s" else py_repr(value)
        if kind == "a" and not plain(text):
            refuse("%a of an unusual character")
        return pad(text if precision is None else text[:precision], width, align or ">", " ")
    if kind == "c":
        return pad(value if native_type(value) is native_str else chr(value), width, align or ">", " ")
    if kind not in "diuxXoeEfFgG":
        raise ValueError("unsupported format character '" + kind + "' (0x%x)" % ord(kind))
    if native_type(value) not in (native_int, native_float, bool):
        if kind in "diu":
            raise TypeError("%" + kind + " format: a real number is required, not " + type_name(value))
        if kind in "xXo":
            raise TypeError("%" + kind + " format: an integer is required, not " + type_name(value))
        raise TypeError("must be real number, not " + type_name(value))
    align = align or ("=" if fill == "0" else ">")
    if kind in "eEfFgG":
        return format_float(py_float(value), (fill, align, sign, "#" in flags, width, "", precision, kind))
    if precision is not None:
        refuse("a precision of whole numbers in the % of strings")
    if native_type(value) is native_float:
        if kind in "xXo":
            raise TypeError("%" + kind + " format: an integer is required, not float")
        value = native_int(value)
    kind = "d" if kind in "diu" else kind
    return format_int(value, (fill, align, sign, "#" in flags, width, "", None, kind))


def modulo(a, b):
    if native_type(a) is native_str:
        return percent(a, b)
    try:
        return a % b
    except ZeroDivisionError:
        if native_type(a) is native_float or native_type(b) is native_float:
            raise ZeroDivisionError("float modulo")
        raise ZeroDivisionError("integer modulo by zero")


provided(py_format, "format")
SPACE["__j_format"] = py_format
SPACE["__j_mod"] = modulo
