# collections, as far as programs of students use it.


class OrderedDict(Dict):
    def move_to_end(self, key, last=True):
        value = self.pop(key)
        if last:
            put(self, key, value)
        else:
            rest = [entry for entry in self.__j_entries if entry is not None]
            self.clear()
            put(self, key, value)
            for other, kept in rest:
                put(self, other, kept)


class DefaultDict(Dict):
    def __init__(self, factory=None, *given, **named):
        Dict.__init__(self)
        self.default_factory = factory
        fill(self, given, named)

    def __getitem__(self, key):
        entry = self.__j_places.get(key)
        if entry is not None:
            return entry[1]
        if self.default_factory is None:
            raise KeyError(key)
        value = self.default_factory()
        put(self, key, value)
        return value


class Counter(Dict):
    def __init__(self, items=None, **named):
        Dict.__init__(self)
        count(self, items, named, 1)

    def __getitem__(self, key):
        entry = self.__j_places.get(key)
        return 0 if entry is None else entry[1]

    def update(self, items=None, **named):
        count(self, items, named, 1)

    def subtract(self, items=None, **named):
        count(self, items, named, -1)

    def most_common(self, n=None):
        rows = stable(self.items(), lambda pair: pair[1], True)
        return rows if n is None else rows[:n]

    def elements(self):
        for key, times in self.items():
            for _ in range(times):
                yield key

    def total(self):
        return py_sum(self.values())

    def __add__(self, other):
        return combined(self, other, lambda a, b: a + b)

    def __sub__(self, other):
        return combined(self, other, lambda a, b: a - b)

    def __and__(self, other):
        return combined(self, other, min)

    def __or__(self, other):
        return combined(self, other, max)


def count(counter, items, named, sign):
    if native_isinstance(items, Dict):
        for key, value in items.items():
            put(counter, key, counter[key] + sign * value)
    elif items is not None:
        for key in each(items):
            put(counter, key, counter[key] + sign)
    for key in ordered_names(named):
        put(counter, key, counter[key] + sign * named[key])


def combined(one, two, join):
    made = Counter()
    for key in native_list(one) + [key for key in two if key not in one]:
        value = join(one[key], two[key])
        if value > 0:
            put(made, key, value)
    return made


def counter_repr(counter):
    if not len(counter):
        return "Counter()"
    return "Counter(" + dict_repr(pairs(counter.most_common())) + ")"


class Deque:
    def __init__(self, items=(), maxlen=None):
        self.__j_items = []
        self.maxlen = maxlen
        self.extend(items)

    def append(self, item):
        self.__j_items.append(item)
        if self.maxlen is not None and len(self.__j_items) > self.maxlen:
            del self.__j_items[0]

    def appendleft(self, item):
        self.__j_items.insert(0, item)
        if self.maxlen is not None and len(self.__j_items) > self.maxlen:
            self.__j_items.pop()

    def extend(self, items):
        for item in each(items):
            self.append(item)

    def extendleft(self, items):
        for item in each(items):
            self.appendleft(item)

    def pop(self):
        if not self.__j_items:
            raise IndexError("pop from an empty deque")
        return self.__j_items.pop()

    def popleft(self):
        if not self.__j_items:
            raise IndexError("pop from an empty deque")
        return self.__j_items.pop(0)

    def rotate(self, n=1):
        items = self.__j_items
        if items:
            n %= len(items)
            items[:] = items[-n:] + items[:-n] if n else items

    def clear(self):
        self.__j_items = []

    def count(self, item):
        return self.__j_items.count(item)

    def index(self, item):
        return index_in(self.__j_items, item)

    def remove(self, item):
        for at in range(len(self.__j_items)):
            if self.__j_items[at] == item:
                del self.__j_items[at]
                return
        raise ValueError(py_repr(item) + " is not in deque")

    def reverse(self):
        self.__j_items.reverse()

    def copy(self):
        return Deque(self.__j_items, self.maxlen)

    def __len__(self):
        return len(self.__j_items)

    def __bool__(self):
        return len(self.__j_items) > 0

    def __iter__(self):
        size = len(self.__j_items)
        for item in self.__j_items:
            yield item
            if len(self.__j_items) != size:
                raise RuntimeError("deque mutated during iteration")

    def __reversed__(self):
        return reversed(self.__j_items)

    def __getitem__(self, index):
        if not -len(self.__j_items) <= whole(index) < len(self.__j_items):
            raise IndexError("deque index out of range")
        return self.__j_items[index]

    def __setitem__(self, index, value):
        if not -len(self.__j_items) <= whole(index) < len(self.__j_items):
            raise IndexError("deque index out of range")
        self.__j_items[index] = value

    def __contains__(self, item):
        return item in self.__j_items

    def __eq__(self, other):
        return native_type(other) is Deque and self.__j_items == other.__j_items

    def __hash__(self):
        raise TypeError("unhashable type: 'collections.deque'")


def deque_repr(items):
    tail = ")" if items.maxlen is None else ", maxlen=" + py_repr(items.maxlen) + ")"
    return "deque(" + inside(items, "[", items, "]") + tail


for cls, shown_name in ((OrderedDict, "OrderedDict"), (DefaultDict, "defaultdict"), (Counter, "Counter"), (Deque, "deque")):
    HELPERS[cls] = shown_name
SHOWN[OrderedDict] = lambda x: "OrderedDict(" + (inside(x, "[", x.items(), "]") if len(x) else "") + ")"
SHOWN[DefaultDict] = lambda x: "defaultdict(" + py_repr(x.default_factory) + ", " + dict_repr(x) + ")"
SHOWN[Counter] = counter_repr
SHOWN[Deque] = deque_repr

COLLECTIONS = {"OrderedDict": OrderedDict, "defaultdict": DefaultDict, "Counter": Counter, "deque": Deque}
