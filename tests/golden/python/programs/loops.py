#% count to ten
for i in range(1, 11):
    print(i)

#% sum of the first hundred numbers
total = 0
for i in range(1, 101):
    total = total + i
print("The sum is", total)

#% countdown
n = 5
while n > 0:
    print(n)
    n -= 1
print("Liftoff!")

#% multiplication table
for i in range(1, 6):
    for j in range(1, 6):
        print(i * j, end="\t")
    print()

#% triangle of stars
height = 5
for row in range(1, height + 1):
    print("*" * row)

#% pyramid
n = 4
for i in range(n):
    print(" " * (n - i - 1) + "*" * (2 * i + 1))

#% fizzbuzz
for i in range(1, 16):
    if i % 15 == 0:
        print("FizzBuzz")
    elif i % 3 == 0:
        print("Fizz")
    elif i % 5 == 0:
        print("Buzz")
    else:
        print(i)

#% primes with for else
for n in range(2, 20):
    for d in range(2, n):
        if n % d == 0:
            break
    else:
        print(n, "is prime")

#% while else
n = 3
while n:
    print(n)
    n -= 1
else:
    print("done")

#% break and continue
for i in range(10):
    if i == 3:
        continue
    if i == 7:
        break
    print(i, end=" ")
print()

#% collatz
n = 27
steps = 0
while n != 1:
    if n % 2 == 0:
        n = n // 2
    else:
        n = 3 * n + 1
    steps += 1
print(f"27 needs {steps} steps")

#% fibonacci numbers
a, b = 0, 1
while a < 200:
    print(a, end=" ")
    a, b = b, a + b
print()

#% digits of a number
n = 90210
digits = []
while n > 0:
    digits.append(n % 10)
    n //= 10
print(digits)
print(digits[::-1])

#% enumerate with start
fruits = ["apple", "banana", "cherry"]
for number, fruit in enumerate(fruits, start=1):
    print(number, fruit)

#% zip two lists
names = ["Ann", "Ben", "Cem"]
ages = [14, 15, 16]
for name, age in zip(names, ages):
    print(name, "is", age)

#% backwards range
for i in range(10, 0, -3):
    print(i)
print(list(range(5, -1, -1)))

#% reversed loop
for letter in reversed("stop"):
    print(letter, end="")
print()
for number in reversed([1, 2, 3]):
    print(number)

#% guess the number without input
secret = 37
low, high = 1, 100
guesses = 0
while True:
    guess = (low + high) // 2
    guesses += 1
    if guess == secret:
        print("Found", guess, "after", guesses, "guesses")
        break
    elif guess < secret:
        low = guess + 1
    else:
        high = guess - 1

#% menu without input
choices = ["add", "show", "fly", "quit"]
items = []
for choice in choices:
    if choice == "add":
        items.append("milk")
        print("Added milk")
    elif choice == "show":
        print("Items:", ", ".join(items))
    elif choice == "quit":
        print("Bye!")
        break
    else:
        print("Unknown choice:", choice)

#% chess board
for row in range(4):
    line = ""
    for col in range(8):
        if (row + col) % 2 == 0:
            line += "#"
        else:
            line += "."
    print(line)

#% savings with interest
money = 100.0
for year in range(1, 6):
    money = money * 1.05
    print("Year", year, ":", round(money, 2))

#% pythagorean triples
for a in range(1, 20):
    for b in range(a, 20):
        for c in range(b, 21):
            if a * a + b * b == c * c:
                print((a, b, c))

#% average of marks
marks = [2, 3, 1, 4, 2, 5]
total = 0
for mark in marks:
    total += mark
print("Average:", total / len(marks))

#% walrus
numbers = [4, 8, 15, 16, 23, 42]
while (n := numbers.pop()) > 10:
    print("popped", n)
print(n, numbers)

#% sieve of eratosthenes
limit = 50
is_prime = [True] * (limit + 1)
is_prime[0] = is_prime[1] = False
for i in range(2, int(limit ** 0.5) + 1):
    if is_prime[i]:
        for j in range(i * i, limit + 1, i):
            is_prime[j] = False
print([i for i in range(limit + 1) if is_prime[i]])

#% binary by hand
n = 37
bits = ""
while n > 0:
    bits = str(n % 2) + bits
    n = n // 2
print(bits)

#% greatest common divisor
a = 84
b = 36
while b:
    a, b = b, a % b
print(a)

#% caesar alphabet
for code in range(ord("a"), ord("f")):
    print(chr(code), chr(code + 3))
