# Slices, and the built-in functions whose native twins differ from CPython's.


def bounds(size, start, stop, step):
    for part in (start, stop, step):
        if part is not None and native_type(part) not in (native_int, bool):
            raise TypeError("slice indices must be integers or None or have an __index__ method")
    step = 1 if step is None else step
    if step == 0:
        raise ValueError("slice step cannot be zero")
    low, high = (0, size) if step > 0 else (-1, size - 1)
    edges = []
    for part, default in ((start, low if step > 0 else high), (stop, high if step > 0 else low)):
        if part is None:
            part = default
        elif part < 0:
            part = max(part + size, low)
        else:
            part = min(part, high)
        edges.append(part)
    return range(edges[0], edges[1], step)


class Slice:
    def __init__(self, *parts):
        if len(parts) == 1:
            parts = (None, parts[0])
        self.start, self.stop, self.step = (parts + (None,))[:3]

    def __hash__(self):
        raise TypeError("unhashable type: 'slice'")


def cut(x, start, stop, step):
    kind = native_type(x)
    if kind is native_str or kind is native_list or kind is tuple:
        places = bounds(len(x), start, stop, step)
        spend(len(places) // 16)
        if step == -1 and start is None and stop is None:
            if kind is native_str:
                return "".join(reversed(x)) if len(x) > 1 else x
            items = native_list(x)
            items.reverse()
            return items if kind is native_list else tuple(items)
        if kind is native_str:
            return "".join([x[at] for at in places])
        items = [x[at] for at in places]
        return items if kind is native_list else tuple(items)
    if kind is range:
        places = bounds(len(x), start, stop, step)
        first = x[0] if len(x) else 0
        gap = x[1] - x[0] if len(x) > 1 else 1
        return range(first + places.start * gap, first + places.stop * gap, places.step * gap) if len(x) else x
    own = method_of(x, "__getitem__")
    if own is not None and not native_isinstance(x, Dict):
        return own(Slice(start, stop, step))
    if native_isinstance(x, Dict):
        raise TypeError("unhashable type: 'slice'")
    raise TypeError("'" + type_name(x) + "' object is not subscriptable")


def put_slice(x, start, stop, step, value):
    if native_type(x) is not native_list:
        own = method_of(x, "__setitem__")
        if own is not None and not native_isinstance(x, Dict):
            return own(Slice(start, stop, step), value)
        if native_isinstance(x, Dict):
            raise TypeError("unhashable type: 'slice'")
        raise TypeError("'" + type_name(x) + "' object does not support item assignment")
    try:
        value = native_list(each(value))
    except TypeError:
        raise TypeError("can only assign an iterable" if step is None else "must assign iterable to extended slice")
    places = bounds(len(x), start, stop, step)
    if step is None or step == 1:
        x[places.start : max(places.start, places.stop)] = value
        return
    if len(value) != len(places):
        raise ValueError(
            "attempt to assign sequence of size " + native_str(len(value)) + " to extended slice of size " + native_str(len(places))
        )
    for index in range(len(value)):
        x[places[index]] = value[index]


def drop_slice(x, start, stop, step):
    if native_type(x) is not native_list:
        raise TypeError("'" + type_name(x) + "' object does not support item deletion")
    gone = set(bounds(len(x), start, stop, step))
    x[:] = [x[at] for at in range(len(x)) if at not in gone]


def spread(parts):
    "A list display with stars: parts are (False, item) or (True, items)."
    out = []
    for starred, value in parts:
        if starred:
            try:
                out.extend(each(value))
            except TypeError:
                raise TypeError("Value after * must be an iterable, not " + type_name(value))
        else:
            out.append(value)
    return out


def py_reversed(x):
    if native_isinstance(x, Dict) or native_type(x) is View:
        return x.__reversed__()
    if is_set(x):
        raise TypeError("'" + type_name(x) + "' object is not reversible")
    own = method_of(x, "__reversed__")
    if own is not None:
        return own()
    if native_type(x) in (native_str, native_list, tuple, range) or method_of(x, "__getitem__") is not None:
        return reversed(x)
    raise TypeError("'" + type_name(x) + "' object is not reversible")


def py_int(x=0, *base):
    kind = native_type(x)
    if kind is native_str:
        text = x.strip()
        if base and (native_type(base[0]) is not native_int or not (base[0] == 0 or 2 <= base[0] <= 36)):
            raise ValueError("int() base must be >= 2 and <= 36, or 0")
        try:
            bare = text.replace("_", "")
            if not text or text[-1] == "_" or text[0] == "_" or "__" in text or " " in text[:2]:
                raise ValueError
            if len(bare) > MAX_DIGITS:
                raise ValueError
            for ch in bare[1:] if bare[0] in "+-" else bare:
                if ch > "\x7f" or not (ch.isdigit() or ch.isalpha()):
                    raise ValueError
            return native_int(bare, *base)
        except ValueError:
            if len(text) > MAX_DIGITS:
                raise ValueError("Exceeds the limit (4300 digits) for integer string conversion: value has " + native_str(len(text)) + " digits; use sys.set_int_max_str_digits() to increase the limit")
            raise ValueError("invalid literal for int() with base " + native_str(base[0] if base else 10) + ": " + py_repr(x))
    if base:
        raise TypeError("int() can't convert non-string with explicit base")
    if kind is native_int or kind is bool:
        return native_int(x)
    if kind is native_float:
        if x != x:
            raise ValueError("cannot convert float NaN to integer")
        if x in (math.inf, -math.inf):
            raise OverflowError("cannot convert float infinity to integer")
        return native_int(x)
    for name in ("__int__", "__index__", "__trunc__"):
        own = method_of(x, name)
        if own is not None:
            return own()
    raise TypeError("int() argument must be a string, a bytes-like object or a real number, not '" + type_name(x) + "'")


def py_sum(items, start=0):
    if native_type(start) is native_str:
        raise TypeError("sum() can't sum strings [use ''.join(seq) instead]")
    total = start
    if native_type(items) is range:
        spend(len(items) // 16)
        return start + sum(items)
    for value in each(items):
        total = total + value
    return total


def best(name, given, key, default, wanted):
    if len(given) == 1:
        items = native_list(each(given[0]))
        if not items:
            if default:
                return default[0]
            raise ValueError(name + "() arg is an empty sequence")
    elif given:
        items = given
    else:
        raise TypeError(name + " expected at least 1 argument, got 0")
    found = items[0]
    value = found if key is None else key(found)
    for index in range(1, len(items)):
        rival = items[index] if key is None else key(items[index])
        if (rival > value) if wanted else (rival < value):
            found = items[index]
            value = rival
    return found


NOTHING = object()


def py_max(*given, key=None, default=NOTHING):
    return best("max", given, key, () if default is NOTHING else (default,), True)


def py_min(*given, key=None, default=NOTHING):
    return best("min", given, key, () if default is NOTHING else (default,), False)


def py_input(prompt=""):
    write(py_str(prompt))
    raise EOFError("EOF when reading a line")


def py_open(name, mode="r", *more, **named):
    if native_type(mode) is not native_str or native_type(name) is not native_str:
        refuse("files")
    if "r" not in mode or "+" in mode or "." in name[:1] or "/" in name:
        refuse("files")
    raise FileNotFoundError(2, "No such file or directory: " + py_repr(name))


def py_exit(code=None):
    raise SystemExit(code)


def py_abs(x):
    if native_type(x) in (native_int, native_float, bool):
        return abs(x)
    own = method_of(x, "__abs__")
    if own is not None:
        return own()
    raise TypeError("bad operand type for abs(): '" + type_name(x) + "'")


def py_len(x):
    try:
        return len(x)
    except TypeError:
        own = method_of(x, "__len__")
        if own is None:
            raise TypeError("object of type '" + type_name(x) + "' has no len()")
        raise


def index_value(x):
    "A bound of a range that the interpreter counts by itself."
    if native_type(x) is not native_int:
        if native_type(x) is not bool:
            raise TypeError("'" + type_name(x) + "' object cannot be interpreted as an integer")
        return native_int(x)
    return x


def py_range(*given):
    for part in given:
        index_value(part)
    if len(given) == 3 and given[2] == 0:
        raise ValueError("range() arg 3 must not be zero")
    if not given:
        raise TypeError("range expected at least 1 argument, got 0")
    if len(given) > 3:
        raise TypeError("range expected at most 3 arguments, got " + native_str(len(given)))
    return range(*given)


def py_zip(*items, strict=False):
    if strict:
        refuse("zip(strict=True)")
    return zip(*items)


def py_all(items):
    for value in each(items):
        if not value:
            return False
    return True


def py_any(items):
    for value in each(items):
        if value:
            return True
    return False


def py_hash(x):
    if native_type(x) is native_str:
        unsettle()
    return native_hash(x)


def py_id(x):
    unsettle()
    return id(x) + (8 if reverse_sets else 0)


def py_divmod(a, b):
    return a // b, a % b


# What the classes of the sandbox are called in CPython.
HELPERS = {
    Dict: "dict",
    Set: "set",
    FrozenSet: "frozenset",
    Str: "str",
    Float: "float",
    Int: "int",
    View: "dict_view",
    DictIterator: "dict_keyiterator",
    SetIterator: "set_iterator",
    Slice: "slice",
    Closure: "builtin_function_or_method",
    Each: "iterator",
}
NATIVE = set(
    (
        native_str,
        native_int,
        native_float,
        bool,
        native_list,
        tuple,
        range,
        NoneType,
        Function,
        Generator,
        native_type,
        native_dict,
        complex,
        BoundMethod,
        native_type(len),
        native_type(zip()),
        native_type(map(len, ())),
        native_type(filter(len, ())),
        native_type(enumerate(())),
        native_type(reversed([])),
        native_type(native_iter([])),
        native_type(native_iter("")),
        native_type(native_iter(())),
        native_type(native_iter(range(1))),
        native_type(Ellipsis),
        native_type(NotImplemented),
        native_type(math),
        native_type(object()),
    )
)
# How further types of the sandbox are shown; the modules add theirs.
SHOWN = native_dict()

for function, name in (
    (py_sorted, "sorted"),
    (py_getattr, "getattr"),
    (py_hasattr, "hasattr"),
    (py_setattr, "setattr"),
    (py_delattr, "delattr"),
    (py_type, "type"),
    (py_isinstance, "isinstance"),
    (py_issubclass, "issubclass"),
    (py_reversed, "reversed"),
    (py_sum, "sum"),
    (py_max, "max"),
    (py_min, "min"),
    (py_input, "input"),
    (py_open, "open"),
    (py_exit, "exit"),
    (py_exit, "quit"),
    (py_abs, "abs"),
    (py_len, "len"),
    (py_zip, "zip"),
    (py_all, "all"),
    (py_any, "any"),
    (py_hash, "hash"),
    (py_id, "id"),
    (py_divmod, "divmod"),
    (attribute, "__j_get"),
    (store, "__j_store"),
    (cut, "__j_cut"),
    (put_slice, "__j_put_slice"),
    (drop_slice, "__j_drop_slice"),
    (spread, "__j_list"),
    (tuple, "__j_tuple"),
    (native_iter, "__j_iter"),
    (AssertionError, "__j_assertion"),
    (py_range, "range"),
    (Int, "int"),
    (index_value, "__j_index"),
):
    provided(function, name)
