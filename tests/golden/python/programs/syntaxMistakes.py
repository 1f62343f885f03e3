#% missing colon after if
x = 3
if x > 2
    print("big")

#% missing colon after def
def double(n)
    return n * 2

print(double(4))

#% missing colon after for
for i in range(3)
    print(i)

#% missing closing parenthesis
print("hello"
x = 3
print(x)

#% missing quote
print("hello)
print("bye")

#% assignment in a condition
x = 5
if x = 5:
    print("five")

#% body not indented
for i in range(3):
print(i)

#% unexpected indent
x = 1
    y = 2
print(x)

#% wrong dedent
if True:
        print("a")
    print("b")

#% else without if
x = 1
else:
    print("no")

#% elseif
x = 1
if x == 2:
    print("two")
elseif x == 1:
    print("one")

#% empty body
def todo():

print("after")

#% plus plus
x = 1
x++
print(x)

#% logical and of other languages
a = True
b = False
if a && b:
    print("both")

#% braces of other languages
if (True) {
    print("yes")
}

#% keyword as a name
class = "10b"
print(class)

#% name starts with a digit
2nd = "Leo"
print(2nd)

#% print without parentheses
print "hello"

#% return outside a function
x = 3
return x

#% break outside a loop
x = 3
if x:
    break

#% unbalanced bracket
numbers = [1, 2, 3
print(numbers)

#% one parenthesis too many
print("a"))

#% mismatched brackets
numbers = [1, 2, 3)
print(numbers)

#% assign to a literal
5 = x

#% assign to a call
def f():
    return 1
f() = 2

#% missing comma
numbers = [1 2 3]
print(numbers)

#% missing operator
x = 3
y = 2x
print(y)

#% default before plain argument
def f(a=1, b):
    return a + b

#% same argument twice
def f(a, a):
    return a

#% import star typo
from math import
print("x")

#% dangling operator
x = 3 +
print(x)

#% try without except
try:
    x = 1
print(x)

#% double else
if True:
    print(1)
else:
    print(2)
else:
    print(3)

#% smart quotes
print(“hello”)

#% not equal of old
x = 3
if x <> 4:
    print("different")

#% unknown word before a name
let x = 5
print(x)

#% function of another language
function add(a, b):
    return a + b

#% comma instead of dot syntax
x = 3,5,
y = 3..5

#% tabs and spaces mixed
if True:
        x = 1
	y = 2
print(x)

#% unfinished triple quotes
text = """never
closed
print(text)

#% positional after keyword
print(sep="-", "a")

#% nonlocal at the top
nonlocal x
x = 1

#% empty f string field
x = 1
print(f"{}")
