#% factorial
def factorial(n):
    if n == 0:
        return 1
    return n * factorial(n - 1)

for n in [0, 1, 5, 10, 20]:
    print(n, factorial(n))

#% deep factorial
def factorial(n):
    return 1 if n <= 1 else n * factorial(n - 1)

print(len(str(factorial(200))))

#% fibonacci
def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)

print([fib(n) for n in range(12)])

#% fibonacci with memory
memo = {}
def fib(n):
    if n in memo:
        return memo[n]
    if n < 2:
        return n
    memo[n] = fib(n - 1) + fib(n - 2)
    return memo[n]

print(fib(50))

#% towers of hanoi
def hanoi(n, source, target, spare):
    if n == 0:
        return 0
    moves = hanoi(n - 1, source, spare, target)
    if n == 3:
        print("move the largest from", source, "to", target)
    return moves + 1 + hanoi(n - 1, spare, target, source)

print(hanoi(3, "A", "C", "B"), "moves")

#% reverse by recursion
def reverse(text):
    if text == "":
        return ""
    return reverse(text[1:]) + text[0]

print(reverse("recursion"))

#% sum of digits
def digit_sum(n):
    if n < 10:
        return n
    return n % 10 + digit_sum(n // 10)

print(digit_sum(98765))

#% power
def power(base, exponent):
    if exponent == 0:
        return 1
    half = power(base, exponent // 2)
    if exponent % 2:
        return half * half * base
    return half * half

print(power(2, 10), power(3, 5))

#% permutations
def permutations(text):
    if len(text) <= 1:
        return [text]
    result = []
    for i in range(len(text)):
        for rest in permutations(text[:i] + text[i + 1:]):
            result.append(text[i] + rest)
    return result

print(permutations("abc"))

#% flatten nested lists
def flatten(items):
    flat = []
    for item in items:
        if isinstance(item, list):
            flat.extend(flatten(item))
        else:
            flat.append(item)
    return flat

print(flatten([1, [2, [3, [4]], 5]]))

#% subsets
def subsets(items):
    if not items:
        return [[]]
    rest = subsets(items[1:])
    return rest + [[items[0]] + s for s in rest]

print(subsets([1, 2, 3]))

#% ackermann
def ackermann(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))

print(ackermann(2, 3))

#% palindrome by recursion
def is_palindrome(s):
    if len(s) < 2:
        return True
    return s[0] == s[-1] and is_palindrome(s[1:-1])

print(is_palindrome("racecar"), is_palindrome("python"))

#% count down and up
def bounce(n):
    print(n, end=" ")
    if n > 0:
        bounce(n - 1)
        print(n, end=" ")

bounce(3)
print()

#% flood fill
grid = ["..#", ".##", "#.."]
cells = [list(row) for row in grid]

def fill(r, c):
    if r < 0 or c < 0 or r >= len(cells) or c >= len(cells[0]):
        return 0
    if cells[r][c] != ".":
        return 0
    cells[r][c] = "~"
    return 1 + fill(r + 1, c) + fill(r - 1, c) + fill(r, c + 1) + fill(r, c - 1)

print(fill(0, 0))
for row in cells:
    print("".join(row))

#% endless recursion
def down(n):
    return down(n - 1)

print("start")
down(10)
