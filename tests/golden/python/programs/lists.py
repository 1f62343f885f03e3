#% list methods
numbers = [3, 1, 2]
numbers.append(5)
numbers.insert(0, 9)
numbers.extend([7, 8])
print(numbers)
numbers.remove(1)
print(numbers.pop(), numbers.pop(0), numbers)
print(numbers.index(5), numbers.count(7))
numbers.clear()
print(numbers)

#% largest by hand
numbers = [4, 9, 2, 17, 6]
largest = numbers[0]
for n in numbers:
    if n > largest:
        largest = n
print(largest)

#% min max sum len
marks = [71, 85, 90, 66]
print(min(marks), max(marks), sum(marks), len(marks))
print(sum(marks) / len(marks))

#% bubble sort
def bubble_sort(items):
    for i in range(len(items)):
        for j in range(len(items) - i - 1):
            if items[j] > items[j + 1]:
                items[j], items[j + 1] = items[j + 1], items[j]
    return items

print(bubble_sort([5, 2, 9, 1]))

#% selection sort
def selection_sort(a):
    for i in range(len(a)):
        smallest = i
        for j in range(i + 1, len(a)):
            if a[j] < a[smallest]:
                smallest = j
        a[i], a[smallest] = a[smallest], a[i]

numbers = [64, 25, 12, 22, 11]
selection_sort(numbers)
print(numbers)

#% binary search
def binary_search(items, target):
    low = 0
    high = len(items) - 1
    while low <= high:
        mid = (low + high) // 2
        if items[mid] == target:
            return mid
        if items[mid] < target:
            low = mid + 1
        else:
            high = mid - 1
    return -1

print(binary_search([1, 3, 5, 7, 9], 7), binary_search([1, 3, 5], 4))

#% matrix transpose
matrix = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in matrix] for i in range(3)])
print(list(zip(*matrix)))

#% matrix multiplication
a = [[1, 2], [3, 4]]
b = [[5, 6], [7, 8]]
c = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        for k in range(2):
            c[i][j] += a[i][k] * b[k][j]
for row in c:
    print(row)

#% the shared row mistake
board = [[0] * 3] * 3
board[0][0] = 1
print(board)

#% remove duplicates keeping order
numbers = [3, 1, 3, 2, 1]
seen = []
for n in numbers:
    if n not in seen:
        seen.append(n)
print(seen)
print(list(dict.fromkeys(numbers)))

#% unpack with star
first, *rest = [1, 2, 3, 4]
*start, last = "abc"
a, *middle, z = range(5)
print(first, rest, start, last, a, middle, z)

#% star in lists
a = [1, 2]
b = [3, 4]
print([*a, *b, 5])
print([*"hi", *range(3)])
print((*a, 0), *b)

#% any and all
numbers = [2, 4, 6]
print(all(n % 2 == 0 for n in numbers), any(n > 5 for n in numbers))
print(any([]), all([]))

#% stack and queue
stack = []
for x in "abc":
    stack.append(x)
while stack:
    print(stack.pop(), end="")
print()
queue = [1, 2, 3]
print(queue.pop(0), queue)

#% list comparison
print([1, 2] == [1, 2], [1, 2] < [1, 3], [1] < [1, 0])
print([1, 2] + [3], [0] * 4)
print(1 in [1, 2], [1] in [[1], 2])

#% aliasing
a = [1, 2]
b = a
b.append(3)
print(a, a is b)
c = a.copy()
c.append(4)
print(a, c, a is c)

#% map and filter
numbers = [1, 2, 3, 4]
print(list(map(str, numbers)))
print(list(map(lambda x: x * 2, numbers)))
print(list(filter(lambda x: x % 2 == 0, numbers)))
print(sum(map(int, "12345")))

#% second largest
numbers = [10, 40, 30, 40, 20]
unique = sorted(set(numbers))
print(unique[-2])

#% running total
totals = []
s = 0
for x in [1, 2, 3, 4]:
    s += x
    totals.append(s)
print(totals)

#% nested list of mixed things
data = [1, "two", 3.0, [4, "five"], (6,), None, True, {"k": 1}]
print(data)
for item in data:
    print(type(item).__name__, item)

#% flatten
nested = [[1, 2], [3], [], [4, 5]]
flat = []
for part in nested:
    flat += part
print(flat)
print(sum(nested, []))

#% tic tac toe board
board = [[" "] * 3 for _ in range(3)]
board[1][1] = "X"
board[0][2] = "O"
for row in board:
    print("|".join(row))
    print("-" * 5)

#% merge sorted lists
def merge(a, b):
    result = []
    i = j = 0
    while i < len(a) and j < len(b):
        if a[i] <= b[j]:
            result.append(a[i])
            i += 1
        else:
            result.append(b[j])
            j += 1
    return result + a[i:] + b[j:]

print(merge([1, 4, 6], [2, 3, 7, 8]))

#% histogram
values = [3, 5, 2]
for v in values:
    print(f"{v:2} | " + "#" * v)

#% enumerate a list of tuples
points = [(1, 2), (3, 4)]
for i, (x, y) in enumerate(points):
    print(i, x, y, x + y)

#% remove while copying
numbers = [1, 2, 3, 4, 5, 6]
for n in numbers[:]:
    if n % 2:
        numbers.remove(n)
print(numbers)
