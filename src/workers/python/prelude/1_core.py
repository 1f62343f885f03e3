# The ground of the sandbox: the step budget, the way to refuse, and names every later part uses.
# Everything here runs inside MicroPython. A program sees only what `SPACE` holds, and of the rest only
# what its rewritten source calls by names that start with __j_, which no program can write.
import builtins
import math
import sys
import io

native_dict = dict
native_print = print
native_type = type
native_str = str
native_int = int
native_float = float
native_repr = repr
native_list = list
native_iter = iter
native_isinstance = isinstance
native_getattr = getattr
native_hash = hash

SPACE = native_dict()
Function = native_type(lambda: 0)
Generator = native_type((lambda: (yield))())
NoneType = native_type(None)
BoundMethod = native_type(io.StringIO().write)


class Stop(BaseException):
    pass


left = 0
refused = None
unsettled = False


def tick():
    global left
    left -= 1
    if left < 0:
        raise Stop()
    return True


def spend(steps):
    global left
    left -= steps
    if left < 0:
        raise Stop()


def refuse(what):
    "Ends the program for good: CPython would do something here that this sandbox cannot."
    global refused, left
    if refused is None:
        refused = what
    left = -1
    raise Stop()


def unsettle():
    "Remembers that what comes now depends on something CPython leaves open or does elsewhere."
    global unsettled
    unsettled = True


def provided(function, name=None):
    SPACE[name or function.__name__] = function
    return function


class Each:
    "Counts a step for each item, where the loop itself is inside the interpreter."

    def __init__(self, items):
        self.__j_items = items

    def __iter__(self):
        return self

    def __next__(self):
        tick()
        return next(self.__j_items)


def each(items):
    kind = native_type(items)
    if kind is native_str or kind is tuple or kind is range:
        spend(len(items))
        return native_iter(items)
    return Each(native_iter(items))


def nameless(name):
    raise NameError("name '" + name + "' is not defined")


SPACE["__j_tick"] = tick
SPACE["__j_each"] = each
SPACE["__j_nameless"] = nameless
SPACE["__j_Stop"] = Stop
SPACE["__j_never"] = False
SPACE["__name__"] = "__main__"

for name in (
    "ArithmeticError AssertionError AttributeError BaseException EOFError Exception ImportError IndentationError "
    "IndexError KeyError KeyboardInterrupt LookupError MemoryError NameError NotImplementedError OSError "
    "OverflowError RuntimeError StopIteration SyntaxError SystemExit TypeError UnicodeError ValueError "
    "ZeroDivisionError GeneratorExit NotImplemented "
    "abs all any bool callable chr divmod hash id int iter len list next object ord "
    "range sum tuple zip map filter bin hex oct max min property staticmethod classmethod super enumerate"
).split():
    SPACE[name] = native_getattr(builtins, name)


class FileNotFoundError(OSError):
    pass


class ModuleNotFoundError(ImportError):
    pass


class RecursionError(RuntimeError):
    pass


class UnboundLocalError(NameError):
    pass


class TimeoutError(OSError):
    pass


for extra in (FileNotFoundError, ModuleNotFoundError, UnboundLocalError, TimeoutError):
    provided(extra)
# The interpreter raises a RuntimeError where CPython raises its subclass.
SPACE["RecursionError"] = RuntimeError
SPACE["IOError"] = SPACE["EnvironmentError"] = OSError
