#% sort by length
words = ["pear", "fig", "banana", "kiwi", "apple"]
print(sorted(words, key=len))
words.sort(key=len, reverse=True)
print(words)

#% stable sort
people = [("Ann", 30), ("Ben", 25), ("Cem", 30), ("Dan", 25), ("Eva", 30)]
people.sort(key=lambda p: p[1])
print(people)
people.sort(key=lambda p: p[1], reverse=True)
print(people)

#% stable sort of many
numbers = list(range(20))
print(sorted(numbers, key=lambda n: n % 3))
print(sorted(numbers, key=lambda n: n % 3, reverse=True))

#% sort by two keys
students = [("Mia", 2), ("Leo", 1), ("Ada", 2), ("Kim", 1)]
print(sorted(students, key=lambda s: (s[1], s[0])))
print(sorted(students, key=lambda s: (-s[1], s[0])))

#% sort ignoring case
words = ["banana", "Apple", "cherry", "apple"]
print(sorted(words))
print(sorted(words, key=str.lower))

#% sort by last letter
words = ["python", "java", "ruby", "scala", "kotlin"]
print(sorted(words, key=lambda w: w[-1]))

#% sort dicts by a field
cars = [
    {"name": "A", "year": 2005},
    {"name": "B", "year": 2001},
    {"name": "C", "year": 2005},
]
for car in sorted(cars, key=lambda c: c["year"]):
    print(car)

#% sort descending
numbers = [5, 3, 9, 1]
print(sorted(numbers, reverse=True), sorted(numbers)[::-1])
numbers.sort()
print(numbers)

#% word frequencies in order
text = "a b a c b a d"
counts = {}
for w in text.split():
    counts[w] = counts.get(w, 0) + 1
ranking = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
for word, n in ranking[:3]:
    print(word, n)

#% sorted string
print(sorted("hello"))
print("".join(sorted("hello")))

#% max with a key
words = ["aa", "bbbb", "cccc", "d"]
print(max(words, key=len), min(words, key=len))
print(max([3, -7, 5], key=abs))

#% sort by absolute value
print(sorted([-5, 3, -1, 4], key=abs))
print(sorted([1, -1, 2, -2], key=abs))

#% sort tuples and mixed numbers
print(sorted([(2, "b"), (1, "z"), (2, "a")]))
print(sorted([3, 1.5, 2, True]))

#% quick sort
def quick_sort(items):
    if len(items) <= 1:
        return items
    pivot = items[0]
    small = [x for x in items[1:] if x < pivot]
    big = [x for x in items[1:] if x >= pivot]
    return quick_sort(small) + [pivot] + quick_sort(big)

print(quick_sort([3, 6, 1, 8, 2, 3]))

#% merge sort
def merge_sort(a):
    if len(a) < 2:
        return a
    mid = len(a) // 2
    left, right = merge_sort(a[:mid]), merge_sort(a[mid:])
    out = []
    while left and right:
        out.append(left.pop(0) if left[0] <= right[0] else right.pop(0))
    return out + left + right

print(merge_sort([9, 4, 7, 1, 8, 2]))

#% insertion sort
def insertion_sort(a):
    for i in range(1, len(a)):
        value = a[i]
        j = i - 1
        while j >= 0 and a[j] > value:
            a[j + 1] = a[j]
            j -= 1
        a[j + 1] = value
    return a

print(insertion_sort([4, 3, 2, 10, 12, 1, 5, 6]))

#% operator itemgetter
from operator import itemgetter
rows = [("b", 2), ("a", 2), ("c", 1)]
print(sorted(rows, key=itemgetter(1)))

#% top three of a game
scores = {"Zoe": 50, "Ali": 70, "Bo": 50, "Cy": 90}
place = 1
for name in sorted(scores, key=scores.get, reverse=True)[:3]:
    print(f"{place}. {name:<5} {scores[name]:>4}")
    place += 1

#% sort returns none
numbers = [2, 1]
print(numbers.sort(), numbers)
