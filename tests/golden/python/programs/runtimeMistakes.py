#% misspelt name
message = "hi"
print(mesage)

#% misspelt function
prnt("hello")

#% name before assignment
print(total)
total = 5

#% index past the end
numbers = [1, 2, 3]
for i in range(4):
    print(numbers[i])

#% empty list index
items = []
print(items[0])

#% string index
word = "cat"
print(word[3])

#% division by zero in a function
def average(numbers):
    return sum(numbers) / len(numbers)

print(average([1, 2]))
print(average([]))

#% modulo by zero
print(5 % 0)

#% string plus number
age = 15
print("I am " + age)

#% number plus string
print(1 + "1")

#% missing key
d = {"a": 1}
print(d["a"])
print(d["b"])

#% missing attribute
text = "abc"
text.push("d")

#% attribute of none
numbers = [3, 1, 2].sort()
print(numbers[0])

#% list has no add
items = [1]
items.add(2)

#% too many arguments
def f(a):
    return a

print(f(1, 2))

#% too few arguments
def f(a, b):
    return a + b

print(f(1))

#% unexpected keyword
def f(a):
    return a

print(f(b=1))

#% int of text
n = int("seven")
print(n)

#% int of float text
print(int("3.5"))

#% float of text
print(float("abc"))

#% call a number
x = 5
print(x(3))

#% iterate a number
for i in 5:
    print(i)

#% len of a number
print(len(42))

#% unpack too many
a, b = [1, 2, 3]

#% unpack too few
a, b, c = (1, 2)

#% local before assignment
count = 0
def increment():
    count += 1

increment()

#% remove a missing item
items = [1, 2]
items.remove(3)

#% index of a missing item
print([1, 2].index(9))

#% pop from empty
stack = []
stack.pop()

#% change a tuple
t = (1, 2)
t[0] = 5

#% change a string
s = "cat"
s[0] = "b"

#% compare string and number
if "5" > 3:
    print("bigger")

#% sort mixed
print(sorted([3, "a", 1]))

#% unhashable key
d = {}
d[[1, 2]] = "x"

#% list in a set
s = {[1], [2]}

#% none plus number
def f(x):
    x * 2

print(f(2) + 1)

#% assertion
def area(w, h):
    assert w > 0, "width must be positive"
    return w * h

print(area(2, 3))
print(area(-1, 3))

#% raise own error
class GameOver(Exception):
    pass

lives = 2
while True:
    lives -= 1
    print("lives", lives)
    if lives == 0:
        raise GameOver("no lives left")

#% error in a nested call
def a(x):
    return b(x)

def b(x):
    return c(x)

def c(x):
    return 10 / x

print(a(5))
print(a(0))

#% error in a method
class Car:
    def __init__(self, speed):
        self.speed = speed

    def faster(self):
        self.sped += 10

c = Car(5)
c.faster()

#% missing self
class Dog:
    def bark():
        return "woof"

d = Dog()
print(d.bark())

#% forgotten init argument
class Dog:
    def __init__(self, name):
        self.name = name

d = Dog()

#% join numbers
print(",".join([1, 2, 3]))

#% multiply strings
print("a" * "b")

#% range of a float
for i in range(2.5):
    print(i)

#% sqrt of a negative
import math
print(math.sqrt(-1))

#% chr out of range
print(chr(-1))

#% infinite loop
x = 1
while x > 0:
    x += 1

#% exit in the middle
print("before")
exit()
print("after")

#% sum of strings
print(sum(["a", "b"]))

#% max of nothing
print(max([]))

#% wrong type in a format
print(f"{'abc':d}")

#% index with a string
numbers = [1, 2]
print(numbers["0"])

#% float as index
items = [1, 2, 3]
print(items[len(items) / 2])

#% dict changed while looping
d = {"a": 1, "b": 2}
for k in d:
    del d[k]

#% input is not there
name = input("Your name? ")
print("Hello", name)

#% open a file
with open("data.txt") as f:
    print(f.read())

#% subtract lists
print([1, 2, 3] - [1])

#% call a method without brackets
s = "abc"
print(s.upper + "!")

#% none is not iterable
def numbers():
    print("forgot to return")

for n in numbers():
    print(n)
