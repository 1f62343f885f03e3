#% phone book
phone = {"Mia": "0123", "Leo": "4567"}
phone["Ada"] = "8910"
print(phone)
print(phone["Leo"])
del phone["Mia"]
print(phone)
print(len(phone))

#% order of keys
d = {}
for ch in "hello":
    d[ch] = d.get(ch, 0) + 1
print(d)
for key in d:
    print(key, d[key])

#% items keys values
prices = {"tea": 2.5, "cake": 3.0, "coffee": 2.8}
for name, price in prices.items():
    print(name, price)
print(list(prices.keys()))
print(list(prices.values()))
print(sum(prices.values()))

#% printing views
d = {"a": 1, "b": 2}
print(d.keys())
print(d.values())
print(d.items())

#% update keeps the place
d = {"x": 1, "y": 2, "z": 3}
d["x"] = 10
d["w"] = 0
print(d)
d.pop("y")
d["y"] = 5
print(d)

#% merge with stars
a = {"x": 1, "y": 2}
b = {"y": 3, "z": 4}
print({**a, **b})
print({**b, "new": True, **a})
print(a | b)

#% merge by update
a = {"x": 1, "y": 2}
a.update({"y": 5, "z": 6})
a.update(w=7)
a |= {"v": 8}
print(a)

#% get with a default
stock = {"apple": 3}
print(stock.get("apple"), stock.get("pear"), stock.get("pear", 0))
print("apple" in stock, "pear" in stock)

#% setdefault groups
words = ["apple", "bear", "avocado", "cat", "blue"]
groups = {}
for word in words:
    groups.setdefault(word[0], []).append(word)
print(groups)

#% nested dicts
students = {
    "Mia": {"age": 15, "marks": [1, 2]},
    "Leo": {"age": 16, "marks": [3]},
}
for name in students:
    print(name, students[name]["age"], sum(students[name]["marks"]))
students["Mia"]["age"] += 1
print(students)

#% dict comprehension
squares = {n: n * n for n in range(5)}
print(squares)
print({k: v for k, v in squares.items() if v % 2 == 0})

#% swap keys and values
d = {"a": 1, "b": 2, "c": 3}
print({v: k for k, v in d.items()})

#% dict from lists
keys = ["one", "two", "three"]
print(dict(zip(keys, [1, 2, 3])))
print(dict([("p", 1), ("q", 2)]))
print(dict(red=1, green=2, blue=3))

#% key with the largest value
votes = {"Ann": 12, "Ben": 30, "Cem": 21}
winner = max(votes, key=votes.get)
print(winner, votes[winner])
print(min(votes, key=lambda name: votes[name]))

#% sort by value
scores = {"Ann": 12, "Ben": 30, "Cem": 21}
for name, score in sorted(scores.items(), key=lambda pair: pair[1], reverse=True):
    print(name, score)
print(sorted(scores))
print(dict(sorted(scores.items(), key=lambda kv: kv[1])))

#% compare dicts
print({"a": 1, "b": 2} == {"b": 2, "a": 1})
print({"a": 1} == {"a": 1.0}, {"a": 1} != {"a": 2})

#% popitem and last key
d = {"a": 1, "b": 2, "c": 3}
print(d.popitem())
print(d)
print(list(d)[0], list(d)[-1])

#% shopping cart
cart = [("apple", 2), ("bread", 1), ("apple", 3)]
prices = {"apple": 0.5, "bread": 2.2}
totals = {}
for item, amount in cart:
    totals[item] = totals.get(item, 0) + amount
bill = 0
for item in totals:
    cost = totals[item] * prices[item]
    print(f"{item:<8}{totals[item]:>3} x {prices[item]:.2f} = {cost:6.2f}")
    bill += cost
print("Total:", bill)

#% roman numerals
values = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
def roman_to_int(text):
    total = 0
    for i in range(len(text)):
        if i + 1 < len(text) and values[text[i]] < values[text[i + 1]]:
            total -= values[text[i]]
        else:
            total += values[text[i]]
    return total

print(roman_to_int("XIV"), roman_to_int("XCIX"))

#% morse code
MORSE = {"s": "...", "o": "---", "e": "."}
print(" ".join(MORSE[c] for c in "sos"))
back = {code: letter for letter, code in MORSE.items()}
print("".join(back[c] for c in "... --- ...".split()))

#% number keys and tuple keys
grid = {(0, 0): "start", (1, 2): "goal"}
print(grid)
print(grid[(1, 2)], (5, 5) in grid)
d = {3: "three", 1: "one", 2: "two"}
print(d, sorted(d))

#% fromkeys
print(dict.fromkeys(["a", "b"], 0))
print(dict.fromkeys("abc"))

#% dispatch table
def add(a, b):
    return a + b

def mul(a, b):
    return a * b

operations = {"+": add, "*": mul, "-": lambda a, b: a - b}
for sign in operations:
    print(sign, operations[sign](6, 3))

#% count letters sorted
text = "mississippi"
counts = {}
for c in text:
    if c in counts:
        counts[c] += 1
    else:
        counts[c] = 1
for c in sorted(counts):
    print(c, counts[c])
print(counts)

#% reversed dict and enumerate
d = {"a": 1, "b": 2}
print(list(reversed(d)))
for i, key in enumerate(d):
    print(i, key)

#% mixed keys
d = {1: "int", "1": "str", True: "bool", None: "none", 2.5: "float"}
print(d)
print(len(d))

#% clear and copy
a = {"k": [1]}
b = a.copy()
b["k"].append(2)
b["new"] = 0
print(a, b)
a.clear()
print(a, bool(a))

#% inventory functions
inventory = {"sword": 1, "potion": 3}

def use(item):
    if inventory.get(item, 0) == 0:
        return "no " + item
    inventory[item] -= 1
    if inventory[item] == 0:
        del inventory[item]
    return "used " + item

print(use("sword"), "|", use("sword"), "|", use("potion"))
print(inventory)
