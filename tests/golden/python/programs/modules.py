#% math functions
import math
print(math.sqrt(16), math.floor(3.7), math.ceil(3.2))
print(math.gcd(12, 18), math.factorial(5))
print(round(math.sin(math.pi / 2), 3), math.pow(2, 3))

#% circle
from math import pi, sqrt
r = 2
print(round(pi * r ** 2, 2), sqrt(2))

#% isqrt and comb
import math
print(math.isqrt(17), math.comb(5, 2), math.perm(4, 2), math.prod([1, 2, 3, 4]))
print(math.hypot(3, 4), math.log2(8), math.log10(1000), math.lcm(4, 6))

#% counter
from collections import Counter
c = Counter("mississippi")
print(c["s"], c["x"])
print(c.most_common(2))
print(c)

#% defaultdict
from collections import defaultdict
groups = defaultdict(list)
for word in ["apple", "ant", "bee"]:
    groups[word[0]].append(word)
print(dict(groups))
counts = defaultdict(int)
for ch in "abca":
    counts[ch] += 1
print(counts["a"], counts["z"])

#% deque
from collections import deque
q = deque([1, 2, 3])
q.append(4)
q.appendleft(0)
print(q.popleft(), q.pop(), len(q))
print(list(q))

#% random stays in range
import random
n = random.randint(1, 6)
print(1 <= n <= 6)
print(random.choice([5, 5, 5]))
cards = [1, 2, 3]
random.shuffle(cards)
print(sorted(cards))

#% itertools
from itertools import permutations, combinations, product
print(list(permutations("abc", 2)))
print(list(combinations([1, 2, 3], 2)))
print(len(list(product([0, 1], repeat=3))))

#% reduce
from functools import reduce
print(reduce(lambda a, b: a * b, [1, 2, 3, 4]))

#% lru cache
from functools import lru_cache

@lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)

print(fib(60))

#% dataclass
from dataclasses import dataclass

@dataclass
class Point:
    x: int
    y: int = 0

print(Point(1), Point(1, 2) == Point(1, 2))

#% string constants
import string
print(string.ascii_lowercase, string.digits)
print(string.ascii_uppercase[:5])

#% namedtuple
from collections import namedtuple
Point = namedtuple("Point", ["x", "y"])
p = Point(2, 3)
print(p.x + p.y, p)

#% time and sleep
import time
start = time.time()
end = time.time()
print(end - start < 5)

#% json
import json
print(json.dumps({"a": [1, 2], "b": None}))
print(json.loads('{"x": 1.5}')["x"])

#% typing names
from typing import List, Optional

def first(items: List[int]) -> Optional[int]:
    return items[0] if items else None

print(first([3, 4]), first([]))

#% math with an alias
import math as m
print(m.floor(2.9), m.inf > 10, m.isclose(0.1 + 0.2, 0.3))

#% enum
from enum import Enum

class Color(Enum):
    RED = 1
    GREEN = 2

print(Color.RED.name, Color.GREEN.value)

#% regular expressions
import re
print(re.findall("[0-9]+", "a1b22c333"))

#% match statement
def what(x):
    match x:
        case 0:
            return "zero"
        case 1 | 2:
            return "few"
        case _:
            return "many"

print(what(0), what(2), what(9))

#% unknown module
import pandas_for_school
print("never")

#% unknown name in a module
from math import squareroot
print(squareroot(4))

#% accumulate and chain
from itertools import accumulate, chain
print(list(accumulate([1, 2, 3, 4])))
print(list(chain([1], [2, 3])))

#% copy
import copy
a = [[1], [2]]
b = copy.deepcopy(a)
b[0].append(9)
print(a, b)

#% statistics
import statistics
print(statistics.mean([1, 2, 3, 4]), statistics.median([3, 1, 2]))
