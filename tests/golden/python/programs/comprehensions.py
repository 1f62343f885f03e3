#% squares
print([n ** 2 for n in range(10)])
print([n for n in range(20) if n % 3 == 0])

#% nested comprehension
print([(x, y) for x in range(3) for y in "ab"])
print([[i * j for j in range(1, 4)] for i in range(1, 4)])

#% conditional expression inside
print(["even" if n % 2 == 0 else "odd" for n in range(4)])

#% comprehension over a string
print([c.upper() for c in "hello" if c not in "aeiou"])
print("".join(c for c in "h3ll0 w0rld" if c.isalpha()))

#% set comprehension
print(sorted({len(w) for w in ["a", "bb", "cc", "ddd"]}))

#% dict of lengths
words = ["tree", "sun", "moon"]
print({w: len(w) for w in words})
print({len(w): w for w in words})

#% generator expressions
print(sum(n * n for n in range(5)))
print(max(len(w) for w in ["a", "abc", "ab"]))
print(all(n > 0 for n in [1, 2]), any(c.isdigit() for c in "abc"))

#% flatten by comprehension
matrix = [[1, 2], [3, 4], [5]]
print([x for row in matrix for x in row])

#% primes by comprehension
print([n for n in range(2, 40) if all(n % d for d in range(2, n))])

#% comprehension does not leak
x = "before"
squares = [x for x in range(3)]
print(x, squares)

#% zip in comprehension
a = [1, 2, 3]
b = [4, 5, 6]
print([x * y for x, y in zip(a, b)])
print(sum(x * y for x, y in zip(a, b)))
print({x: y for x, y in zip("abc", b)})

#% enumerate in comprehension
print([f"{i}:{c}" for i, c in enumerate("abc")])
print([i for i, c in enumerate("banana") if c == "a"])

#% common letters
print([c for c in "hello" if c in "world"])
print(sorted(set("hello") & set("world")))
