# Whole numbers, sorting, and the attributes of built-in types that differ from CPython's.


class Closure:
    "A method of a built-in type, held by its object."

    def __init__(self, function, x, name):
        self.__j_function = function
        self.__j_self = x
        self.__name__ = name

    def __call__(self, *args, **named):
        return self.__j_function(self.__j_self, *args, **named)


class Int:
    "The name `int` of a program."

    def __new__(cls, x=0, *base):
        return py_int(x, *base)


def insertion_sort(rows):
    "CPython's sort of a short list: the run it finds at the start, then one row after the other."
    size = len(rows)
    if size < 2:
        return rows
    run = 2
    if rows[1][0] < rows[0][0]:
        while run < size and rows[run][0] < rows[run - 1][0]:
            run += 1
        head = rows[:run]
        head.reverse()
        rows[:run] = head
    else:
        while run < size and not rows[run][0] < rows[run - 1][0]:
            run += 1
    for at in range(run, size):
        row = rows[at]
        low = 0
        high = at
        while low < high:
            tick()
            middle = (low + high) // 2
            if row[0] < rows[middle][0]:
                high = middle
            else:
                low = middle + 1
        del rows[at]
        rows.insert(low, row)
    return rows


def merge_sort(rows):
    if len(rows) < 64:
        return insertion_sort(rows)
    middle = len(rows) // 2
    one = merge_sort(rows[:middle])
    two = merge_sort(rows[middle:])
    out = []
    i = 0
    j = 0
    while i < len(one) and j < len(two):
        tick()
        if two[j][0] < one[i][0]:
            out.append(two[j])
            j += 1
        else:
            out.append(one[i])
            i += 1
    return out + one[i:] + two[j:]


def stable(items, key, reverse):
    items = native_list(each(items))
    if reverse:
        items.reverse()
    rows = []
    kinds = set()
    index = 0
    for item in items:
        value = item if key is None else key(item)
        rows.append((value, index, item))
        kinds.add(native_type(value))
        index += 1
    # Values of one simple kind are never equal but the same, so the place breaks the tie.
    if len(kinds) < 2 and (native_int in kinds or native_str in kinds):
        spend(len(rows))
        rows.sort()
    else:
        rows = merge_sort(rows)
    out = [row[2] for row in rows]
    if reverse:
        out.reverse()
    return out


def py_sorted(*given, key=None, reverse=False):
    if len(given) != 1:
        raise TypeError("sorted expected 1 argument, got " + native_str(len(given)))
    return stable(given[0], key, reverse)


def list_sort(x, *, key=None, reverse=False):
    x[:] = stable(x, key, reverse)


def list_remove(x, item):
    for index in range(len(x)):
        if x[index] is item or x[index] == item:
            del x[index]
            return
    raise ValueError("list.remove(x): x not in list")


def index_in(x, item, start=0, stop=None):
    size = len(x)
    start = max(0, start + size) if start < 0 else start
    stop = size if stop is None else max(0, stop + size) if stop < 0 else min(stop, size)
    for index in range(start, stop):
        if x[index] is item or x[index] == item:
            return index
    if native_type(x) is tuple:
        raise ValueError("tuple.index(x): x not in tuple")
    raise ValueError(py_repr(item) + " is not in list")


def list_insert(x, index, item):
    x.insert(whole(index), item)


def list_extend(x, items):
    x.extend(native_list(each(items)))


def list_pop(x, index=-1):
    if not x:
        raise IndexError("pop from empty list")
    if not -len(x) <= whole(index) < len(x):
        raise IndexError("pop index out of range")
    return x.pop(index)


def bit_length(x):
    return len(bin(abs(x))) - 2 if x else 0


LIST = {
    "sort": list_sort,
    "remove": list_remove,
    "index": index_in,
    "insert": list_insert,
    "extend": list_extend,
    "pop": list_pop,
}
TUPLE = {"index": index_in}
INT = {"bit_length": bit_length, "bit_count": lambda x: bin(abs(x)).count("1")}
FLOAT = {"is_integer": lambda x: x == x and abs(x) != math.inf and x == native_int(x)}
METHODS = {
    native_str: STR,
    native_list: LIST,
    tuple: TUPLE,
    native_int: INT,
    bool: INT,
    native_float: FLOAT,
}



CLASS_METHODS = {Str: STR, Float: FLOAT, native_list: LIST, tuple: TUPLE, Int: INT}


def attribute(x, name):
    "x.name for the names that some built-in type has and the interpreter does otherwise."
    kind = native_type(x)
    if kind in METHODS:
        function = METHODS[kind].get(name)
        if function is not None:
            if function is str_maketrans:
                return function
            return Closure(function, x, name)
    if name == "__class__":
        return py_type(x)
    if name == "__name__":
        if kind is native_type:
            return class_name(x)
    elif kind is native_type and x in CLASS_METHODS and name in CLASS_METHODS[x]:
        return CLASS_METHODS[x][name]
    elif name == "args" and native_isinstance(x, BaseException):
        return error_args(x)
    return native_getattr(x, name)


def public(name):
    if native_type(name) is not native_str:
        raise TypeError("attribute name must be string, not '" + type_name(name) + "'")
    if name.startswith("__"):
        refuse("the attribute " + name + " by name")
    return name


def py_getattr(x, name, *default):
    try:
        return attribute(x, public(name))
    except AttributeError:
        if default:
            lacks(x, name)
            return default[0]
        raise


def py_hasattr(x, name):
    try:
        attribute(x, public(name))
        return True
    except AttributeError:
        lacks(x, name)
        return False


def py_setattr(x, name, value):
    store(x, public(name), value)


def py_delattr(x, name):
    store(x, public(name), None)
    delattr(x, name)


def store(x, name, value):
    "x.name = value where `name` is one that the sandbox's own classes use."
    kind = native_type(x)
    if (kind is native_type and (x in HELPERS or x in NATIVE or x in ERRORS)) or kind in (Dict, Set, FrozenSet):
        shown = class_name(x if kind is native_type else kind)
        if kind is native_type:
            raise TypeError("cannot set '" + name + "' attribute of immutable type '" + shown + "'")
        raise AttributeError("'" + shown + "' object attribute '" + name + "' is read-only")
    setattr(x, name, value)


def py_type(x, *more):
    if more:
        refuse("type() with three arguments")
    kind = native_type(x)
    if kind is native_str:
        return Str
    if kind is native_float:
        return Float
    if kind is native_int:
        return Int
    if kind is Closure or kind is BoundMethod:
        refuse("the type of a method")
    return kind


def true_class(cls):
    if cls is Str:
        return native_str
    if cls is Float:
        return native_float
    if cls is Int:
        return native_int
    if cls is py_range:
        return range
    if native_type(cls) is tuple:
        return tuple([true_class(one) for one in cls])
    return cls


def py_isinstance(x, cls):
    try:
        if cls is Set:
            return native_type(x) is Set or (is_set(x) and native_type(x) is not FrozenSet)
        if native_type(cls) is tuple and Set in cls:
            return any([py_isinstance(x, one) for one in cls])
        # bool is an int in CPython.
        if native_type(x) is bool and (cls is Int or (native_type(cls) is tuple and Int in cls)):
            return True
        return native_isinstance(x, true_class(cls))
    except TypeError:
        raise TypeError("isinstance() arg 2 must be a type, a tuple of types, or a union")


def py_issubclass(x, cls):
    if x is bool and cls is Int:
        return True
    try:
        return issubclass(true_class(x), true_class(cls))
    except TypeError:
        raise TypeError("issubclass() arg 1 must be a class")
