# itertools, functools, operator and copy, and the table of all modules.


def it_count(start=0, step=1):
    while tick():
        yield start
        start += step


def it_cycle(items):
    kept = native_list(each(items))
    while kept and tick():
        for item in kept:
            yield item


def it_repeat(value, times=None):
    while times is None or times > 0:
        tick()
        yield value
        if times is not None:
            times -= 1


def it_chain(*parts):
    for part in parts:
        for item in each(part):
            yield item


def it_accumulate(items, function=None, *, initial=None):
    started = initial is not None
    total = initial
    if started:
        yield total
    for item in each(items):
        total = item if not started else total + item if function is None else function(total, item)
        started = True
        yield total


def it_islice(items, *given):
    if len(given) == 1:
        start, stop, step = 0, given[0], 1
    else:
        start, stop, step = (given + (1,))[:3]
    start = 0 if start is None else start
    step = 1 if step is None else step
    index = 0
    wanted = start
    if stop is not None and wanted >= stop:
        return
    for item in each(items):
        if index == wanted:
            yield item
            wanted += step
        index += 1
        if stop is not None and index >= stop:
            return


def it_permutations(items, r=None):
    pool = tuple(each(items))
    r = len(pool) if r is None else r

    def grow(chosen, used):
        tick()
        if len(chosen) == r:
            yield chosen
            return
        for index in range(len(pool)):
            if index not in used:
                for found in grow(chosen + (pool[index],), used + (index,)):
                    yield found

    return grow((), ())


def it_combinations(items, r):
    pool = tuple(each(items))

    def grow(chosen, start):
        tick()
        if len(chosen) == r:
            yield chosen
            return
        for index in range(start, len(pool)):
            for found in grow(chosen + (pool[index],), index + 1):
                yield found

    return grow((), 0)


def it_product(*parts, repeat=1):
    pools = [tuple(each(part)) for part in parts] * repeat

    def grow(chosen):
        tick()
        if len(chosen) == len(pools):
            yield chosen
            return
        for item in pools[len(chosen)]:
            for found in grow(chosen + (item,)):
                yield found

    return grow(())


def it_zip_longest(*parts, fillvalue=None):
    walks = [native_iter(each(part)) for part in parts]
    live = len(walks)
    while live:
        row = []
        for at in range(len(walks)):
            value = fillvalue
            if walks[at] is not None:
                try:
                    value = next(walks[at])
                except StopIteration:
                    walks[at] = None
                    live -= 1
            row.append(value)
        if live:
            yield tuple(row)


def it_takewhile(test, items):
    for item in each(items):
        if not test(item):
            return
        yield item


def it_dropwhile(test, items):
    dropping = True
    for item in each(items):
        dropping = dropping and test(item)
        if not dropping:
            yield item


def it_pairwise(items):
    before = NOTHING
    for item in each(items):
        if before is not NOTHING:
            yield (before, item)
        before = item


ITERTOOLS = {
    "count": it_count,
    "cycle": it_cycle,
    "repeat": it_repeat,
    "chain": it_chain,
    "accumulate": it_accumulate,
    "islice": it_islice,
    "permutations": it_permutations,
    "combinations": it_combinations,
    "product": it_product,
    "zip_longest": it_zip_longest,
    "takewhile": it_takewhile,
    "dropwhile": it_dropwhile,
    "pairwise": it_pairwise,
}


def reduce(function, items, *start):
    walk_on = native_iter(each(items))
    if start:
        value = start[0]
    else:
        try:
            value = next(walk_on)
        except StopIteration:
            raise TypeError("reduce() of empty iterable with no initial value")
    for item in walk_on:
        value = function(value, item)
    return value


def cache(function):
    known_answers = native_dict()

    def cached(*args):
        if args not in known_answers:
            known_answers[args] = function(*args)
        return known_answers[args]

    return cached


def lru_cache(maxsize=128, typed=False):
    if callable(maxsize):
        return cache(maxsize)
    return cache


def partial(function, *before, **named):
    def call(*args, **more):
        both = named.copy()
        both.update(more)
        return function(*(before + args), **both)

    return call


def wraps(function):
    return lambda wrapper: wrapper


FUNCTOOLS = {"reduce": reduce, "cache": cache, "lru_cache": lru_cache, "partial": partial, "wraps": wraps}


def itemgetter(*keys):
    if len(keys) == 1:
        return lambda x: x[keys[0]]
    return lambda x: tuple([x[key] for key in keys])


def attrgetter(name):
    public(name)
    return lambda x: attribute(x, name)


OPERATOR = {
    "itemgetter": itemgetter,
    "attrgetter": attrgetter,
    "add": lambda a, b: a + b,
    "sub": lambda a, b: a - b,
    "mul": lambda a, b: a * b,
    "truediv": division,
    "floordiv": floor_division,
    "mod": modulo,
    "pow": power,
    "neg": lambda a: -a,
    "eq": lambda a, b: a == b,
    "ne": lambda a, b: a != b,
    "lt": lambda a, b: a < b,
    "le": lambda a, b: a <= b,
    "gt": lambda a, b: a > b,
    "ge": lambda a, b: a >= b,
}


def shallow(x):
    kind = native_type(x)
    if kind is native_list:
        return native_list(x)
    if kind in (Dict, Set):
        return x.copy()
    if kind in NATIVE or kind is FrozenSet:
        return x
    refuse("a copy of an object")


def deep(x):
    kind = native_type(x)
    if kind is native_list:
        return [deep(part) for part in x]
    if kind is tuple:
        return tuple([deep(part) for part in x])
    if kind is Dict:
        return pairs([(key, deep(value)) for key, value in x.items()])
    return shallow(x)


MODULES = {
    "math": Module("math", MATH, "acosh asinh atanh cbrt dist erf erfc exp2 expm1 frexp fsum gamma ldexp lgamma log1p modf nextafter remainder ulp"),
    "string": Module("string", STRING, "capwords Template Formatter"),
    "random": Module("random", RANDOM, "betavariate binomialvariate expovariate gauss getrandbits getstate lognormvariate normalvariate paretovariate randbytes setstate triangular vonmisesvariate weibullvariate Random SystemRandom"),
    "time": Module("time", {"time": time_now, "perf_counter": time_now, "monotonic": time_now, "process_time": time_now, "sleep": time_sleep}, "asctime ctime gmtime localtime strftime strptime time_ns perf_counter_ns monotonic_ns thread_time mktime timezone tzname"),
    "typing": Module("typing", TYPING, "NamedTuple TypedDict Protocol TypeVar Generic Literal Final ClassVar NoReturn Annotated cast overload TYPE_CHECKING Hashable Text Type Deque DefaultDict Counter FrozenSet Collection Container"),
    "collections": Module("collections", COLLECTIONS, "namedtuple ChainMap UserDict UserList UserString abc"),
    "itertools": Module("itertools", ITERTOOLS, "combinations_with_replacement compress filterfalse groupby starmap tee batched"),
    "functools": Module("functools", FUNCTOOLS, "cached_property cmp_to_key partialmethod singledispatch total_ordering update_wrapper"),
    "operator": Module("operator", OPERATOR, "methodcaller and_ or_ xor not_ contains concat getitem setitem delitem index inv invert abs pos truth is_ is_not iadd matmul lshift rshift countOf indexOf length_hint"),
    "copy": Module("copy", {"copy": shallow, "deepcopy": deep}, "Error replace"),
    "sys": Module("sys", {"exit": py_exit, "maxsize": 9223372036854775807}, "argv stdin stdout stderr path modules version version_info platform getrecursionlimit setrecursionlimit getsizeof executable byteorder float_info int_info implementation"),
}


def imported(name):
    return MODULES[name]


SPACE["__j_import"] = imported
SPACE["__j_from"] = import_from
SPACE["__j_no_module"] = no_module
