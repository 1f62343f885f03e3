# Sets. The order in which CPython walks a set of whole numbers follows from its table, which is rebuilt here;
# the order of other sets changes with every start of CPython, so a program that shows it is tried twice.

reverse_sets = False


def number_order(keys):
    "The keys in the order of CPython's table when they were added one by one, or None where it is not known."
    largest = 0
    for key in keys:
        if native_type(key) is not native_int and native_type(key) is not bool:
            return None
        if key < 0 or key > 1000000000:
            return table_order(keys)
        if key > largest:
            largest = key
    if largest < 8:
        return sorted(keys)
    return table_order(keys)


def table_order(keys):
    mask = 7
    table = [None] * 8
    fill_count = 0
    for key in keys:
        if not -1000000000 < key < 1000000000:
            return None
        table_add(table, mask, key)
        fill_count += 1
        if fill_count * 5 >= mask * 3:
            used = fill_count
            wanted = used * 2 if used > 50000 else used * 4
            size = 8
            while size <= wanted:
                size <<= 1
            older = table
            mask = size - 1
            table = [None] * size
            for entry in older:
                if entry is not None:
                    table_add(table, mask, entry[0])
    return [entry[0] for entry in table if entry is not None]


def table_add(table, mask, key):
    value = -2 if key == -1 else key
    perturb = value if value >= 0 else value + (1 << 64)
    at = perturb & mask
    while True:
        if table[at] is None:
            break
        if at + 9 <= mask:
            found = False
            for near in range(at + 1, at + 10):
                if table[near] is None:
                    at = near
                    found = True
                    break
            if found:
                break
        perturb >>= 5
        at = (at * 5 + 1 + perturb) & mask
    table[at] = (key,)


class SetIterator:
    def __init__(self, owner):
        self.__j_owner = owner
        self.__j_size = len(owner.__j_table)
        self.__j_order = native_iter(walk(owner))

    def __iter__(self):
        return self

    def __next__(self):
        if self.__j_size != len(self.__j_owner.__j_table):
            raise RuntimeError("Set changed size during iteration")
        return next(self.__j_order)


def walk(owner):
    "The items of a set in CPython's order, or in one of its possible orders."
    keys = native_list(owner.__j_entries)
    if len(keys) < 2:
        return keys
    order = number_order(keys)
    if order is None or (owner.__j_shuffled and order != sorted(keys)):
        unsettle()
        order = keys
        if reverse_sets:
            order.reverse()
    return order


class FrozenSet:
    def __init__(self, items=()):
        self.__j_table = native_dict()
        self.__j_entries = []
        # Whether something was deleted or merged, so that the table of CPython is not just a row of additions.
        self.__j_shuffled = False
        add_all(self, items)

    def __len__(self):
        return len(self.__j_table)

    def __bool__(self):
        return len(self.__j_table) > 0

    def __iter__(self):
        return SetIterator(self)

    def __contains__(self, item):
        if native_type(item) is Set:
            item = FrozenSet(item)
        return item in self.__j_table

    def __eq__(self, other):
        return is_set(other) and len(self) == len(other) and within(self, other)

    def __ne__(self, other):
        return not self == other

    def __hash__(self):
        total = 1927868237
        for item in self.__j_entries:
            total ^= native_hash(item) * 31
        return total & 0xFFFFFFF

    def __le__(self, other):
        return within(self, need_set("<=", self, other))

    def __lt__(self, other):
        return within(self, need_set("<", self, other)) and len(self) != len(other)

    def __ge__(self, other):
        return within(need_set(">=", self, other), self)

    def __gt__(self, other):
        return within(need_set(">", self, other), self) and len(self) != len(other)

    def __or__(self, other):
        return joined(self, (need_set("|", self, other),))

    def __and__(self, other):
        return common(self, (need_set("&", self, other),))

    def __sub__(self, other):
        return without(self, (need_set("-", self, other),))

    def __xor__(self, other):
        return either(self, need_set("^", self, other))

    def union(self, *others):
        return joined(self, others)

    def intersection(self, *others):
        return common(self, others)

    def difference(self, *others):
        return without(self, others)

    def symmetric_difference(self, other):
        return either(self, as_set(other))

    def issubset(self, other):
        return within(self, as_set(other))

    def issuperset(self, other):
        return within(as_set(other), self)

    def isdisjoint(self, other):
        for item in each(other):
            if item in self.__j_table:
                return False
        return True

    def copy(self):
        return like(self, self)


class Set(FrozenSet):
    def __hash__(self):
        raise TypeError("unhashable type: 'set'")

    def __ior__(self, other):
        add_all(self, need_set("|=", self, other))
        return self

    def __iand__(self, other):
        keep(self, common(self, (need_set("&=", self, other),)))
        return self

    def __isub__(self, other):
        keep(self, without(self, (need_set("-=", self, other),)))
        return self

    def __ixor__(self, other):
        keep(self, either(self, need_set("^=", self, other)))
        return self

    def add(self, item):
        insert(self, item)

    def discard(self, item):
        if native_type(item) is Set:
            item = FrozenSet(item)
        if item in self.__j_table:
            drop(self, item)

    def remove(self, item):
        if item not in self.__j_table:
            raise KeyError(item)
        drop(self, item)

    def pop(self):
        if not self.__j_table:
            raise KeyError("pop from an empty set")
        item = walk(self)[0]
        drop(self, item)
        return item

    def clear(self):
        self.__j_table = native_dict()
        self.__j_entries = []
        self.__j_shuffled = False

    def update(self, *others):
        for other in others:
            add_all(self, other)

    def intersection_update(self, *others):
        keep(self, common(self, others))

    def difference_update(self, *others):
        keep(self, without(self, others))

    def symmetric_difference_update(self, other):
        keep(self, either(self, as_set(other)))


def is_set(x):
    return native_isinstance(x, FrozenSet)


def need_set(op, left_side, other):
    if native_type(other) is View:
        return as_set(other)
    if not is_set(other):
        if op in ("<", "<=", ">", ">="):
            raise TypeError(
                "'" + op + "' not supported between instances of '" + type_name(left_side) + "' and '" + type_name(other) + "'"
            )
        raise TypeError(operands(op, left_side, other))
    return other


def as_set(items):
    return items if is_set(items) else Set(items)


def insert(owner, item):
    if item not in owner.__j_table:
        owner.__j_table[item] = True
        owner.__j_entries.append(item)


def add_all(owner, items):
    if is_set(items):
        if items.__j_entries:
            owner.__j_shuffled = owner.__j_shuffled or len(items.__j_entries) > 1
            for item in native_list(items.__j_entries):
                insert(owner, item)
        return
    for item in each(items):
        insert(owner, item)


def drop(owner, item):
    del owner.__j_table[item]
    owner.__j_entries.remove(item)
    owner.__j_shuffled = True


def keep(owner, other):
    owner.__j_table = other.__j_table
    owner.__j_entries = other.__j_entries
    owner.__j_shuffled = True


def like(model, items):
    made = FrozenSet() if native_type(model) is FrozenSet else Set()
    made.__j_shuffled = True
    for item in items.__j_entries if is_set(items) else items:
        insert(made, item)
    return made


def within(small, large):
    for item in small.__j_entries:
        if item not in large.__j_table:
            return False
    return True


def joined(first, others):
    made = like(first, first)
    for other in others:
        for item in other.__j_entries if is_set(other) else each(other):
            insert(made, item)
    return made


def common(first, others):
    kept = first.__j_entries
    for other in others:
        table = as_set(other).__j_table
        kept = [item for item in kept if item in table]
    return like(first, kept)


def without(first, others):
    kept = first.__j_entries
    for other in others:
        table = as_set(other).__j_table
        kept = [item for item in kept if item not in table]
    return like(first, kept)


def either(first, other):
    made = like(first, without(first, (other,)))
    for item in other.__j_entries:
        if item not in first.__j_table:
            insert(made, item)
    return made


provided(Set, "set")
provided(FrozenSet, "frozenset")
SPACE["__j_set"] = Set
