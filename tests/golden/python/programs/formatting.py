#% f string with names
name = "Mia"
age = 15
print(f"{name} is {age} years old")
print(f"In ten years: {age + 10}")

#% two decimals
price = 3.14159
print(f"{price:.2f}")
print("%.2f" % price)
print("{:.2f}".format(price))
print(round(price, 2))

#% width and alignment
for name, score in [("Ann", 9), ("Benjamin", 10)]:
    print(f"{name:<10}|{score:>5}|{score:^5}|")

#% fill characters
print(f"{'x':*^9}")
print(f"{7:03d} {7:>4} {7:<4}|")
print(f"{'ab':->6}")

#% thousands separator
print(f"{1234567:,}")
print(f"{1234567.891:,.2f}")
print(f"{1000:_}")

#% percent
share = 0.256
print(f"{share:.0%} {share:.1%}")
print("{:.2%}".format(1 / 3))

#% bases in format
n = 202
print(f"{n:b} {n:x} {n:X} {n:o} {n:08b} {n:#x}")
print(bin(n), hex(n), oct(n))
print(int("1010", 2), int("ff", 16), int("0b11", 0))

#% scientific
print(f"{123456.789:e} {0.000123:.2e}")
print(1e10, 1e16, 1.5e-7, 123456789012345678)

#% debug f string
x = 5
y = [1, 2]
print(f"{x=} {y=}")
print(f"{x * 2 = }")

#% conversion in f string
name = "Mia"
print(f"{name!r} {name!s}")
print(f"{'quote'!r:>10}")

#% nested fields
width = 8
digits = 3
value = 3.14159265
print(f"{value:{width}.{digits}f}|")
print(f"{'text':>{width}}|")

#% dict in f string
person = {"name": "Leo", "age": 16}
print(f"{person['name']} ({person['age']})")

#% expressions in f string
numbers = [4, 5, 6]
print(f"max {max(numbers)}, sum {sum(numbers)}, first {numbers[0]}, rev {numbers[::-1]}")
print(f"{'even' if len(numbers) % 2 == 0 else 'odd'}")
print(f"{', '.join(str(n) for n in numbers)}")

#% braces in f string
x = 3
print(f"{{x}} is {x}")

#% format method
print("{} and {}".format("tea", "cake"))
print("{1} before {0}".format("b", "a"))
print("{name} is {age}".format(name="Kim", age=14))
print("{:>6}|{:<6}|{:^6}|".format("a", "b", "c"))

#% percent formatting
print("%s is %d years" % ("Ann", 14))
print("%5.1f|%-5d|%05d|%x" % (2.345, 42, 42, 255))
print("100%% of %s" % "it")

#% floats as python shows them
print(0.1 + 0.2)
print(1 / 3)
print(2 / 3)
print(10 / 2)
print(1e3, 2.50, 100.0, -0.5)
print(3.0 == 3, 0.1 + 0.2 == 0.3)

#% rounding
print(round(2.5), round(3.5), round(-2.5))
print(round(2.675, 2), round(1234, -2), round(7.0), round(3.14159, 3))
print(int(3.9), int(-3.9))

#% division and modulo
print(7 / 2, 7 // 2, 7 % 2, -7 // 2, -7 % 3, 7 // -2)
print(7.5 // 2, 7.5 % 2, divmod(17, 5))
print(2 ** 10, 2 ** 0.5, 2 ** -1, (-8) ** 2)

#% big numbers
print(2 ** 100)
factorial = 1
for i in range(1, 31):
    factorial *= i
print(factorial)
print(10 ** 20 // 7, 10 ** 20 % 7)

#% print options
print(1, 2, 3, sep="-")
print("a", "b", sep="")
print("no newline", end="")
print("!", end="\n\n")
print()
print("x", end=" ")
print("y")

#% temperature table
for c in range(0, 41, 10):
    f = c * 9 / 5 + 32
    print(f"{c:>3} C = {f:>5.1f} F")

#% receipt
items = [("Pen", 3, 1.5), ("Notebook", 2, 2.25)]
total = 0
print(f"{'Item':<12}{'Qty':>4}{'Price':>8}")
for name, qty, price in items:
    total += qty * price
    print(f"{name:<12}{qty:>4}{price:>8.2f}")
print(f"{'Total':<12}{total:>12.2f}")

#% booleans and none
print(True, False, None)
print(True + True, bool(0), bool("a"), bool([]), not 1)
print(str(True) + "!", [None, True])
print(f"{True} {None} {True:d}")

#% numbers from strings
print(int(" 42 "), float("3.5"), int("-7"), float("1e3"))
print(str(42) + "1", int("4") + int("2"))

#% signs and padding
for n in [5, -5, 0]:
    print(f"{n:+d} {n: d} {n:=+5d}")

#% float formats of g
print(f"{1234567.0:g} {0.00001:g} {100.0:g} {3.14159:.3g}")
print("%g" % 2.50)

#% clock
seconds = 3725
h = seconds // 3600
m = seconds % 3600 // 60
s = seconds % 60
print(f"{h:02d}:{m:02d}:{s:02d}")

#% float to string
print(str(1.0), repr(2.5), str(1e-5), 12345678.9, 1e22, 0.1, 1.1 * 1.1)
print(float("inf"), -float("inf"), float("nan"))

#% pi digits
import math
print(math.pi)
print(f"{math.pi:.4f}")
print(f"{math.e:10.3f}|")

#% multi line f string
name = "Ann"
mark = 1.7
text = (f"Dear {name},\n"
        f"your mark is {mark:.1f}.")
print(text)
