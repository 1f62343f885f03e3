# The modules a program may import. What CPython's module has and this one lacks is refused, not missing.


class Module:
    def __init__(self, name, members, lacking=""):
        self.__name__ = name
        self.__j_lacking = lacking.split()
        for key in members:
            setattr(self, key, members[key])

    def __getattr__(self, name):
        if name in self.__j_lacking or name.startswith("__"):
            refuse(self.__name__ + "." + name)
        raise AttributeError("module '" + self.__name__ + "' has no attribute '" + name + "'")


def module_repr(module):
    refuse("how a module is shown")


HELPERS[Module] = "module"
SHOWN[Module] = module_repr


def import_from(module, name):
    try:
        return native_getattr(module, name)
    except AttributeError:
        raise ImportError("cannot import name '" + name + "' from '" + module.__name__ + "'")


def no_module(name):
    raise ModuleNotFoundError("No module named '" + name + "'")


def real(x):
    if native_type(x) not in (native_int, native_float, bool):
        raise TypeError("must be real number, not " + type_name(x))
    return py_float(x)


def on_reals(function):
    def call(*args):
        value = function(*[real(arg) for arg in args])
        if value in (math.inf, -math.inf) and not [arg for arg in args if abs(arg) == math.inf]:
            raise OverflowError("math range error")
        return value

    return call


def to_whole(function, name):
    def call(x):
        if native_type(x) in (native_int, bool):
            return native_int(x)
        own = method_of(x, name)
        if own is not None:
            return own()
        real(x)
        if x != x:
            raise ValueError("cannot convert float NaN to integer")
        if abs(x) == math.inf:
            raise OverflowError("cannot convert float infinity to integer")
        # The interpreter's own answer is a machine word: a large float is whole already.
        return native_int(function(x)) if abs(x) < 1000000000 else scaled(abs(x), 0) * (1 if x > 0 else -1)

    return call


def exact_root(n):
    whole(n)
    if n < 0:
        raise ValueError("isqrt() argument must be nonnegative")
    if n == 0:
        return 0
    x = 1 << ((bit_length(n) + 1) // 2)
    while True:
        tick()
        y = (x + n // x) // 2
        if y >= x:
            return x
        x = y


def math_gcd(*numbers):
    found = 0
    for n in numbers:
        whole(n)
        a = found
        b = abs(n)
        while b:
            a, b = b, a % b
        found = a
    return found


def math_lcm(*numbers):
    found = 1
    for n in numbers:
        if whole(n) == 0:
            return 0
        found = found // math_gcd(found, n) * abs(n)
    return found


def math_factorial(n):
    if native_type(n) is native_float:
        raise TypeError("'float' object cannot be interpreted as an integer")
    if whole(n) < 0:
        raise ValueError("factorial() not defined for negative values")
    found = 1
    for k in range(2, n + 1):
        tick()
        found *= k
    return found


def math_perm(n, k=None):
    if k is None:
        return math_factorial(n)
    if whole(n) < 0 or whole(k) < 0:
        raise ValueError(("n" if n < 0 else "k") + " must be a non-negative integer")
    found = 1
    for i in range(k):
        tick()
        found *= n - i
    return found


def math_comb(n, k):
    if whole(n) < 0 or whole(k) < 0:
        raise ValueError(("n" if n < 0 else "k") + " must be a non-negative integer")
    return math_perm(n, k) // math_factorial(k)


def math_prod(items, *, start=1):
    for value in each(items):
        start = start * value
    return start


def math_sqrt(x):
    if native_type(x) is native_int and abs(x) > 9007199254740992:
        if x < 0:
            raise ValueError("math domain error")
        x = py_float(x)
    return math.sqrt(real(x))


def math_log(x, base=None):
    if native_type(x) is native_int and x > 9007199254740992:
        refuse("the logarithm of a large whole number")
    if real(x) <= 0:
        raise ValueError("math domain error")
    if base is None:
        return math.log(x)
    return division(math.log(x), math.log(real(base)))


def one_log(function):
    def call(x):
        if real(x) <= 0:
            raise ValueError("math domain error")
        if native_type(x) is native_int and x > 9007199254740992:
            refuse("the logarithm of a large whole number")
        value = function(x)
        # CPython is exact at whole powers, where a quotient of logarithms is off by a hair.
        near = native_int(value + 0.5) if value >= 0 else -native_int(0.5 - value)
        if abs(value - near) < 1e-9 and (2.0 if function is math.log2 else 10.0) ** near == x:
            return native_float(near)
        return value

    return call


def math_hypot(*sides):
    total = 0.0
    largest = max([abs(real(side)) for side in sides]) if sides else 0.0
    if largest == 0:
        return 0.0
    exact = sum([whole(side) * side for side in sides]) if all([native_type(side) is native_int for side in sides]) else None
    if exact is not None and exact < 9007199254740992:
        return math.sqrt(exact)
    for side in sides:
        total += (side / largest) * (side / largest)
    return largest * math.sqrt(total)


def math_isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0):
    if a == b:
        return True
    if abs(a) == math.inf or abs(b) == math.inf:
        return False
    gap = abs(b - a)
    return gap <= abs(rel_tol * b) or gap <= abs(rel_tol * a) or gap <= abs_tol


MATH = {
    "pi": math.pi,
    "e": math.e,
    "inf": math.inf,
    "nan": math.nan,
    "tau": math.pi * 2,
    "gcd": math_gcd,
    "lcm": math_lcm,
    "isqrt": exact_root,
    "comb": math_comb,
    "perm": math_perm,
    "prod": math_prod,
    "factorial": math_factorial,
    "sqrt": math_sqrt,
    "log": math_log,
    "log2": one_log(math.log2),
    "log10": one_log(math.log10),
    "hypot": math_hypot,
    "isclose": math_isclose,
    "floor": to_whole(math.floor, "__floor__"),
    "ceil": to_whole(math.ceil, "__ceil__"),
    "trunc": to_whole(math.trunc, "__trunc__"),
    "isnan": lambda x: real(x) != x,
    "isinf": lambda x: abs(real(x)) == math.inf,
    "isfinite": lambda x: real(x) == x and abs(x) != math.inf,
}
for name in "acos asin atan atan2 cos sin tan exp fabs fmod pow radians degrees copysign sinh cosh tanh".split():
    MATH[name] = on_reals(native_getattr(math, name))

STRING = {
    "ascii_lowercase": LOWER,
    "ascii_uppercase": UPPER,
    "ascii_letters": LOWER + UPPER,
    "digits": DIGITS,
    "hexdigits": "0123456789abcdefABCDEF",
    "octdigits": "01234567",
    "punctuation": PUNCTUATION,
    "whitespace": " \t\n\r\x0b\x0c",
    "printable": DIGITS + LOWER + UPPER + PUNCTUATION + " \t\n\r\x0b\x0c",
}

chance = 1


def draw():
    "A number in [0, 1). CPython's is another one, so whatever follows from it is tried twice."
    global chance
    unsettle()
    chance = (chance * 6364136223846793005 + 1442695040888963407) & 0xFFFFFFFFFFFFFFFF
    drawn = 0xFFFFFFFFFFFFFFFF - chance if reverse_sets else chance
    return (drawn >> 11) / 9007199254740992.0


def below(n):
    return native_int(draw() * n)


def random_randint(a, b):
    if whole(b) < whole(a):
        raise ValueError("empty range for randrange() (" + py_repr(a) + ", " + py_repr(b + 1) + ", " + py_repr(b - a + 1) + ")")
    return a + below(b - a + 1)


def random_randrange(*given):
    places = py_range(*given)
    if not len(places):
        raise ValueError("empty range for randrange()")
    return places[below(len(places))]


def random_choice(items):
    if not len(items):
        raise IndexError("Cannot choose from an empty sequence")
    return items[below(len(items))]


def random_shuffle(items):
    for i in range(len(items) - 1, 0, -1):
        j = below(i + 1)
        items[i], items[j] = items[j], items[i]


def random_sample(items, k):
    pool = native_list(items)
    if not 0 <= k <= len(pool):
        raise ValueError("Sample larger than population or is negative")
    random_shuffle(pool)
    return pool[:k]


def random_choices(items, *, k=1):
    return [random_choice(items) for _ in range(k)]


def random_uniform(a, b):
    return a + (b - a) * draw()


def random_seed(value=None):
    unsettle()


RANDOM = {
    "random": draw,
    "randint": random_randint,
    "randrange": random_randrange,
    "choice": random_choice,
    "choices": random_choices,
    "shuffle": random_shuffle,
    "sample": random_sample,
    "uniform": random_uniform,
    "seed": random_seed,
}

clock = 1700000000.0


def time_now():
    global clock
    unsettle()
    clock += 0.00002 if reverse_sets else 0.00001
    return clock + (12345.0 if reverse_sets else 0.0)


def time_sleep(seconds):
    tick()
    if seconds < 0:
        raise ValueError("sleep length must be non-negative")


class Kind:
    "A name of typing: it stands where a type stands and does nothing."

    def __getitem__(self, index):
        return self


HELPERS[Kind] = "type"
TYPING = native_dict()
for name in "Any Callable Dict Iterable Iterator List Optional Sequence Set Tuple Union Generator Mapping".split():
    TYPING[name] = Kind()
