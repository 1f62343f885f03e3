# How values look: repr, str and print.

ERRORS = tuple(
    value
    for value in SPACE.values()
    if native_type(value) is native_type(Exception) and issubclass(value, BaseException)
)

def class_name(cls):
    if cls in HELPERS:
        return HELPERS[cls]
    return cls.__name__


def type_name(x):
    kind = native_type(x)
    if kind is View:
        return view_name(x)
    if native_isinstance(x, BaseException):
        return error_name(x)
    if kind is native_type:
        return "type"
    return class_name(kind)


def method_of(x, name):
    "A method that a class of the program defines; None where there is none."
    kind = native_type(x)
    if kind in NATIVE:
        return None
    try:
        native_getattr(kind, name)
        return native_getattr(x, name)
    except AttributeError:
        return None


def str_repr(x):
    text = native_repr(x)
    if x.isalpha():
        return text
    for ch in x:
        if ch > "~":
            return wide_repr(x)
    return text


def wide_repr(x):
    quote = '"' if "'" in x and '"' not in x else "'"
    parts = []
    for ch in x:
        code = ord(ch)
        if code < 127:
            parts.append("\\'" if ch == quote == "'" else ch if ch in "'\"" else native_repr(ch)[1:-1])
        elif code < 161 or code == 173:
            parts.append("\\x" + ("%02x" % code))
        else:
            if code > 0x2FF and not (0x370 <= code < 0x2000 or 0x2010 <= code < 0x2028 or 0x2030 <= code < 0x205F or 0x20A0 <= code < 0xD800 or 0x1F300 <= code < 0x1FA00):
                refuse("how an unusual character is shown")
            parts.append(ch)
    return quote + "".join(parts) + quote


showing = []


def inside(x, opening, items, closing):
    for other in showing:
        if other is x:
            return opening + "..." + closing
    showing.append(x)
    try:
        parts = []
        for item in items:
            tick()
            parts.append(py_repr(item))
        return opening + ", ".join(parts) + closing
    finally:
        showing.pop()


def dict_repr(x):
    for other in showing:
        if other is x:
            return "{...}"
    showing.append(x)
    try:
        parts = []
        for entry in x.__j_entries:
            if entry is not None:
                tick()
                parts.append(py_repr(entry[0]) + ": " + py_repr(entry[1]))
        return "{" + ", ".join(parts) + "}"
    finally:
        showing.pop()


def set_repr(x):
    frozen = native_type(x) is FrozenSet
    if not x.__j_entries:
        return "frozenset()" if frozen else "set()"
    text = inside(x, "{", walk(x), "}")
    return "frozenset(" + text + ")" if frozen else text


def address(x):
    "Where CPython keeps an object is different every time."
    unsettle()
    return "0x%012x" % (0x7F0000000000 + (id(x) if not reverse_sets else id(x) * 3))


def type_repr(cls):
    if cls in HELPERS or cls in NATIVE or cls in ERRORS:
        return "<class '" + class_name(cls) + "'>"
    return "<class '__main__." + cls.__name__ + "'>"


def py_repr(x):
    kind = native_type(x)
    if kind is native_str:
        return str_repr(x)
    if kind is native_int:
        return int_text(x)
    if x is None or kind is bool or kind is range:
        return native_repr(x)
    if kind is native_float:
        return float_text(x)
    if kind is native_list:
        return inside(x, "[", x, "]")
    if kind is tuple:
        if len(x) == 1:
            return "(" + py_repr(x[0]) + ",)"
        return inside(x, "(", x, ")")
    if kind is Dict:
        return dict_repr(x)
    if is_set(x):
        return set_repr(x)
    return other_repr(x, kind)


def other_repr(x, kind):
    if kind is View:
        return view_name(x) + inside(x, "([", x, "])")
    if kind is native_type:
        return type_repr(x)
    if native_isinstance(x, BaseException):
        return error_repr(x)
    if kind in SHOWN:
        return SHOWN[kind](x)
    if kind is complex:
        refuse("complex numbers")
    if x is Ellipsis:
        return "Ellipsis"
    if kind is Function or kind is Closure:
        return "<function " + x.__name__ + " at " + address(x) + ">"
    if kind in NATIVE:
        refuse("how a " + class_name(kind) + " is shown")
    own = method_of(x, "__repr__")
    if own is not None:
        text = own()
        if native_type(text) is not native_str:
            raise TypeError("__repr__ returned non-string (type " + type_name(text) + ")")
        return text
    return "<__main__." + class_name(kind) + " object at " + address(x) + ">"


def py_str(x=""):
    kind = native_type(x)
    if kind is native_str:
        return x
    if kind in NATIVE or kind in HELPERS:
        return py_repr(x)
    if native_isinstance(x, BaseException):
        return error_text(x)
    own = method_of(x, "__str__")
    if own is not None:
        text = own()
        if native_type(text) is not native_str:
            raise TypeError("__str__ returned non-string (type " + type_name(text) + ")")
        return text
    return py_repr(x)


class Str:
    "The name `str` of a program."

    def __new__(cls, x="", *more):
        if more:
            refuse("str() of bytes")
        return py_str(x)


class Float:
    "The name `float` of a program."

    def __new__(cls, x=0.0):
        return py_float(x)


def py_float(x):
    kind = native_type(x)
    if kind is native_str:
        text = x.strip()
        plain = text.replace("_", "")
        try:
            if plain != text and ("__" in text or text[0] == "_" or text[-1] == "_"):
                raise ValueError
            if plain.lower().lstrip("+-") not in ("inf", "infinity", "nan") and not plain.lower().lstrip("+-")[0] in "0123456789.":
                raise ValueError
            return native_float(plain)
        except (ValueError, IndexError):
            raise ValueError("could not convert string to float: " + py_repr(x))
    if kind is native_int:
        value = native_float(x)
        if value == math.inf or value == -math.inf:
            raise OverflowError("int too large to convert to float")
        return value
    if kind is bool or kind is native_float:
        return native_float(x)
    own = method_of(x, "__float__")
    if own is not None:
        return own()
    raise TypeError("float() argument must be a string or a real number, not '" + type_name(x) + "'")


output = []
output_left = 0


def write(text):
    "Keeps what a program prints, up to the cap; what comes after is dropped."
    global output_left
    spend(1 + len(text) // 64)
    if output_left > 0:
        if len(text) > output_left:
            text = text[:output_left]
        output_left -= len(text)
        output.append(text)


def py_print(*values, sep=" ", end="\n", file=None, flush=False):
    if file is not None:
        refuse("print to a file")
    for option, name in ((sep, "sep"), (end, "end")):
        if option is not None and native_type(option) is not native_str:
            raise TypeError(name + " must be None or a string, not " + type_name(option))
    texts = [py_str(value) for value in values]
    write((" " if sep is None else sep).join(texts) + ("\n" if end is None else end))


def concat(parts):
    return "".join(parts)


provided(Str, "str")
provided(Float, "float")
provided(py_repr, "repr")
provided(py_print, "print")
SPACE["__j_str"] = py_str
SPACE["__j_repr"] = py_repr
SPACE["__j_concat"] = concat
