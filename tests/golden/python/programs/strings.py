#% hello
name = "Mia"
print("Hello, " + name + "!")

#% count vowels
text = "The quick brown fox"
count = 0
for ch in text.lower():
    if ch in "aeiou":
        count += 1
print(count)

#% upper lower title
s = "hello World"
print(s.upper())
print(s.lower())
print(s.title())
print(s.capitalize())
print(s.swapcase())

#% caesar cipher
def encrypt(text, shift):
    result = ""
    for ch in text:
        if ch.isalpha():
            base = ord("A") if ch.isupper() else ord("a")
            result += chr((ord(ch) - base + shift) % 26 + base)
        else:
            result += ch
    return result

secret = encrypt("Hello, World!", 3)
print(secret)
print(encrypt(secret, -3))

#% split and join
sentence = "one two  three"
print(sentence.split())
print(sentence.split(" "))
print("-".join(sentence.split()))
print("a,b,c".split(","), "a,b,c".split(",", 1), "a,b,c".rsplit(",", 1))

#% strip
s = "   padded text \n"
print(repr(s.strip()))
print(repr(s.lstrip()))
print(repr(s.rstrip()))
print("xxhixx".strip("x"))

#% replace and find
s = "banana"
print(s.replace("a", "o"))
print(s.replace("a", "o", 2))
print(s.find("n"), s.rfind("n"), s.find("x"))
print(s.index("nan"), s.count("a"))

#% startswith and endswith
filename = "report.txt"
print(filename.startswith("rep"), filename.endswith(".txt"))
print(filename.endswith((".py", ".txt")))

#% zero padding
for n in [1, 23, 456]:
    print(str(n).zfill(5))
print("-7".zfill(4))

#% centred headline
title = " MENU "
print(title.center(20, "*"))
print("left".ljust(10) + "|")
print("right".rjust(10) + "|")
print("mid".center(8) + "|")

#% character tests
for s in ["abc", "abc1", "123", "", " ", "Abc", "ABC"]:
    print(repr(s), s.isalpha(), s.isalnum(), s.isdigit(), s.isspace(), s.isupper(), s.islower())

#% count words
text = "the cat and the dog and the bird"
counts = {}
for word in text.split():
    counts[word] = counts.get(word, 0) + 1
print(counts)

#% palindrome check with cleaning
def is_palindrome(text):
    cleaned = ""
    for ch in text.lower():
        if ch.isalnum():
            cleaned += ch
    return cleaned == cleaned[::-1]

print(is_palindrome("A man, a plan, a canal: Panama"))
print(is_palindrome("Hello"))

#% longest word
sentence = "Programming is surprisingly enjoyable"
longest = ""
for word in sentence.split():
    if len(word) > len(longest):
        longest = word
print(longest, len(longest))

#% escapes and quotes
print("She said \"hi\"")
print('It\'s fine')
print("Tab\there")
print("C:\\new")
print(r"raw\n")
print("""two
lines""")

#% repr of strings
print(repr("plain"), repr('it\'s'), repr('say "x"'), repr("both ' and \""))
print(["it's", 'x"y', "a\nb"])

#% string multiplication and in
print("ab" * 3)
print("=" * 20)
print("nan" in "banana", "x" not in "banana")

#% ord and chr
print(ord("A"), chr(97))
word = "abc"
print([ord(c) for c in word])
print("".join(chr(ord(c) + 1) for c in word))

#% compare strings
print("apple" < "banana", "Zoo" < "apple", "a" == "A")
print(max("hello"), min("hello"))

#% acronym
phrase = "as soon as possible"
acronym = "".join(word[0].upper() for word in phrase.split())
print(acronym)

#% anagrams
def are_anagrams(a, b):
    return sorted(a.replace(" ", "").lower()) == sorted(b.replace(" ", "").lower())

print(are_anagrams("Dormitory", "dirty room"))
print(are_anagrams("abc", "abd"))

#% remove punctuation
import string
text = "Hello, world! How's it going?"
print("".join(c for c in text if c not in string.punctuation))

#% translate
table = str.maketrans("aeiou", "12345")
print("education".translate(table))

#% partition
email = "mia@example.org"
user, at, domain = email.partition("@")
print(user, domain)
print("a.b.c".rpartition("."))

#% splitlines
poem = "roses are red\nviolets are blue\n"
for line in poem.splitlines():
    print(line.title())
print(poem.split("\n"))

#% removeprefix
print("unhappy".removeprefix("un"))
print("file.txt".removesuffix(".txt"))

#% string is immutable
s = "cat"
s = "b" + s[1:]
print(s)

#% umlauts and emoji
word = "Käse"
print(word, len(word), word.upper())
print("naïve"[2])
print("I ♥ Python")

#% run length encoding
def encode(text):
    result = ""
    i = 0
    while i < len(text):
        j = i
        while j < len(text) and text[j] == text[i]:
            j += 1
        result += text[i] + str(j - i)
        i = j
    return result

print(encode("aaabbc"))

#% vowel positions
word = "education"
for i in range(len(word)):
    if word[i] in "aeiou":
        print(i, word[i])

#% expandtabs and tabs
print("a\tb".expandtabs(4))
print("name\tage".expandtabs())

#% isnumeric and isdecimal
print("42".isnumeric(), "4.2".isnumeric(), "42".isdecimal())
print("my_var".isidentifier(), "2x".isidentifier(), "Hello World".istitle())

#% casefold
print("HELLO".casefold() == "hello".casefold())

#% password strength
def check(password):
    has_digit = any(c.isdigit() for c in password)
    has_upper = any(c.isupper() for c in password)
    if len(password) >= 8 and has_digit and has_upper:
        return "strong"
    elif len(password) >= 8:
        return "medium"
    return "weak"

for p in ["abc", "abcdefgh", "Abcdefg1"]:
    print(p, "->", check(p))
