#% set operations
a = {1, 2, 3, 4}
b = {3, 4, 5}
print(sorted(a | b), sorted(a & b), sorted(a - b), sorted(a ^ b))
print(a.issubset({1, 2, 3, 4, 5}), 3 in a)

#% printing a set of small numbers
numbers = {3, 1, 2}
print(numbers)
numbers.add(5)
numbers.add(1)
print(numbers, len(numbers))

#% printing results of set operations
a = {1, 2, 3}
b = {2, 3, 4}
print("Union:", a | b)
print("Intersection:", a & b)
print("Difference:", a - b)
print("Empty:", set())

#% unique values
numbers = [1, 2, 2, 3, 1]
print(set(numbers))
print(len(set(numbers)))
print(list(set(numbers)))

#% set methods
s = set()
s.add("a")
s.add("b")
s.add("a")
s.discard("x")
s.remove("b")
print(s, len(s))
s.update(["a"])
print(s.union({"a"}) == {"a"}, s.isdisjoint({"q"}))

#% duplicates test
def has_duplicates(items):
    return len(items) != len(set(items))

print(has_duplicates([1, 2, 3]), has_duplicates("hello"))

#% pangram
alphabet = set("abcdefghijklmnopqrstuvwxyz")
text = "The quick brown fox jumps over the lazy dog"
print(alphabet <= set(text.lower()))
print(sorted(alphabet - set("the quick brown fox")))

#% tuples
point = (3, 4)
x, y = point
print(point, x, y, point[0], len(point))
print((1, 2) + (3,), (0,) * 3, (1, 2) < (1, 3))

#% tuple with one item
t = (5,)
print(t, type(t).__name__, ())

#% swap
a, b = 1, 2
a, b = b, a
print(a, b)

#% tuple methods
t = (1, 2, 2, 3)
print(t.count(2), t.index(3), 2 in t, sum(t), max(t))

#% tuples as records
students = [("Mia", 15), ("Leo", 16)]
for name, age in students:
    print(f"{name}: {age}")
print(max(students, key=lambda s: s[1])[0])

#% frozenset
f = frozenset([1, 2])
d = {f: "pair"}
print(d[frozenset([2, 1])], f == {1, 2})

#% common friends
friends = {"Mia": {"Leo", "Ada"}, "Kim": {"Ada", "Bo"}}
common = friends["Mia"] & friends["Kim"]
for name in sorted(common):
    print(name)

#% set of negative and large numbers
print({10, 100, 1000})
print({-1, 0, 1})
print(set(range(8, 0, -1)))

#% intersection update
vowels = set("aeiou")
vowels.intersection_update(set("hello"))
print(sorted(vowels))
vowels.clear()
print(vowels == set())
