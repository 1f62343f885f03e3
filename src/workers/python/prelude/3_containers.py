# dict, set and frozenset as CPython has them: in the order of insertion, and sets of numbers in the order
# of CPython's table.

class DictIterator:
    def __init__(self, owner, pick, backwards=False):
        self.__j_owner = owner
        self.__j_pick = pick
        self.__j_size = len(owner.__j_places)
        entries = owner.__j_entries
        self.__j_step = -1 if backwards else 1
        self.__j_next = len(entries) - 1 if backwards else 0

    def __iter__(self):
        return self

    def __next__(self):
        owner = self.__j_owner
        if self.__j_size != len(owner.__j_places):
            self.__j_size = -1
            raise RuntimeError("dictionary changed size during iteration")
        entries = owner.__j_entries
        at = self.__j_next
        while 0 <= at < len(entries):
            entry = entries[at]
            at += self.__j_step
            if entry is not None:
                self.__j_next = at
                pick = self.__j_pick
                return entry[0] if pick == 0 else entry[1] if pick == 1 else (entry[0], entry[1])
        self.__j_next = at
        raise StopIteration


class View:
    def __init__(self, owner, pick):
        self.__j_owner = owner
        self.__j_pick = pick

    def __iter__(self):
        return DictIterator(self.__j_owner, self.__j_pick)

    def __reversed__(self):
        return DictIterator(self.__j_owner, self.__j_pick, True)

    def __len__(self):
        return len(self.__j_owner.__j_places)

    def __contains__(self, item):
        if self.__j_pick == 0:
            return item in self.__j_owner.__j_places
        for other in self:
            if other == item:
                return True
        return False

    def __eq__(self, other):
        if native_type(other) is View and self.__j_pick == 1:
            return self is other
        return as_set(self) == as_set(other)

    def __hash__(self):
        raise TypeError("unhashable type: 'dict_keys'")

    def __or__(self, other):
        return as_set(self) | as_set(other)

    def __and__(self, other):
        return as_set(self) & as_set(other)

    def __sub__(self, other):
        return as_set(self) - as_set(other)

    def __xor__(self, other):
        return as_set(self) ^ as_set(other)


def view_name(view):
    return ("dict_keys", "dict_values", "dict_items")[view.__j_pick]


class Dict:
    def __init__(self, *given, **named):
        # The places of the entries by key, and the entries in their order: [key, value], None where one was deleted.
        self.__j_places = native_dict()
        self.__j_entries = []
        if given or named:
            if len(given) > 1:
                raise TypeError("dict expected at most 1 argument, got " + native_str(len(given)))
            fill(self, given, named)

    def __len__(self):
        return len(self.__j_places)

    def __bool__(self):
        return len(self.__j_places) > 0

    def __iter__(self):
        return DictIterator(self, 0)

    def __reversed__(self):
        return DictIterator(self, 0, True)

    def __contains__(self, key):
        return key in self.__j_places

    def __getitem__(self, key):
        try:
            return self.__j_places[key][1]
        except KeyError:
            missing = method_of(self, "__missing__")
            if missing is not None:
                return missing(key)
        raise KeyError(key)

    def __setitem__(self, key, value):
        put(self, key, value)

    def __delitem__(self, key):
        take_out(self, key)

    def __eq__(self, other):
        if not native_isinstance(other, Dict):
            return False
        if len(self.__j_places) != len(other.__j_places):
            return False
        places = other.__j_places
        for entry in self.__j_entries:
            if entry is not None:
                twin = places.get(entry[0])
                if twin is None or not (twin[1] is entry[1] or twin[1] == entry[1]):
                    return False
        return True

    def __ne__(self, other):
        return not self == other

    def __hash__(self):
        raise TypeError("unhashable type: '" + type_name(self) + "'")

    def __or__(self, other):
        if not native_isinstance(other, Dict):
            raise TypeError(operands("|", self, other))
        both = self.copy()
        pour(both, other)
        return both

    def __ior__(self, other):
        pour(self, other)
        return self

    def get(self, key, default=None):
        entry = self.__j_places.get(key)
        return default if entry is None else entry[1]

    def keys(self):
        return View(self, 0)

    def values(self):
        return View(self, 1)

    def items(self):
        return View(self, 2)

    def setdefault(self, key, default=None):
        entry = self.__j_places.get(key)
        if entry is None:
            put(self, key, default)
            return default
        return entry[1]

    def pop(self, key, *default):
        entry = self.__j_places.get(key)
        if entry is None:
            if default:
                return default[0]
            raise KeyError(key)
        take_out(self, key)
        return entry[1]

    def popitem(self):
        entries = self.__j_entries
        while entries and entries[-1] is None:
            entries.pop()
        if not entries:
            raise KeyError("popitem(): dictionary is empty")
        key, value = entries[-1]
        take_out(self, key)
        return key, value

    def update(self, *given, **named):
        fill(self, given, named)

    def clear(self):
        self.__j_places = native_dict()
        self.__j_entries = []

    def copy(self):
        twin = plain_copy(self)
        return twin

    @classmethod
    def fromkeys(cls, keys, value=None):
        made = cls()
        for key in each(keys):
            put(made, key, value)
        return made


def put(owner, key, value):
    places = owner.__j_places
    entry = places.get(key)
    if entry is None:
        entry = [key, value]
        places[key] = entry
        owner.__j_entries.append(entry)
    else:
        entry[1] = value


def take_out(owner, key):
    places = owner.__j_places
    entry = places.get(key)
    if entry is None:
        raise KeyError(key)
    del places[key]
    entries = owner.__j_entries
    at = len(entries) - 1 if entries[-1] is entry else 0
    while entries[at] is not entry:
        at += 1
    if at == len(entries) - 1:
        entries.pop()
    else:
        entries[at] = None
        # Deleting from the front again and again must not make every later step slower.
        if len(entries) > 32 and len(entries) > 2 * len(places):
            owner.__j_entries = [kept for kept in entries if kept is not None]


def pour(owner, other):
    if native_isinstance(other, Dict):
        for entry in native_list(other.__j_entries):
            if entry is not None:
                put(owner, entry[0], entry[1])
        return
    keys = method_of(other, "keys")
    if keys is not None:
        for key in keys():
            put(owner, key, other[key])
        return
    index = 0
    for pair in each(other):
        try:
            pair = tuple(pair)
        except TypeError:
            raise TypeError("cannot convert dictionary update sequence element #" + native_str(index) + " to a sequence")
        if len(pair) != 2:
            raise ValueError(
                "dictionary update sequence element #" + native_str(index) + " has length " + native_str(len(pair)) + "; 2 is required"
            )
        put(owner, pair[0], pair[1])
        index += 1


def fill(owner, given, named):
    for other in given:
        pour(owner, other)
    if named:
        for key in ordered_names(named):
            put(owner, key, named[key])


def plain_copy(owner):
    twin = Dict()
    pour(twin, owner)
    return twin


def pairs(items):
    made = Dict()
    for key, value in items:
        put(made, key, value)
    return made


def merged(parts):
    "A dict display with `**`: parts are (key, value) or (mapping,)."
    made = Dict()
    for part in parts:
        if len(part) == 2:
            put(made, part[0], part[1])
        elif native_isinstance(part[0], Dict) or method_of(part[0], "keys") is not None:
            pour(made, part[0])
        else:
            raise TypeError("'" + type_name(part[0]) + "' object is not a mapping")
    return made


# Keywords arrive in a table of the interpreter, which forgets their order: the call wrote it down just before.
call_order = ()


def with_order(value, names):
    global call_order
    call_order = names
    return value


def spread_names(mapping, names):
    "The value of `**mapping` in a call."
    global call_order
    table = native_dict()
    if native_isinstance(mapping, Dict):
        for entry in mapping.__j_entries:
            if entry is not None:
                table[entry[0]] = entry[1]
                names = names + (entry[0],)
    elif native_type(mapping) is native_dict:
        table = mapping
    else:
        raise TypeError("argument after ** must be a mapping, not " + type_name(mapping))
    call_order = names
    return table


def ordered_names(table):
    if len(table) < 2:
        return native_list(table)
    names = [name for name in call_order if name in table]
    if len(names) != len(table):
        refuse("the order of these keyword arguments")
    return names


def keywords(table):
    made = Dict()
    for name in ordered_names(table):
        put(made, name, table[name])
    return made


provided(Dict, "dict")
SPACE["__j_pairs"] = pairs
SPACE["__j_merged"] = merged
SPACE["__j_order"] = with_order
SPACE["__j_spread"] = spread_names
SPACE["__j_keywords"] = keywords
