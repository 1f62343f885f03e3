#% default arguments
def greet(name, greeting="Hello"):
    return greeting + ", " + name + "!"

print(greet("Mia"))
print(greet("Leo", "Hi"))
print(greet(greeting="Hey", name="Ada"))

#% several return values
def min_max(numbers):
    return min(numbers), max(numbers)

low, high = min_max([4, 1, 9])
print(low, high)
print(min_max([2]))

#% star args
def average(*numbers):
    if not numbers:
        return 0
    return sum(numbers) / len(numbers)

print(average(1, 2, 3), average(), average(*[4, 6]))

#% keyword args
def describe(name, **facts):
    print(name)
    for key, value in facts.items():
        print(" ", key, "=", value)

describe("Mia", age=15, city="Ulm", pet="cat")
describe("Leo", **{"age": 16})

#% args and kwargs
def show(*args, **kwargs):
    print(args, kwargs)

show(1, 2, a=3)
show()
show(*"ab", **{"z": 1, "y": 2})

#% keyword only
def power(base, *, exponent=2):
    return base ** exponent

print(power(3), power(2, exponent=5))

#% global counter
counter = 0

def increment():
    global counter
    counter += 1

for _ in range(3):
    increment()
print(counter)

#% closure
def make_adder(n):
    def add(x):
        return x + n
    return add

add5 = make_adder(5)
print(add5(10), make_adder(1)(1))

#% nonlocal
def make_counter():
    count = 0
    def step():
        nonlocal count
        count += 1
        return count
    return step

c = make_counter()
print(c(), c(), c())

#% lambda
square = lambda x: x * x
print(square(7))
print((lambda a, b=2: a ** b)(3))

#% docstring
def area(width, height):
    """Return the area of a rectangle."""
    return width * height

print(area(3, 4))
print(area.__name__)

#% no return gives none
def say(text):
    print(text)

result = say("hi")
print(result)

#% mutable default
def add_item(item, items=[]):
    items.append(item)
    return items

print(add_item(1))
print(add_item(2))

#% functions as values
def apply_twice(f, x):
    return f(f(x))

print(apply_twice(lambda n: n + 3, 10))
print([f(9) for f in (str, float, bool)])

#% type hints
def repeat(text: str, times: int = 2) -> str:
    return text * times

count: int = 3
print(repeat("ab", count))

#% early return
def grade(points):
    if points >= 90:
        return "A"
    if points >= 75:
        return "B"
    if points >= 60:
        return "C"
    return "F"

for p in (95, 80, 61, 10):
    print(p, grade(p))

#% generator function
def evens(limit):
    n = 0
    while n < limit:
        yield n
        n += 2

for n in evens(7):
    print(n, end=" ")
print(list(evens(5)), sum(evens(100)))

#% decorator
def shout(func):
    def wrapper(*args):
        return func(*args).upper() + "!"
    return wrapper

@shout
def hello(name):
    return "hello " + name

print(hello("mia"))

#% is prime function
def is_prime(n):
    if n < 2:
        return False
    for d in range(2, int(n ** 0.5) + 1):
        if n % d == 0:
            return False
    return True

print([n for n in range(30) if is_prime(n)])

#% leap years
def is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)

for y in [1900, 2000, 2023, 2024]:
    print(y, is_leap(y))

#% perfect numbers
def divisors(n):
    return [d for d in range(1, n) if n % d == 0]

for n in range(2, 500):
    if sum(divisors(n)) == n:
        print(n, divisors(n))

#% local hides global
x = 10
def f():
    x = 5
    return x

print(f(), x)

#% isinstance checks
def double(value):
    if isinstance(value, str):
        return value + value
    if isinstance(value, (int, float)):
        return value * 2
    return None

print(double("ab"), double(2), double(1.5), double([]))

#% positional only
def divide(a, b, /):
    return a / b

print(divide(9, 2))

#% main guard
def main():
    print("running main")

if __name__ == "__main__":
    main()

#% chained comparison and ternary
def size(n):
    return "small" if 0 <= n < 10 else "large"

print(size(3), size(30), 1 < 2 < 3, 1 < 3 < 2)

#% bmi
def bmi(weight, height):
    value = weight / height ** 2
    if value < 18.5:
        text = "under"
    elif value < 25:
        text = "normal"
    else:
        text = "over"
    return round(value, 1), text

print(bmi(70, 1.75))
