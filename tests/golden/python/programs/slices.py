#% reverse a string
s = "python"
print(s[::-1])

#% reverse words
sentence = "one two three"
print(" ".join(sentence.split()[::-1]))
print(" ".join(word[::-1] for word in sentence.split()))

#% every second letter
s = "abcdefgh"
print(s[::2], s[1::2], s[::3])

#% slices with both ends
s = "programming"
print(s[0:4], s[3:], s[:3], s[-3:], s[:-3], s[2:-2])

#% slices with negative steps
s = "abcdefgh"
print(s[5:1:-1])
print(s[-1:-4:-1])
print(s[::-2])
print(repr(s[1:5:-1]))

#% slices out of range
s = "abc"
print(repr(s[1:100]), repr(s[10:]), repr(s[-100:2]))

#% reverse a list
numbers = [1, 2, 3, 4, 5]
print(numbers[::-1])
print(numbers[::2], numbers[1::2])
numbers.reverse()
print(numbers)

#% reverse a tuple
t = (1, 2, 3, 4)
print(t[::-1])
print(t[::2], t[1:], t[:-1])

#% palindrome number
for n in [121, 123, 1221]:
    if str(n) == str(n)[::-1]:
        print(n, "is a palindrome")
    else:
        print(n, "is not a palindrome")

#% reverse a number
n = 12345
print(int(str(n)[::-1]))

#% slice assignment
letters = ["a", "b", "c", "d", "e"]
letters[1:3] = ["X", "Y", "Z"]
print(letters)
letters[:2] = []
print(letters)

#% slice with step assignment
numbers = [0] * 6
numbers[::2] = [1, 1, 1]
print(numbers)

#% delete slices
numbers = list(range(10))
del numbers[2:5]
print(numbers)
del numbers[::2]
print(numbers)
del numbers[0]
print(numbers)

#% copy by slice
a = [1, 2, 3]
b = a[:]
b.append(4)
print(a, b)

#% rotate a list
def rotate(items, n):
    n = n % len(items)
    return items[n:] + items[:n]

print(rotate([1, 2, 3, 4, 5], 2))
print(rotate([1, 2, 3, 4, 5], -1))

#% chunks of three
text = "abcdefghij"
for i in range(0, len(text), 3):
    print(text[i:i + 3])

#% middle of a word
def middle(word):
    half = len(word) // 2
    if len(word) % 2 == 0:
        return word[half - 1:half + 1]
    return word[half]

print(middle("test"), middle("testing"))

#% first and last
def both_ends(text):
    if len(text) < 2:
        return ""
    return text[:2] + text[-2:]

print(both_ends("spring"), repr(both_ends("a")))

#% slice of a range
print(list(range(10)[2:5]), list(range(10)[::-1]), range(10)[3])

#% a slice object
s = slice(1, 4)
print("abcdef"[s], [0, 1, 2, 3, 4, 5][s])

#% reverse inside a function call
def show(text):
    print(">", text)

show("abc"[::-1])
show(("x" + "yz")[::-1].upper())

#% binary with reversed slices
number = 10
bits = ""
while number:
    bits += str(number % 2)
    number //= 2
print(bits[::-1])

#% two dimensional slices
grid = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]
for row in grid[::-1]:
    print(row[::-1])
print([row[0] for row in grid])
