# What the interpreter's own errors are called and say in CPython.

OPERATORS = {
    "add": "+",
    "sub": "-",
    "mul": "*",
    "matmul": "@",
    "truediv": "/",
    "floordiv": "//",
    "mod": "%",
    "pow": "** or pow()",
    "lshift": "<<",
    "rshift": ">>",
    "and": "&",
    "or": "|",
    "xor": "^",
}
COMPARISONS = {"lt": "<", "gt": ">", "le": "<=", "ge": ">="}
UNARY = {"neg": "-", "pos": "+", "invert": "~"}
SEQUENCES = ("str", "list", "tuple")
# Attributes that CPython's types have and the sandbox's lack.
LACKING = {
    "str": "encode format_map",
    "int": "conjugate imag real numerator denominator to_bytes from_bytes as_integer_ratio is_integer",
    "bool": "conjugate imag real numerator denominator to_bytes from_bytes as_integer_ratio bit_length bit_count",
    "float": "as_integer_ratio conjugate fromhex hex imag real",
    "dict_keys": "isdisjoint mapping",
    "dict_items": "isdisjoint mapping",
    "dict_values": "mapping",
    "range": "start stop step count index",
    "slice": "indices",
    "builtin_function_or_method": "",
}
# The interpreter frees nothing while a program runs. A program that asks for this much at once is out of memory
# in earnest; one that used it up little by little may only have left much behind.
LARGE = 4000000
# Errors a program raised itself: their words are its own.
raised_here = []


def raising(error):
    if native_isinstance(error, BaseException):
        remember(error)
    elif native_type(error) is native_type and issubclass(error, BaseException):
        error = error()
        remember(error)
    else:
        raise TypeError("exceptions must derive from BaseException")
    return error


def remember(error):
    if len(raised_here) > 100:
        del raised_here[:50]
    raised_here.append(error)


def is_own(error):
    if native_type(error) not in ERRORS:
        return True
    for other in raised_here:
        if other is error:
            return True
    return False


def operands(op, a, b):
    return "unsupported operand type(s) for " + op + ": '" + type_name(a) + "' and '" + type_name(b) + "'"


def shown_class(name):
    for cls in HELPERS:
        if cls.__name__ == name:
            return HELPERS[cls]
    return name


def quoted(text):
    "The names between single quotes, as CPython calls those classes."
    return [shown_class(part) for index, part in enumerate(text.split("'")) if index % 2]


def binary_text(operation, names):
    one, two = names
    if operation in COMPARISONS:
        op = COMPARISONS[operation]
        return "'" + op + "' not supported between instances of '" + one + "' and '" + two + "'"
    if operation == "add" and one in SEQUENCES:
        return "can only concatenate " + one + ' (not "' + two + '") to ' + one
    if operation == "mul":
        if one in SEQUENCES or two in SEQUENCES:
            other = two if one in SEQUENCES else one
            return "can't multiply sequence by non-int of type '" + other + "'"
    if operation == "":
        return "argument of type '" + two + "' is not iterable"
    if operation not in OPERATORS:
        return None
    return "unsupported operand type(s) for " + OPERATORS[operation] + ": '" + one + "' and '" + two + "'"


def translated(text):
    "CPython's words for an error of the interpreter; None where they are not known."
    if text.startswith("unsupported types for "):
        operation = text[22:].split(":")[0].strip("_")
        return binary_text(operation, quoted(text[22:]))
    if text.startswith("unsupported type for __"):
        operation = text[21:].split(":")[0].strip("_")
        (name,) = quoted(text)
        if operation == "hash":
            return "unhashable type: '" + name + "'"
        if operation in UNARY:
            return "bad operand type for unary " + UNARY[operation] + ": '" + name + "'"
        return None
    for ours, theirs in (
        (" object isn't subscriptable", " object is not subscriptable"),
        (" object isn't iterable", " object is not iterable"),
        (" object isn't callable", " object is not callable"),
        (" object doesn't support item assignment", " object does not support item assignment"),
        (" object doesn't support item deletion", " object does not support item deletion"),
        (" isn't defined", " is not defined"),
    ):
        if text.endswith(ours):
            text = text[: -len(ours)] + theirs
    if " indices must be integers, not " in text:
        sequence, name = text.split(" indices must be integers, not ")
        name = shown_class(name)
        if sequence == "string":
            return "string indices must be integers, not '" + name + "'"
        return sequence + " indices must be integers or slices, not " + name
    if text.endswith(("'__enter__'", "'__exit__'")):
        return "'" + shown_class(text.split("'")[1]) + "' object does not support the context manager protocol"
    if text.startswith("'") and " object " in text:
        name = text.split("'")[1]
        return "'" + shown_class(name) + text[len(name) + 1 :]
    for start in (
        "memory allocation failed",
        "need more than",
        "local variable referenced",
        "function",
        "unexpected keyword",
        "extra ",
        "maximum recursion",
        "can't convert",
        "can't set attribute",
        "object not in sequence",
        "argument",
        "wrong number",
        "invalid syntax",
        "requested length",
        "object with buffer",
        "bad typecode",
        "incompatible",
        "arg ",
    ):
        if text.startswith(start):
            return None
    if "() takes " in text or "missing required" in text:
        return None
    return text


def error_name(error):
    kind = native_type(error)
    text = error.args[0] if error.args and native_type(error.args[0]) is native_str else ""
    if kind is RuntimeError and text.startswith("maximum recursion depth"):
        return "RecursionError"
    if kind is NameError and text.startswith("local variable referenced"):
        return "UnboundLocalError"
    if kind is AttributeError and text.endswith(("'__enter__'", "'__exit__'")):
        return "TypeError"
    return kind.__name__


def error_args(error):
    if is_own(error) or not error.args or native_type(error.args[0]) is not native_str:
        return error.args
    if native_type(error) in (KeyError, StopIteration):
        return error.args
    if native_type(error) is MemoryError:
        return ()
    text = translated(error.args[0])
    if text is None:
        refuse("the words of this " + error_name(error) + ": " + error.args[0])
    return (text,) + error.args[1:]


def error_text(error):
    own = method_of(error, "__str__") if native_type(error) not in ERRORS else None
    if own is not None:
        return own()
    return plain_error_text(error, error_args(error))


def plain_error_text(error, args):
    if not args:
        return ""
    if len(args) == 1:
        return py_repr(args[0]) if native_isinstance(error, KeyError) else py_str(args[0])
    if native_isinstance(error, OSError) and len(args) == 2:
        return "[Errno " + py_str(args[0]) + "] " + py_str(args[1])
    return py_repr(tuple(args))


def error_repr(error):
    own = method_of(error, "__repr__") if native_type(error) not in ERRORS else None
    if own is not None:
        return own()
    args = error_args(error)
    inner = py_repr(args[0]) if len(args) == 1 else ", ".join([py_repr(arg) for arg in args])
    return error_name(error) + "(" + inner + ")"


def report_text(error):
    "What a verdict says of an error that ended the program: as close to CPython as can be."
    try:
        if not is_own(error) and error.args and native_type(error.args[0]) is native_str:
            if native_type(error) is not KeyError:
                text = translated(error.args[0])
                return "" if native_type(error) is MemoryError else error.args[0] if text is None else text
        return error_text(error)
    except Exception:
        return ""


def caught(error):
    "Called where a program catches an error: some of them only this sandbox has."
    doubt(error)
    if error_name(error) == "RecursionError":
        unsettle()


def doubt(error):
    "Refuses an error that may come from the interpreter's gaps and not from the program."
    if is_own(error):
        return
    text = error.args[0] if error.args and native_type(error.args[0]) is native_str else ""
    if native_isinstance(error, NotImplementedError):
        refuse("what the interpreter has not: " + text)
    if native_isinstance(error, AttributeError) and " has no attribute '" in text:
        parts = text.split("'")
        if len(parts) > 3 and parts[3] in LACKING.get(shown_class(parts[1]), "").split():
            refuse("." + parts[3] + " of " + parts[1])
    if native_isinstance(error, TypeError):
        for start in ("function doesn't take keyword", "extra ", "function takes", "argument num", "can't convert"):
            if text.startswith(start):
                refuse("these arguments: " + text)
    if native_isinstance(error, MemoryError) and text.startswith("memory allocation failed, allocating "):
        if native_int(text.split(" ")[4]) < LARGE:
            refuse("more memory than the sandbox has")
    if native_isinstance(error, RuntimeError) and text.startswith("pystack"):
        refuse("so many local values")
    if native_isinstance(error, (SyntaxError, ImportError)) and text.startswith(("invalid", "no module")):
        refuse(text)


def lacks(x, name):
    if name in LACKING.get(type_name(x), "").split():
        refuse("." + name + " of " + type_name(x))


def kinds(types):
    for one in types if native_type(types) is tuple else (types,):
        if native_type(one) is not native_type or not issubclass(one, BaseException):
            raise TypeError("catching classes that do not inherit from BaseException is not allowed")
    return types


SPACE["__j_kinds"] = kinds
SPACE["__j_raise"] = raising
SPACE["__j_caught"] = caught
